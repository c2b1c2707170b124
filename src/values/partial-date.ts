import edtf from 'edtf';
import { LRUCache } from 'lru-cache';

/** A day as the whole number of days since 1970-01-01. It is negative for earlier days. */
export type Day = number;

/** Stands for an open or unknown first day. It is before any day that can be written. */
export const NO_EARLIEST_DAY: Day = -9_999_999;
/** Stands for an open or unknown last day. It is after any day that can be written. */
export const NO_LATEST_DAY: Day = 9_999_999;

/** A range of days, both included. */
interface DayRange {
  readonly earliest: Day;
  readonly latest: Day;
}

/**
 * A date that may be known only in part: a day, month or year of the years 0001 to 9999, or an
 * interval of two of them, as in levels 0 and 1 of EDTF without times and seasons.
 * https://www.loc.gov/standards/datetime/
 */
export interface PartialDate {
  /** The EDTF text as it was written, without surrounding space. */
  readonly text: string;
  /**
   * The bounds of the first day: 1 and 31 December for `2025-12`. An interval has those of its
   * start.
   */
  readonly start: DayRange;
  /**
   * The bounds of the last day, which equal `start` for a single date. An interval has those of its
   * end.
   */
  readonly end: DayRange;
  readonly isInterval: boolean;
  /**
   * Whether the date is marked `?` (uncertain), `~` (approximate) or `%` (both). Bounds ignore the
   * mark.
   */
  readonly uncertain: boolean;
}

const MILLISECONDS_A_DAY = 86_400_000;
const FIRST_DAY = dayNumber(1, 1, 1);
const LAST_DAY = dayNumber(9999, 12, 31);
const OPEN: DayRange = { earliest: NO_EARLIEST_DAY, latest: NO_LATEST_DAY };

const PLAIN = /^\d{4}(-\d\d){0,2}$/;
/** Excludes what the library also reads: times, Unix times, long and negative years, level 2. */
const SHAPE = /^[\dX]{4}(-[\dX]{2}){0,2}[?~%]?$/;

/** Caches parsed dates by text, since the same few dates are parsed repeatedly. */
const dates = new LRUCache<string, PartialDate>({
  max: 1_000,
  memoMethod: (text) => readPartialDate(text.trim()),
});

/**
 * Parses EDTF text; surrounding space is allowed.
 * @throws RangeError if the text is not a date. The message says what is allowed.
 */
export function parsePartialDate(text: string): PartialDate {
  return dates.memo(text);
}

export function isPartialDate(text: string): boolean {
  try {
    parsePartialDate(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Parses a day such as `2025-12-10`.
 * @throws RangeError if the years 0001 to 9999 have no such day.
 */
export function dayOf(isoDay: string): Day {
  const range = isoDay.length === 10 ? readPlain(isoDay) : undefined;
  if (!range) throw new RangeError(`"${isoDay}" is not a day: write one like 2025-12-10`);
  return range.earliest;
}

/**
 * Prints a day as `2025-12-10`.
 * @throws RangeError outside the years 0001 to 9999, and therefore for an open end.
 */
export function isoDay(day: Day): string {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) {
    throw new RangeError(`${day} is not a day of the years 0001 to 9999`);
  }
  return printDay(day);
}

/**
 * Returns whether the days that `wide` allows include all days that `narrow` allows: `2025-12`
 * contains `2025-12-10`.
 * @throws RangeError if either text is not a date.
 */
export function containsDate(wide: string, narrow: string): boolean {
  const outer = parsePartialDate(wide);
  const inner = parsePartialDate(narrow);
  return outer.start.earliest <= inner.start.earliest && inner.end.latest <= outer.end.latest;
}

function readPartialDate(text: string): PartialDate {
  const slash = text.indexOf('/');
  const isInterval = slash >= 0;
  const ends = isInterval
    ? readInterval(text.slice(0, slash), text.slice(slash + 1))
    : readDate(text);
  if (!ends) {
    throw new RangeError(
      `"${text}" is not a date: write a year, a month or a day (2025, 2025-12, 2025-12-10), ` +
        'an interval (2025-06-24/2025-06-25, 2025/.. if it goes on), ' +
        'X for what is unknown (202X, 2025-12-XX), ' +
        '? after what is uncertain (2025-12-11?), ~ after what is approximate (2025~)',
    );
  }
  const [start, end] = ends;
  if (start.earliest > end.latest) {
    throw new RangeError(`"${text}" ends before it begins: write the earlier date first`);
  }
  return { text, ...narrowed(start, end), isInterval, uncertain: /[?~%]/.test(text) };
}

/**
 * Narrows both ranges so that the last day is not before the first: `2025-06/2025` ends in June or
 * later.
 */
function narrowed(start: DayRange, end: DayRange): Pick<PartialDate, 'start' | 'end'> {
  return {
    start: { earliest: start.earliest, latest: Math.min(start.latest, end.latest) },
    end: { earliest: Math.max(start.earliest, end.earliest), latest: end.latest },
  };
}

type Ends = readonly [DayRange, DayRange];

function readDate(text: string): Ends | undefined {
  const days = readDays(text);
  return days && [days, days];
}

function readInterval(first: string, last: string): Ends | undefined {
  const start = readEnd(first);
  const end = readEnd(last);
  return start && end && (start !== OPEN || end !== OPEN) ? [start, end] : undefined;
}

function readEnd(text: string): DayRange | undefined {
  if (text === '' || text === '..') return OPEN;
  const isLevel2 = text.includes('X');
  return isLevel2 ? undefined : readDays(text);
}

function readDays(text: string): DayRange | undefined {
  return PLAIN.test(text) ? readPlain(text) : readMarked(text);
}

/**
 * Parses a plain date without the library, which is hundreds of times slower. Most dates are plain.
 */
function readPlain(text: string): DayRange | undefined {
  const [year = NaN, month, day] = text.split('-').map(Number);
  const earliest = dayNumber(year, month ?? 1, day ?? 1);
  const exists = earliest >= FIRST_DAY && printDay(earliest).startsWith(text);
  if (!exists) return undefined;
  return { earliest, latest: day ? earliest : dayNumber(year, (month ?? 12) + 1, 0) };
}

function readMarked(text: string): DayRange | undefined {
  if (!SHAPE.test(text)) return undefined;
  const date = parseEdtf(text);
  if (!date) return undefined;
  const earliest = Math.floor(date.min / MILLISECONDS_A_DAY);
  const latest = Math.floor(date.max / MILLISECONDS_A_DAY);
  // The library reads 29 February of a common year as 1 March, and prints it so.
  return date.edtf === text && earliest >= FIRST_DAY ? { earliest, latest } : undefined;
}

/** Excludes seasons, since for the library spring lasts from January to March. */
function parseEdtf(text: string): ReturnType<typeof edtf> | undefined {
  try {
    return edtf(text, { level: 1, types: ['Date'] });
  } catch {
    return undefined;
  }
}

/** Months count from 1. Numbers out of range roll over: day 0 is the last day of the month before. */
function dayNumber(year: number, month: number, day: number): Day {
  return new Date(0).setUTCFullYear(year, month - 1, day) / MILLISECONDS_A_DAY;
}

function printDay(day: Day): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
