import type { Language } from '../vocabulary/languages.js';
import { isoDay, parsePartialDate } from '../values/partial-date.js';
import { dateWordings, yearOf, type OneDate, type Role, type Span } from './date-wordings.js';

/**
 * Writes a date as the language does: “10 December 2025”, “10 декабря 2025 г.”, “2025 жылғы
 * 10 желтоқсан”, a month, a season or a year alone, “24–25 June 2025”, “since 2025”, “since 2025,
 * ended”, “between March and May 2016” for one day in a span, “probably 2025”. An unknown day or
 * month is left out.
 * @throws RangeError if the text is not a date.
 */
export function readableDate(text: string, language: Language): string {
  const [first, last] = endsOf(text);
  if (!parsePartialDate(text).isInterval) return writeDate(first, 'alone', language);
  return writePeriod(first, last, language) + endingOf(text, language);
}

/**
 * Writes the period from one date to another, both included: “2022–2024”, “since December 2022”,
 * “until 2024”. Returns an empty text if neither is known. If the first date is an interval and
 * `until` is undefined, the period ends with the interval.
 * @throws RangeError if either is not a date.
 */
export function readablePeriod(
  since: string | undefined,
  until: string | undefined,
  language: Language,
): string {
  const first = since === undefined ? null : endsOf(since)[0];
  if (until !== undefined) return writePeriod(first, endsOf(until)[1], language);
  if (since === undefined) return '';
  const last = parsePartialDate(since).isInterval ? endsOf(since)[1] : null;
  return writePeriod(first, last, language) + endingOf(since, language);
}

/** Returns the words for an end on an unknown day; an empty text for every other date. */
function endingOf(date: string, language: Language): string {
  return parsePartialDate(date).openEnd === 'ENDED' ? dateWordings[language].ended : '';
}

/** One date, or the span in which one day lies, of which one end may be open. */
type Written = OneDate | Span;

function isSpan(date: Written): date is Span {
  return 'from' in date;
}

/** Returns both ends of an interval, each null if it is open, or a single date twice. */
function endsOf(date: string): readonly [Written | null, Written | null] {
  const { text } = parsePartialDate(date);
  const [first = '', last = first] = text.split('/');
  return [writtenOf(first), writtenOf(last)];
}

function writtenOf(text: string): Written | null {
  if (text === '' || text === '..') return null;
  if (text.startsWith('[')) {
    const [from = '', to = ''] = text.slice(1, -1).split('..');
    return { from: from === '' ? null : oneDateOf(from), to: to === '' ? null : oneDateOf(to) };
  }
  const date = oneDateOf(text);
  if (!/^\d*X/.test(text)) return date;
  const year = { unit: 'year', doubt: null } as const;
  return {
    from: { ...year, first: date.first, last: date.first },
    to: { ...year, first: date.last, last: date.last },
  };
}

function oneDateOf(text: string): OneDate {
  // Without the mark, since an approximate date stands for more days than it names.
  const plain = text.replace(/[?~%]$/, '');
  const { start, end } = parsePartialDate(plain);
  const [, ...others] = plain.split('-');
  const known = others.filter((part) => !part.includes('X'));
  const isSeason = known.length === 1 && Number(known[0]) > 12;
  const unit = (['year', 'month', 'day'] as const)[known.length] ?? 'day';
  return {
    unit: isSeason ? 'season' : unit,
    first: start.earliest,
    last: end.latest,
    doubt: doubts[text.slice(plain.length)] ?? null,
  };
}

const doubts: Readonly<Record<string, OneDate['doubt']>> = {
  '?': 'uncertain',
  '~': 'approximate',
  '%': 'both',
};

function writePeriod(first: Written | null, last: Written | null, language: Language): string {
  if (!first || !last) {
    return first ? writeDate(first, 'since', language) : writeDate(last, 'until', language);
  }
  if (isSpan(first) || isSpan(last)) {
    return `${writeDate(first, 'since', language)}, ${writeDate(last, 'until', language)}`;
  }
  const from = writeDate(first, 'alone', language);
  const to = writeDate(last, 'alone', language);
  if (from === to) return from;
  return writeShortened(first, last, language) ?? `${from} ${dateWordings[language].dash} ${to}`;
}

/** Writes only once what both ends have in common. Returns null if they have nothing in common. */
function writeShortened(first: OneDate, last: OneDate, language: Language): string | null {
  const isPlain = first.unit === last.unit && !first.doubt && !last.doubt;
  if (!isPlain || first.first > last.first) return null;
  const wording = dateWordings[language];
  if (first.unit === 'year') return wording.years(yearOf(first.first), yearOf(last.first));
  const ofOneMonth = isoDay(first.first).slice(0, 7) === isoDay(last.first).slice(0, 7);
  return first.unit === 'day' && ofOneMonth ? wording.days(first.first, last.first) : null;
}

function writeDate(date: Written | null, role: Role, language: Language): string {
  if (!date) return '';
  const { doubt, date: write, between, orEarlier, orLater } = dateWordings[language];
  if (!isSpan(date)) return (date.doubt ? `${doubt[date.doubt]} ` : '') + write(date, role);
  const { from, to } = date;
  if (from && to) return between(from, to, role);
  return from ? `${write(from, role)} ${orLater}` : to ? `${write(to, role)} ${orEarlier}` : '';
}
