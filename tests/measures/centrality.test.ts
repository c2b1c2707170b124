import { describe, expect, it } from '@jest/globals';
import { betweenness, COUNTED_FROM_ALL } from '../../src/measures/betweenness.js';
import {
  rankByBetweenness,
  rankByDegree,
  rankByPageRank,
  type Ranking,
} from '../../src/measures/centrality.js';
import type { MeasuredGraph } from '../../src/measures/neighbours.js';
import { Random, randomSeed } from '../support/worlds.js';
import { betweennessOf, neighbourSets, pageRankOf, randomGraph } from './reference.js';

const sizes = [
  [2, 0],
  [3, 1],
  [7, 4],
  [20, 10],
  [20, 60],
  [40, 20],
] as const;

describe.each(sizes)(
  `of a random graph of %i entities (KENES_TEST_SEED=${randomSeed})`,
  (nodes, relations) => {
    const graph = randomGraph(new Random(randomSeed + nodes + relations), nodes, relations);
    const neighbours = neighbourSets(graph);

    it('the degree is the number of different neighbours', () => {
      expectScores(
        rankByDegree(graph),
        neighbours.map(({ size }) => size),
      );
    });

    it('PageRank is where a random walk settles, in both directions or in one', () => {
      const forward = neighbours.map(() => new Set<number>());
      const backward = neighbours.map(() => new Set<number>());
      graph.from.forEach((start, index) => {
        forward[start]!.add(graph.to[index]!);
        backward[graph.to[index]!]!.add(start);
      });
      expectScores(rankByPageRank(graph, null), pageRankOf(neighbours));
      expectScores(rankByPageRank(graph, 'FORWARD'), pageRankOf(forward));
      expectScores(rankByPageRank(graph, 'BACKWARD'), pageRankOf(backward));
    });

    it('betweenness is the share of all shortest paths', () => {
      expectScores(rankByBetweenness(graph), betweennessOf(neighbours));
    });
  },
);

describe('a ranking', () => {
  it('has the highest score first, and entities of one score with one rank, in their order', () => {
    const star: MeasuredGraph = {
      nodeCount: 5,
      from: Uint32Array.of(0, 1, 3, 4, 4),
      to: Uint32Array.of(2, 2, 2, 2, 3),
    };
    expect(rankByDegree(star)).toEqual({
      nodes: Uint32Array.of(2, 3, 4, 0, 1),
      scores: Float64Array.of(4, 2, 2, 1, 1),
      ranks: Uint32Array.of(1, 2, 2, 4, 4),
      sample: null,
    });
  });

  it('of an empty graph is empty', () => {
    const empty = { nodeCount: 0, from: new Uint32Array(0), to: new Uint32Array(0) };
    for (const rank of [
      rankByDegree,
      rankByBetweenness,
      (graph: MeasuredGraph) => rankByPageRank(graph, null),
    ])
      expect(rank(empty).nodes).toHaveLength(0);
  });
});

describe('betweenness', () => {
  it('counts more shortest paths than fit into 32 bits', () => {
    // A chain of 12 layers of 10 entities, of which each is related to all of the next layer, has
    // 10^10 shortest paths from its one end to the other.
    const layers = 12;
    const relations = Array.from({ length: (layers - 1) * 100 }, (_, index) => {
      const layer = Math.floor(index / 100) * 10;
      return [layer + (Math.floor(index / 10) % 10), layer + 10 + (index % 10)] as const;
    });
    const graph = {
      nodeCount: layers * 10,
      from: Uint32Array.from(relations, ([from]) => from),
      to: Uint32Array.from(relations, ([, to]) => to),
    };
    const { scores } = betweenness(graph);
    // Between layers, a path leads through one of ten; within a layer, through one of the next ones.
    const isEnd = (layer: number): boolean => layer === 0 || layer === layers - 1;
    const pairs = ((graph.nodeCount - 1) * (graph.nodeCount - 2)) / 2;
    for (let node = 0; node < graph.nodeCount; node++) {
      const layer = Math.floor(node / 10);
      const beside = [layer - 1, layer + 1].filter((other) => other >= 0 && other < layers);
      const within = beside.reduce((sum, other) => sum + 45 / (isEnd(other) ? 10 : 20), 0);
      const between = (layer * 10 * (layers - 1 - layer) * 10) / 10;
      expect(scores[node]).toBeCloseTo((between + within) / pairs, 9);
    }
  });

  it('is exact up to a number of entities, and estimated from a sample that never changes above', () => {
    const random = new Random(7);
    const exact = randomGraph(random, COUNTED_FROM_ALL, 4_000);
    const large = randomGraph(random, COUNTED_FROM_ALL + 1, 4_000);
    expect(betweenness(exact).sample).toBeNull();
    const { sample, scores } = betweenness(large);
    expect(sample).toEqual({ nodeCount: 500, seed: 1 });
    expect(betweenness(large).scores).toEqual(scores);
    const top = rankByBetweenness(large).nodes.subarray(0, 5);
    // Without its one last entity, the graph is small enough to be exact.
    const isKept = (_: number, index: number): boolean =>
      Math.max(large.from[index]!, large.to[index]!) < COUNTED_FROM_ALL;
    const smaller = {
      nodeCount: COUNTED_FROM_ALL,
      from: large.from.filter(isKept),
      to: large.to.filter(isKept),
    };
    const exactScores = betweenness(smaller).scores;
    for (const node of top)
      expect(Math.abs(scores[node]! / exactScores[node]! - 1)).toBeLessThan(0.1);
  });
});

/** Expects the score of each entity, and that the ranking is in their order. */
function expectScores({ nodes, scores, ranks }: Ranking, expected: readonly number[]): void {
  expect([...nodes].sort((one, other) => one - other)).toEqual([...expected.keys()]);
  nodes.forEach((node, place) => {
    expect(scores[place]).toBeCloseTo(expected[node]!, 9);
    if (place > 0) expect(scores[place]).toBeLessThanOrEqual(scores[place - 1]!);
    expect(ranks[place]).toBe(1 + scores.filter((score) => score > scores[place]!).length);
  });
}
