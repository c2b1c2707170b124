import iterate from 'graphology-layout-forceatlas2/iterate.js';

/** What is settled: the places of nodes, and which of them are linked. */
export interface Unsettled {
  /** x and y of each node, one after the other. */
  readonly places: Float32Array;
  /** The numbers of the two nodes of each link, one after the other. */
  readonly links: Uint32Array;
}

/** The numbers of a node and of a link, as the iteration reads and writes them. */
const NODE = 10;
const LINK = 3;
const MASS = 6;
const CONVERGENCE = 7;
const SIZE = 8;

const SETTINGS = {
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 0,
  scalingRatio: 10,
  strongGravityMode: true,
  gravity: 0.05,
  barnesHutTheta: 0.5,
};
/** From so many nodes on, far ones are taken together. */
const TAKEN_TOGETHER = 1000;

/** Returns x and y of each node after ForceAtlas2. Equal input has an equal result. */
export function settle({ places, links }: Unsettled): Float32Array {
  const count = places.length / 2;
  const nodes = new Float32Array(count * NODE);
  for (let node = 0; node < count; node++) {
    nodes[node * NODE] = places[node * 2] ?? 0;
    nodes[node * NODE + 1] = places[node * 2 + 1] ?? 0;
    nodes[node * NODE + MASS] = 1;
    nodes[node * NODE + CONVERGENCE] = 1;
    nodes[node * NODE + SIZE] = 1;
  }
  const edges = new Float32Array((links.length / 2) * LINK);
  for (let link = 0; link < links.length / 2; link++) {
    for (const end of [0, 1]) {
      const node = links[link * 2 + end] ?? 0;
      edges[link * LINK + end] = node * NODE;
      nodes[node * NODE + MASS] = (nodes[node * NODE + MASS] ?? 0) + 1;
    }
    edges[link * LINK + 2] = 1;
  }
  const settings = {
    ...SETTINGS,
    barnesHutOptimize: count > TAKEN_TOGETHER,
    slowDown: 1 + Math.log(count),
  };
  for (let round = 0; round < roundsFor(count); round++) iterate(settings, nodes, edges);
  return Float32Array.from(places, (_, index) => {
    const node = Math.floor(index / 2);
    return nodes[node * NODE + (index % 2)] ?? 0;
  });
}

/** Large webs have fewer rounds, so that each is settled within seconds. */
function roundsFor(count: number): number {
  return Math.max(60, Math.min(300, Math.round(150_000 / Math.max(1, count))));
}
