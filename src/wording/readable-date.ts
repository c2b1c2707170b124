import type { Language } from '../vocabulary/languages.js';
import { isoDay, parsePartialDate, type Day } from '../values/partial-date.js';

/** The use of a date: by itself, or as the start or the end of an open period. */
type Role = 'alone' | 'since' | 'until';

type Unit = 'day' | 'month' | 'year' | 'years';

/** A day, a month, a year or, if digits of the year are unknown, the years that it may be. */
interface PlainDate {
  readonly unit: Unit;
  readonly first: Day;
  readonly last: Day;
  readonly doubt: 'uncertain' | 'approximate' | null;
}

interface Wording {
  readonly doubt: Readonly<Record<NonNullable<PlainDate['doubt']>, string>>;
  /** Joins two dates that contain spaces. */
  readonly dash: string;
  /** Joins several days of one month. */
  days(from: Day, to: Day): string;
  readonly years: (from: string, to: string) => string;
  readonly date: (date: PlainDate, role: Role) => string;
}

/**
 * Writes a date as the language does: “10 December 2025”, “10 декабря 2025 г.”, “2025 жылғы
 * 10 желтоқсан”, a month or a year alone, “24–25 June 2025”, “since 2025”, “probably 2025”. An
 * unknown day or month is left out.
 * @throws RangeError if the text is not a date.
 */
export function readableDate(text: string, language: Language): string {
  const [first, last] = endsOf(text);
  return parsePartialDate(text).isInterval
    ? writePeriod(first, last, language)
    : writeDate(first, 'alone', language);
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
  const last = until === undefined ? endOfInterval(since) : endsOf(until)[1];
  return writePeriod(first, last, language);
}

function endOfInterval(text: string | undefined): PlainDate | null {
  return text !== undefined && parsePartialDate(text).isInterval ? endsOf(text)[1] : null;
}

/** Returns both ends of an interval, each null if it is open, or a single date twice. */
function endsOf(date: string): readonly [PlainDate | null, PlainDate | null] {
  const { text } = parsePartialDate(date);
  const [first = '', last = first] = text.split('/');
  return [plainDateOf(first), plainDateOf(last)];
}

function plainDateOf(text: string): PlainDate | null {
  if (text === '' || text === '..') return null;
  const { start, end } = parsePartialDate(text);
  const [year = '', ...others] = text.replace(/[?~%]/, '').split('-');
  const known = others.filter((part) => !part.includes('X')).length;
  return {
    unit: year.includes('X') ? 'years' : ((['year', 'month', 'day'] as const)[known] ?? 'day'),
    first: start.earliest,
    last: end.latest,
    doubt: /[?%]/.test(text) ? 'uncertain' : text.includes('~') ? 'approximate' : null,
  };
}

function writePeriod(first: PlainDate | null, last: PlainDate | null, language: Language): string {
  if (!first || !last) {
    return first ? writeDate(first, 'since', language) : writeDate(last, 'until', language);
  }
  const from = writeDate(first, 'alone', language);
  const to = writeDate(last, 'alone', language);
  if (from === to) return from;
  const wording = wordings[language];
  return writeShortened(first, last, wording) ?? `${from} ${wording.dash} ${to}`;
}

/** Writes only once what both ends have in common. Returns null if they have nothing in common. */
function writeShortened(first: PlainDate, last: PlainDate, wording: Wording): string | null {
  const isPlain = first.unit === last.unit && !first.doubt && !last.doubt;
  if (!isPlain || first.first > last.first) return null;
  if (first.unit === 'year') return wording.years(yearOf(first.first), yearOf(last.first));
  const ofOneMonth = isoDay(first.first).slice(0, 7) === isoDay(last.first).slice(0, 7);
  return first.unit === 'day' && ofOneMonth ? wording.days(first.first, last.first) : null;
}

function writeDate(date: PlainDate | null, role: Role, language: Language): string {
  if (!date) return '';
  const { doubt, date: write } = wordings[language];
  return (date.doubt ? `${doubt[date.doubt]} ` : '') + write(date, role);
}

const formats = {
  en: formatsOf('en-GB'),
  ru: formatsOf('ru'),
  kk: formatsOf('kk'),
};

function formatsOf(locale: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  return {
    day: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    month: format({ month: 'long', year: 'numeric' }),
    monthName: format({ month: 'long' }),
  };
}

const wordings: Readonly<Record<Language, Wording>> = {
  en: {
    doubt: { uncertain: 'probably', approximate: 'about' },
    dash: '–',
    days: (from, to) => `${dayOfMonth(from)}–${formats.en.day.format(dateOf(to))}`,
    years: englishYears,
    date: (date, role) => {
      const text = writeUnit(date, {
        day: (day) => formats.en.day.format(day),
        month: (day) => formats.en.month.format(day),
        year: (year) => year,
        years: englishYears,
      });
      return role === 'alone' ? text : `${role} ${text}`;
    },
  },
  ru: {
    doubt: { uncertain: 'предположительно', approximate: 'примерно' },
    dash: '—',
    days: (from, to) => `${dayOfMonth(from)}–${formats.ru.day.format(dateOf(to))}`,
    years: russianYears,
    date: (date, role) => {
      const text = writeUnit(date, {
        day: (day) => formats.ru.day.format(day),
        month: (day) => (role === 'since' ? monthInGenitive(day) : formats.ru.month.format(day)),
        year: (year) => `${year} г.`,
        years: russianYears,
      });
      if (role === 'until') return `по ${text}`;
      // “со второго”
      const preposition = text.startsWith('2 ') ? 'со' : 'с';
      return role === 'alone' ? text : `${preposition} ${text}`;
    },
  },
  kk: {
    doubt: { uncertain: 'болжам бойынша', approximate: 'шамамен' },
    dash: '—',
    days: (from, to) =>
      `${yearOf(from)} жылғы ${dayOfMonth(from)}–${dayOfMonth(to)} ${kazakhMonth(dateOf(to))}`,
    years: (from, to) => `${from}–${to} жылдар`,
    // The nouns for day and month take the case endings, since those of a month’s name depend on its sounds.
    date: (date, role) => {
      const [of, ending] = kazakhRoles[role];
      return writeUnit(date, {
        day: (day) =>
          `${kazakhYear(day)} ${String(day.getUTCDate())} ${kazakhMonth(day)}${of.day}${ending}`,
        month: (day) => `${kazakhYear(day)} ${kazakhMonth(day)}${of.month}${ending}`,
        year: (year) => `${year} ${of.year}${ending}`,
        years: (from, to) => `${from}–${to} ${of.years}${ending}`,
      });
    },
  },
};

const kazakhRoles: Readonly<Record<Role, readonly [Readonly<Record<Unit, string>>, string]>> = {
  alone: [{ day: '', month: '', year: 'жыл', years: 'жылдар' }, ''],
  since: [{ day: ' күнінен', month: ' айынан', year: 'жылдан', years: 'жылдардан' }, ' бастап'],
  until: [{ day: ' күніне', month: ' айына', year: 'жылға', years: 'жылдарға' }, ' дейін'],
};

interface UnitTexts {
  day(day: Date): string;
  month(day: Date): string;
  year(year: string): string;
  readonly years: (from: string, to: string) => string;
}

function writeUnit({ unit, first, last }: PlainDate, texts: UnitTexts): string {
  if (unit === 'year') return texts.year(yearOf(first));
  if (unit === 'years') return texts.years(yearOf(first), yearOf(last));
  return texts[unit](dateOf(first));
}

function englishYears(from: string, to: string): string {
  return `${from}–${to}`;
}

function russianYears(from: string, to: string): string {
  return `${from}–${to} гг.`;
}

/** Takes the name of a month from a full date, where it is in the genitive. */
function monthInGenitive(day: Date): string {
  return formats.ru.day.format(day).replace(/^\d+ /, '');
}

function kazakhYear(day: Date): string {
  return `${String(day.getUTCFullYear())} жылғы`;
}

function kazakhMonth(day: Date): string {
  return formats.kk.monthName.format(day).toLowerCase();
}

function yearOf(day: Day): string {
  return String(dateOf(day).getUTCFullYear());
}

function dayOfMonth(day: Day): string {
  return String(dateOf(day).getUTCDate());
}

function dateOf(day: Day): Date {
  return new Date(isoDay(day));
}
