import { limits } from '../limits.js';
import { entityTypeNames } from '../vocabulary/entity-types.js';
import { networkQuestion, readNetwork, type FoundNetwork } from '../questions/network.js';
import type { GraphShape } from '../store/reading.js';
import { graphDraft } from './kit/drafts.js';
import { PlannedField } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

/** A network with the shape that selected its entities and relations. */
interface ShapedNetwork extends FoundNetwork {
  readonly shape: GraphShape;
}

/** What surrounds entities: what a picture of a part of the graph is drawn from. */
export function defineNetwork({
  builder,
  entity,
  relation,
  enums,
  filters,
  vocabulary,
}: SchemaParts): void {
  const network = builder.objectRef<ShapedNetwork>('Network').implement({
    description:
      'A part of the graph: entities, and all relations between them that were asked for.',
    fields: (t) => ({
      nodes: t.field({
        type: [entity],
        description:
          'The entities: the nearest to the centre first, then those with the most relations, then by slug.',
        resolve: ({ entities, shape, answers }, _args, { answerSize }, info) =>
          answerSize.list(entities, info).map((row) => ({ row, shape: shape.entities, answers })),
      }),
      edges: t.field({
        type: [relation],
        description: 'The relations between them, in the order of their keys.',
        resolve: ({ relations, shape, answers }, _args, { answerSize }, info) =>
          answerSize.list(relations, info).map((row) => ({ row, shape: shape.relations, answers })),
      }),
      truncated: t.boolean({
        description: 'Whether entities were left out.',
        resolve: ({ truncation }) => truncation !== null,
      }),
      reason: t.field({
        type: enums.truncation,
        nullable: true,
        description: 'Why it is not all there is; null where it is.',
        resolve: ({ truncation }) => truncation,
      }),
    }),
  });
  builder.queryField('network', (t) =>
    t.field({
      type: network,
      description:
        'What surrounds some entities, for a picture of it; without a centre, the entities with the most relations.',
      args: {
        center: t.arg.stringList({
          description:
            'The slugs of the entities in the middle. Where absent: all entities that have a relation the filter keeps.',
        }),
        depth: t.arg.int({
          required: true,
          defaultValue: 1,
          description: `How many relations away from a centre, at most ${limits.networkDepth.value}; without a centre it is ignored.`,
        }),
        filter: t.arg({
          type: filters.relationFilter,
          description:
            'Which relations. `direction` says which way they are followed from the centre, `entityTypes` what they may lead to.',
        }),
        limit: t.arg.int({
          required: true,
          defaultValue: 500,
          description: `How many entities, at most ${limits.networkNodes.value.toLocaleString('en')}.`,
        }),
      },
      resolve: async (_root, args, context, info) => {
        const question = networkQuestion(args, vocabulary);
        const shape = graphDraft();
        for (const child of PlannedField.ofResolver(info, context).children()) {
          if (child.name === 'nodes') child.plan(shape.entities, entityTypeNames);
          else if (child.name === 'edges') child.plan(shape.relations);
        }
        return { ...(await readNetwork(context.store, question, shape)), shape };
      },
    }),
  );
}
