import { languages, type Language } from '../../vocabulary/languages.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { foldName } from '../../values/folded-name.js';
import { pickText } from '../../values/localized-text.js';
import { NO_EARLIEST_DAY, NO_LATEST_DAY } from '../../values/partial-date.js';
import { sortKey } from '../../values/sort-key.js';
import type { Keyset } from '../page.js';
import type { RelationOrder } from '../reading.js';
import type { RelatedRow } from '../rows.js';
import type { EntityRecord, EvidenceRecord, RelationRecord, Time } from '../../model/records.js';

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
  const aliases = Object.values(details.aliases).flat();
  return [...new Set([...Object.values(names), ...aliases].map(foldName))].filter(
    (name) => name !== '',
  );
}

/** The earliest day it may have been, such that what has none comes after all that have one. */
export function dateFirst({ startEarliest }: Time): number {
  return startEarliest === NO_EARLIEST_DAY ? NO_LATEST_DAY : startEarliest;
}

/** What the order compares of a related entity. An order by date needs the relation's time. */
export function relatedKeyset(
  { relation, entity }: RelatedRow,
  { by, descending }: RelationOrder,
): Keyset {
  const keyset = [entity.slug, relation.type, relation.key];
  if (by === 'SLUG') return keyset;
  const { key, time } = relation;
  if (!time) throw new Error(`The time of ${key} was not read, which the order compares.`);
  return [descending ? time.startEarliest : dateFirst(time), ...keyset];
}

/** What orders a piece of evidence among those of its target: property, source and passage. */
export function evidenceKeyset({
  property,
  sourceSlug,
  position,
  id,
}: Pick<EvidenceRecord, 'property' | 'sourceSlug' | 'id'> & {
  readonly position: { readonly start: number } | null;
}): string {
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
