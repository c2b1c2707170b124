import type { EnumRef } from '@pothos/core';
import { limits } from '../limits.js';
import { entityTypeNames } from '../vocabulary/entity-types.js';
import {
  edgesOf,
  linksOf,
  networkQuestion,
  readNetwork,
  type FoundNetwork,
  type NetworkLink,
} from '../questions/network.js';
import type { GraphShape, NetworkFold } from '../store/reading.js';
import type { Types } from './kit/builder.js';
import { brings, takes, workOfFilter } from './kit/cost.js';
import { graphDraft, type GraphDraft } from './kit/drafts.js';
import { PlannedField } from './kit/plan.js';
import { sourcesOfRelationFilter } from '../questions/filters.js';
import { checkNamedSources } from './kit/named-sources.js';
import type { SchemaParts } from './kit/types.js';

/** A network with the shape that selected its entities and relations. */
interface ShapedNetwork extends FoundNetwork {
  readonly shape: GraphShape;
}

/** A link of a network, with the answers of the reading that found it. */
interface ShapedLink extends NetworkLink, Pick<ShapedNetwork, 'shape' | 'answers'> {}

/** More relations for each entity of a network than there usually are within it. */
const RELATIONS_OF_EACH = 5;

/** More links: they are fewer, since parallel relations are put together. */
const LINKS_OF_EACH = 4;

/** More relations and statements than there usually are from one entity to another. */
const LINES_OF_LINK = 2;

/** Defines the root field that returns the surroundings of entities, as nodes and edges. */
export function defineNetwork(parts: SchemaParts): void {
  const { builder, entity, relation, enums, filters, vocabulary } = parts;
  const link = defineLink(parts);
  const fold = defineFold(parts);
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
        resolve: ({ shape, answers, ...found }, _args, { answerSize }, info) =>
          answerSize
            .list(edgesOf(found), info)
            .map((row) => ({ row, shape: shape.relations, answers })),
      }),
      links: t.field({
        type: [link],
        description:
          'The relations between these entities, and the statements that are lines, put together for each pair of entities and direction. Sorted by the slugs of `from` and `to`.',
        extensions: brings((_args, above) => Number(above['limit']) * LINKS_OF_EACH),
        resolve: ({ shape, answers, ...found }, _args, { answerSize }, info) =>
          answerSize.list(linksOf(found), info).map((one) => ({ ...one, shape, answers })),
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
        fold: t.arg({
          type: fold,
          description:
            'With STATEMENTS, a statement is no node but a line of `links`, from who made it to what it is about. It counts as one step of `depth`, if the filter allows both its MADE and its ABOUT relation. A statement in `center` stays a node.',
        }),
      },
      extensions: takes(({ filter }) => 1 + workOfFilter(filter)),
      resolve: async (_root, args, context, info) => {
        const question = networkQuestion(args, vocabulary);
        const check = checkNamedSources(sourcesOfRelationFilter(args.filter), context);
        if (check) await check;
        const shape = graphDraft();
        for (const child of PlannedField.ofResolver(info, context).children()) {
          if (child.name === 'nodes') child.plan(shape.entities, entityTypeNames);
          else if (child.name === 'edges') child.plan(shape.relations);
          else if (child.name === 'links') planLinks(child, shape);
        }
        return { ...(await readNetwork(context.store, question, shape)), shape };
      },
    }),
  );
}

function defineFold({ builder }: SchemaParts): EnumRef<Types, NetworkFold> {
  return builder.enumType('NetworkFold', {
    description: 'What becomes a line of a network instead of a node.',
    values: {
      STATEMENTS: {
        description: 'Each statement is a line from who made it to what it is about.',
      },
    },
  });
}

function defineLink({ builder, entity, entityTypes, relation }: SchemaParts) {
  return builder.objectRef<ShapedLink>('NetworkLink').implement({
    description: 'All that leads from one entity of a network to another one.',
    fields: (t) => ({
      from: t.field({
        type: entity,
        description: 'The entity that the relations lead from, or that made the statements.',
        resolve: ({ from, shape, answers }) => ({ row: from, shape: shape.entities, answers }),
      }),
      to: t.field({
        type: entity,
        description: 'The entity that the relations lead to, or that the statements are about.',
        resolve: ({ to, shape, answers }) => ({ row: to, shape: shape.entities, answers }),
      }),
      count: t.int({
        description: 'The number of `relations` and of `statements` together.',
        resolve: ({ relations, statements }) => relations.length + statements.length,
      }),
      relations: t.field({
        type: [relation],
        description: 'The relations that lead from the one to the other, sorted by key.',
        extensions: brings(LINES_OF_LINK),
        resolve: ({ relations, shape, answers }, _args, { answerSize }, info) =>
          answerSize.list(relations, info).map((row) => ({ row, shape: shape.relations, answers })),
      }),
      statements: t.field({
        type: [entityTypes.Statement],
        description:
          'The statements that the one made about the other, sorted by slug. Empty unless the argument `fold` is STATEMENTS.',
        extensions: brings(LINES_OF_LINK),
        resolve: async ({ statements }, _args, { loaders, answerSize }, info) =>
          answerSize.list(await loaders.presentEntities(statements), info),
      }),
    }),
  });
}

function planLinks(field: PlannedField, shape: GraphDraft): void {
  for (const child of field.children()) {
    if (child.name === 'relations') child.plan(shape.relations);
    if (child.name === 'from' || child.name === 'to') child.plan(shape.entities, entityTypeNames);
  }
}
