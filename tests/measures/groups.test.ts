import { describe, expect, it } from '@jest/globals';
import { communities, components, type Groups } from '../../src/measures/groups.js';
import { Random, randomSeed } from '../support/worlds.js';
import { componentsOf, modularityOf, neighbourSets, randomGraph } from './reference.js';

const sizes = [
  [2, 0],
  [9, 0],
  [30, 0],
  [30, 20],
  [200, 50],
] as const;

describe.each(sizes)(
  `of a random graph of %i entities (KENES_TEST_SEED=${randomSeed})`,
  (nodes, relations) => {
    const graph = randomGraph(new Random(randomSeed + nodes + relations), nodes, relations);

    it('the components are the entities between which there is a path, the largest first', () => {
      expect(listsOf(components(graph))).toEqual(componentsOf(graph));
    });

    it('the communities have each entity once, and the modularity of their definition', () => {
      const found = communities(graph);
      const lists = listsOf(found);
      expect(lists.flat().sort((one, other) => one - other)).toEqual([...Array(nodes).keys()]);
      expect(found.modularity).toBeCloseTo(modularityOf(neighbourSets(graph), lists), 9);
      expect(lists).toEqual(
        [...lists].sort((one, other) => other.length - one.length || one[0]! - other[0]!),
      );
    });

    it('the communities are the same every time', () => {
      expect(communities(graph)).toEqual(communities(graph));
    });
  },
);

describe('communities', () => {
  it('are found where a few relations join groups in which all are related', () => {
    const groups = [[0, 1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11]]; // prettier-ignore
    const within = groups.flatMap((group) =>
      group.flatMap((one) =>
        group.filter((other) => one < other).map((other) => [one, other] as const),
      ),
    );
    const all = [...within, [0, 5], [6, 9]] as const;
    const found = communities({
      nodeCount: 12,
      from: Uint32Array.from(all, ([from]) => from),
      to: Uint32Array.from(all, ([, to]) => to),
    });
    expect(listsOf(found)).toEqual(groups);
  });

  it('of an empty graph are none, with no modularity', () => {
    const empty = { nodeCount: 0, from: new Uint32Array(0), to: new Uint32Array(0) };
    expect(communities(empty)).toMatchObject({ nodes: new Uint32Array(0), modularity: null });
    expect(listsOf(components(empty))).toEqual([]);
  });
});

function listsOf({ nodes, starts }: Groups): number[][] {
  return [...starts.slice(0, -1)].map((start, index) => [
    ...nodes.subarray(start, starts[index + 1]),
  ]);
}
