import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../errors.js';
import { limits } from '../limits.js';
import { globalId, parseGlobalId } from '../values/keys.js';
import { entityTypeNames } from '../vocabulary/entity-types.js';
import type { RequestContext } from './kit/context.js';
import { brings } from './kit/cost.js';
import { entityDraft, evidenceDraft, relationDraft, sourceDraft } from './kit/drafts.js';
import {
  findDocuments,
  findEntities,
  findEvidence,
  findRelations,
  findSources,
} from './kit/find-records.js';
import { PlannedField } from './kit/plan.js';
import type { Node, SchemaParts } from './kit/types.js';

function typenameOf({ row }: Node): string {
  if ('entryCount' in row) return 'Document';
  if ('key' in row) return 'Relation';
  if ('stance' in row) return 'Evidence';
  return 'type' in row ? row.type : 'Source';
}

function keyOf({ row }: Node): string {
  if ('key' in row) return row.key;
  return 'stance' in row ? row.id : row.slug;
}

/** Defines the interface and root fields that Relay clients need: https://relay.dev/graphql/objectidentification.htm */
export function defineNode({ builder, node }: SchemaParts): void {
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

/** Returns the objects in the order of the ids, with null for an id that no object has. */
async function readNodes(
  ids: readonly string[],
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<(Node | null)[]> {
  const parsed = ids.map(parseGlobalId);
  const keysOf = (...typenames: readonly string[]): string[] =>
    parsed.flatMap((id) => (id && typenames.includes(id.typename) ? [id.key] : []));
  const field = PlannedField.ofResolver(info, context);
  const [entities, relations] = [entityDraft(), relationDraft()];
  const [evidence, sources] = [evidenceDraft(), sourceDraft()];
  field.plan(entities, entityTypeNames);
  field.plan(relations, ['Relation']);
  field.plan(evidence, ['Evidence']);
  field.plan(sources, ['Source']);
  const found: readonly ReadonlyMap<string, Node>[] = await Promise.all([
    findEntities(keysOf(...entityTypeNames), entities, context),
    findRelations(keysOf('Relation'), relations, context),
    findEvidence(keysOf('Evidence'), evidence, context),
    findSources(keysOf('Source'), sources, context),
    findDocuments(keysOf('Document'), context),
  ]);
  return parsed.map((id) => {
    if (!id) return null;
    const named = found.flatMap((byKey) => byKey.get(id.key) ?? []);
    return named.find((item) => typenameOf(item) === id.typename) ?? null;
  });
}
