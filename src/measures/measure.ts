import type { Direction } from '../vocabulary/vocabulary.js';
import { rankByBetweenness, rankByDegree, rankByPageRank, type Ranking } from './centrality.js';
import { communities, components, type Communities, type Groups } from './groups.js';
import type { MeasuredGraph } from './neighbours.js';

/** The measures, each with its arguments and its result. */
export interface Measures {
  DEGREE: { arguments: object; result: Ranking };
  /** The direction that it follows relations in; null for both. */
  PAGERANK: { arguments: { direction: Direction | null }; result: Ranking };
  BETWEENNESS: { arguments: object; result: Ranking };
  communities: { arguments: object; result: Communities };
  components: { arguments: object; result: Groups };
}

export type MeasureName = keyof Measures;

/** A measure to compute, as data. */
export type Measure<M extends MeasureName = MeasureName> = {
  [N in M]: { readonly measure: N } & Readonly<Measures[N]['arguments']>;
}[M];

export type MeasureResult<M extends MeasureName = MeasureName> = Measures[M]['result'];

const functions: {
  readonly [M in MeasureName]: (graph: MeasuredGraph, measure: Measure<M>) => MeasureResult<M>;
} = {
  DEGREE: rankByDegree,
  PAGERANK: (graph, { direction }) => rankByPageRank(graph, direction),
  BETWEENNESS: rankByBetweenness,
  communities,
  components,
};

/** Computes a measure of a graph. It takes up to seconds, in which nothing else runs. */
export function computeMeasure<M extends MeasureName>(
  graph: MeasuredGraph,
  measure: Measure<M>,
): MeasureResult<M> {
  return functions[measure.measure](graph, measure);
}

/** What a thread is started with. */
export interface MeasureWork<M extends MeasureName = MeasureName> {
  readonly graph: MeasuredGraph;
  readonly measure: Measure<M>;
}
