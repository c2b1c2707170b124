import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import type { Counts, Store } from '../store/store.js';
import { KENES_VERSION } from '../version.js';
import { brings } from './kit/cost.js';
import type { SchemaParts } from './kit/types.js';

interface GraphInfoSource {
  readonly engine: Store['engine'];
  readonly counts: Counts;
}

/** Defines the root field with the counts of the graph and the versions of the engine and service. */
export function defineGraphInfo({ builder, enums, vocabulary }: SchemaParts): void {
  const entityCount = builder
    .objectRef<{ type: EntityType; count: number }>('EntityCount')
    .implement({
      description: 'The number of entities of one type.',
      fields: (t) => ({
        type: t.field({
          type: enums.entityType,
          description: 'The type of the entities.',
          resolve: ({ type }) => type,
        }),
        count: t.exposeInt('count', { description: 'The number of entities of this type.' }),
      }),
    });
  const relationCount = builder
    .objectRef<{ type: string; count: number }>('RelationCount')
    .implement({
      description: 'The number of relations of one type.',
      fields: (t) => ({
        type: t.field({
          type: enums.relationType,
          description: 'The type of the relations.',
          resolve: ({ type }) => type,
        }),
        count: t.exposeInt('count', { description: 'The number of relations of this type.' }),
      }),
    });
  const info = builder.objectRef<GraphInfoSource>('GraphInfo').implement({
    description: 'The size of the graph, and the versions of the engine and of the service.',
    fields: (t) => ({
      engine: t.string({
        description: 'The database engine: SQLite or Neo4j.',
        resolve: ({ engine }) => engine.name,
      }),
      engineVersion: t.string({
        description: 'The version of the database engine.',
        resolve: ({ engine }) => engine.version,
      }),
      version: t.string({
        description: 'The version of this service.',
        resolve: () => KENES_VERSION,
      }),
      entityCounts: t.field({
        type: [entityCount],
        description: 'The number of entities of each type.',
        extensions: brings(entityTypeNames.length),
        resolve: ({ counts }) =>
          entityTypeNames.map((type) => ({ type, count: countOf(counts.entities, type) })),
      }),
      relationCounts: t.field({
        type: [relationCount],
        description: 'The number of relations of each type.',
        extensions: brings(vocabulary.relationTypeNames.length),
        resolve: ({ counts }) =>
          vocabulary.relationTypeNames.map((type) => ({
            type,
            count: countOf(counts.relations, type),
          })),
      }),
      sourceCount: t.int({
        description: 'The number of sources.',
        resolve: ({ counts }) => counts.sources,
      }),
      evidenceCount: t.int({
        description: 'The number of pieces of evidence.',
        resolve: ({ counts }) => counts.evidence,
      }),
      documentCount: t.int({
        description: 'The number of documents that the graph is made of.',
        resolve: ({ counts }) => counts.documents,
      }),
    }),
  });
  builder.queryFields((t) => ({
    graphInfo: t.field({
      type: info,
      description: 'The size of the graph, and the versions of the engine and of the service.',
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
