import type { Language } from '../vocabulary/languages.js';
import type { RelationTypeDefinition } from '../vocabulary/relation-types.js';
import { isoDay, NO_EARLIEST_DAY, NO_LATEST_DAY } from '../values/partial-date.js';
import type { Properties, RelationRecord } from '../model/records.js';
import { plainText } from '../values/localized-text.js';
import { readableDate, readablePeriod } from './readable-date.js';
import { locatedIn } from './kazakh-cases.js';

/** The parts of a relation that its dates in words depend on. */
type DatedRelation = Pick<RelationRecord, 'properties' | 'time'>;

/**
 * Returns the dates of a relation in words, and for an office that may since have passed to somebody
 * else the month of its latest source. Returns an empty text if it has none.
 */
export function whenParts(
  relation: DatedRelation,
  definition: Pick<RelationTypeDefinition, 'isDatedBySources'>,
  language: Language,
): string {
  const when = datesInWords(relation.properties, language);
  const asOf = definition.isDatedBySources === true ? asOfWords(relation, language) : '';
  return [when, asOf].filter((text) => text !== '').join('; ');
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
  if (!isOpen || endEarliest === NO_EARLIEST_DAY) return '';
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
