import type { ArgBuilder, ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import { entityOrderValues } from '../store/orders.js';
import type { EntityItem } from '../store/answers.js';
import { mapPage, type Page, type PageSelection } from '../store/page.js';
import {
  wholeEntity,
  wholeRelation,
  type EntityConditions,
  type SetAside,
} from '../store/reading.js';
import type { Types } from './kit/builder.js';
import {
  defineConnection,
  pageArguments,
  readConnection,
  type Connection,
  type PageArguments,
} from './kit/connection.js';
import type { RequestContext } from './kit/context.js';
import { brings, takes, workOfFilter } from './kit/cost.js';
import {
  addExpansion,
  entityDraft,
  relationDraft,
  type EntityDraft,
  type RelatedDraft,
} from './kit/drafts.js';
import { ownPartOf } from './kit/items.js';
import { checkNamedSources } from './kit/named-sources.js';
import { setAsideArguments } from './kit/set-aside-arguments.js';
import { entityOrder, type EntityOrderInput } from '../questions/entity-order.js';
import {
  dateOf,
  endSelection,
  entitiesAtEnd,
  eventParts,
  readQuestion,
  readTopicsOfEvent,
  silentConditions,
  speakerConditions,
  statementConditions,
  type PositionEnd,
  type PositionsQuestion,
} from '../questions/positions.js';
import { sourcesSetAside } from '../questions/set-aside.js';
import { readEntityPage } from './queries.js';
import { PlannedField } from './kit/plan.js';
import { plainText } from '../values/localized-text.js';
import type { SchemaParts } from './kit/types.js';

/** A statement that was asked for. */
interface Position {
  readonly statement: EntityItem;
  readonly question: PositionsQuestion;
}

type OrderedPageArguments = PageArguments & {
  readonly orderBy?: EntityOrderInput | null | undefined;
};

/** More topics below a topic, and more ends of one statement, than there usually are. */
const TOPICS = 20;
const ACTORS = 4;
const TOPICS_OF_STATEMENT = 4;

/** Defines the root field that returns statements and who made none. */
export function definePositions(parts: SchemaParts): void {
  const { builder, enums, filters } = parts;
  const positions = definePositionsType(parts);
  builder.queryFields((t) => ({
    positions: t.field({
      type: positions,
      description:
        'The statements about an entity, at an event, or both, their speakers, and the participants of the event who made no such statement in these sources. At least one of `about` and `event` is needed.',
      args: {
        about: t.arg.string({
          description:
            'The slug of the entity that the statements are about, such as `npm` or `ombudsman-kz`. A topic stands for its narrower topics, too.',
        }),
        event: t.arg.string({
          description:
            'The slug of an event. Selects only statements that were made there. `silent` needs it.',
        }),
        topic: t.arg.string({
          description: 'The slug of a topic.',
          deprecationReason: 'Use `about`, which takes entities of all types.',
        }),
        acts: t.arg({
          type: [enums.enumerated('StatementAct')],
          description: 'Selects only statements with one of these acts.',
        }),
        actors: t.arg.stringList({
          description:
            'Slugs of people and organizations. Selects only statements that they made or that were made on their behalf.',
        }),
        during: t.arg({
          type: filters.during,
          description: 'Selects only statements of this time.',
        }),
        ...setAsideArguments(
          t.arg,
          'All relations that no other source states or implies are left out: those of statements to who made them, where and about what, those of participants to the event, and those of topics to narrower ones. Dates and acts do not change.',
        ),
      },
      extensions: takes((args) => 1 + workOfFilter(args)),
      resolve: async (_root, args, context) => {
        const check = checkNamedSources(sourcesSetAside(args), context);
        if (check) await check;
        return readQuestion(context.store, args);
      },
    }),
  }));
}

function definePositionsType(parts: SchemaParts): ObjectRef<Types, PositionsQuestion> {
  const { builder, entity, entityTypes, entityConnections, filters, pageInfo } = parts;
  const connection = defineConnection(parts, pageInfo, {
    name: 'Position',
    plural: 'positions',
    node: definePosition(parts),
    nodeOf: (item: Position) => item,
  });
  return builder.objectRef<PositionsQuestion>('Positions').implement({
    description:
      'Statements about an entity or at an event, their speakers, and the participants of the event who made no such statement in these sources.',
    fields: (t) => ({
      about: t.field({
        type: entity,
        nullable: true,
        description: 'The entity of the argument `about`. Null without it.',
        resolve: async ({ about }, _args, context, info) =>
          about === null ? null : (await readBySlug([about], null, context, info))[0],
      }),
      topics: t.field({
        type: [entityTypes.Topic],
        description:
          'The topic of `about`, then all its narrower topics on all levels, sorted by slug; none if `about` is no topic. Without `about`, all topics of the statements that were made at the event, sorted by slug.',
        extensions: brings(TOPICS),
        resolve: async (question, _args, context, info) =>
          context.answerSize.list(await readTopics(question, context, info), info),
      }),
      event: t.field({
        type: entityTypes.Event,
        nullable: true,
        description: 'The event of the argument `event`. Null without it.',
        resolve: async ({ event }, _args, context, info) =>
          event === null ? null : (await readBySlug([event], 'Event', context, info))[0],
      }),
      statements: t.field({
        type: connection,
        description: 'The statements that match all arguments.',
        args: {
          orderBy: t.arg({
            type: filters.entityOrder,
            description:
              'The order of the statements. The default is by date, undated statements last.',
          }),
          ...pageArguments(t.arg),
        },
        resolve: (question, args, context, info) => readPositions(question, args, context, info),
      }),
      speakers: t.field({
        type: entityConnections.Entity,
        description:
          'The people and organizations who made one of `statements` or on whose behalf one was made.',
        args: actorArguments(t.arg, parts),
        resolve: (question, args, context, info) =>
          readActors(speakerConditions(question), args, context, info),
      }),
      silent: t.field({
        type: entityConnections.Entity,
        description:
          'The people and organizations who took part in the event, while no source of this graph has a statement there (about the entity of `about`, if it is given) that they made or that was made on their behalf. They may have spoken nevertheless. `actors` applies here; `acts` and `during` do not. Empty without `event`, which does not mean that nobody was silent.',
        args: actorArguments(t.arg, parts),
        resolve: (question, args, context, info) =>
          readActors(silentConditions(question), args, context, info),
      }),
    }),
  });
}

/** Returns the arguments of a connection of people and organizations. */
function actorArguments(arg: ArgBuilder<Types>, { filters }: SchemaParts) {
  return {
    orderBy: arg({ type: filters.entityOrder, description: 'The order. The default is by name.' }),
    ...pageArguments(arg),
  };
}

function definePosition({
  builder,
  entity,
  entityTypes,
  enums,
}: SchemaParts): ObjectRef<Types, Position> {
  return builder.objectRef<Position>('Position').implement({
    description: 'A statement with its speakers and its date.',
    fields: (t) => ({
      statement: t.field({
        type: entityTypes.Statement,
        description: 'The statement, with its evidence.',
        resolve: ({ statement }) => statement,
      }),
      actors: t.field({
        type: [entity],
        description:
          'The people and organizations who made the statement. Empty if no source names a speaker.',
        extensions: brings(ACTORS),
        resolve: async (position, _args, context, info) =>
          context.answerSize.list(await endsOf(position, 'actors', context), info),
      }),
      onBehalfOf: t.field({
        type: [entityTypes.Organization],
        description:
          'The organizations on whose behalf it was made, because of the office of the speaker.',
        extensions: brings(ACTORS),
        resolve: async (position, _args, context, info) =>
          context.answerSize.list(await endsOf(position, 'onBehalfOf', context), info),
      }),
      act: t.field({
        type: enums.enumerated('StatementAct'),
        nullable: true,
        description: 'The act by which the statement was made. Null if no source names a speaker.',
        resolve: async ({ statement: { row } }, _args, { loaders }) => {
          const act = await ownPartOf(row, 'act', async () => (await loaders.entity(row.slug)).row);
          return plainText(act) ?? null;
        },
      }),
      date: t.field({
        type: 'PartialDate',
        nullable: true,
        description:
          'The date of the statement, or the start date of the event at which it was made. Null if both are unknown.',
        resolve: async (position, _args, context) => {
          const { row } = position.statement;
          const load = async () => (await context.loaders.entity(row.slug)).row;
          const events = await endsOf(position, 'events', context);
          return dateOf(
            plainText(await ownPartOf(row, 'date', load)),
            events.map((event) => event.row),
          );
        },
      }),
      topics: t.field({
        type: [entityTypes.Topic],
        description:
          'The topics that the statement is about: if `about` is a topic, only it and its narrower topics.',
        extensions: brings(TOPICS_OF_STATEMENT),
        resolve: async (position, _args, context, info) => {
          const topics = await endsOf(position, 'topics', context);
          return context.answerSize.list(topicsAsked(topics, position.question), info);
        },
      }),
    }),
  });
}

/**
 * Returns those of the topics of a statement that the question is about. If it is about no topic,
 * returns all of them.
 */
function topicsAsked(
  topics: readonly EntityItem[],
  { subjects }: PositionsQuestion,
): readonly EntityItem[] {
  const asked = topics.filter(({ row }) => subjects?.includes(row.slug));
  return asked.length === 0 ? topics : asked;
}

/** Reads the topics of `about`, or else those of the event. */
async function readTopics(
  { subjects, event, setAside }: PositionsQuestion,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<EntityItem[]> {
  if (subjects !== null) {
    const found = await readBySlug(subjects, 'Topic', context, info);
    return found.filter(({ row }) => row.type === 'Topic');
  }
  if (event === null) return [];
  const shape = entityDraft();
  PlannedField.ofResolver(info, context).plan(shape, ['Topic']);
  return readTopicsOfEvent(context.store, { event, setAside }, shape);
}

/** Reads entities, which have one type if it is not null, in the order of the slugs. */
async function readBySlug(
  slugs: readonly string[],
  type: EntityType | null,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<EntityItem[]> {
  const shape = entityDraft();
  PlannedField.ofResolver(info, context).plan(shape, type === null ? entityTypeNames : [type]);
  const { found, answers } = await context.store.read({ start: 'entities by slug', slugs, shape });
  const bySlug = new Map(found.map((row) => [row.slug, { row, shape, answers }]));
  return slugs.flatMap((slug) => bySlug.get(slug) ?? []);
}

function readPositions(
  positionsQuestion: PositionsQuestion,
  { orderBy, ...args }: OrderedPageArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<Position>> {
  const { setAside } = positionsQuestion;
  const order = entityOrder(orderBy ?? { by: 'DATE' }, context.languages, context.vocabulary);
  const question = { filter: statementConditions(positionsQuestion), order };
  const shape = entityDraft();
  const planItem = (item: PlannedField): void => {
    item.planWith(() => planPosition(item, shape, setAside));
  };
  const read = async (selection: PageSelection): Promise<Page<Position>> => {
    const reading = { start: 'page of entities', question, shape, ...selection } as const;
    const { found, answers } = await context.store.read(reading);
    return mapPage(found, (row) => ({
      statement: { row, shape, answers },
      question: positionsQuestion,
    }));
  };
  const keysetLength = entityOrderValues(order).length;
  return readConnection({ question, args, keysetLength, planItem, read }, context, info);
}

/** The entity types at the ends that are selected. */
const endTypes: Readonly<Record<Exclude<PositionEnd, 'events'>, readonly EntityType[]>> = {
  actors: ['Person', 'Organization'],
  onBehalfOf: ['Organization'],
  topics: ['Topic'],
};

/** Plans the parts and expansions of a statement that the fields of a position need. */
function planPosition(item: PlannedField, draft: EntityDraft, setAside: SetAside): void {
  for (const field of item.children()) {
    const { name } = field;
    if (name === 'statement') field.plan(draft, ['Statement']);
    if (name === 'act') draft.parts.add('own act');
    if (name === 'date') {
      draft.parts.add('own date');
      const { entity } = planEnd(draft, 'events', setAside);
      for (const part of eventParts) entity.parts.add(part);
    }
    if (name !== 'actors' && name !== 'onBehalfOf' && name !== 'topics') continue;
    field.plan(planEnd(draft, name, setAside).entity, endTypes[name]);
  }
}

function planEnd(draft: EntityDraft, end: PositionEnd, setAside: SetAside): RelatedDraft {
  const expansion: RelatedDraft = {
    kind: 'related',
    onTypes: null,
    ...endSelection(end, setAside),
    wantsRows: true,
    wantsCount: false,
    relation: relationDraft(),
    entity: entityDraft(),
  };
  const known = addExpansion(draft.expansions, endKey(end), expansion);
  return known.kind === 'related' ? known : expansion;
}

/** Returns the name of the answer, which differs from those of all fields. */
function endKey(end: PositionEnd): string {
  return `${end} of a position`;
}

/**
 * Returns the entities at one end of a statement. Loads them if the reading did not select them.
 * @throws KenesError TOO_LARGE if there are too many.
 */
async function endsOf(
  { statement: { row, shape, answers }, question }: Position,
  end: PositionEnd,
  { loaders }: RequestContext,
): Promise<EntityItem[]> {
  const planned = shape.expansions.get(endKey(end));
  const page = planned?.kind === 'related' && answers.of('related', planned, row.slug);
  if (planned?.kind === 'related' && page) {
    const entities = entitiesAtEnd(row.slug, end, page);
    return entities.map((entity) => ({ row: entity, shape: planned.entity, answers }));
  }
  const loaded = await loaders.expandEntity('related', row.slug, {
    kind: 'related',
    onTypes: null,
    ...endSelection(end, question.setAside),
    wantsRows: true,
    wantsCount: false,
    relation: wholeRelation,
    entity: wholeEntity,
  });
  return entitiesAtEnd(row.slug, end, loaded.answer).map((entity) => ({
    row: entity,
    shape: wholeEntity,
    answers: loaded.answers,
  }));
}

/** Reads people and organizations, in their default order by name. Reads none if `filter` is null. */
function readActors(
  filter: EntityConditions | null,
  { orderBy, ...args }: OrderedPageArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<EntityItem>> {
  const { languages, vocabulary } = context;
  const order = entityOrder(orderBy, languages, vocabulary);
  const question = { filter: filter ?? { slugs: [] }, order };
  return readEntityPage({ question, types: ['Person', 'Organization'] }, args, context, info);
}
