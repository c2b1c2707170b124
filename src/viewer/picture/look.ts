import type { DrawnLineFragment } from '../queries.js';

/**
 * How a relation is drawn. Each meaning has a mark of its own, so that none is told by colour alone:
 * dots for what is only inferred, dashes for what was only possibly so in the chosen time, four widths
 * for the number of origins, and ≠ for what sources contest.
 */
export interface Look {
  readonly dash: string | undefined;
  readonly width: number;
  readonly isContested: boolean;
  readonly isEditorial: boolean;
}

const INFERRED = '1.5 4';
const POSSIBLE = '7 5';
const THIN = 1.3;
/** The widths for one, two, three, and four or more origins. */
const WIDTHS = [1.35, 2, 2.65, 3.3];

/** What the API says of a relation, by which it is drawn. */
type Seen = Pick<DrawnLineFragment, 'standing' | 'originCount' | 'isContested' | 'held'>;

export function lookOf({ standing, originCount, isContested, held }: Seen): Look {
  const isStated = standing === 'STATED';
  return {
    dash: isStated ? (held === 'POSSIBLY' ? POSSIBLE : undefined) : INFERRED,
    width: isStated ? (WIDTHS[Math.min(originCount, WIDTHS.length) - 1] ?? THIN) : THIN,
    isContested,
    isEditorial: standing === 'EDITORIAL',
  };
}

/** Returns the width of a line that stands for statements. */
export function statementWidth(count: number): number {
  return Math.min(0.8 + 0.7 * count, 6);
}
