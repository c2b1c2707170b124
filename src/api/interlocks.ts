import { entityTypeNames } from '../vocabulary/entity-types.js';
import { entityShape, type InterlockQuestion } from '../store/reading.js';
import type { InterlockRecord, WitnessRecord } from '../model/records.js';
import {
  Connection,
  defineConnection,
  markOf,
  pageArguments,
  pageRequest,
  planConnection,
} from './kit/connection.js';
import { interlockQuestion } from '../questions/interlocks.js';
import { requireEntities } from '../questions/known-slugs.js';
import { PlannedField } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

/** One that an entity meets, with the question that found it. */
interface Interlock extends InterlockRecord {
  readonly question: InterlockQuestion;
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
      resolve: async (_root, args, context, info) => {
        const question = interlockQuestion(args, vocabulary);
        const page = pageRequest(args, question, 2);
        const shape = entityShape();
        const wish = { wantsRows: false, wantsCount: false };
        planConnection(PlannedField.ofResolver(info, context), wish, (item) => {
          if (!context.planReadings) return;
          for (const child of item.children())
            if (child.name === 'entity') child.plan(shape, entityTypeNames);
        });
        const found = await context.store.read({
          start: 'page of interlocks',
          question,
          page,
          shape,
          ...wish,
        });
        if (found.rows.length === 0)
          await requireEntities(context.store, [args.slug], { argument: 'slug' });
        const rows = found.rows.map(({ item, keyset }) => ({
          item: { ...item, question },
          keyset,
        }));
        const answer = { ...found, rows };
        return Connection.of(answer, question);
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
    nodeOf: (witness: WitnessRecord) => witness,
  });
  return builder.objectRef<Interlock>('Interlock').implement({
    description: 'One that an entity meets.',
    fields: (t) => ({
      entity: t.field({
        type: entity,
        description: 'Whom it meets.',
        resolve: ({ entity: record }) => record,
      }),
      weight: t.exposeInt('weight', { description: 'Through how many different entities.' }),
      witnesses: t.field({
        type: witnesses,
        description: 'Through what they meet, in the order of slugs.',
        args: pageArguments(t.arg),
        resolve: ({ question, entity: { slug }, weight }, args, { loaders }) => {
          const asked = [question, slug];
          const page = pageRequest(args, asked, 1);
          return new Connection<WitnessRecord>(
            () => markOf(asked),
            null,
            ({ rows }) =>
              rows
                ? loaders.witnesses(question, page, slug)
                : Promise.resolve({
                    rows: [],
                    hasNextPage: false,
                    hasPreviousPage: false,
                    totalCount: weight,
                  }),
          );
        },
      }),
    }),
  });
}

function defineWitness({ builder, entity, relation }: SchemaParts) {
  return builder.objectRef<WitnessRecord>('Witness').implement({
    description: 'What two entities meet through.',
    fields: (t) => ({
      entity: t.field({
        type: entity,
        description: 'What it is.',
        resolve: ({ entity: record }) => record,
      }),
      relations: t.field({
        type: [relation],
        description: 'The relations of either of the two with it, in the order of their keys.',
        resolve: ({ relations }, _args, { answerSize }, info) => answerSize.list(relations, info),
      }),
    }),
  });
}
