import { MultiDirectedGraph } from 'graphology';
import { indexParallelEdgesIndex } from '@sigma/edge-curve';
import type { EntityType, WebQuery } from '../../queries.js';
import type { Place } from './places.js';

export interface WebNode {
  x: number;
  y: number;
  readonly size: number;
  readonly label: string;
  readonly entityType: EntityType;
  readonly isCentre: boolean;
}

export interface WebEdge {
  readonly size: number;
  readonly kind: 'stated' | 'implied' | 'contested' | 'statements';
  /** Which of the edges between its two nodes it is; absent if it is the only one. */
  readonly parallel?: number | null;
}

export type WebGraph = MultiDirectedGraph<WebNode, WebEdge>;

/** The widths for one, two, three, and four or more origins, as in the ladder. */
const WIDTHS = [1.35, 2, 2.65, 3.3];
const THIN = 0.8;

/** Makes the graph that is drawn: an edge for each relation, and one for all statements of a link. */
export function webGraph(
  nodes: WebQuery['network']['nodes'],
  links: WebQuery['network']['links'],
  places: ReadonlyMap<string, Place>,
  centres: ReadonlySet<string>,
): WebGraph {
  const graph: WebGraph = new MultiDirectedGraph();
  for (const { slug, type, name } of nodes) {
    const { x, y } = places.get(slug) ?? { x: 0, y: 0 };
    const isCentre = centres.has(slug);
    graph.addNode(slug, { x, y, size: isCentre ? 9 : 5, label: name, entityType: type, isCentre });
  }
  for (const { from, to, count, relations } of links) {
    if (!graph.hasNode(from.slug) || !graph.hasNode(to.slug)) continue;
    for (const relation of relations) graph.addEdge(from.slug, to.slug, edgeOf(relation));
    const statements = count - relations.length;
    if (statements > 0)
      graph.addEdge(from.slug, to.slug, {
        size: Math.min(0.8 + 0.5 * statements, 4),
        kind: 'statements',
      });
  }
  indexParallelEdgesIndex(graph, { edgeIndexAttribute: 'parallel' });
  return graph;
}

type Relation = WebQuery['network']['links'][number]['relations'][number];

function edgeOf({ standing, originCount, isContested }: Relation): WebEdge {
  const isStated = standing === 'STATED';
  return {
    size: isStated ? (WIDTHS[Math.min(originCount, WIDTHS.length) - 1] ?? THIN) : THIN,
    kind: isContested ? 'contested' : isStated ? 'stated' : 'implied',
  };
}
