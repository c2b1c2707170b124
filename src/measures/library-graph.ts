import { DirectedGraph, UndirectedGraph } from 'graphology';
import type { AbstractGraph } from 'graphology-types';
import { neighboursOf, type MeasuredGraph } from './neighbours.js';
import type { Direction } from '../vocabulary/vocabulary.js';

/**
 * Returns the graph as the libraries read it, in which several relations between the same two
 * entities are one edge. It is undirected if the direction is null.
 */
export function libraryGraph(graph: MeasuredGraph, direction: Direction | null): AbstractGraph {
  const { starts, list } = neighboursOf(graph, direction);
  const made = direction === null ? new UndirectedGraph() : new DirectedGraph();
  for (let node = 0; node < graph.nodeCount; node++) made.addNode(node);
  for (let node = 0; node < graph.nodeCount; node++) {
    for (const neighbour of list.subarray(starts[node], starts[node + 1]))
      if (direction !== null || node < neighbour) made.addEdge(node, neighbour);
  }
  return made;
}
