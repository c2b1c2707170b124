import type Sigma from 'sigma';
import type { EdgeLabelDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';
import type { Settings } from 'sigma/settings';
import type { Colours } from './colours.js';
import type { WebEdge, WebNode } from './graph.js';

/** The number of letters of a name. The list beside the web has the whole name. */
const LETTERS = 36;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Draws names so that none covers another one: a name that finds no room is left out. */
export class Labels {
  private drawn: Box[] = [];

  constructor(private readonly colours: () => Colours) {}

  /** Begins anew with each frame. */
  follow(drawing: Sigma<WebNode, WebEdge>): void {
    drawing.on('beforeRender', () => {
      this.drawn = [];
    });
  }

  readonly draw: NodeLabelDrawingFunction<WebNode, WebEdge> = (context, node, settings) => {
    if (!node.label) return;
    const text = cut(node.label);
    const { x, y, box } = this.place(context, text, node, settings);
    if (this.drawn.some((other) => overlap(box, other))) return;
    this.drawn.push(box);
    this.write(context, text, x, y);
  };

  /** Draws the whole name of the node under the pointer, above all others. */
  readonly drawHovered: NodeLabelDrawingFunction<WebNode, WebEdge> = (context, node, settings) => {
    if (!node.label) return;
    const { x, y, box } = this.place(context, node.label, node, settings);
    context.fillStyle = this.colours().of('--paper');
    context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    this.write(context, node.label, x, y);
  };

  /** Draws the ≠ of a contested line at its middle. */
  readonly drawMark: EdgeLabelDrawingFunction<WebNode, WebEdge> = (context, edge, from, to) => {
    if (!edge.label) return;
    const bend = Number(edge['curvature'] ?? 0) / 2;
    const x = (from.x + to.x) / 2 + (to.y - from.y) * bend;
    const y = (from.y + to.y) / 2 - (to.x - from.x) * bend;
    context.font = `700 16px ${getComputedStyle(document.body).fontFamily}`;
    context.textAlign = 'center';
    this.write(context, edge.label, x, y + 5, edge.color);
    context.textAlign = 'start';
  };

  /** Returns where a name is written beside its node, and the room that it takes. */
  private place(
    context: CanvasRenderingContext2D,
    text: string,
    node: { readonly x: number; readonly y: number; readonly size: number },
    { labelSize: size, labelWeight, labelFont }: Settings<WebNode, WebEdge>,
  ): { readonly x: number; readonly y: number; readonly box: Box } {
    context.font = `${labelWeight} ${size}px ${labelFont}`;
    const { width } = context.measureText(text);
    const right = node.x + node.size + 3;
    const isOutside = right + width > context.canvas.clientWidth;
    const x = isOutside ? node.x - node.size - 3 - width : right;
    const y = node.y + size / 3;
    return {
      x,
      y,
      box: { left: x - 2, right: x + width + 2, top: y - size, bottom: y + size / 3 },
    };
  }

  private write(
    context: CanvasRenderingContext2D,
    text: string,
    x: number,
    y: number,
    colour = this.colours().of('--ink'),
  ): void {
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = this.colours().of('--paper');
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }
}

function cut(name: string): string {
  const letters = [...name];
  return letters.length > LETTERS
    ? `${letters
        .slice(0, LETTERS - 1)
        .join('')
        .trimEnd()}…`
    : name;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
