import { at, neighboursOf, type MeasuredGraph, type Neighbours } from './neighbours.js';
import { seededRandom } from './seeded-random.js';

/** A part of the entities of a graph that was drawn at random. */
export interface Sample {
  /** The number of entities that were drawn. */
  readonly nodeCount: number;
  /** The seed of the random numbers. */
  readonly seed: number;
}

export interface Betweenness {
  /** By entity: the share of all shortest paths between two others that lead through it, 0 to 1. */
  readonly scores: Float64Array;
  /** The entities at which the paths start; null if all of them. */
  readonly sample: Sample | null;
}

/** Up to this number of entities, paths from all of them are counted. */
export const COUNTED_FROM_ALL = 2_000;

/** From how many entities paths are counted at most in a larger graph. */
const SAMPLED_NODES = 500;

/** The entities and relations that all searches together visit at most: a few seconds' worth. */
const VISITS = 150_000_000;

const SEED = 1;

/**
 * Computes how many of the shortest paths between two others lead through each entity, by the
 * algorithm of Brandes: https://doi.org/10.1080/0022250X.2001.9990249. The indexed-brandes of
 * graphology counts paths in 32 bits, of which there are more in large graphs.
 */
export function betweenness(graph: MeasuredGraph): Betweenness {
  const { nodeCount } = graph;
  const neighbours = neighboursOf(graph, null);
  const affordable = Math.floor(VISITS / (nodeCount + neighbours.list.length + 1));
  const most = nodeCount <= COUNTED_FROM_ALL ? nodeCount : SAMPLED_NODES;
  const count = Math.max(1, Math.min(most, affordable));
  const isSample = count < nodeCount;
  const starts = isSample
    ? sampleOf(nodeCount, count)
    : Uint32Array.from({ length: nodeCount }, (_, node) => node);
  const search = new PathSearch(neighbours, nodeCount);
  for (const start of starts) search.from(start);
  const pairs = (count * (nodeCount - 1) * (nodeCount - 2)) / nodeCount;
  return {
    scores: pairs > 0 ? search.through.map((paths) => paths / pairs) : search.through,
    sample: isSample ? { nodeCount: count, seed: SEED } : null,
  };
}

/** Draws so many different entities, by the first steps of a shuffle (Fisher and Yates). */
function sampleOf(nodeCount: number, count: number): Uint32Array {
  const random = seededRandom(SEED);
  const nodes = Uint32Array.from({ length: nodeCount }, (_, node) => node);
  for (let index = 0; index < count; index++) {
    const other = index + Math.floor(random() * (nodeCount - index));
    [nodes[index], nodes[other]] = [at(nodes, other), at(nodes, index)];
  }
  return nodes.subarray(0, count);
}

/** Counts the shortest paths through entities, from one start after the other. */
class PathSearch {
  /**
   * By entity: the sum, over all starts and all ends, of the share of the shortest paths that lead
   * through it.
   */
  readonly through: Float64Array;
  private readonly distances: Int32Array;
  /** By entity: the number of shortest paths to it. */
  private readonly paths: Float64Array;
  /** By entity: the share of shortest paths through it, summed over all ends. */
  private readonly shares: Float64Array;
  /** The entities that were reached, the nearest first. */
  private readonly reached: Uint32Array;

  constructor(
    private readonly neighbours: Neighbours,
    nodeCount: number,
  ) {
    this.through = new Float64Array(nodeCount);
    this.distances = new Int32Array(nodeCount);
    this.paths = new Float64Array(nodeCount);
    this.shares = new Float64Array(nodeCount);
    this.reached = new Uint32Array(nodeCount);
  }

  from(start: number): void {
    this.addShares(this.reach(start));
  }

  /** Returns the number of entities that were reached. */
  private reach(start: number): number {
    const { distances, paths, shares, reached } = this;
    const { starts, list } = this.neighbours;
    distances.fill(-1);
    distances[start] = 0;
    paths[start] = 1;
    shares[start] = 0;
    reached[0] = start;
    let count = 1;
    for (let next = 0; next < count; next++) {
      const node = at(reached, next);
      const distance = at(distances, node) + 1;
      const end = at(starts, node + 1);
      for (let index = at(starts, node); index < end; index++) {
        const neighbour = at(list, index);
        if (at(distances, neighbour) < 0) {
          distances[neighbour] = distance;
          paths[neighbour] = 0;
          shares[neighbour] = 0;
          reached[count++] = neighbour;
        }
        if (at(distances, neighbour) === distance)
          paths[neighbour] = at(paths, neighbour) + at(paths, node);
      }
    }
    return count;
  }

  /** Adds up the shares of the entities that were reached, the farthest first, without the start. */
  private addShares(count: number): void {
    const { distances, paths, shares, reached, through } = this;
    const { starts, list } = this.neighbours;
    for (let last = count - 1; last > 0; last--) {
      const node = at(reached, last);
      const before = at(distances, node) - 1;
      const share = (1 + at(shares, node)) / at(paths, node);
      const end = at(starts, node + 1);
      for (let index = at(starts, node); index < end; index++) {
        const neighbour = at(list, index);
        if (at(distances, neighbour) === before)
          shares[neighbour] = at(shares, neighbour) + at(paths, neighbour) * share;
      }
      through[node] = at(through, node) + at(shares, node);
    }
  }
}
