// The parts of these libraries that Kenes uses. Their own types declare the functions as properties
// `default` of what the modules export, which are the functions themselves.

declare module 'graphology-metrics/centrality/pagerank.js' {
  import type { AbstractGraph } from 'graphology-types';

  interface PageRankOptions {
    /** Null for edges without weights. */
    readonly getEdgeWeight: null;
    /** The damping. */
    readonly alpha: number;
    readonly maxIterations: number;
    /** The change of an iteration, on average for a node, below which it ends. */
    readonly tolerance: number;
  }

  /** Returns the scores by node. Throws an Error if it does not converge. */
  export default function pagerank(
    graph: AbstractGraph,
    options: PageRankOptions,
  ): Readonly<Record<string, number>>;
}

declare module 'graphology-communities-louvain' {
  import type { AbstractGraph } from 'graphology-types';

  interface LouvainOptions {
    /** Null for edges without weights. */
    readonly getEdgeWeight: null;
    readonly rng: () => number;
  }

  interface Partition {
    /** By node: the number of its community, from 0. */
    readonly communities: Readonly<Record<string, number>>;
    /** The number of communities. */
    readonly count: number;
    readonly modularity: number;
  }

  const louvain: { detailed(graph: AbstractGraph, options: LouvainOptions): Partition };
  export default louvain;
}
