import type { MeasuredGraph } from '../../src/measures/neighbours.js';
import { groupBy } from '../../src/values/group-by.js';
import type { Random } from '../support/worlds.js';

// Measures as their definitions have them, however long they take.

/** Returns a graph in which every entity has a relation, with repeated ones. */
export function randomGraph(
  random: Random,
  nodeCount: number,
  relationCount: number,
): MeasuredGraph {
  const from: number[] = [];
  const to: number[] = [];
  const relate = (one: number, other: number): void => {
    if (one === other) return;
    from.push(one);
    to.push(other);
  };
  for (let node = 0; node < nodeCount; node++)
    relate(node, (node + 1 + random.below(nodeCount - 1)) % nodeCount);
  for (let count = 0; count < relationCount; count++)
    // Some entities have many relations.
    relate(random.below(nodeCount), Math.floor(random.number() ** 2 * nodeCount));
  return { nodeCount, from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

export function neighbourSets({ nodeCount, from, to }: MeasuredGraph): Set<number>[] {
  const sets = Array.from({ length: nodeCount }, () => new Set<number>());
  from.forEach((start, index) => {
    sets[start]!.add(to[index]!);
    sets[to[index]!]!.add(start);
  });
  return sets;
}

/** PageRank by following the relations of `next` very often. */
export function pageRankOf(next: readonly ReadonlySet<number>[]): number[] {
  const { length } = next;
  let scores = next.map(() => 1 / length);
  for (let step = 0; step < 400; step++) {
    const dangling = scores.reduce(
      (sum, score, node) => sum + (next[node]!.size === 0 ? score : 0),
      0,
    );
    const following = next.map(() => 0.15 / length + (0.85 * dangling) / length);
    next.forEach((nodes, node) => {
      for (const other of nodes) following[other]! += (0.85 * scores[node]!) / nodes.size;
    });
    scores = following;
  }
  return scores;
}

/** Betweenness by listing all shortest paths between all pairs. */
export function betweennessOf(neighbours: readonly ReadonlySet<number>[]): number[] {
  const { length } = neighbours;
  const through = neighbours.map(() => 0);
  for (let start = 0; start < length; start++) {
    for (let end = start + 1; end < length; end++) {
      const paths = shortestPaths(neighbours, start, end);
      for (const path of paths)
        for (const node of path.slice(1, -1)) through[node]! += 1 / paths.length;
    }
  }
  const pairs = ((length - 1) * (length - 2)) / 2;
  return through.map((sum) => (pairs === 0 ? 0 : sum / pairs));
}

function shortestPaths(
  neighbours: readonly ReadonlySet<number>[],
  start: number,
  end: number,
): number[][] {
  let paths = [[start]];
  const seen = new Set([start]);
  while (paths.length > 0) {
    const complete = paths.filter((path) => path.at(-1) === end);
    if (complete.length > 0) return complete;
    paths = paths.flatMap((path) =>
      [...neighbours[path.at(-1)!]!]
        .filter((node) => !seen.has(node))
        .map((node) => [...path, node]),
    );
    for (const path of paths) seen.add(path.at(-1)!);
  }
  return [];
}

/** The components, each sorted, by union-find. */
export function componentsOf({ nodeCount, from, to }: MeasuredGraph): number[][] {
  const parents = Array.from({ length: nodeCount }, (_, node) => node);
  const rootOf = (node: number): number => (parents[node] === node ? node : rootOf(parents[node]!));
  from.forEach((start, index) => (parents[rootOf(start)] = rootOf(to[index]!)));
  const byRoot = groupBy(parents.keys(), rootOf);
  return [...byRoot.values()].sort(
    (one, other) => other.length - one.length || one[0]! - other[0]!,
  );
}

/** The modularity of a partition: what is within its groups, less what chance would put there. */
export function modularityOf(
  neighbours: readonly ReadonlySet<number>[],
  groups: readonly number[][],
): number {
  const ends = neighbours.reduce((sum, { size }) => sum + size, 0);
  return groups.reduce((sum, group) => {
    const members = new Set(group);
    const degrees = group.reduce((all, node) => all + neighbours[node]!.size, 0);
    const within = group.reduce(
      (all, node) => all + [...neighbours[node]!].filter((other) => members.has(other)).length,
      0,
    );
    return sum + within / ends - (degrees / ends) ** 2;
  }, 0);
}
