import type { EntryKind } from '../model/records.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import type { Language, LocalizedText } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { relationKey } from '../values/keys.js';

// The input of the writer: the sources, entities and relations that a document states, in whatever
// format the document was written.

export interface EvidenceEntry {
  readonly source: string;
  readonly property?: string;
  readonly position?: { readonly start: number; readonly end: number; readonly sha256: string };
  readonly stance?: 'CONFIRMS' | 'CONTRADICTS';
  readonly value?: string | number;
  readonly preferred?: boolean;
  readonly inferred?: boolean;
  readonly note?: string;
}

export interface SourceEntry {
  readonly slug: string;
  readonly publisher: string;
  readonly informers?: readonly string[];
  readonly title?: string;
  readonly urls?: readonly string[];
  readonly language?: string;
  readonly publishedAt?: string | number;
  readonly kind?: string;
  readonly text?: { readonly length: number; readonly sha256: string };
}

export interface EntityEntry {
  readonly slug: string;
  readonly type: EntityType;
  readonly kind?: string;
  readonly names?: LocalizedText;
  readonly editorialNames?: LocalizedText;
  readonly aliases?: Readonly<Partial<Record<Language, readonly string[]>>>;
  readonly description?: LocalizedText;
  readonly sameAs?: readonly string[];
  /** The slugs of others that are not the same, though they have a name of it. */
  readonly differentFrom?: readonly string[];
  readonly evidence?: readonly EvidenceEntry[];
  /** The own properties of its type. */
  readonly [property: string]: unknown;
}

/** Joins two slugs of one entity: all that is said of the first is read as said of the second. */
export interface JoinEntry {
  readonly slug: string;
  /** The type of both. If it is absent, another entry says what the first one is. */
  readonly type?: EntityType;
  /** The slug that stays. */
  readonly mergedInto: string;
}

export function isJoinEntry(entry: object): entry is JoinEntry {
  return 'mergedInto' in entry && entry.mergedInto !== undefined;
}

export interface RelationEntry {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** The slug that tells it apart from others of its type, ends and qualifier. */
  readonly instance?: string;
  /** Documents of earlier versions have it in the place of `instance` (`withInstance`). */
  readonly repeat?: number;
  readonly evidence?: readonly EvidenceEntry[];
  /** The properties of its type. */
  readonly [property: string]: unknown;
}

export interface Entries {
  readonly sources?: readonly SourceEntry[];
  readonly entities?: readonly (EntityEntry | JoinEntry)[];
  readonly relations?: readonly RelationEntry[];
}

export interface EntriesByKind {
  readonly SOURCE: SourceEntry;
  readonly ENTITY: EntityEntry | JoinEntry;
  readonly RELATION: RelationEntry;
}

export type Entry = EntriesByKind[EntryKind];

/**
 * Where an entry starts in the file of its document: its line and its column, from 1; null if not
 * known.
 */
export interface EntryLocation {
  readonly line: number | null;
  readonly column: number | null;
}

export const NO_LOCATION: EntryLocation = { line: null, column: null };

export interface LocatedEntry<E extends Entry = Entry> extends EntryLocation {
  readonly entry: E;
}

/** An entry and the slug of the document that it is from. */
export interface SaidEntry<E extends Entry = Entry> {
  readonly entry: E;
  readonly document: string;
}

/** An entry that the store keeps, as its document means it. */
export interface KeptEntry<E extends Entry = Entry> extends SaidEntry<E>, LocatedEntry<E> {
  /** The slug or the relation key that the document writes. */
  readonly key: string;
}

/** What a document says for all of its entries that do not say it themselves. */
export interface Defaults {
  /** The evidence for each relation without evidence of its own. */
  readonly evidence?: readonly EvidenceEntry[];
}

/** A document that replaces the one of the same slug. Its entries are read in batches. */
export interface NewDocument {
  readonly slug: string;
  readonly defaults: Defaults;
  entries<K extends EntryKind>(kind: K): AsyncIterable<readonly LocatedEntry<EntriesByKind[K]>[]>;
}

/** Returns a relation with its `repeat`, if it has one, as its `instance`: "2" for 2. */
export function withInstance({ repeat, ...relation }: RelationEntry): RelationEntry {
  return repeat === undefined ? relation : { instance: String(repeat), ...relation };
}

/** Returns the key of the relation that an entry states. */
export function keyOfEntry(relation: RelationEntry, vocabulary: Vocabulary): string {
  const { qualifier } = vocabulary.relationType(relation.type);
  const { type, from, to, instance } = withInstance(relation);
  return relationKey({
    type, from, to, instance,
    qualifier: qualifier === undefined ? undefined : (relation[qualifier] as string | undefined),
  }); // prettier-ignore
}
