import type { Language } from '../vocabulary/languages.js';
import type { Named } from './named.js';

/** A name and the date that stands after it, after a comma or in parentheses. */
export interface DatedName {
  readonly title: string;
  /** The date as it is written, such as “26 May 2025”. */
  readonly date: string;
}

/** A date at the end of a name: a year, or a month or days of one. */
const dates: Readonly<Record<Language, RegExp>> = {
  en: /(?:\d{1,2}(?:[–-]\d{1,2})? )?(?:\p{Lu}\p{Ll}+ )?\d{4}/u,
  ru: /(?:\d{1,2}(?:[–-]\d{1,2})? )?(?:\p{Ll}+ )?\d{4}(?: год| года| г\.)?/u,
  kk: /\d{4} жыл(?:ғы(?: \d{1,2}(?:[–-]\d{1,2})?)? \p{Ll}+)?/u,
};

const endings = {
  en: endingOf(dates.en),
  ru: endingOf(dates.ru),
  kk: endingOf(dates.kk),
};

function endingOf({ source }: RegExp): RegExp {
  return new RegExp(`^(.+?)(?:, (${source})| \\((${source})\\))$`, 'u');
}

/**
 * Separates the date from the name of an event, a document or a report: “Meeting on water, 26 May
 * 2025”. Returns null if it ends with none.
 */
export function datedName({ type, name, language }: Named): DatedName | null {
  if (language === null || !['Event', 'Instrument', 'Report'].includes(type)) return null;
  const [, title, afterComma, inParentheses] = endings[language].exec(name) ?? [];
  const date = afterComma ?? inParentheses;
  return title === undefined || date === undefined ? null : { title, date };
}
