import { MultiDirectedGraph } from 'graphology';
import { lookOf, statementWidth } from '../../picture/look.js';
import type { EntityType, WebQuery } from '../../queries.js';
import type { Place } from './places.js';

export interface WebNode {
  x: number;
  y: number;
  /** Half the width of its box, in CSS pixels. */
  readonly size: number;
  readonly label: string;
  readonly entityType: EntityType;
  readonly isCentre: boolean;
}

/** What a line is drawn by, beside its width and its colour. */
export interface LineMarks {
  /** The lengths that are drawn and left out in turn, in CSS pixels; absent for a solid line. */
  readonly dash?: readonly [drawn: number, left: number] | undefined;
  /** How far it bends to its left, as a part of its length; 0 for a straight line. */
  readonly curvature: number;
}

export interface WebEdge extends LineMarks {
  readonly size: number;
  readonly kind: 'relation' | 'contested' | 'editorial' | 'statements';
}

export type WebGraph = MultiDirectedGraph<WebNode, WebEdge>;

type Link = WebQuery['network']['links'][number];

const SIZE = 7;
const CENTRE_SIZE = 12;

/** How far apart the lines between two nodes are, as parts of their length. */
const APART = 0.12;

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
    const size = isCentre ? CENTRE_SIZE : SIZE;
    graph.addNode(slug, { x, y, size, label: name, entityType: type, isCentre });
  }
  const drawn = links.filter(({ from, to }) => graph.hasNode(from.slug) && graph.hasNode(to.slug));
  for (const between of linksByEnds(drawn)) addEdges(graph, between);
  return graph;
}

/** Returns the links between two nodes, in either direction, for each two that have any. */
function linksByEnds(links: readonly Link[]): Iterable<readonly Link[]> {
  const byEnds = new Map<string, Link[]>();
  for (const link of links) {
    const ends = [link.from.slug, link.to.slug].sort().join(' ');
    byEnds.set(ends, [...(byEnds.get(ends) ?? []), link]);
  }
  return byEnds.values();
}

/** Adds the edges between two nodes, so that they bend away from each other. */
function addEdges(graph: WebGraph, links: readonly Link[]): void {
  const edges = links.flatMap((link) => edgesOf(link).map((edge) => ({ link, edge })));
  for (const [index, { link, edge }] of edges.entries()) {
    const bend = APART * (index - (edges.length - 1) / 2);
    const [from, to] = [link.from.slug, link.to.slug];
    // The left of a line is the right of one that leads the other way.
    const curvature = bend === 0 || from < to ? bend : -bend;
    graph.addEdge(from, to, { ...edge, curvature });
  }
}

/** Returns how the relations and the statements of a link are drawn: as in the ladder. */
function edgesOf({ count, relations }: Link): Omit<WebEdge, 'curvature'>[] {
  const edges = relations.map((relation): Omit<WebEdge, 'curvature'> => {
    const { width, dash, isContested, isEditorial } = lookOf(relation);
    const [drawn = 0, left = 0] = dash?.split(' ').map(Number) ?? [];
    return {
      size: width,
      kind: isContested ? 'contested' : isEditorial ? 'editorial' : 'relation',
      dash: dash === undefined ? undefined : [drawn, left],
    };
  });
  const statements = count - relations.length;
  return statements === 0
    ? edges
    : [...edges, { size: statementWidth(statements), kind: 'statements' }];
}
