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
  readonly evidence?: readonly EvidenceEntry[];
  /** The own properties of its type. */
  readonly [property: string]: unknown;
}

export interface RelationEntry {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly repeat?: number;
  readonly evidence?: readonly EvidenceEntry[];
  /** The properties of its type. */
  readonly [property: string]: unknown;
}

export interface Entries {
  readonly sources?: readonly SourceEntry[];
  readonly entities?: readonly EntityEntry[];
  readonly relations?: readonly RelationEntry[];
}

/** Entries that are written together. Each kind is read in batches, as often as it is needed. */
export interface EntrySet {
  sources(): AsyncIterable<readonly SourceEntry[]>;
  entities(): AsyncIterable<readonly EntityEntry[]>;
  relations(): AsyncIterable<readonly RelationEntry[]>;
}

/** Joins the entries of several documents, in their order. */
export function joinEntries(all: readonly Entries[]): Entries {
  return {
    sources: all.flatMap(({ sources = [] }) => sources),
    entities: all.flatMap(({ entities = [] }) => entities),
    relations: all.flatMap(({ relations = [] }) => relations),
  };
}

/** Returns the key of the relation that an entry states. */
export function keyOfEntry(relation: RelationEntry, vocabulary: Vocabulary): string {
  const { qualifier } = vocabulary.relationType(relation.type);
  const { type, from, to, repeat } = relation;
  return relationKey({
    type, from, to, repeat,
    qualifier: qualifier === undefined ? undefined : (relation[qualifier] as string | undefined),
  }); // prettier-ignore
}
