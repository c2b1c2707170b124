import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import { parseGlobalId, globalId } from '../values/keys.js';
import { entityOrderValues } from '../store/orders.js';
import type { Answers, EntityItem, RelationItem } from '../store/answers.js';
import { mapPage, type Page, type PageSelection } from '../store/page.js';
import type { EntityQuestion } from '../store/reading.js';
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../errors.js';
import { limits } from '../limits.js';
import type { RequestContext } from './kit/context.js';
import { brings, takes } from './kit/cost.js';
import {
  pageArguments,
  readConnection,
  type Connection,
  type PageArguments,
} from './kit/connection.js';
import {
  conditionsOnRelations,
  entityConditions,
  entityOrder,
  relatedQuestion,
  slugsOfFilter,
  type EntityFilterInput,
  type EntityOrderInput,
} from '../questions/filters.js';
import { requireAllEntities } from '../questions/known-slugs.js';
import { entityDraft, evidenceDraft, relationDraft, sourceDraft } from './kit/drafts.js';
import { PlannedField } from './kit/plan.js';
import type { Node, SchemaParts } from './kit/types.js';

/** Defines the root fields that start from an id, a slug, a key or a list. */
export function defineQueries(parts: SchemaParts): void {
  defineNode(parts);
  defineEntityQueries(parts);
  defineRelationQueries(parts);
}

function typenameOf({ row }: Node): string {
  if ('key' in row) return 'Relation';
  if ('stance' in row) return 'Evidence';
  return 'type' in row ? row.type : 'Source';
}

function keyOf({ row }: Node): string {
  if ('key' in row) return row.key;
  return 'stance' in row ? row.id : row.slug;
}

/** Defines the interface and root fields that Relay clients need: https://relay.dev/graphql/objectidentification.htm */
function defineNode({ builder, node }: SchemaParts): void {
  node.implement({
    description: 'An object that can be fetched again by its `id`, as Relay clients do.',
    resolveType: typenameOf,
    fields: (t) => ({
      id: t.id({
        description: 'An opaque identifier for clients that cache. People use `slug` and `key`.',
        resolve: (record) => globalId(typenameOf(record), keyOf(record)),
      }),
    }),
  });
  builder.queryFields((t) => ({
    node: t.field({
      type: node,
      nullable: true,
      description: 'The object with this id. Null if there is none.',
      args: {
        id: t.arg.id({ required: true, description: 'An `id` that this service returned.' }),
      },
      resolve: async (_root, { id }, context, info) =>
        (await readNodes([id], context, info))[0] ?? null,
    }),
    nodes: t.field({
      type: [node],
      nullable: { list: false, items: true },
      description:
        'The objects with these ids, in the same order, with null for an id that no object has.',
      args: {
        ids: t.arg.idList({ required: true, description: `The ids, at most ${limits.ids.value}.` }),
      },
      extensions: brings(({ ids }) => (Array.isArray(ids) ? ids.length : 1)),
      resolve: (_root, { ids }, context, info) => {
        const maximum = limits.ids.value;
        if (ids.length > maximum)
          throw badInput(`\`ids\` must have at most ${maximum} ids (got ${ids.length}).`, {
            argument: 'ids',
          });
        return readNodes(ids, context, info);
      },
    }),
  }));
}

async function readNodes(
  ids: readonly string[],
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<(Node | null)[]> {
  const { store } = context;
  const parsed = ids.map(parseGlobalId);
  const keys = (of: (typename: string) => boolean): string[] =>
    parsed.flatMap((id) => (id && of(id.typename) ? [id.key] : []));
  const field = PlannedField.ofResolver(info, context);
  const [entities, relations] = [entityDraft(), relationDraft()];
  const [evidence, sources] = [evidenceDraft(), sourceDraft()];
  field.plan(entities, entityTypeNames);
  field.plan(relations, ['Relation']);
  field.plan(evidence, ['Evidence']);
  field.plan(sources, ['Source']);
  const itemsOf = async <R, S>(
    shape: S,
    list: readonly string[],
    read: () => Promise<{ readonly found: readonly R[]; readonly answers: Answers }>,
  ) => {
    if (list.length === 0) return [];
    const { found, answers } = await read();
    return found.map((row) => ({ row, shape, answers }));
  };
  const slugs = keys((typename) => entityTypeNames.includes(typename as EntityType));
  const relationKeys = keys((typename) => typename === 'Relation');
  const evidenceIds = keys((typename) => typename === 'Evidence');
  const sourceSlugs = keys((typename) => typename === 'Source');
  const found = await Promise.all([
    itemsOf(entities, slugs, () =>
      store.read({ start: 'entities by slug', slugs, shape: entities }),
    ),
    itemsOf(relations, relationKeys, () =>
      store.read({ start: 'relations by key', keys: relationKeys, shape: relations }),
    ),
    itemsOf(evidence, evidenceIds, () =>
      store.read({ start: 'evidence by id', ids: evidenceIds, shape: evidence }),
    ),
    itemsOf(sources, sourceSlugs, () =>
      store.read({ start: 'sources by slug', slugs: sourceSlugs, shape: sources }),
    ),
  ]);
  const nodes: Node[] = found.flat();
  const byId = new Map(nodes.map((item) => [globalId(typenameOf(item), keyOf(item)), item]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The store checks a condition on relations for each entity that the other conditions leave. */
const CONDITION_WORK = 1_000;

type FilterArgument = EntityListArguments['filter'];

interface EntityListArguments extends PageArguments {
  readonly filter?: EntityFilterInput | null | undefined;
  readonly orderBy?: EntityOrderInput | null | undefined;
}

/** Reads a page of entities of all types, or of one type. */
async function readEntities(
  type: EntityType | null,
  args: EntityListArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<EntityItem>> {
  const conditions = entityConditions(args.filter, context.vocabulary);
  const filter = type === null ? conditions : ofType(type, conditions);
  const question = { filter, order: entityOrder(args.orderBy, context.languages) };
  const types = type === null ? entityTypeNames : [type];
  const [connection] = await Promise.all([
    readEntityPage(question, types, args, context, info),
    requireAllEntities(context.store, slugsOfFilter(args.filter)),
  ]);
  return connection;
}

/** Reads a page of entities of some types, with all that is selected of them. */
export function readEntityPage(
  question: EntityQuestion,
  types: readonly EntityType[],
  args: PageArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<EntityItem>> {
  const shape = entityDraft();
  const planItem = (item: PlannedField): void => item.plan(shape, types);
  const read = async (selection: PageSelection): Promise<Page<EntityItem>> => {
    const reading = { start: 'page of entities', question, shape, ...selection } as const;
    const { found, answers } = await context.store.read(reading);
    return mapPage(found, (row) => ({ row, shape, answers }));
  };
  const keysetLength = entityOrderValues(question.order).length;
  return readConnection({ question, args, keysetLength, planItem, read }, context, info);
}

function ofType(
  type: EntityType,
  conditions: ReturnType<typeof entityConditions>,
): typeof conditions {
  const { types, ...others } = conditions;
  return { ...others, types: types && !types.includes(type) ? [] : [type] };
}

function defineEntityQueries({
  builder,
  entity,
  entityConnections,
  filters,
  vocabulary,
}: SchemaParts): void {
  builder.queryFields((t) => {
    const list = (type: EntityType | null, description: string) =>
      t.field({
        type: entityConnections[type ?? 'Entity'],
        description,
        args: {
          filter: t.arg({
            type: filters.entityFilter,
            description: 'Lists only entities that match this filter.',
          }),
          orderBy: t.arg({
            type: filters.entityOrder,
            description: 'The order of the entities. The default is by name.',
          }),
          ...pageArguments(t.arg),
        },
        extensions: takes(
          ({ filter }) => 1 + CONDITION_WORK * conditionsOnRelations(filter as FilterArgument),
        ),
        resolve: (_root, args, context, info) => readEntities(type, args, context, info),
      });
    return {
      entity: t.field({
        type: entity,
        nullable: true,
        description: 'The entity with this slug. Null if there is none.',
        args: {
          slug: t.arg.string({
            required: true,
            description: 'The slug, such as `conference-penitentiary-2025`.',
          }),
        },
        resolve: async (_root, { slug }, context, info) => {
          const shape = entityDraft();
          PlannedField.ofResolver(info, context).plan(shape, entityTypeNames);
          const reading = { start: 'entities by slug', slugs: [slug], shape } as const;
          const { found, answers } = await context.store.read(reading);
          const [row] = found;
          return row && { row, shape, answers };
        },
      }),
      entities: list(null, 'The entities of all types, or those that match a filter.'),
      ...Object.fromEntries(
        entityTypeNames.map((type) => [
          vocabulary.entityTypes[type].plural,
          list(type, `All ${vocabulary.entityTypes[type].plural}, or those that match a filter.`),
        ]),
      ),
    };
  });
}

function defineRelationQueries({
  builder,
  relation,
  relationConnection,
  filters,
  vocabulary,
}: SchemaParts): void {
  builder.queryFields((t) => ({
    relation: t.field({
      type: relation,
      nullable: true,
      description: 'The relation with this key. Null if there is none.',
      args: {
        key: t.arg.string({
          required: true,
          description: 'The key, such as `artur-lastaev~MEMBER_OF~ombudsman-kz`.',
        }),
      },
      resolve: async (_root, { key }, context, info) => {
        const shape = relationDraft();
        PlannedField.ofResolver(info, context).plan(shape);
        const reading = { start: 'relations by key', keys: [key], shape } as const;
        const { found, answers } = await context.store.read(reading);
        const [row] = found;
        return row && { row, shape, answers };
      },
    }),
    relations: t.field({
      type: relationConnection,
      description: 'The relations of the graph, sorted by key.',
      args: {
        filter: t.arg({
          type: filters.relationFilter,
          description:
            'Lists only relations that match this filter. `direction` must not be BACKWARD, since relations are listed from their first end.',
        }),
        from: t.arg.stringList({
          description: 'Lists only relations that lead from entities with these slugs.',
        }),
        to: t.arg.stringList({
          description: 'Lists only relations that lead to entities with these slugs.',
        }),
        ...pageArguments(t.arg),
      },
      resolve: async (_root, args, context, info) => {
        const { types, direction, filter } = relatedQuestion(args.filter, null, vocabulary);
        if (direction === 'BACKWARD') {
          throw badInput(
            '`direction` must be FORWARD or EITHER here (got BACKWARD): this list shows relations from their first end.',
            { hint: 'Use the arguments `from` and `to` instead.', argument: 'filter.direction' },
          );
        }
        const question = { types, from: args.from ?? null, to: args.to ?? null, filter };
        const shape = relationDraft();
        const planItem = (item: PlannedField): void => item.plan(shape);
        const read = async (selection: PageSelection): Promise<Page<RelationItem>> => {
          const reading = { start: 'page of relations', question, shape, ...selection } as const;
          const { found, answers } = await context.store.read(reading);
          return mapPage(found, (row) => ({ row, shape, answers }));
        };
        const reading = { question, args, keysetLength: 1, planItem, read };
        const [connection] = await Promise.all([
          readConnection(reading, context, info),
          requireAllEntities(context.store, [
            { argument: 'from', slugs: args.from ?? [] },
            { argument: 'to', slugs: args.to ?? [] },
          ]),
        ]);
        return connection;
      },
    }),
  }));
}
