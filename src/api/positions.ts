import type { ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { EntityType } from '../vocabulary/entity-types.js';
import { entityOrderValues } from '../store/orders.js';
import type { EntityItem } from '../store/answers.js';
import { mapPage, type Page, type PageSelection } from '../store/page.js';
import { wholeEntity, wholeRelation, type EntityConditions } from '../store/reading.js';
import type { Types } from './kit/builder.js';
import {
  defineConnection,
  pageArguments,
  readConnection,
  type Connection,
  type PageArguments,
} from './kit/connection.js';
import type { RequestContext } from './kit/context.js';
import {
  addExpansion,
  entityDraft,
  relationDraft,
  type EntityDraft,
  type RelatedDraft,
} from './kit/drafts.js';
import { ownPartOf } from './kit/items.js';
import {
  duringCondition,
  limitSlugs,
  entityOrder,
  type DuringInput,
  type EntityOrderInput,
} from '../questions/filters.js';
import { requireEntities } from '../questions/known-slugs.js';
import {
  dateOf,
  endSelection,
  entitiesAtEnd,
  eventParts,
  silentConditions,
  speakerConditions,
  statementConditions,
  withNarrowerTopics,
  type PositionEnd,
  type PositionsQuestion,
} from '../questions/positions.js';
import { readEntityPage } from './queries.js';
import { PlannedField } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

/** A statement on the topics that are asked for. */
interface Position {
  readonly statement: EntityItem;
  readonly question: PositionsQuestion;
}

/** Who said what on a topic, and who did not. */
export function definePositions(parts: SchemaParts): void {
  const { builder, enums, filters } = parts;
  const positions = definePositionsType(parts);
  builder.queryFields((t) => ({
    positions: t.field({
      type: positions,
      description:
        'Who said what on a topic or a narrower one, and who took part in an event without a statement on it in these sources.',
      args: {
        topic: t.arg.string({ required: true, description: 'The slug of a topic, such as `npm`.' }),
        event: t.arg.string({
          description: 'The slug of an event: only what was said there. It is needed for `silent`.',
        }),
        acts: t.arg({
          type: [enums.enumerated('StatementAct')],
          description: 'Only what was said by one of these acts.',
        }),
        actors: t.arg.stringList({
          description:
            'Slugs of people and organizations: only what they said, or what was said on their behalf.',
        }),
        during: t.arg({ type: filters.during, description: 'When it was said.' }),
      },
      resolve: (_root, args, { store }) => readQuestion(store, args),
    }),
  }));
}

interface PositionsArguments {
  readonly topic: string;
  readonly event?: string | null | undefined;
  readonly acts?: readonly string[] | null | undefined;
  readonly actors?: readonly string[] | null | undefined;
  readonly during?: DuringInput | null | undefined;
}

/** @throws KenesError BAD_USER_INPUT for slugs that nothing has, and for an impossible range. */
async function readQuestion(
  store: RequestContext['store'],
  { topic, event, acts, actors, during }: PositionsArguments,
): Promise<PositionsQuestion> {
  if (actors != null) limitSlugs(actors, 'actors');
  await Promise.all([
    requireEntities(store, [topic], { argument: 'topic', type: 'Topic' }),
    event == null ? [] : requireEntities(store, [event], { argument: 'event', type: 'Event' }),
    actors == null ? [] : requireEntities(store, actors, { argument: 'actors' }),
  ]);
  return {
    topics: await withNarrowerTopics(store, topic),
    event: event ?? null,
    acts: acts ?? null,
    actors: actors ?? null,
    during: during == null ? null : duringCondition(during, 'during'),
  };
}

function definePositionsType(parts: SchemaParts): ObjectRef<Types, PositionsQuestion> {
  const { builder, entityTypes, entityConnections, filters, pageInfo } = parts;
  const connection = defineConnection(parts, pageInfo, {
    name: 'Position',
    holds: 'positions',
    node: definePosition(parts),
    nodeOf: (item: Position) => item,
  });
  return builder.objectRef<PositionsQuestion>('Positions').implement({
    description:
      'What was said on a topic, by whom, and who took part without a statement on it in these sources.',
    fields: (t) => ({
      topics: t.field({
        type: [entityTypes.Topic],
        description: 'The topic, then all narrower ones at whatever remove, by slug.',
        resolve: async ({ topics }, _args, context, info) => {
          const found = await readBySlug(topics, 'Topic', context, info);
          return context.answerSize.list(found, info);
        },
      }),
      event: t.field({
        type: entityTypes.Event,
        nullable: true,
        description: 'The event that was asked for.',
        resolve: async ({ event }, _args, context, info) =>
          event === null ? null : (await readBySlug([event], 'Event', context, info))[0],
      }),
      statements: t.field({
        type: connection,
        description: 'The statements on the topics.',
        args: {
          orderBy: t.arg({
            type: filters.entityOrder,
            description: 'Their order; by date where absent, undated ones last.',
          }),
          ...pageArguments(t.arg),
        },
        resolve: (question, args, context, info) => readPositions(question, args, context, info),
      }),
      speakers: t.field({
        type: entityConnections.Entity,
        description:
          'The people and organizations who made one of `statements`, or on whose behalf one was made, by name.',
        args: pageArguments(t.arg),
        resolve: (question, args, context, info) =>
          readActors(speakerConditions(question), args, context, info),
      }),
      silent: t.field({
        type: entityConnections.Entity,
        description:
          'Those silent in these sources: who took part in the event, while no source of this graph has a statement on the topics there that they made or that was made on their behalf. They may have spoken all the same. `actors` applies here, `acts` and `during` do not. Empty without an event, which does not mean that nobody was silent.',
        args: pageArguments(t.arg),
        resolve: (question, args, context, info) =>
          readActors(silentConditions(question), args, context, info),
      }),
    }),
  });
}

function definePosition({
  builder,
  entity,
  entityTypes,
  enums,
}: SchemaParts): ObjectRef<Types, Position> {
  return builder.objectRef<Position>('Position').implement({
    description: 'One point that was made on the topics.',
    fields: (t) => ({
      statement: t.field({
        type: entityTypes.Statement,
        description: 'The statement, with its evidence.',
        resolve: ({ statement }) => statement,
      }),
      actors: t.field({
        type: [entity],
        description: 'Who made it. Empty where no source names a speaker.',
        resolve: async ({ statement }, _args, context, info) =>
          context.answerSize.list(await endsOf(statement, 'actors', context), info),
      }),
      onBehalfOf: t.field({
        type: [entityTypes.Organization],
        description: 'The organizations that it was made for, by the speaker’s office.',
        resolve: async ({ statement }, _args, context, info) =>
          context.answerSize.list(await endsOf(statement, 'onBehalfOf', context), info),
      }),
      act: t.field({
        type: enums.enumerated('StatementAct'),
        nullable: true,
        description: 'How it was said; null where nobody is named as its speaker.',
        resolve: async ({ statement: { row } }, _args, { loaders }) => {
          const act = await ownPartOf(row, 'act', async () => (await loaders.entity(row.slug)).row);
          return act === null ? null : String(act);
        },
      }),
      date: t.field({
        type: 'PartialDate',
        nullable: true,
        description:
          'The day it was made; else the day on which the event began where it was made.',
        resolve: async ({ statement }, _args, context) => {
          const { row } = statement;
          const load = async () => (await context.loaders.entity(row.slug)).row;
          const events = await endsOf(statement, 'events', context);
          return dateOf(
            await ownPartOf(row, 'date', load),
            events.map((event) => event.row),
          );
        },
      }),
      topics: t.field({
        type: [entityTypes.Topic],
        description: 'Which of the topics that were asked for it is about.',
        resolve: async ({ statement, question }, _args, context, info) => {
          const topics = (await endsOf(statement, 'topics', context)).filter(({ row }) =>
            question.topics.includes(row.slug),
          );
          return context.answerSize.list(topics, info);
        },
      }),
    }),
  });
}

/** Reads entities in the order of the slugs. */
async function readBySlug(
  slugs: readonly string[],
  type: EntityType,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<EntityItem[]> {
  const shape = entityDraft();
  PlannedField.ofResolver(info, context).plan(shape, [type]);
  const { found, answers } = await context.store.read({ start: 'entities by slug', slugs, shape });
  const bySlug = new Map(found.map((row) => [row.slug, { row, shape, answers }]));
  return slugs.flatMap((slug) => bySlug.get(slug) ?? []);
}

function readPositions(
  asked: PositionsQuestion,
  { orderBy, ...args }: PageArguments & { readonly orderBy?: EntityOrderInput | null | undefined },
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<Position>> {
  const order = entityOrder(orderBy ?? { by: 'DATE' }, context.languages);
  const question = { filter: statementConditions(asked), order };
  const shape = entityDraft();
  const planItem = (item: PlannedField): void => {
    item.planWith(() => planPosition(item, shape));
  };
  const read = async (selection: PageSelection): Promise<Page<Position>> => {
    const reading = { start: 'page of entities', question, shape, ...selection } as const;
    const { found, answers } = await context.store.read(reading);
    return mapPage(found, (row) => ({ statement: { row, shape, answers }, question: asked }));
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

/** Plans what a position shows of a statement. */
function planPosition(item: PlannedField, draft: EntityDraft): void {
  for (const field of item.children()) {
    const { name } = field;
    if (name === 'statement') field.plan(draft, ['Statement']);
    if (name === 'act') draft.parts.add('own act');
    if (name === 'date') {
      draft.parts.add('own date');
      const { entity } = planEnd(draft, 'events');
      for (const part of eventParts) entity.parts.add(part);
    }
    if (name !== 'actors' && name !== 'onBehalfOf' && name !== 'topics') continue;
    field.plan(planEnd(draft, name).entity, endTypes[name]);
  }
}

function planEnd(draft: EntityDraft, end: PositionEnd): RelatedDraft {
  const expansion: RelatedDraft = {
    kind: 'related',
    onTypes: null,
    ...endSelection(end),
    wantsRows: true,
    wantsCount: false,
    relation: relationDraft(),
    entity: entityDraft(),
  };
  const known = addExpansion(draft.expansions, endKey(end), expansion);
  return known.kind === 'related' ? known : expansion;
}

/** The name of the answer, which no field has. */
function endKey(end: PositionEnd): string {
  return `${end} of a position`;
}

/** The entities at one end of a statement. */
async function endsOf(
  { row, shape, answers }: EntityItem,
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
    ...endSelection(end),
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

/** People and organizations by name; none where there are no conditions. */
function readActors(
  filter: EntityConditions | null,
  args: PageArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<EntityItem>> {
  const question = { filter: filter ?? { slugs: [] }, order: entityOrder(null, context.languages) };
  return readEntityPage(question, ['Person', 'Organization'], args, context, info);
}
