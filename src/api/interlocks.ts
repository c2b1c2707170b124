import { entityTypeNames } from '../vocabulary/entity-types.js';
import type { Answers, EntityItem, RelationItem } from '../store/answers.js';
import { mapPage, type Page, type PageSelection } from '../store/page.js';
import { wholeEntity, wholeRelation, type InterlockQuestion } from '../store/reading.js';
import type { WitnessRow } from '../store/rows.js';
import {
  Connection,
  defineConnection,
  pageArguments,
  pageRequest,
  readConnection,
} from './kit/connection.js';
import { entityDraft } from './kit/drafts.js';
import { brings, takes, workOfFilter } from './kit/cost.js';
import { interlockQuestion } from '../questions/interlocks.js';
import { requireEntities } from '../questions/known-slugs.js';
import type { PlannedField } from './kit/plan.js';
import { sourcesOfRelationFilter } from '../questions/filters.js';
import { checkNamedSources } from './kit/named-sources.js';
import type { SchemaParts } from './kit/types.js';

/** An entity that another one meets, with the question that found it. */
interface Interlock {
  readonly entity: EntityItem;
  /** The number of witnesses. */
  readonly weight: number;
  readonly question: InterlockQuestion;
}

/** An entity that two others are related to, with these relations. */
interface Witness {
  readonly entity: EntityItem;
  readonly relations: readonly RelationItem[];
}

/** More relations than two entities usually have with a witness. */
const RELATIONS_OF_WITNESS = 4;

/** Defines the root field that lists the entities that an entity meets, with their witnesses. */
export function defineInterlocks(parts: SchemaParts): void {
  const { builder, pageInfo, enums, filters, vocabulary } = parts;
  const interlocks = defineConnection(parts, pageInfo, {
    name: 'Interlock',
    plural: 'entities that an entity meets',
    node: defineInterlock(parts),
    nodeOf: (interlock: Interlock) => interlock,
  });
  builder.queryField('interlocks', (t) =>
    t.field({
      type: interlocks,
      description:
        'The entities that are related to the same events, organizations, topics and so on as a given entity. This does not prove that they met in person. Those with the most witnesses come first, then by slug.',
      args: {
        slug: t.arg.string({ required: true, description: 'The slug of the given entity.' }),
        filter: t.arg({
          type: filters.relationFilter,
          description:
            'Follows only relations to witnesses that match this filter. `entityTypes` limits the types of the witnesses.',
        }),
        types: t.arg({
          type: [enums.entityType],
          description: 'Lists only entities of these types. The default is all types.',
        }),
        ...pageArguments(t.arg),
      },
      extensions: takes(({ filter }) => 1 + workOfFilter(filter)),
      resolve: async (_root, args, context, info) => {
        const { store } = context;
        const question = interlockQuestion(args, vocabulary);
        const check = checkNamedSources(sourcesOfRelationFilter(args.filter), context);
        if (check) await check;
        const shape = entityDraft();
        const planItem = (item: PlannedField): void => {
          for (const child of item.children())
            if (child.name === 'entity') child.plan(shape, entityTypeNames);
        };
        const read = async (
          selection: PageSelection,
          asked: InterlockQuestion = question,
        ): Promise<Page<Interlock>> => {
          const selected = { question: asked, shape, ...selection };
          const { found, answers } = await store.read({ start: 'page of interlocks', ...selected });
          if (found.rows.length === 0) {
            const joined = await requireEntities(store, [asked.slug], { argument: 'slug' });
            if (!joined.isEmpty)
              return read(selection, { ...asked, slug: joined.into(asked.slug) });
          }
          return mapPage(found, ({ entity: row, weight }) => ({
            entity: { row, shape, answers },
            weight,
            question: asked,
          }));
        };
        return readConnection({ question, args, keysetLength: 2, planItem, read }, context, info);
      },
    }),
  );
}

function defineInterlock(parts: SchemaParts) {
  const { builder, pageInfo, entity } = parts;
  const witnesses = defineConnection(parts, pageInfo, {
    name: 'Witness',
    plural: 'entities that two others are related to',
    node: defineWitness(parts),
    nodeOf: (witness: Witness) => witness,
  });
  return builder.objectRef<Interlock>('Interlock').implement({
    description: 'An entity that is related to the same entities as a given entity.',
    fields: (t) => ({
      entity: t.field({
        type: entity,
        description: 'The entity that the given entity meets.',
        resolve: (one) => one.entity,
      }),
      weight: t.exposeInt('weight', { description: 'The number of different witnesses.' }),
      witnesses: t.field({
        type: witnesses,
        description: 'The entities that both are related to, sorted by slug.',
        args: pageArguments(t.arg),
        resolve: ({ question, entity: met, weight }, args, { loaders }) => {
          const { slug } = met.row;
          const cursorQuestion = [question, slug];
          const page = pageRequest(args, cursorQuestion, 1);
          return new Connection<Witness>(
            () => cursorQuestion,
            null,
            async (side) => {
              if (side === 'count') return { ...noRows, totalCount: weight };
              const loaded = await loaders.witnesses(question, page, slug);
              return mapPage(loaded.page, (row) => witnessOf(row, loaded.answers));
            },
          );
        },
      }),
    }),
  });
}

const noRows = { rows: [], hasNextPage: false, hasPreviousPage: false };

function witnessOf({ entity, relations }: WitnessRow, answers: Answers): Witness {
  return {
    entity: { row: entity, shape: wholeEntity, answers },
    relations: relations.map((row) => ({ row, shape: wholeRelation, answers })),
  };
}

function defineWitness({ builder, entity, relation }: SchemaParts) {
  return builder.objectRef<Witness>('Witness').implement({
    description: 'An entity that two others are related to, such as an event that both attended.',
    fields: (t) => ({
      entity: t.field({
        type: entity,
        description: 'The witness itself.',
        resolve: (one) => one.entity,
      }),
      relations: t.field({
        type: [relation],
        description: 'The relations of both entities with the witness, sorted by key.',
        extensions: brings(RELATIONS_OF_WITNESS),
        resolve: ({ relations }, _args, { answerSize }, info) => answerSize.list(relations, info),
      }),
    }),
  });
}
