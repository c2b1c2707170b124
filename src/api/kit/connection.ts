import { createHash } from 'node:crypto';
import type { ArgBuilder, FieldMap, ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../../errors.js';
import { limits } from '../../limits.js';
import type { Keyset, Page, PageRequest, PageSelection, Row } from '../../store/page.js';
import type { AnswerSize } from './answer-size.js';
import type { SchemaKit, TypeOf, Types } from './builder.js';
import type { RequestContext } from './context.js';
import type { LoadedSide, SelectionDraft } from './drafts.js';
import { PlannedField } from './plan.js';

// The only pager: Relay connections with cursors that hold a place in an order.
// https://relay.dev/graphql/connections.htm

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/**
 * What a page's arguments ask for. `question` is all else that decides what the rows are and in
 * which order they come: a cursor is good for one question only.
 * @throws KenesError BAD_USER_INPUT for a size, a combination or a cursor that is not allowed.
 */
export function pageRequest(args: PageArguments, question: unknown, places: number): PageRequest {
  const { first, last, after, before } = args;
  if (first != null && last != null) {
    throw badInput('`first` and `last` exclude each other.', {
      hint: 'Use `first` to read from the start, or `last` to read from the end.',
    });
  }
  const name = last == null ? 'first' : 'last';
  const limit = first ?? last ?? limits.defaultPageSize.value;
  const most = limits.pageSize.value;
  if (limit < 0 || limit > most) {
    throw badInput(`\`${name}\` must be between 0 and ${most} (got ${limit}).`, {
      hint: `Page with \`${name === 'first' ? 'after: endCursor' : 'before: startCursor'}\`.`,
      argument: name,
    });
  }
  const mark = markOf(question);
  return {
    limit,
    backward: last != null,
    ...(after == null ? {} : { after: readCursor('after', after, mark, places) }),
    ...(before == null ? {} : { before: readCursor('before', before, mark, places) }),
  };
}

/** Tells the cursors of one question from those of others. */
function markOf(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 8);
}

function printCursor(mark: string, keyset: Keyset): string {
  return Buffer.from(JSON.stringify([mark, ...keyset])).toString('base64url');
}

function readCursor(name: string, cursor: string, mark: string, places: number): Keyset {
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
  const [given, ...keyset] = content as (string | number)[];
  if (given !== mark || keyset.length !== places) {
    throw badInput(`\`${name}\` is a cursor of another list.`, {
      hint: 'A cursor is valid only for the same field with the same filter, order and language.',
      argument: name,
    });
  }
  return keyset;
}

/** A connection while it is resolved: what a reading answered, or loaded when it is needed. */
export class Connection<T> {
  private loaded: Promise<Page<T>> | undefined;
  private printedMark: string | undefined;

  constructor(
    /** The question that its cursors are valid for. */
    private readonly question: () => unknown,
    private readonly answer: Page<T> | null,
    private readonly load: (side: LoadedSide) => Promise<Page<T>>,
  ) {}

  /** A page that was read with all that is selected of it. */
  static of<T>(page: Page<T>, question: unknown): Connection<T> {
    return new Connection<T>(
      () => question,
      page,
      () => Promise.resolve(page),
    );
  }

  /** At once where a reading answered the page: a promise for each list costs time. */
  whenRead<R>(use: (page: Page<T>) => R): R | Promise<R> {
    if (this.answer) return use(this.answer);
    this.loaded ??= this.load('rows');
    return this.loaded.then(use);
  }

  /** What a field lists of the page: it counts as a part of the answer. */
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

/** The page of a root field: what it asks, how it is planned, and how it is read. */
export interface RootPage<T> {
  /** All that decides, beside the page, which rows there are and in which order. */
  readonly question: unknown;
  readonly args: PageArguments;
  /** How many values a keyset of its order has. */
  readonly keysetLength: number;
  /** Plans what is selected of the item of each row. */
  readonly planItem: (item: PlannedField) => void;
  readonly read: (selection: PageSelection) => Promise<Page<T>>;
}

/** Reads the page that a root field asks for, with all that is selected of it. */
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

/** A row with the connection that it came in. */
export interface Edge<T> {
  readonly row: Row<T>;
  readonly connection: Connection<T>;
}

/** Plans which sides of a connection are selected, and the fields that stand for a row's item. */
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

export interface ConnectionTypes<T, N> {
  readonly name: string;
  /** For the person in GraphiQL: what the list holds. */
  readonly holds: string;
  readonly node: TypeOf<N>;
  readonly nodeOf: (item: T) => N;
  /** Further fields of each edge. */
  readonly edgeFields?: (t: EdgeFields<T>) => FieldMap;
  /** Where nobody can tell how many there are on all pages. */
  readonly isUncounted?: true;
}

type EdgeFields<T> = PothosSchemaTypes.ObjectFieldBuilder<Types, Edge<T>>;

/** Defines `…Connection` and `…Edge`; gives the connection type. */
export function defineConnection<T, N>(
  { builder }: SchemaKit,
  pageInfo: ObjectRef<Types, PageInfoSource>,
  types: ConnectionTypes<T, N>,
): ObjectRef<Types, Connection<T>> {
  const { name, holds, node, nodeOf, edgeFields, isUncounted } = types;
  const edge = builder.objectRef<Edge<T>>(`${name}Edge`).implement({
    description: `An entry of a list of ${holds}, with its place in it.`,
    fields: (t) => ({
      cursor: t.string({
        description: 'Its place: give it as `after` or `before`.',
        resolve: ({ row, connection }) => connection.cursorOf(row),
      }),
      node: t.field({
        type: node,
        description: 'The entry itself.',
        // Pothos cannot work out the type of a field's value while it is a type parameter.
        resolve: ({ row }) => nodeOf(row.item) as never,
      }),
      ...edgeFields?.(t),
    }),
  });
  return builder.objectRef<Connection<T>>(`${name}Connection`).implement({
    description: `A page of ${holds}.`,
    fields: (t) => ({
      ...(isUncounted
        ? {}
        : {
            totalCount: t.int({
              description: 'How many there are on all pages. Counted only when it is asked for.',
              resolve: (connection) => connection.totalCount(),
            }),
          }),
      pageInfo: t.field({
        type: pageInfo,
        description: 'Whether there is more, and where to go on.',
        resolve: (connection) => connection.whenRead((page) => pageInfoOf(connection, page)),
      }),
      edges: t.field({
        type: [edge],
        description: 'The entries of this page, with their places.',
        resolve: (connection, _args, { answerSize }, info) =>
          connection.list(answerSize, info, (row) => ({ row, connection })),
      }),
      nodes: t.field({
        type: [node],
        description: 'The entries of this page, without their places.',
        resolve: (connection, _args, { answerSize }, info) =>
          connection.list(answerSize, info, (row) => nodeOf(row.item)) as never,
      }),
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
    description: 'Where a page stands in its list.',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more follow.' }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
        description: 'Whether some come before.',
      }),
      startCursor: t.exposeString('startCursor', {
        nullable: true,
        description: 'The place of the first entry: give it as `before`.',
      }),
      endCursor: t.exposeString('endCursor', {
        nullable: true,
        description: 'The place of the last entry: give it as `after`.',
      }),
    }),
  });
}

/** The arguments of every connection field. */
export function pageArguments(arg: ArgBuilder<Types>) {
  return {
    first: arg.int({
      description: `How many from the start, at most ${limits.pageSize.value}; ${limits.defaultPageSize.value} where neither first nor last is given.`,
    }),
    after: arg.string({ description: 'Only what comes after this cursor.' }),
    last: arg.int({ description: `How many from the end, at most ${limits.pageSize.value}.` }),
    before: arg.string({ description: 'Only what comes before this cursor.' }),
  };
}
