import Sigma from 'sigma';
import { freeContext } from '../webgl.js';
import { colourOfEdge, colourOfNode, readColours, type Colours } from './colours.js';
import type { WebEdge, WebGraph, WebNode } from './graph.js';
import { Labels } from './labels.js';
import { BentLine, StraightLine } from './line-program.js';
import type { Place } from './places.js';
import { shapePrograms } from './shape-program.js';

/** A web as it is drawn. */
export interface Drawing {
  readonly sigma: Sigma<WebNode, WebEdge>;
  /** Lets all but an entity and what it is linked with fade; null shows all alike. */
  readonly light: (slug: string | null) => void;
  /** Frees what the drawing takes. */
  readonly free: () => void;
}

/**
 * Draws a graph into an element, and lets what is under the pointer stand out.
 * @param places the places of all nodes before any was moved: what is seen at first is as large as
 *   these, wherever nodes are pinned.
 */
export function draw(
  graph: WebGraph,
  canvas: HTMLElement,
  places: ReadonlyMap<string, Place>,
): Drawing {
  let colours = readColours();
  let near: ReadonlySet<string> = new Set();
  let selected: string | null = null;
  const labels = new Labels(() => colours);
  const sigma = new Sigma<WebNode, WebEdge>(graph, canvas, {
    ...settings(labels),
    nodeReducer: (slug, node) => {
      const { x, y, size, entityType: type } = node;
      const colour = colourOfNode(node, colours);
      return near.size > 0 && !near.has(slug)
        ? { x, y, size, type, color: colours.faded(colour, 0.8), label: '', zIndex: 0 }
        : { ...node, type, color: colour, zIndex: 1, forceLabel: node.isCentre || near.has(slug) };
    },
    edgeReducer: (edge, { kind, ...marks }) => {
      const isFar = near.size > 0 && !graph.extremities(edge).every((slug) => near.has(slug));
      return { ...marks, ...shownEdge(kind, marks.curvature, isFar, colours) };
    },
  });
  sigma.setCustomBBox(extentOf(places));
  labels.follow(sigma);
  const show = (slug: string | null): void => {
    near = new Set(slug === null || !graph.hasNode(slug) ? [] : [slug, ...graph.neighbors(slug)]);
    sigma.refresh({ skipIndexation: true });
  };
  sigma.on('enterNode', ({ node }) => {
    canvas.classList.add('over-node');
    show(node);
  });
  sigma.on('leaveNode', () => {
    canvas.classList.remove('over-node');
    show(selected);
  });
  const follow = (): void => {
    colours = readColours();
    sigma.refresh();
  };
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', follow);
  return {
    sigma,
    light: (slug) => {
      selected = slug;
      show(slug);
    },
    free: () => {
      scheme.removeEventListener('change', follow);
      free(sigma, canvas);
    },
  };
}

/** Returns how an edge looks, beside its width and its dash. */
function shownEdge(kind: WebEdge['kind'], curvature: number, isFar: boolean, colours: Colours) {
  const colour = colourOfEdge(kind, colours);
  const isMarked = kind === 'contested' && !isFar;
  return {
    color: isFar ? colours.faded(colour, 0.85) : colour,
    label: isMarked ? '≠' : null,
    forceLabel: isMarked,
    zIndex: kind === 'statements' ? 0 : 1,
    type: curvature === 0 ? 'straight' : 'bent',
  };
}

function settings(labels: Labels) {
  return {
    nodeProgramClasses: shapePrograms,
    edgeProgramClasses: { straight: StraightLine, bent: BentLine },
    labelFont: getComputedStyle(document.body).fontFamily,
    labelSize: 12.5,
    // As many names as find room.
    labelDensity: 20,
    labelRenderedSizeThreshold: 3,
    defaultDrawNodeLabel: labels.draw,
    defaultDrawNodeHover: labels.drawHovered,
    renderEdgeLabels: true,
    defaultDrawEdgeLabel: labels.drawMark,
    // The thinnest line of all is thinner than what sigma would widen.
    minEdgeThickness: 0.5,
    // The shapes of nodes say their types.
    enableCameraRotation: false,
    stagePadding: 60,
    zIndex: true,
  };
}

function extentOf(places: ReadonlyMap<string, Place>) {
  const all = [...places.values()];
  const extent = (lengths: readonly number[]): [number, number] =>
    lengths.reduce<[number, number]>(
      ([least, most], one) => [Math.min(least, one), Math.max(most, one)],
      [Infinity, -Infinity],
    );
  return { x: extent(all.map(({ x }) => x)), y: extent(all.map(({ y }) => y)) };
}

function free(sigma: Sigma<WebNode, WebEdge>, canvas: HTMLElement): void {
  const contexts = [...canvas.querySelectorAll('canvas')].map((one) => one.getContext('webgl2'));
  sigma.kill();
  for (const context of contexts) freeContext(context);
}
