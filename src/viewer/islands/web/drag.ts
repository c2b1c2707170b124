import type Sigma from 'sigma';
import type { MouseCoords } from 'sigma/types';
import type { WebEdge, WebGraph, WebNode } from './graph.js';
import { rounded } from './pins.js';
import type { Place } from './places.js';

/** What follows when a node is left at another place, and when it or the paper is clicked. */
interface Handlers {
  readonly onPin: (slug: string, place: Place) => void;
  readonly onSelect: (slug: string | null) => void;
}

/** How far a pointer moves before it drags, in CSS pixels: a finger never keeps still. */
const TOLERANCE = 6;

/**
 * Lets nodes be dragged and selected, by a mouse or a finger. Where a drag ends is no click, and two
 * fingers zoom.
 */
export function operateNodes(
  drawing: Sigma<WebNode, WebEdge>,
  graph: WebGraph,
  { onPin, onSelect }: Handlers,
): void {
  let held: { readonly slug: string; readonly from: Place } | null = null;
  let isDragged = false;
  drawing.on('downNode', ({ node, event }) => {
    held = isTwoFingers(event) ? null : { slug: node, from: { x: event.x, y: event.y } };
    isDragged = false;
  });
  drawing.on('downStage', () => {
    held = null;
    isDragged = false;
  });
  drawing.on('moveBody', (moved) => {
    const { event } = moved;
    if (held === null) return;
    if (isTwoFingers(event)) {
      held = null;
      return;
    }
    moved.preventSigmaDefault();
    event.original.preventDefault();
    event.original.stopPropagation();
    isDragged ||= Math.hypot(event.x - held.from.x, event.y - held.from.y) > TOLERANCE;
    if (isDragged) graph.mergeNodeAttributes(held.slug, rounded(drawing.viewportToGraph(event)));
  });
  const drop = (): void => {
    if (held !== null && isDragged) {
      const { x, y } = graph.getNodeAttributes(held.slug);
      onPin(held.slug, { x, y });
    }
    held = null;
  };
  drawing.on('upNode', drop);
  drawing.on('upStage', drop);
  drawing.on('clickNode', ({ node }) => {
    if (!isDragged) onSelect(node);
  });
  drawing.on('clickStage', () => {
    if (!isDragged) onSelect(null);
  });
  // Opens nothing and zooms nothing: a second click is one click too many.
  drawing.on('doubleClickNode', (clicked) => {
    clicked.preventSigmaDefault();
  });
}

function isTwoFingers({ original }: MouseCoords): boolean {
  return 'touches' in original && original.touches.length > 1;
}
