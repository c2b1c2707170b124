import type { Language } from '../vocabulary/languages.js';
import { isoDay, type Day } from '../values/partial-date.js';
import { withCase } from './kazakh-cases.js';

/** The use of a date: by itself, or as the start or the end of an open period. */
export type Role = 'alone' | 'since' | 'until';

type Unit = 'day' | 'month' | 'season' | 'year';

/** A day, a month, a season or a year, with its first and its last day. */
export interface OneDate {
  readonly unit: Unit;
  readonly first: Day;
  readonly last: Day;
  readonly doubt: 'uncertain' | 'approximate' | 'both' | null;
}

/** The span in which one day lies. At most one of its ends is open. */
export interface Span {
  readonly from: OneDate | null;
  readonly to: OneDate | null;
}

interface Wording {
  readonly doubt: Readonly<Record<NonNullable<OneDate['doubt']>, string>>;
  /** Joins two dates that contain spaces. */
  readonly dash: string;
  /** Follows a date since which something went on, but no longer does. */
  readonly ended: string;
  /** Follow a date in its role. */
  readonly orEarlier: string;
  readonly orLater: string;
  /** Joins several days of one month. */
  days(from: Day, to: Day): string;
  readonly years: (from: string, to: string) => string;
  readonly date: (date: OneDate, role: Role) => string;
  /** Writes that a day lies between two dates, both included. */
  readonly between: (from: OneDate, to: OneDate, role: Role) => string;
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

/** How the languages write dates and periods. */
export const dateWordings: Readonly<Record<Language, Wording>> = {
  en: {
    doubt: { uncertain: 'probably', approximate: 'about', both: 'probably about' },
    dash: '–',
    ended: ', ended',
    orEarlier: 'or earlier',
    orLater: 'or later',
    days: (from, to) => `${dayOfMonth(from)}–${formats.en.day.format(dateOf(to))}`,
    years: (from, to) => `${from}–${to}`,
    date: (date, role) => (role === 'alone' ? english(date) : `${role} ${english(date)}`),
    between: (from, to, role) => {
      const first = withoutSame(from, to, {
        month: () => dayOfMonth(from.first),
        year: () => english(from).replace(/ \d+$/, ''),
      });
      const text = `between ${first ?? english(from)} and ${english(to)}`;
      return role === 'alone' ? text : `${role} sometime ${text}`;
    },
  },
  ru: {
    doubt: {
      uncertain: 'предположительно',
      approximate: 'примерно',
      both: 'предположительно, примерно',
    },
    dash: '—',
    ended: ', завершилось',
    orEarlier: 'или раньше',
    orLater: 'или позже',
    days: (from, to) => `${dayOfMonth(from)}–${formats.ru.day.format(dateOf(to))}`,
    years: (from, to) => `${from}–${to} гг.`,
    date: (date, role) => {
      if (role === 'alone') return russian(date, 'nominative');
      if (role === 'until') return `по ${russian(date, 'accusative')}`;
      const text = russian(date, 'genitive');
      // “со второго”
      return `${text.startsWith('2 ') ? 'со' : 'с'} ${text}`;
    },
    between: (from, to, role) => {
      const first = withoutSame(from, to, {
        month: () => dayOfMonth(from.first),
        year: () => russian(from, 'genitive').replace(/\s\d+\sг\.$/, ''),
      });
      const text = `не ранее ${first ?? russian(from, 'genitive')} и не позднее ${russian(to, 'genitive')}`;
      return { alone: text, since: `с даты ${text}`, until: `по дату ${text}` }[role];
    },
  },
  kk: {
    doubt: {
      uncertain: 'болжам бойынша',
      approximate: 'шамамен',
      both: 'болжам бойынша, шамамен',
    },
    dash: '—',
    ended: ', аяқталған',
    orEarlier: 'немесе одан бұрын',
    orLater: 'немесе одан кейін',
    days: kazakhDays,
    years: kazakhYears,
    date: kazakh,
    between: (from, to, role) => {
      const span =
        withoutSame(from, to, {
          month: () => kazakhDays(from.first, to.first),
          year: () =>
            `${kazakh(from, 'alone')}–${kazakh(to, 'alone').replace(kazakhYear(to.first), '').trim()}`,
        }) ??
        (from.unit === 'year' && to.unit === 'year'
          ? `${yearOf(from.first)}–${yearOf(to.first)} жылдар`
          : `${kazakh(from, 'alone')} — ${kazakh(to, 'alone')}`);
      const ending = {
        alone: 'аралығында',
        since: 'аралығынан бастап',
        until: 'аралығына дейін',
      }[role];
      return `${span} ${ending}`;
    },
  },
};

/**
 * Returns the first of two dates without what it has in common with the second: the month of two
 * days, or the year of two days or two months. Returns null if there is nothing of that.
 */
function withoutSame(
  from: OneDate,
  to: OneDate,
  { month, year }: { readonly month: () => string; readonly year: () => string },
): string | null {
  const [first, last] = [isoDay(from.first), isoDay(to.first)];
  if (from.unit !== to.unit || !['day', 'month'].includes(from.unit)) return null;
  if (from.unit === 'day' && first.slice(0, 7) === last.slice(0, 7)) return month();
  return first.slice(0, 4) === last.slice(0, 4) ? year() : null;
}

const SEASONS = {
  en: ['spring', 'summer', 'autumn', 'winter'],
  ru: {
    nominative: ['весна', 'лето', 'осень', 'зима'],
    genitive: ['весны', 'лета', 'осени', 'зимы'],
    accusative: ['весну', 'лето', 'осень', 'зиму'],
  },
  kk: ['көктем', 'жаз', 'күз', 'қыс'],
} as const;

/** Returns the index of a season, from 0 for spring to 3 for winter. */
function seasonOf({ first }: OneDate): number {
  return Math.floor((dateOf(first).getUTCMonth() + 1) / 3) - 1;
}

/** Returns the two years of a winter; null for the other seasons, which lie in one. */
function yearsOfWinter({ first, last }: OneDate): readonly [string, string] | null {
  return yearOf(first) === yearOf(last) ? null : [yearOf(first), yearOf(last)];
}

function english(date: OneDate): string {
  switch (date.unit) {
    case 'day':
      return formats.en.day.format(dateOf(date.first));
    case 'month':
      return formats.en.month.format(dateOf(date.first));
    case 'season': {
      const years = yearsOfWinter(date)?.join('–') ?? yearOf(date.first);
      return `${SEASONS.en[seasonOf(date)] ?? ''} ${years}`;
    }
    case 'year':
      return yearOf(date.first);
  }
}

type RussianCase = keyof (typeof SEASONS)['ru'];

function russian(date: OneDate, inCase: RussianCase): string {
  const day = dateOf(date.first);
  switch (date.unit) {
    case 'day':
      return formats.ru.day.format(day);
    case 'month':
      // The name of a month in a full date is in the genitive.
      return inCase === 'genitive'
        ? formats.ru.day.format(day).replace(/^\d+ /, '')
        : formats.ru.month.format(day);
    case 'season': {
      const winter = yearsOfWinter(date);
      const years = winter ? `${winter.join('–')} гг.` : `${yearOf(date.first)} г.`;
      return `${SEASONS.ru[inCase][seasonOf(date)] ?? ''} ${years}`;
    }
    case 'year':
      return `${yearOf(date.first)} г.`;
  }
}

/** Puts a noun into the case that a role of its date demands. */
const kazakhRoles: Readonly<Record<Role, (noun: string) => string>> = {
  alone: (noun) => noun,
  since: (noun) => `${withCase(noun, 'ablative') ?? noun} бастап`,
  until: (noun) => `${withCase(noun, 'dative') ?? noun} дейін`,
};

function kazakh(date: OneDate, role: Role): string {
  const inRole = kazakhRoles[role];
  const month = kazakhMonth(date.first);
  const year = kazakhYear(date.first);
  switch (date.unit) {
    case 'day':
      return `${year} ${dayOfMonth(date.first)} ${inRole(month)}`;
    case 'month':
      return `${year} ${inRole(month)}`;
    case 'season': {
      const winter = yearsOfWinter(date);
      const years = winter ? `${winter.join('–')} жылдардағы` : year;
      return `${years} ${inRole(SEASONS.kk[seasonOf(date)] ?? '')}`;
    }
    case 'year':
      return `${yearOf(date.first)} ${inRole('жыл')}`;
  }
}

function kazakhDays(from: Day, to: Day): string {
  return `${kazakhYear(from)} ${dayOfMonth(from)}–${dayOfMonth(to)} ${kazakhMonth(to)}`;
}

function kazakhYears(from: string, to: string): string {
  return `${from}–${to} жылдары`;
}

function kazakhYear(day: Day): string {
  return `${yearOf(day)} жылғы`;
}

function kazakhMonth(day: Day): string {
  return formats.kk.monthName.format(dateOf(day)).toLowerCase();
}

export function yearOf(day: Day): string {
  return String(dateOf(day).getUTCFullYear());
}

function dayOfMonth(day: Day): string {
  return String(dateOf(day).getUTCDate());
}

function dateOf(day: Day): Date {
  return new Date(isoDay(day));
}
