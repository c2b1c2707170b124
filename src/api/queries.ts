import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import { entityOrderValues } from '../store/orders.js';
import type { EntityItem, RelationItem } from '../store/answers.js';
import { mapPage, type Page, type PageSelection } from '../store/page.js';
import type { EntityQuestion } from '../store/reading.js';
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../errors.js';
import type { RequestContext } from './kit/context.js';
import { takes, workOfFilter } from './kit/cost.js';
import {
  pageArguments,
  readConnection,
  type Connection,
  type PageArguments,
} from './kit/connection.js';
import {
  conditionsOnRelations,
  entityConditions,
  relatedQuestion,
  slugsOfFilter,
  type EntityFilterInput,
  sourcesOfEntityFilter,
  sourcesOfRelationFilter,
} from '../questions/filters.js';
import { entityOrder, type EntityOrderInput } from '../questions/entity-order.js';
import { checkNamedSources } from './kit/named-sources.js';
import { currentSlugs, withCurrentSlugs } from '../questions/former-slugs.js';
import { readWithSlugs, type NamedSlugs } from '../questions/known-slugs.js';
import { withSlugsOfAddresses } from '../questions/same-as.js';
import { entityDraft, relationDraft } from './kit/drafts.js';
import { findEntities, findRelations } from './kit/find-records.js';
import { PlannedField } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

/** Defines the root fields that return entities and relations. */
export function defineQueries(parts: SchemaParts): void {
  defineEntityQueries(parts);
  defineRelationQueries(parts);
}

/** The store checks a condition on relations for each entity that the other conditions leave. */
const CONDITION_WORK = 1_000;

/** The store counts the relations of each entity that the conditions leave. */
const COUNTING_WORK = 10_000;

type FilterArgument = EntityListArguments['filter'];
type OrderArgument = EntityListArguments['orderBy'];

function countsRelations(order: OrderArgument): boolean {
  return order?.relations != null;
}

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
  const { store, vocabulary } = context;
  const filterInput = await withSlugsOfAddresses(store, args.filter ?? {});
  const conditions = entityConditions(filterInput, type, vocabulary);
  const filter = type === null ? conditions : ofType(type, conditions);
  const question = {
    filter,
    order: entityOrder(args.orderBy, context.languages, vocabulary),
  };
  const types = type === null ? entityTypeNames : [type];
  const named = slugsOfFilter(args.filter);
  const check = checkNamedSources(sourcesOfEntityFilter(args.filter), context);
  if (check) await check;
  return readEntityPage({ question, types, named }, args, context, info);
}

/** A page of entities of some types. */
export interface EntityPage {
  readonly question: EntityQuestion;
  readonly types: readonly EntityType[];
  /** The slugs of the question that are to be checked, and that may be former ones. */
  readonly named?: readonly NamedSlugs[];
}

/** Reads a page of entities with all that is selected of them. */
export function readEntityPage(
  { question, types, named = [] }: EntityPage,
  args: PageArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<EntityItem>> {
  const { store } = context;
  const shape = entityDraft();
  const planItem = (item: PlannedField): void => item.plan(shape, types);
  const read = (selection: PageSelection): Promise<Page<EntityItem>> =>
    readWithSlugs(store, named, async (joined) => {
      const filter = withCurrentSlugs(question.filter, joined);
      const current = { ...question, filter };
      const reading = {
        start: 'page of entities',
        question: current,
        shape,
        ...selection,
      } as const;
      const { found, answers } = await store.read(reading);
      return mapPage(found, (row) => ({ row, shape, answers }));
    });
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
          ({ filter, orderBy }) =>
            1 +
            CONDITION_WORK * conditionsOnRelations(filter as FilterArgument) +
            (countsRelations(orderBy as OrderArgument) ? COUNTING_WORK : 0),
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
          return (await findEntities([slug], shape, context)).get(slug);
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
        return (await findRelations([key], shape, context)).get(key);
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
      extensions: takes(({ filter }) => 1 + workOfFilter(filter)),
      resolve: async (_root, args, context, info) => {
        const { types, direction, filter } = relatedQuestion(args.filter, null, vocabulary);
        if (direction === 'BACKWARD') {
          throw badInput(
            '`direction` must be FORWARD or EITHER here (got BACKWARD): this list shows relations from their first end.',
            { hint: 'Use the arguments `from` and `to` instead.', argument: 'filter.direction' },
          );
        }
        const check = checkNamedSources(sourcesOfRelationFilter(args.filter), context);
        if (check) await check;
        const { from = null, to = null } = args;
        const named = [
          { argument: 'from', slugs: from ?? [] },
          { argument: 'to', slugs: to ?? [] },
        ];
        const { store } = context;
        const shape = relationDraft();
        const planItem = (item: PlannedField): void => item.plan(shape);
        const read = (selection: PageSelection): Promise<Page<RelationItem>> =>
          readWithSlugs(store, named, async (joined) => {
            const question = {
              types,
              from: from && currentSlugs(from, joined),
              to: to && currentSlugs(to, joined),
              filter,
            };
            const reading = { start: 'page of relations', question, shape, ...selection } as const;
            const { found, answers } = await store.read(reading);
            return mapPage(found, (row) => ({ row, shape, answers }));
          });
        const question = { types, from, to, filter };
        return readConnection({ question, args, keysetLength: 1, planItem, read }, context, info);
      },
    }),
  }));
}
