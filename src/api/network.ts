import { limits } from '../limits.js';
import { entityTypeNames } from '../vocabulary/entity-types.js';
import { networkQuestion, readNetwork, type FoundNetwork } from '../questions/network.js';
import type { GraphShape } from '../store/reading.js';
import { brings } from './kit/cost.js';
import { graphDraft } from './kit/drafts.js';
import { PlannedField } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

/** A network with the shape that selected its entities and relations. */
interface ShapedNetwork extends FoundNetwork {
  readonly shape: GraphShape;
}

/** More relations for each entity of a network than there usually are within it. */
const RELATIONS_OF_EACH = 5;

/** Defines the root field that returns the surroundings of entities, as nodes and edges. */
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
      'A part of the graph: entities, and all relations between them that match the filter.',
    fields: (t) => ({
      nodes: t.field({
        type: [entity],
        description:
          'The entities. Those nearest to a centre come first, then those with the most relations, then by slug.',
        extensions: brings((_args, above) => Number(above['limit'])),
        resolve: ({ entities, shape, answers }, _args, { answerSize }, info) =>
          answerSize.list(entities, info).map((row) => ({ row, shape: shape.entities, answers })),
      }),
      edges: t.field({
        type: [relation],
        description: 'The relations between these entities, sorted by key.',
        extensions: brings((_args, above) => Number(above['limit']) * RELATIONS_OF_EACH),
        resolve: ({ relations, shape, answers }, _args, { answerSize }, info) =>
          answerSize.list(relations, info).map((row) => ({ row, shape: shape.relations, answers })),
      }),
      truncated: t.boolean({
        description: 'Whether entities are missing. `reason` says why.',
        resolve: ({ truncation }) => truncation !== null,
      }),
      reason: t.field({
        type: enums.truncation,
        nullable: true,
        description: 'The reason why entities are missing. Null if the network is complete.',
        resolve: ({ truncation }) => truncation,
      }),
    }),
  });
  builder.queryField('network', (t) =>
    t.field({
      type: network,
      description:
        'The surroundings of entities, as nodes and edges that can be drawn. Without `center`, the entities with the most relations.',
      args: {
        center: t.arg.stringList({
          description:
            'The slugs of the entities in the centre. The default is all entities that have a relation that matches the filter.',
        }),
        depth: t.arg.int({
          required: true,
          defaultValue: 1,
          description: `The maximum distance from a centre, in relations: 0 to ${limits.networkDepth.value}. It is ignored without \`center\`.`,
        }),
        filter: t.arg({
          type: filters.relationFilter,
          description:
            'Follows only relations that match this filter. `direction` is the direction away from the centre; `entityTypes` are the types that relations may lead to.',
        }),
        limit: t.arg.int({
          required: true,
          defaultValue: 500,
          description: `The maximum number of entities: 1 to ${limits.networkNodes.value.toLocaleString('en')}.`,
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
