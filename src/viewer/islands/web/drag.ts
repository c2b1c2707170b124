import type Sigma from 'sigma';
import type { WebEdge, WebGraph, WebNode } from './graph.js';
import type { Place } from './places.js';

/** What follows when a node is left at another place, and when it is clicked. */
interface Handlers {
  readonly onPin: (slug: string, place: Place) => void;
  readonly onOpen: (slug: string) => void;
}

/** Lets nodes be dragged. Where a drag ends is no click. */
export function dragToPin(
  drawing: Sigma<WebNode, WebEdge>,
  graph: WebGraph,
  { onPin, onOpen }: Handlers,
): void {
  let dragged: string | null = null;
  let isMoved = false;
  drawing.on('downNode', ({ node }) => {
    dragged = node;
    isMoved = false;
    // Else the picture would grow with a node that is dragged out of it.
    if (!drawing.getCustomBBox()) drawing.setCustomBBox(drawing.getBBox());
  });
  drawing.on('moveBody', (moved) => {
    const { event } = moved;
    if (dragged === null) return;
    isMoved = true;
    graph.mergeNodeAttributes(dragged, drawing.viewportToGraph(event));
    moved.preventSigmaDefault();
    event.original.preventDefault();
    event.original.stopPropagation();
  });
  const drop = (): void => {
    if (dragged !== null && isMoved) {
      const { x, y } = graph.getNodeAttributes(dragged);
      onPin(dragged, { x, y });
    }
    dragged = null;
  };
  drawing.on('clickNode', ({ node }) => {
    if (!isMoved) onOpen(node);
  });
  drawing.on('upNode', drop);
  drawing.on('upStage', drop);
}
