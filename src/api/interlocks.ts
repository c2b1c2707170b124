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
import { interlockQuestion } from '../questions/interlocks.js';
import { requireEntities } from '../questions/known-slugs.js';
import type { PlannedField } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

/** One that an entity meets, with the question that found it. */
interface Interlock {
  readonly entity: EntityItem;
  /** Through how many witnesses. */
  readonly weight: number;
  readonly question: InterlockQuestion;
}

/** What two entities meet through. */
interface Witness {
  readonly entity: EntityItem;
  readonly relations: readonly RelationItem[];
}

/** Whom an entity meets, and through what. */
export function defineInterlocks(parts: SchemaParts): void {
  const { builder, pageInfo, enums, filters, vocabulary } = parts;
  const interlocks = defineConnection(parts, pageInfo, {
    name: 'Interlock',
    holds: 'entities that another one meets',
    node: defineInterlock(parts),
    nodeOf: (interlock: Interlock) => interlock,
  });
  builder.queryField('interlocks', (t) =>
    t.field({
      type: interlocks,
      description:
        'Whom an entity meets: others that are related to the same events, organizations, topics … That two are related to one thing need not mean that they met. Those that share the most come first, then by slug.',
      args: {
        slug: t.arg.string({ required: true, description: 'The slug of the entity.' }),
        filter: t.arg({
          type: filters.relationFilter,
          description:
            'Which relations both have with what they meet through; `entityTypes` are the types of that.',
        }),
        types: t.arg({ type: [enums.entityType], description: 'The types of the others.' }),
        ...pageArguments(t.arg),
      },
      resolve: (_root, args, context, info) => {
        const question = interlockQuestion(args, vocabulary);
        const shape = entityDraft();
        const planItem = (item: PlannedField): void => {
          for (const child of item.children())
            if (child.name === 'entity') child.plan(shape, entityTypeNames);
        };
        const read = async (selection: PageSelection): Promise<Page<Interlock>> => {
          const reading = { start: 'page of interlocks', question, shape, ...selection } as const;
          const { found, answers } = await context.store.read(reading);
          if (found.rows.length === 0)
            await requireEntities(context.store, [args.slug], { argument: 'slug' });
          return mapPage(found, ({ entity: row, weight }) => ({
            entity: { row, shape, answers },
            weight,
            question,
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
    holds: 'entities that two others meet through',
    node: defineWitness(parts),
    nodeOf: (witness: Witness) => witness,
  });
  return builder.objectRef<Interlock>('Interlock').implement({
    description: 'One that an entity meets.',
    fields: (t) => ({
      entity: t.field({
        type: entity,
        description: 'Whom it meets.',
        resolve: (one) => one.entity,
      }),
      weight: t.exposeInt('weight', { description: 'Through how many different entities.' }),
      witnesses: t.field({
        type: witnesses,
        description: 'Through what they meet, in the order of slugs.',
        args: pageArguments(t.arg),
        resolve: ({ question, entity: met, weight }, args, { loaders }) => {
          const { slug } = met.row;
          const asked = [question, slug];
          const page = pageRequest(args, asked, 1);
          return new Connection<Witness>(
            () => asked,
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
    description: 'What two entities meet through.',
    fields: (t) => ({
      entity: t.field({
        type: entity,
        description: 'What it is.',
        resolve: (one) => one.entity,
      }),
      relations: t.field({
        type: [relation],
        description: 'The relations of either of the two with it, in the order of their keys.',
        resolve: ({ relations }, _args, { answerSize }, info) => answerSize.list(relations, info),
      }),
    }),
  });
}
