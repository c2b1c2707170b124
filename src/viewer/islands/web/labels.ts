import type Sigma from 'sigma';
import type { NodeLabelDrawingFunction } from 'sigma/rendering';
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
    const size = settings.labelSize;
    context.font = `${settings.labelWeight} ${size}px ${settings.labelFont}`;
    const text = cut(node.label);
    const { width } = context.measureText(text);
    const right = node.x + node.size + 3;
    const isOutside = right + width > context.canvas.clientWidth;
    const x = isOutside ? node.x - node.size - 3 - width : right;
    const y = node.y + size / 3;
    const box = {
      left: x - 2,
      right: x + width + 2,
      top: y - size,
      bottom: y + size / 3,
    };
    if (this.drawn.some((other) => overlap(box, other))) return;
    this.drawn.push(box);
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = this.colours().of('--paper');
    context.strokeText(text, x, y);
    context.fillStyle = this.colours().of('--ink');
    context.fillText(text, x, y);
  };
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
