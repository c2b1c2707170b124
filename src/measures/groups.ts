import louvain from 'graphology-communities-louvain';
import { libraryGraph } from './library-graph.js';
import { at, neighboursOf, type MeasuredGraph } from './neighbours.js';
import { seededRandom } from './seeded-random.js';

/** The entities of a graph in groups, each in one: the largest group first, then by first entity. */
export interface Groups {
  /** The entities, group by group, within a group in the order of their numbers. */
  readonly nodes: Uint32Array;
  /** Where each group starts in `nodes`, and behind them the number of all entities. */
  readonly starts: Uint32Array;
}

export interface Communities extends Groups {
  /** How much more is related within the groups than by chance, -0.5 to 1; null without relations. */
  readonly modularity: number | null;
  /** The seed of the random numbers. */
  readonly seed: number;
}

const SEED = 1;

/** The decimals of the modularity. */
const DECIMALS = 1e12;

/** Groups entities that are related to each other more than to others, by the Louvain method. */
export function communities(graph: MeasuredGraph): Communities {
  if (graph.from.length === 0) return { ...groupsOf([]), modularity: null, seed: SEED };
  const found = louvain.detailed(libraryGraph(graph, null), {
    getEdgeWeight: null,
    rng: seededRandom(SEED),
  });
  const groups = Array.from({ length: found.count }, (): number[] => []);
  for (let node = 0; node < graph.nodeCount; node++)
    groups[found.communities[node] ?? 0]?.push(node);
  const modularity = Math.round(found.modularity * DECIMALS) / DECIMALS;
  return { ...groupsOf(groups), modularity, seed: SEED };
}

/** Groups entities between which there is a path. */
export function components(graph: MeasuredGraph): Groups {
  const { starts, list } = neighboursOf(graph, null);
  const isReached = new Uint8Array(graph.nodeCount);
  const groups: number[][] = [];
  for (let first = 0; first < graph.nodeCount; first++) {
    if (isReached[first] === 1) continue;
    isReached[first] = 1;
    const group = [first];
    // The loop goes on to the nodes that it adds.
    for (const node of group) {
      for (const neighbour of list.subarray(starts[node], starts[node + 1])) {
        if (isReached[neighbour] === 1) continue;
        isReached[neighbour] = 1;
        group.push(neighbour);
      }
    }
    groups.push(group);
  }
  return groupsOf(groups);
}

function groupsOf(unsorted: readonly number[][]): Groups {
  const groups = unsorted
    .map((nodes) => Uint32Array.from(nodes).sort())
    .sort((one, other) => other.length - one.length || at(one, 0) - at(other, 0));
  const starts = new Uint32Array(groups.length + 1);
  groups.forEach(({ length }, index) => (starts[index + 1] = at(starts, index) + length));
  const nodes = new Uint32Array(at(starts, groups.length));
  groups.forEach((group, index) => nodes.set(group, starts[index]));
  return { nodes, starts };
}
