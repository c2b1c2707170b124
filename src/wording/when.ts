import type { Language } from '../vocabulary/languages.js';
import type { RelationTypeDefinition } from '../vocabulary/relation-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { isoDay, NO_EARLIEST_DAY, NO_LATEST_DAY } from '../values/partial-date.js';
import type { Properties, RelationRecord } from '../model/records.js';
import { plainText } from '../values/localized-text.js';
import { locatedIn } from './kazakh-cases.js';
import { readableDate, readablePeriod } from './readable-date.js';
import { accordingTo, type Marks } from './reservations.js';
import { words, type TextPart } from './text-part.js';

/** The parts of a relation that its dates in words depend on. */
type DatedRelation = Pick<RelationRecord, 'properties' | 'time'>;

/**
 * Returns the dates of a relation in words, other dates that sources give, and for an office that may
 * since have passed to somebody else the month of its latest source. A date that one of the names in
 * the sentence already says is not said again. Returns no part if there are none.
 */
export function whenParts(
  relation: DatedRelation,
  definition: Pick<RelationTypeDefinition, 'isDatedBySources'>,
  { dates: mark, otherDates }: Pick<Marks, 'dates' | 'otherDates'>,
  names: readonly string[],
  language: Language,
  vocabulary: Vocabulary,
): readonly TextPart[] {
  const dates = datesInWords(relation.properties, language);
  const isSaid = mark === '' && names.some((name) => saysDate(name, dates));
  const own = isSaid ? '' : dates;
  const asOf = definition.isDatedBySources === true ? asOfWords(relation, language) : '';
  const items = [
    ...(own === '' ? [] : [[words(own + mark, language)]]),
    ...otherDates.map(({ property, date, voice }) => [
      ...accordingTo(voice.publishers, language, vocabulary),
      words(datesInWords({ [property]: date }, language) + voice.mark, language),
    ]),
    ...(asOf === '' ? [] : [[words(asOf, language)]]),
  ];
  return items.flatMap((item, index) => (index === 0 ? item : [words('; ', language), ...item]));
}

/** Whether a name has a date in it, such as “Order No. 1 of 20 January 2023”. */
function saysDate(name: string, date: string): boolean {
  const isDay = /\d{1,2}\D+\d{4}|\d{4}\D+\d{1,2}/.test(date);
  return isDay && name.includes(date.replace(/\sг\.$/, ''));
}

/** Returns the dates that sources give for a relation, in words; an empty text if none does. */
export function datesInWords({ since, until, date }: Properties, language: Language): string {
  const own = plainText(date);
  if (own !== undefined) return readableDate(own, language);
  return readablePeriod(plainText(since), plainText(until), language);
}

/** A relation without an end certainly held until the day of its latest source. */
function asOfWords({ properties, time }: DatedRelation, language: Language): string {
  const { startLatest, endEarliest, endLatest } = time;
  const isOpen = properties['until'] === undefined && endLatest === NO_LATEST_DAY;
  if (!isOpen) return '';
  if (endEarliest === NO_EARLIEST_DAY) return undated[language];
  if (properties['since'] !== undefined && endEarliest <= startLatest) return '';
  const month = readableDate(isoDay(endEarliest).slice(0, 7), language);
  switch (language) {
    case 'en':
      return `as of ${month}`;
    case 'ru':
      return `по данным на ${month}`;
    case 'kk':
      return `${locatedIn(month)} дерек бойынша`;
  }
}

/** No source has a date, so that it is not known of when they are. */
const undated: Readonly<Record<Language, string>> = {
  en: 'according to an undated source',
  ru: 'по недатированному источнику',
  kk: 'күні көрсетілмеген дереккөз бойынша',
};
