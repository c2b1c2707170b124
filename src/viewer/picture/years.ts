import type { DrawnLineFragment } from '../queries.js';

/** How many relations certainly or possibly held in a span of years. */
export interface YearSpan {
  readonly from: number;
  readonly to: number;
  readonly certain: number;
  readonly possible: number;
}

type Dated = Pick<DrawnLineFragment, 'period'>;

/** More bars than this are grouped by 5, 10 or more years. */
const MOST_BARS = 24;
const GROUPS = [1, 5, 10, 25, 50, 100];

/**
 * Counts relations by year, from the first year in which one certainly held to the last. Returns an
 * empty list if no relation certainly held in any year.
 */
export function countByYear(relations: readonly Dated[]): YearSpan[] {
  const years = relations.flatMap(certainYears);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  const last = Math.max(...years);
  const size = GROUPS.find((group) => (last - first) / group < MOST_BARS) ?? 100;
  const start = Math.floor(first / size) * size;
  const spans: YearSpan[] = [];
  for (let from = start; from <= last; from += size)
    spans.push(countOf(relations, from, from + size - 1));
  return spans;
}

function countOf(relations: readonly Dated[], from: number, to: number): YearSpan {
  const held = relations.map(({ period }) => heldIn(period, from, to));
  return {
    from,
    to,
    certain: held.filter((one) => one === 'certainly').length,
    possible: held.filter((one) => one === 'possibly').length,
  };
}

/**
 * Returns whether a relation held on a day of these years: certainly if it had begun by the end of the
 * last one and had not ended before the first one, whichever of its days are true. It is what
 * `Relation.held` answers.
 */
export function heldIn(
  { startsEarliest, startsLatest, endsEarliest, endsLatest }: Dated['period'],
  from: number,
  to: number,
): 'certainly' | 'possibly' | 'not' {
  if (startsLatest && endsEarliest && yearOf(startsLatest) <= to && yearOf(endsEarliest) >= from)
    return 'certainly';
  const isAfter = startsEarliest != null && yearOf(startsEarliest) > to;
  const isBefore = endsLatest != null && yearOf(endsLatest) < from;
  return isAfter || isBefore ? 'not' : 'possibly';
}

/** Returns the first and the last year in which a relation certainly held. */
function certainYears({ period: { startsLatest, endsEarliest } }: Dated): number[] {
  if (!startsLatest || !endsEarliest) return [];
  return [yearOf(startsLatest), yearOf(endsEarliest)];
}

/** Returns the year of a day such as `2025-12-10` or `-0044-03-15`. */
function yearOf(day: string): number {
  return Number(/^-?\d+/.exec(day)?.[0] ?? NaN);
}
