import { languages, type Language } from '../../vocabulary/languages.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { foldName } from '../../values/folded-name.js';
import { kindKey, nameKeys } from '../../values/essential-name.js';
import { identifierKey } from '../../values/identifier-key.js';
import { identifiersOf } from '../../model/identifiers.js';
import { languagesFor, nameIn, plainText } from '../../values/localized-text.js';
import { NO_EARLIEST_DAY, NO_LATEST_DAY } from '../../values/partial-date.js';
import { sortKey } from '../../values/sort-key.js';
import type { Keyset } from '../page.js';
import type { RelationOrder } from '../reading.js';
import type { RelatedRow } from '../rows.js';
import {
  type EntityRecord,
  type EvidenceRecord,
  type RelationRecord,
  type Time,
} from '../../model/records.js';

// The values that both engines store beside a record to order, filter and find it.

/** The key under which the content of an entry names entities, beside that of its own record. */
export const NAMING_KEY = { SOURCE: '"publisher"', ENTITY: '"differentFrom"' } as const;

/** Limits, in characters, the part of a name that is ordered by: a statement's name is its text. */
const SORT_KEY_LENGTH = 200;

/** Returns, by language, the key that orders the name which is shown in that language. */
export function sortKeys({ names, details, slug }: EntityRecord): Record<Language, string> {
  const all = { names, aliases: details.aliases };
  const shown = languages.map((language) => nameIn(all, languagesFor(language))?.text ?? slug);
  // Many have one name, which is shown in all languages.
  const keys = new Map(
    [...new Set(shown)].map((name) => [name, sortKey(name.slice(0, SORT_KEY_LENGTH))]),
  );
  return Object.fromEntries(
    languages.map((language, index) => [language, keys.get(shown[index] ?? '')]),
  ) as Record<Language, string>;
}

/**
 * Returns the texts by which an entity is found, each once: the folded form of each name and alias,
 * with its keys after it; and the keys of its identifier, its addresses and its kind. A key is one
 * word that begins with an underscore.
 */
export function searchedTexts(entity: EntityRecord): string[] {
  const { type, kind, names, details } = entity;
  const aliases = Object.values(details.aliases).flat();
  const texts = [...Object.values(names), ...aliases].flatMap((name) => [
    foldName(name),
    ...nameKeys(name, type),
  ]);
  const keys = [
    ...identifiersOf(entity).map(identifierKey),
    ...(kind === null ? [] : [kindKey(kind)]),
  ];
  return [...new Set([...texts, ...keys])].filter((text) => text !== '');
}

/** Returns the folded descriptions, by language. */
export function foldedDescriptions({ details }: EntityRecord): Partial<Record<Language, string>> {
  return Object.fromEntries(
    Object.entries(details.description).map(([language, text]) => [language, foldName(text)]),
  );
}

/** Returns the earliest possible day; if there is none, a day after all others. */
export function dateFirst({ startEarliest }: Time): number {
  return startEarliest === NO_EARLIEST_DAY ? NO_LATEST_DAY : startEarliest;
}

/**
 * Returns the values of a related entity that the order compares.
 * @throws Error if the order is by date and the relation's time was not read.
 */
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

/** Returns the text that orders the evidence for one target: by property, source and passage. */
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

/** Returns the value of the relation's qualifier; null if its type or the relation has none. */
export function qualifierOf(
  { type, properties }: RelationRecord,
  vocabulary: Vocabulary,
): string | null {
  const qualifier = vocabulary.relationType(type).qualifier;
  return (qualifier === undefined ? undefined : plainText(properties[qualifier])) ?? null;
}
