import type { WebEdge, WebNode } from './graph.js';

/** The colours of the page, as its theme has them. */
export interface Colours {
  /** Returns the value of a custom property of CSS, such as `--ink`. */
  readonly of: (name: string) => string;
  /** Lets a colour fade into the paper. */
  readonly faded: (colour: string, part: number) => string;
}

export function readColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name).trim();
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

/** Reads `#rgb` and `#rrggbb`. */
function channels(colour: string): number[] {
  const digits = colour.replace('#', '');
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return [0, 2, 4].map((start) => parseInt(full.slice(start, start + 2), 16) || 0);
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
