import { createHash } from 'node:crypto';
import type { ArgBuilder, FieldMap, ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../../errors.js';
import { limits } from '../../limits.js';
import type { Keyset, Page, PageRequest, PageSelection, Row } from '../../store/page.js';
import type { AnswerSize } from './answer-size.js';
import type { SchemaKit, TypeOf, Types } from './builder.js';
import type { RequestContext } from './context.js';
import { brings } from './cost.js';
import type { LoadedSide, SelectionDraft } from './drafts.js';
import { PlannedField } from './plan.js';

// All paging: Relay connections whose cursors contain the keyset of a row.
// https://relay.dev/graphql/connections.htm

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/**
 * Returns the page that the arguments request. `question` is everything else that determines the rows
 * and their order, since a cursor is valid for only one question.
 * @throws KenesError BAD_USER_INPUT for a size, a combination or a cursor that is not allowed.
 */
export function pageRequest(
  args: PageArguments,
  question: unknown,
  keysetLength: number,
): PageRequest {
  const { first, last, after, before } = args;
  if (first != null && last != null) {
    throw badInput('`first` and `last` cannot be used together.', {
      hint: 'Use `first` to read from the start, or `last` to read from the end.',
    });
  }
  const name = last == null ? 'first' : 'last';
  const limit = first ?? last ?? limits.defaultPageSize.value;
  const maximum = limits.pageSize.value;
  if (limit < 0 || limit > maximum) {
    throw badInput(`\`${name}\` must be between 0 and ${maximum} (got ${limit}).`, {
      hint: `Read further pages with \`${name === 'first' ? 'after: endCursor' : 'before: startCursor'}\`.`,
      argument: name,
    });
  }
  const mark = markOf(question);
  return {
    limit,
    backward: last != null,
    ...(after == null ? {} : { after: readCursor('after', after, mark, keysetLength) }),
    ...(before == null ? {} : { before: readCursor('before', before, mark, keysetLength) }),
  };
}

/** Arguments that are not allowed are reported by `pageRequest`. */
const entriesOfPage = brings((_args, { first, last }) => {
  const size = Number(first ?? last ?? limits.defaultPageSize.value);
  return Math.min(Math.max(size, 0), limits.pageSize.value);
});

/** Returns a short hash that identifies a question in its cursors. */
function markOf(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 8);
}

function printCursor(mark: string, keyset: Keyset): string {
  return Buffer.from(JSON.stringify([mark, ...keyset])).toString('base64url');
}

function readCursor(name: string, cursor: string, mark: string, keysetLength: number): Keyset {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    content = null;
  }
  const isOurs =
    Array.isArray(content) &&
    content.every((part) => typeof part === 'string' || Number.isSafeInteger(part));
  if (!isOurs) {
    throw badInput(`\`${name}\` is not a valid cursor.`, {
      hint: 'Pass the `endCursor` or `startCursor` of a page, or the `cursor` of an edge, unchanged.',
      argument: name,
    });
  }
  const [cursorMark, ...keyset] = content as (string | number)[];
  if (cursorMark !== mark || keyset.length !== keysetLength) {
    throw badInput(`\`${name}\` is a cursor of another list.`, {
      hint: 'A cursor is valid only for the same field with the same filter, order and language.',
      argument: name,
    });
  }
  return keyset;
}

/** A connection whose page was read with its parent, or is loaded when a field needs it. */
export class Connection<T> {
  private loaded: Promise<Page<T>> | undefined;
  private printedMark: string | undefined;

  constructor(
    /** The question that its cursors are valid for. */
    private readonly question: () => unknown,
    private readonly answer: Page<T> | null,
    private readonly load: (side: LoadedSide) => Promise<Page<T>>,
  ) {}

  /** Returns a connection for a page that was read with all its selected fields. */
  static of<T>(page: Page<T>, question: unknown): Connection<T> {
    return new Connection<T>(
      () => question,
      page,
      () => Promise.resolve(page),
    );
  }

  /**
   * Calls `use` synchronously if the page was already read, since a promise for each list costs
   * time.
   */
  whenRead<R>(use: (page: Page<T>) => R): R | Promise<R> {
    if (this.answer) return use(this.answer);
    this.loaded ??= this.load('rows');
    return this.loaded.then(use);
  }

  /**
   * Returns an item for each row of the page, and counts them as a part of the answer.
   * @throws KenesError TOO_LARGE if the answer is too large.
   */
  list<R>(size: AnswerSize, info: GraphQLResolveInfo, of: (row: Row<T>) => R): R[] | Promise<R[]> {
    return this.whenRead(({ rows }) => {
      size.add(rows.length, info);
      return rows.map(of);
    });
  }

  totalCount(): number | Promise<number> {
    if (this.answer?.totalCount !== undefined) return this.answer.totalCount;
    return this.load('count').then((page) => page.totalCount ?? 0);
  }

  cursorOf(row: Row<T>): string {
    this.printedMark ??= markOf(this.question());
    return printCursor(this.printedMark, row.keyset);
  }
}

/** The page of a root field, with the functions that plan and read it. */
export interface RootPage<T> {
  /** Everything except the page that determines the rows and their order. */
  readonly question: unknown;
  readonly args: PageArguments;
  /** The number of values of a keyset. */
  readonly keysetLength: number;
  /** Plans the fields that are selected of the item of each row. */
  readonly planItem: (item: PlannedField) => void;
  readonly read: (selection: PageSelection) => Promise<Page<T>>;
}

/** Reads the page of a root field with all its selected fields. */
export async function readConnection<T>(
  { question, args, keysetLength, planItem, read }: RootPage<T>,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<T>> {
  const page = pageRequest(args, question, keysetLength);
  const selection = { page, wantsRows: false, wantsCount: false };
  planConnection(PlannedField.ofResolver(info, context), selection, planItem);
  return Connection.of(await read(selection), question);
}

/** A row with the connection that it belongs to. */
export interface Edge<T> {
  readonly row: Row<T>;
  readonly connection: Connection<T>;
}

/**
 * Records whether rows and the count of a connection are selected, and plans the fields of its
 * items.
 */
export function planConnection(
  field: PlannedField,
  selection: SelectionDraft,
  planItem: (item: PlannedField) => void,
): void {
  for (const child of field.children()) {
    if (child.name === 'totalCount') selection.wantsCount = true;
    else if (child.name !== '__typename') selection.wantsRows = true;
    if (child.name === 'nodes') planItem(child);
    if (child.name === 'edges') for (const part of child.children()) planItem(part);
  }
}

export interface ConnectionTypes<T, N, C extends Connection<T>> {
  readonly name: string;
  /** A plural noun for the items, used in descriptions. */
  readonly plural: string;
  readonly node: TypeOf<N>;
  readonly nodeOf: (item: T) => N;
  /** Additional fields of each edge. */
  readonly edgeFields?: (t: EdgeFields<T>) => FieldMap;
  /** Additional fields of the connection. */
  readonly connectionFields?: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, C>) => FieldMap;
  /** Leaves out `totalCount`, for lists whose rows cannot be counted. */
  readonly isUncounted?: true;
}

type EdgeFields<T> = PothosSchemaTypes.ObjectFieldBuilder<Types, Edge<T>>;

/** Defines the types `…Connection` and `…Edge`, and returns the connection type. */
export function defineConnection<T, N, C extends Connection<T> = Connection<T>>(
  { builder }: SchemaKit,
  pageInfo: ObjectRef<Types, PageInfoSource>,
  types: ConnectionTypes<T, N, C>,
): ObjectRef<Types, C> {
  const { name, plural, node, nodeOf, edgeFields, connectionFields, isUncounted } = types;
  const edge = builder.objectRef<Edge<T>>(`${name}Edge`).implement({
    description: `An entry of a list of ${plural}, with its cursor.`,
    fields: (t) => ({
      cursor: t.string({
        description: 'An opaque cursor. Pass it as `after` or `before`.',
        resolve: ({ row, connection }) => connection.cursorOf(row),
      }),
      node: t.field({
        type: node,
        description: 'The item of this entry.',
        // Pothos cannot work out the type of a field's value while it is a type parameter.
        resolve: ({ row }) => nodeOf(row.item) as never,
      }),
      ...edgeFields?.(t),
    }),
  });
  return builder.objectRef<C>(`${name}Connection`).implement({
    description: `A page of ${plural}.`,
    fields: (t) => ({
      ...(isUncounted
        ? {}
        : {
            totalCount: t.int({
              description:
                'The number of entries on all pages. It is counted only if it is selected.',
              resolve: (connection) => connection.totalCount(),
            }),
          }),
      pageInfo: t.field({
        type: pageInfo,
        description: 'Whether other pages exist, and the cursors that lead to them.',
        resolve: (connection) => connection.whenRead((page) => pageInfoOf(connection, page)),
      }),
      edges: t.field({
        type: [edge],
        description: 'The entries of this page with their cursors.',
        extensions: entriesOfPage,
        resolve: (connection, _args, { answerSize }, info) =>
          connection.list(answerSize, info, (row): Edge<T> => ({ row, connection })),
      }),
      nodes: t.field({
        type: [node],
        description: 'The items of this page without cursors.',
        extensions: entriesOfPage,
        resolve: (connection, _args, { answerSize }, info) =>
          connection.list(answerSize, info, (row) => nodeOf(row.item)) as never,
      }),
      ...connectionFields?.(t),
    }),
  });
}

export interface PageInfoSource {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

function pageInfoOf<T>(connection: Connection<T>, page: Page<T>): PageInfoSource {
  const [first] = page.rows;
  const last = page.rows.at(-1);
  return {
    hasNextPage: page.hasNextPage,
    hasPreviousPage: page.hasPreviousPage,
    startCursor: first ? connection.cursorOf(first) : null,
    endCursor: last ? connection.cursorOf(last) : null,
  };
}

export function definePageInfo({ builder }: SchemaKit): ObjectRef<Types, PageInfoSource> {
  return builder.objectRef<PageInfoSource>('PageInfo').implement({
    description: 'Whether pages exist before and after a page, and the cursors that lead to them.',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', {
        description: 'Whether entries follow after this page.',
      }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
        description: 'Whether entries exist before this page.',
      }),
      startCursor: t.exposeString('startCursor', {
        nullable: true,
        description:
          'The cursor of the first entry. Pass it as `before` to get the previous page. Null for an empty page.',
      }),
      endCursor: t.exposeString('endCursor', {
        nullable: true,
        description:
          'The cursor of the last entry. Pass it as `after` to get the next page. Null for an empty page.',
      }),
    }),
  });
}

/** Returns the arguments of every connection field. */
export function pageArguments(arg: ArgBuilder<Types>) {
  return {
    first: arg.int({
      description: `The number of entries from the start, at most ${limits.pageSize.value}. Without \`first\` and \`last\` it is ${limits.defaultPageSize.value}.`,
    }),
    after: arg.string({ description: 'Lists only entries after this cursor.' }),
    last: arg.int({
      description: `The number of entries from the end, at most ${limits.pageSize.value}.`,
    }),
    before: arg.string({ description: 'Lists only entries before this cursor.' }),
  };
}
