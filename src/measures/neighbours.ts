import type { Direction } from '../vocabulary/vocabulary.js';

/**
 * The graph that measures are computed over: entities, by numbers from 0, and the relations between
 * two of them. Every entity has a relation, and none has one with itself. Several relations between
 * the same two entities are allowed.
 */
export interface MeasuredGraph {
  readonly nodeCount: number;
  /** Where each relation starts. */
  readonly from: Uint32Array;
  /** Where it leads, in the same order. */
  readonly to: Uint32Array;
}

/**
 * The neighbours of all entities, one entity after the other: those of entity `n` are in `list`
 * from `starts[n]` up to `starts[n + 1]`, sorted, each once.
 */
export interface Neighbours {
  readonly starts: Uint32Array;
  readonly list: Uint32Array;
}

/** Returns the neighbours along relations in a direction; null for both. */
export function neighboursOf(
  { nodeCount, from, to }: MeasuredGraph,
  direction: Direction | null,
): Neighbours {
  const ways: (readonly [Uint32Array, Uint32Array])[] = [];
  if (direction !== 'BACKWARD') ways.push([from, to]);
  if (direction !== 'FORWARD') ways.push([to, from]);
  const starts = startsOf(
    nodeCount,
    ways.map(([near]) => near),
  );
  const list = new Uint32Array(at(starts, nodeCount));
  const ends = starts.slice();
  for (const [near, far] of ways) {
    for (let index = 0; index < near.length; index++) {
      const node = at(near, index);
      list[at(ends, node)] = at(far, index);
      ends[node] = at(ends, node) + 1;
    }
  }
  return withoutRepetition({ starts, list });
}

/** Returns the number at an index that the array has. */
export function at(array: Uint32Array | Int32Array | Float64Array, index: number): number {
  return array[index] ?? 0;
}

/** Returns where the neighbours of each entity start, if none is left out. */
function startsOf(nodeCount: number, ends: readonly Uint32Array[]): Uint32Array {
  const starts = new Uint32Array(nodeCount + 1);
  for (const nodes of ends) for (const node of nodes) starts[node + 1] = at(starts, node + 1) + 1;
  for (let node = 0; node < nodeCount; node++)
    starts[node + 1] = at(starts, node + 1) + at(starts, node);
  return starts;
}

function withoutRepetition({ starts, list }: Neighbours): Neighbours {
  const kept = { starts: new Uint32Array(starts.length), list: new Uint32Array(list.length) };
  let count = 0;
  for (let node = 0; node + 1 < starts.length; node++) {
    let last: number | undefined;
    for (const neighbour of list.subarray(starts[node], starts[node + 1]).sort()) {
      if (neighbour !== last) kept.list[count++] = neighbour;
      last = neighbour;
    }
    kept.starts[node + 1] = count;
  }
  return { starts: kept.starts, list: kept.list.slice(0, count) };
}
