import pagerank from 'graphology-metrics/centrality/pagerank.js';
import type { Direction } from '../vocabulary/vocabulary.js';
import { betweenness, type Sample } from './betweenness.js';
import { libraryGraph } from './library-graph.js';
import { at, neighboursOf, type MeasuredGraph } from './neighbours.js';

/** Entities in the order of a measure, best first. */
export interface Ranking {
  /** By place: the entity. Entities of one score are in the order of their numbers. */
  readonly nodes: Uint32Array;
  /** By place: the score, rounded to `DECIMALS`. */
  readonly scores: Float64Array;
  /** By place: one more than the number of entities with a higher score. */
  readonly ranks: Uint32Array;
  /** The entities that it was computed from; null if all of them. */
  readonly sample: Sample | null;
}

/** The probability that a walk of PageRank follows a relation, and does not start again. */
export const DAMPING = 0.85;

/** How exact PageRank is: the sum of what the last step changed. */
const TOLERANCE = 1e-10;

/**
 * The decimals of a score. What differs in later ones may differ only because numbers were added in
 * another order.
 */
const DECIMALS = 1e12;

/** Ranks entities by how many others each is related to. */
export function rankByDegree(graph: MeasuredGraph): Ranking {
  const { starts } = neighboursOf(graph, null);
  const degrees = Float64Array.from(
    { length: graph.nodeCount },
    (_, node) => at(starts, node + 1) - at(starts, node),
  );
  return ranking(degrees, null);
}

/** Ranks entities by PageRank along relations in a direction; null for both. */
export function rankByPageRank(graph: MeasuredGraph, direction: Direction | null): Ranking {
  const { nodeCount } = graph;
  // The library looks for a sum that is less than 0 then.
  if (nodeCount === 0) return ranking(new Float64Array(0), null);
  const found = pagerank(libraryGraph(graph, direction), {
    getEdgeWeight: null,
    alpha: DAMPING,
    tolerance: TOLERANCE / nodeCount,
    maxIterations: 1_000,
  });
  const scores = Float64Array.from({ length: nodeCount }, (_, node) => found[node] ?? 0);
  return ranking(scores, null);
}

/** Ranks entities by how many shortest paths between two others lead through each. */
export function rankByBetweenness(graph: MeasuredGraph): Ranking {
  const { scores, sample } = betweenness(graph);
  return ranking(scores, sample);
}

function ranking(exact: Float64Array, sample: Sample | null): Ranking {
  const byNode = exact.map((score) => Math.round(score * DECIMALS) / DECIMALS);
  const nodes = Uint32Array.from(byNode, (_, node) => node);
  nodes.sort((one, other) => at(byNode, other) - at(byNode, one) || one - other);
  const scores = Float64Array.from(nodes, (node) => at(byNode, node));
  const ranks = new Uint32Array(nodes.length);
  scores.forEach((score, place) => {
    const isTie = place > 0 && score === scores[place - 1];
    ranks[place] = isTie ? at(ranks, place - 1) : place + 1;
  });
  return { nodes, scores, ranks, sample };
}
