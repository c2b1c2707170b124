import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import type { Counts, Store } from '../store/store.js';
import { KENES_VERSION } from '../version.js';
import type { SchemaParts } from './kit/types.js';

interface GraphInfoSource {
  readonly engine: Store['engine'];
  readonly counts: Counts;
}

/** What the graph holds, and what keeps it. */
export function defineGraphInfo({ builder, enums, vocabulary }: SchemaParts): void {
  const entityCount = builder
    .objectRef<{ type: EntityType; count: number }>('EntityCount')
    .implement({
      description: 'How many entities of a type there are.',
      fields: (t) => ({
        type: t.field({
          type: enums.entityType,
          description: 'The type.',
          resolve: ({ type }) => type,
        }),
        count: t.exposeInt('count', { description: 'How many there are.' }),
      }),
    });
  const relationCount = builder
    .objectRef<{ type: string; count: number }>('RelationCount')
    .implement({
      description: 'How many relations of a type there are.',
      fields: (t) => ({
        type: t.field({
          type: enums.relationType,
          description: 'The type.',
          resolve: ({ type }) => type,
        }),
        count: t.exposeInt('count', { description: 'How many there are.' }),
      }),
    });
  const info = builder.objectRef<GraphInfoSource>('GraphInfo').implement({
    description: 'What the graph holds, and what keeps it.',
    fields: (t) => ({
      engine: t.string({
        description: 'What keeps it: SQLite or Neo4j.',
        resolve: ({ engine }) => engine.name,
      }),
      engineVersion: t.string({
        description: 'The version of the engine.',
        resolve: ({ engine }) => engine.version,
      }),
      version: t.string({
        description: 'The version of this service.',
        resolve: () => KENES_VERSION,
      }),
      entityCounts: t.field({
        type: [entityCount],
        description: 'How many entities there are of each type.',
        resolve: ({ counts }) =>
          entityTypeNames.map((type) => ({ type, count: countOf(counts.entities, type) })),
      }),
      relationCounts: t.field({
        type: [relationCount],
        description: 'How many relations there are of each type.',
        resolve: ({ counts }) =>
          vocabulary.relationTypeNames.map((type) => ({
            type,
            count: countOf(counts.relations, type),
          })),
      }),
      sourceCount: t.int({
        description: 'How many sources there are.',
        resolve: ({ counts }) => counts.sources,
      }),
      evidenceCount: t.int({
        description: 'How many pieces of evidence there are.',
        resolve: ({ counts }) => counts.evidence,
      }),
    }),
  });
  builder.queryFields((t) => ({
    graphInfo: t.field({
      type: info,
      description: 'What the graph holds, and what keeps it.',
      resolve: async (_root, _args, { store }) => ({
        engine: store.engine,
        counts: await store.counts(),
      }),
    }),
  }));
}

function countOf(counts: readonly { type: string; count: number }[], type: string): number {
  return counts.find((entry) => entry.type === type)?.count ?? 0;
}
