import { languages, type Language } from '../../vocabulary/languages.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { foldName } from '../../values/folded-name.js';
import { pickText } from '../../values/localized-text.js';
import { NO_EARLIEST_DAY, NO_LATEST_DAY } from '../../values/partial-date.js';
import { sortKey } from '../../values/sort-key.js';
import type { RelationOrder } from '../reading.js';
import type {
  EntityRecord,
  EvidenceRecord,
  Keyset,
  RelatedRow,
  RelationRecord,
  Time,
} from '../../model/records.js';

// What both engines keep beside a record so that they can order, filter and find it.

/** A statement's name is its text; more of it than this orders nothing. */
const SORT_KEY_LENGTH = 200;

/** By language the key that the name shown in it is ordered by. */
export function sortKeys({ names, slug }: EntityRecord): Record<Language, string> {
  return Object.fromEntries(
    languages.map((language) => {
      const name = pickText(names, language) ?? slug;
      return [language, sortKey(name.slice(0, SORT_KEY_LENGTH))];
    }),
  ) as Record<Language, string>;
}

/** The folded forms of all names and aliases, each once. */
export function foldedNames({ names, details }: EntityRecord): string[] {
  const aliases = Object.values(details?.aliases ?? {}).flat();
  return [...new Set([...Object.values(names), ...aliases].map(foldName))].filter(
    (name) => name !== '',
  );
}

/** The earliest day it may have been, such that what has none comes after all that have one. */
export function dateFirst({ startEarliest }: Time): number {
  return startEarliest === NO_EARLIEST_DAY ? NO_LATEST_DAY : startEarliest;
}

/** The place of a related entity in an order. */
export function relatedKeyset(
  { relation, entity }: RelatedRow,
  { by, descending }: RelationOrder,
): Keyset {
  const place = [entity.slug, relation.type, relation.key];
  if (by === 'SLUG') return place;
  return [descending ? relation.time.startEarliest : dateFirst(relation.time), ...place];
}

/** Where a piece of evidence stands among those of its target: by property, source and passage. */
export function evidencePlace({ property, sourceSlug, position, id }: EvidenceRecord): string {
  const start = String(position?.start ?? 0).padStart(10, '0');
  return `${property ?? ''} ${sourceSlug} ${start} ${id}`;
}

export function qualifierOf(
  { type, properties }: RelationRecord,
  vocabulary: Vocabulary,
): string | null {
  const qualifier = vocabulary.relationType(type).qualifier;
  const value = qualifier === undefined ? undefined : properties[qualifier];
  return value === undefined ? null : String(value);
}
