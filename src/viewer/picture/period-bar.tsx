import type { RelationPageQuery } from '../queries.js';
import type { View } from '../view.js';

type Period = NonNullable<RelationPageQuery['relation']>['period'];

const WIDTH = 600;
const BAR_Y = 6;
const BAR_HEIGHT = 14;
const MOST_YEARS = 8;
/** The part of the width that stands for the time before and after all known days. */
const MARGIN = 0.08;
const DAY = 86_400_000;

interface PeriodBarProps {
  readonly period: Period;
  readonly view: View;
}

/**
 * When a relation held: filled where it certainly did, hatched where it possibly did, and the same in
 * words. One that held on one known day, or whose days are all unknown, needs no drawing.
 */
export function PeriodBar({ period, view }: PeriodBarProps) {
  const known = knownDays(period);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined)
    return <p class="muted">{view.t.period.unknown}</p>;
  return (
    <>
      {first !== last || isOpen(period) ? <Bar {...{ period, view, first, last }} /> : null}
      <p class="muted">{periodText(period, view)}</p>
    </>
  );
}

interface BarProps extends PeriodBarProps {
  readonly first: number;
  readonly last: number;
}

function Bar({ period, view, first, last }: BarProps) {
  const margin = Math.max((last - first) * MARGIN, 30);
  const from = first - margin;
  const to = last + margin;
  const at = (day: number) => Math.round(((day - from) / (to - from)) * WIDTH * 10) / 10;
  const start = at(dayOf(period.startsEarliest) ?? from);
  const end = at((dayOf(period.endsLatest) ?? to - 1) + 1);
  const sure = certainSpan(period);
  return (
    <svg
      class="period"
      viewBox={`0 0 ${WIDTH} 40`}
      role="img"
      aria-label={periodText(period, view)}
    >
      <defs>
        <pattern
          id="hatch"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="hatch" width="2" height="5" />
        </pattern>
      </defs>
      <rect
        class="possible"
        x={start}
        y={BAR_Y}
        width={Math.max(1, end - start)}
        height={BAR_HEIGHT}
        fill="url(#hatch)"
      />
      {sure && (
        <rect
          class="certain"
          x={at(sure.from)}
          y={BAR_Y}
          width={Math.max(2, at(sure.to + 1) - at(sure.from))}
          height={BAR_HEIGHT}
        />
      )}
      {yearsBetween(from, to).map(({ year, day }) => (
        <g>
          <path class="tick" d={`M${at(day)} ${BAR_Y + BAR_HEIGHT}V${BAR_Y + BAR_HEIGHT + 4}`} />
          <text x={at(day)} y="37" text-anchor="middle">
            {year}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Returns a day as the number of days since 1970. */
function dayOf(date: string | null): number | undefined {
  const time = date === null ? NaN : Date.parse(date);
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY);
}

function knownDays({ startsEarliest, startsLatest, endsEarliest, endsLatest }: Period): number[] {
  return [startsEarliest, startsLatest, endsEarliest, endsLatest]
    .flatMap((date) => dayOf(date) ?? [])
    .sort((one, other) => one - other);
}

function isOpen({ startsEarliest, endsLatest }: Period): boolean {
  return startsEarliest === null || endsLatest === null;
}

/** Returns the days from which and until which it certainly held, or null if there are none. */
function certainSpan({ startsLatest, endsEarliest }: Period) {
  const from = dayOf(startsLatest);
  const to = dayOf(endsEarliest);
  return from === undefined || to === undefined || from > to ? null : { from, to };
}

function yearsBetween(from: number, to: number): { year: number; day: number }[] {
  const yearOf = (day: number) => new Date(day * DAY).getUTCFullYear();
  const [first, last] = [yearOf(from) + 1, yearOf(to)];
  const step = Math.max(1, Math.ceil((last - first + 1) / MOST_YEARS));
  const years: { year: number; day: number }[] = [];
  for (let year = first; year <= last; year += step)
    years.push({ year, day: Math.floor(Date.UTC(year, 0, 1) / DAY) });
  return years;
}

/** Returns when it certainly and when it possibly held, in words: a day may end in a point. */
function periodText(period: Period, view: View): string {
  return wordsOf(period, view).replaceAll('..', '.');
}

function wordsOf(period: Period, { t: { period: t }, tag }: View): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const words = (date: string | null) => {
    const day = dayOf(date);
    return day === undefined ? null : format.format(day * DAY);
  };
  const span = (from: string | null, to: string | null) =>
    from === to && from !== null ? from : t.span(from, to);
  const [start, end] = [words(period.startsEarliest), words(period.endsLatest)];
  const sure = certainSpan(period);
  const certain = sure && span(words(period.startsLatest), words(period.endsEarliest));
  const possible = start === null && end === null ? t.always : span(start, end);
  if (certain === possible) return t.certainly(certain);
  return certain === null
    ? t.possibly(possible)
    : `${t.certainly(certain)} ${t.possibly(possible)}`;
}
