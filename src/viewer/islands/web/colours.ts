import type { WebEdge, WebNode } from './graph.js';

/** The colours of the page, as its theme has them. */
export interface Colours {
  /** Returns the colour that a custom property of CSS has, such as `--ink`. */
  readonly of: (name: string) => string;
  /** Lets a colour fade into the paper. */
  readonly faded: (colour: string, part: number) => string;
}

export function readColours(): Colours {
  const known = new Map<string, string>();
  const of = (name: string): string => {
    const colour = known.get(name) ?? computed(name);
    known.set(name, colour);
    return colour;
  };
  const paper = channels(of('--paper'));
  return {
    of,
    faded: (colour, part) => {
      const mixed = channels(colour).map((channel, index) =>
        Math.round(channel + ((paper[index] ?? 0) - channel) * part),
      );
      return `rgb(${mixed.join(',')})`;
    },
  };
}

/** Returns a colour as the theme has it, such as `rgb(27, 28, 32)`: its property names those of both. */
function computed(name: string): string {
  const element = document.createElement('i');
  element.style.color = `var(${name})`;
  document.body.append(element);
  const { color } = getComputedStyle(element);
  element.remove();
  return color;
}

/** Reads `rgb(27, 28, 32)`. */
function channels(colour: string): number[] {
  return (colour.match(/\d+/g) ?? []).map(Number);
}

export function colourOfNode({ entityType }: WebNode, colours: Colours): string {
  return colours.of(`--${entityType}`);
}

/** The colours of lines are those of the ladder, where some let the paper shine through. */
export function colourOfEdge(kind: WebEdge['kind'], colours: Colours): string {
  if (kind === 'contested') return colours.of('--contest');
  if (kind === 'statements') return colours.faded(colours.of('--STATEMENT'), 0.5);
  const line = colours.of('--line');
  return kind === 'editorial' ? colours.faded(line, 0.4) : line;
}
