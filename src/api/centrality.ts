import type { EnumRef } from '@pothos/core';
import { COUNTED_FROM_ALL, type Sample } from '../measures/betweenness.js';
import { DAMPING, type Ranking } from '../measures/centrality.js';
import { pageOfList } from '../measures/pages.js';
import { directedMeasureQuestion, undirectedMeasureQuestion } from '../questions/measures.js';
import type { EntityItem } from '../store/answers.js';
import { mapPage } from '../store/page.js';
import { entityTypeNames } from '../vocabulary/entity-types.js';
import type { Types } from './kit/builder.js';
import { defineConnection, pageArguments } from './kit/connection.js';
import { entityDraft } from './kit/drafts.js';
import {
  measuredFields,
  measureFilterDescription,
  ofWhichGraph,
  readMeasured,
  takesMeasuring,
  type MeasuredConnection,
} from './kit/measured.js';
import type { SchemaParts } from './kit/types.js';

/** The measures that rank entities. */
type CentralityMeasure = 'DEGREE' | 'PAGERANK' | 'BETWEENNESS';

/** A place in a ranking. */
interface Ranked {
  readonly slug: string;
  readonly score: number;
  readonly rank: number;
}

interface RankedEntity extends Ranked {
  readonly entity: EntityItem;
}

/** Defines the root field that ranks entities by a measure of how they are related. */
export function defineCentrality(parts: SchemaParts): void {
  const { builder, filters, vocabulary } = parts;
  const type = defineRanking(parts);
  const measures = defineMeasures(parts);
  builder.queryField('centrality', (t) =>
    t.field({
      type,
      description: `Ranks entities by how they are related to others. ${ofWhichGraph} A high rank says where an entity stands among these sources, which write more of some than of others; it does not say how much power anybody has. The highest scores come first, then by slug.`,
      args: {
        measure: t.arg({ type: measures, required: true, description: 'What the score is.' }),
        filter: t.arg({
          type: filters.relationFilter,
          description: `${measureFilterDescription} \`direction\` is only for PAGERANK, which then follows relations in this direction alone.`,
        }),
        ...pageArguments(t.arg),
      },
      extensions: takesMeasuring,
      resolve: (_root, args, context, info) => {
        const { measure, filter } = args;
        const asked =
          measure === 'PAGERANK'
            ? directedMeasureQuestion(filter, vocabulary)
            : { question: undirectedMeasureQuestion(filter, vocabulary, measure), direction: null };
        const { question, direction } = asked;
        const { store, measures } = context;
        const work = measure === 'PAGERANK' ? { measure, direction } : { measure };
        const shape = entityDraft();
        return readMeasured<RankedEntity, CentralityMeasure>(
          {
            args,
            question: [work, question],
            keysetLength: 2,
            compute: () => measures.measured(question, work, store.signal),
            planItem: (item) => item.plan(shape, entityTypeNames),
            read: async ({ slugs, result }, page, { wantsRows }) => {
              const places = pageOfList(rankedList(slugs, result), page);
              if (!wantsRows) return mapPage<Ranked, RankedEntity>(places, () => null);
              const onPage = places.rows.map(({ item }) => item.slug);
              const reading = { start: 'entities by slug', slugs: onPage, shape } as const;
              const { found, answers } = await store.read(reading);
              const rows = new Map(found.map((row) => [row.slug, row]));
              return mapPage(places, (place) => {
                // It may have been removed in the meantime.
                const row = rows.get(place.slug);
                return row ? { ...place, entity: { row, shape, answers } } : null;
              });
            },
          },
          context,
          info,
        );
      },
    }),
  );
}

function rankedList(slugs: readonly string[], { nodes, scores, ranks }: Ranking) {
  const slugAt = (place: number): string => slugs[nodes[place] ?? 0] ?? '';
  return {
    length: nodes.length,
    keysetOf: (place: number) => [ranks[place] ?? 0, slugAt(place)],
    itemOf: (place: number): Ranked => ({
      slug: slugAt(place),
      score: scores[place] ?? 0,
      rank: ranks[place] ?? 0,
    }),
  };
}

function defineMeasures({ builder }: SchemaParts): EnumRef<Types, CentralityMeasure> {
  return builder.enumType('CentralityMeasure', {
    description: 'A measure of how an entity is related to others.',
    values: {
      DEGREE: {
        description:
          'The number of different entities that it is related to. The field `degree` of an entity counts its relations instead.',
      },
      PAGERANK: {
        description: `The share of time that a walk from entity to entity spends at it, 0 to 1. At each step, the walk follows one of the relations with a probability of ${String(DAMPING)}, else it goes on at any entity. Relations are followed in both directions, unless the filter has a \`direction\`.`,
      },
      BETWEENNESS: {
        description:
          'The share of the shortest paths between two other entities that lead through it, 0 to 1, averaged over all pairs. Relations are followed in both directions.',
      },
    } as const,
  });
}

function defineRanking(parts: SchemaParts) {
  const { builder, pageInfo, entity } = parts;
  const sample = builder.objectRef<Sample>('CentralitySample').implement({
    description: 'The entities that betweenness was computed from, drawn at random.',
    fields: (t) => ({
      nodeCount: t.exposeInt('nodeCount', {
        description: 'The number of entities that were drawn. Only paths that start at them count.',
      }),
      seed: t.exposeInt('seed', {
        description:
          'The seed of the random numbers. It never changes, so the same are drawn again.',
      }),
    }),
  });
  return defineConnection<
    RankedEntity,
    EntityItem,
    MeasuredConnection<RankedEntity, CentralityMeasure>
  >(parts, pageInfo, {
    name: 'Centrality',
    plural: 'entities in the order of a measure',
    node: entity,
    nodeOf: (ranked) => ranked.entity,
    edgeFields: (t) => ({
      score: t.float({
        description: 'The score, rounded to twelve decimals. `measure` says what it is.',
        resolve: ({ row }) => row.item.score,
      }),
      rank: t.int({
        description: 'One more than the number of entities with a higher score.',
        resolve: ({ row }) => row.item.rank,
      }),
    }),
    connectionFields: (t) => ({
      ...measuredFields(t),
      sample: t.field({
        type: sample,
        nullable: true,
        description: `The sample that BETWEENNESS was estimated from. Null if the scores are exact, as they are for the other measures, and for up to ${COUNTED_FROM_ALL.toLocaleString('en')} entities unless they have very many relations.`,
        resolve: ({ measured }) => measured.result.sample,
      }),
    }),
  });
}
