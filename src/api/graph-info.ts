import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import { setAsideOf, sourcesSetAside } from '../questions/set-aside.js';
import type { SetAside } from '../store/reading.js';
import type { Counts, FallenNumbers, Store } from '../store/store.js';
import { KENES_VERSION } from '../version.js';
import { brings, takes, workOfFilter } from './kit/cost.js';
import { checkNamedSources } from './kit/named-sources.js';
import { setAsideArguments } from './kit/set-aside-arguments.js';
import type { SchemaParts } from './kit/types.js';

interface GraphInfoSource {
  readonly engine: Store['engine'];
  readonly counts: Counts;
  /** How many records of each kind fall when sources are set aside. */
  readonly fallen: FallenNumbers;
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
        resolve: ({ counts, fallen }) =>
          vocabulary.relationTypeNames.map((type) => ({
            type,
            count: countOf(counts.relations, type) - countOf(fallen.relations, type),
          })),
      }),
      sourceCount: t.int({
        description: 'The number of sources.',
        resolve: ({ counts, fallen }) => counts.sources - fallen.sources,
      }),
      evidenceCount: t.int({
        description: 'The number of pieces of evidence.',
        resolve: ({ counts, fallen }) => counts.evidence - fallen.evidence,
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
      args: setAsideArguments(
        t.arg,
        'They, their evidence and the relations that fall are not counted. Entities and documents are.',
      ),
      extensions: takes((args) => 1 + workOfFilter(args)),
      resolve: async (_root, args, context) => {
        const { store } = context;
        const check = checkNamedSources(sourcesSetAside(args), context);
        if (check) await check;
        const [counts, fallen] = await Promise.all([
          store.counts(),
          countFallen(setAsideOf(args), store),
        ]);
        return { engine: store.engine, counts, fallen };
      },
    }),
  }));
}

async function countFallen(setAside: SetAside, store: Pick<Store, 'read'>): Promise<FallenNumbers> {
  if (Object.keys(setAside).length === 0) return { relations: [], sources: 0, evidence: 0 };
  return (await store.read({ start: 'numbers of the fallen', ...setAside })).found;
}

function countOf(counts: readonly { type: string; count: number }[], type: string): number {
  return counts.find((entry) => entry.type === type)?.count ?? 0;
}
