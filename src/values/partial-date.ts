import edtf from 'edtf';
import { LRUCache } from 'lru-cache';

/** A day as the whole number of days since 1970-01-01. It is negative for earlier days. */
export type Day = number;

/** Stands for an open or unknown first day. It is before any day that can be written. */
export const NO_EARLIEST_DAY: Day = -9_999_999;
/** Stands for an open or unknown last day. It is after any day that can be written. */
export const NO_LATEST_DAY: Day = 9_999_999;

/** The days that the first or the last day of a date may be, both bounds included. */
export interface DayRange {
  readonly earliest: Day;
  readonly latest: Day;
  /** Whether it is marked `?` or `%`: it may be on these days, and is certainly on none of them. */
  readonly doubted: boolean;
}

/**
 * A date that may be known only in part, of the years 0001 to 9999, as EDTF (ISO 8601-2) writes it.
 * docs/time.md says what is taken and what each form means.
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
  /** True for `2025/2026`, a whole span; false for `[2025..2026]`, one day in a span. */
  readonly isInterval: boolean;
  /**
   * What an interval without a last day says: `2025/..` that it still goes on, `2025/` that it
   * ended on an unknown day. Null for every other date.
   */
  readonly openEnd: 'GOES_ON' | 'ENDED' | null;
  /** Whether the date is marked `?` (uncertain), `~` (approximate) or `%` (both). */
  readonly uncertain: boolean;
}

/** Examples of all forms, for messages that refuse a date. */
export const DATE_EXAMPLES =
  '2025, 2025-12, 2025-12-10, 2025-21 (spring), 193X, 2025-06-24/2025-06-25, 2025/.. (still so), 2025/ (ended, unknown when), [2016-03..2016-05] (one day in it), 2025-12-11? or 1997~';

const MILLISECONDS_A_DAY = 86_400_000;
const FIRST_DAY = dayNumber(1, 1, 1);
const LAST_DAY = dayNumber(9999, 12, 31);
const OPEN: DayRange = { earliest: NO_EARLIEST_DAY, latest: NO_LATEST_DAY, doubted: false };

const PLAIN = /^\d{4}(-\d\d){0,2}$/;
const MARKED = /^([\d-]+)([?~%])$/;
const SEASON = /^(\d{4})-(2[1-4])$/;
const ONE_OF = /^\[(.*)\.\.(.*)\]$/;
/** Excludes what the library also reads at level 1: times, Unix times, long and negative years. */
const UNSPECIFIED = /^[\dX]{4}(-[\dX]{2}){0,2}$/;

/**
 * The margin of a date marked `~` or `%`: one of its own units on each side, a day of a day, a month
 * of a month, a year of a year. EDTF leaves it open.
 */
const MARGIN = 1;

/**
 * The first month of each season, which has three months. EDTF names no months and sorts winter
 * last: that of 2025 begins in December 2025.
 */
const SEASON_STARTS: Readonly<Record<string, number>> = { 21: 3, 22: 6, 23: 9, 24: 12 };

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
  if (!ends) throw new RangeError(`"${text}" is not a date: write one in EDTF, ${DATE_EXAMPLES}`);
  const [start, end] = ends;
  if (start.earliest > end.latest) {
    throw new RangeError(`"${text}" ends before it begins: write the earlier date first`);
  }
  return {
    text,
    ...narrowed(start, end),
    isInterval,
    openEnd: text.endsWith('/') ? 'ENDED' : text.endsWith('/..') ? 'GOES_ON' : null,
    uncertain: /[?~%]/.test(text),
  };
}

/**
 * Narrows both ranges so that the last day is not before the first: `2025-06/2025` ends in June or
 * later. A doubted end narrows nothing.
 */
function narrowed(start: DayRange, end: DayRange): Pick<PartialDate, 'start' | 'end'> {
  const { latest } = end.doubted ? OPEN : end;
  const { earliest } = start.doubted ? OPEN : start;
  return {
    start: { ...start, latest: Math.min(start.latest, latest) },
    end: { ...end, earliest: Math.max(end.earliest, earliest) },
  };
}

type Ends = readonly [DayRange, DayRange];

function readInterval(first: string, last: string): Ends | undefined {
  const start = readEnd(first);
  const end = readEnd(last);
  return start && end && (start !== OPEN || end !== OPEN) ? [start, end] : undefined;
}

function readEnd(text: string): DayRange | undefined {
  return text === '' || text === '..' ? OPEN : readMarked(text);
}

function readDate(text: string): Ends | undefined {
  const oneOf = ONE_OF.exec(text);
  if (oneOf) return readOneOf(oneOf[1] ?? '', oneOf[2] ?? '');
  const days = readMarked(text) ?? readSeason(text) ?? readUnspecified(text);
  return days && [days, days];
}

/** Reads `[2016-03..2016-05]`, one day in a span, of which one end may be open. */
function readOneOf(first: string, last: string): Ends | undefined {
  const start = first === '' ? OPEN : readPlain(first);
  const end = last === '' ? OPEN : readPlain(last);
  if (!start || !end || (start === OPEN && end === OPEN)) return undefined;
  // A span that ends before it begins is refused by who calls this.
  if (start.earliest > end.latest) return [start, end];
  const days = { earliest: start.earliest, latest: end.latest, doubted: false };
  return [days, days];
}

/** Reads a day, a month or a year, with or without a mark. */
function readMarked(text: string): DayRange | undefined {
  const [, plain = text, mark = ''] = MARKED.exec(text) ?? [];
  const days = readPlain(plain);
  if (!days || mark === '') return days;
  return { ...(mark === '?' ? days : widened(plain)), doubted: mark !== '~' };
}

/**
 * Reads a plain date without the library, which is hundreds of times slower. Most dates are plain.
 */
function readPlain(text: string): DayRange | undefined {
  if (!PLAIN.test(text)) return undefined;
  const [year = NaN, month, day] = text.split('-').map(Number);
  const earliest = dayNumber(year, month ?? 1, day ?? 1);
  const exists = earliest >= FIRST_DAY && printDay(earliest).startsWith(text);
  if (!exists) return undefined;
  const latest = day ? earliest : dayNumber(year, (month ?? 12) + 1, 0);
  return { earliest, latest, doubted: false };
}

/** Returns the days of a plain date with the margin of an approximate one. */
function widened(plain: string): Pick<DayRange, 'earliest' | 'latest'> {
  const [year = NaN, month, day] = plain.split('-').map(Number);
  const [earliest, latest] = day
    ? [dayNumber(year, month ?? 1, day - MARGIN), dayNumber(year, month ?? 1, day + MARGIN)]
    : month
      ? [dayNumber(year, month - MARGIN, 1), dayNumber(year, month + MARGIN + 1, 0)]
      : [dayNumber(year - MARGIN, 1, 1), dayNumber(year + MARGIN, 12, 31)];
  return { earliest: Math.max(earliest, FIRST_DAY), latest: Math.min(latest, LAST_DAY) };
}

/** Seasons are not read by the library, for which spring lasts from January to March. */
function readSeason(text: string): DayRange | undefined {
  const [, year, season] = SEASON.exec(text) ?? [];
  const month = SEASON_STARTS[season ?? ''];
  if (month === undefined) return undefined;
  const earliest = dayNumber(Number(year), month, 1);
  if (earliest < FIRST_DAY) return undefined;
  const latest = Math.min(dayNumber(Number(year), month + 3, 0), LAST_DAY);
  return { earliest, latest, doubted: false };
}

/** Reads a date in which X stands for unknown digits. */
function readUnspecified(text: string): DayRange | undefined {
  if (!UNSPECIFIED.test(text)) return undefined;
  const date = parseEdtf(text);
  if (!date) return undefined;
  const earliest = Math.floor(date.min / MILLISECONDS_A_DAY);
  const latest = Math.floor(date.max / MILLISECONDS_A_DAY);
  // The library lets days that do not exist roll over, and prints them so.
  const exists = date.edtf === text && earliest >= FIRST_DAY;
  return exists ? { earliest, latest, doubted: false } : undefined;
}

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
