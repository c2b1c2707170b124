import type { EntityType } from '../vocabulary/entity-types.js';
import type { Language, LocalizedText } from '../vocabulary/languages.js';
import type { Position } from '../values/position.js';
import type { Time } from './time.js';

export type { Time };

/**
 * The value of an own property. Dates are EDTF text, and enumerated values are names. Text by
 * language is never empty.
 */
export type PropertyValue = string | number | LocalizedText;

export type Properties = Readonly<Record<string, PropertyValue>>;

// The whole records of the graph. Only whole records can be written.

export interface EntityRecord {
  readonly slug: string;
  readonly type: EntityType;
  readonly kind: string | null;
  readonly version: number;
  /** Names by language. The names of a statement are its text. */
  readonly names: LocalizedText;
  readonly properties: Properties;
  readonly time: Time;
  /** The number of its relations in both directions. */
  readonly degree: number;
  readonly details: EntityDetails;
}

/** The properties that are seldom requested. */
export interface EntityDetails {
  readonly aliases: Readonly<Partial<Record<Language, readonly string[]>>>;
  readonly description: LocalizedText;
  readonly sameAs: readonly string[];
  /**
   * The slugs of others that are not the same, though they have a name of it, sorted; absent if there
   * are none.
   */
  readonly differentFrom?: readonly string[];
  /** The languages whose name the editors chose because no source has one. */
  readonly editorial: readonly Language[];
}

/**
 * How well sources support a relation. STATED: a source that counts states it. INFERRED: sources
 * only imply it. EDITORIAL: only the editors say so. DENIED: sources only contradict it.
 */
export type Standing = 'STATED' | 'INFERRED' | 'EDITORIAL' | 'DENIED';

export interface RelationRecord {
  readonly key: string;
  readonly type: string;
  readonly fromSlug: string;
  readonly toSlug: string;
  readonly fromType: EntityType;
  readonly toType: EntityType;
  readonly version: number;
  readonly properties: Properties;
  readonly time: Time;
  /** The slugs of the sources that confirm it explicitly, sorted. */
  readonly sources: readonly string[];
  readonly publisherCount: number;
  readonly originCount: number;
  readonly standing: Standing;
  /** True if evidence denies it as a whole, or denies a rival in its favour. */
  readonly isContested: boolean;
}

export type Stance = 'CONFIRMS' | 'CONTRADICTS';

export interface EvidenceRecord {
  readonly id: string;
  /** The slug of an entity or the key of a relation. Only keys contain a tilde. */
  readonly target: string;
  readonly property: string | null;
  readonly sourceSlug: string;
  readonly position: Position | null;
  readonly stance: Stance;
  /**
   * The value that the source states for the property, or the key of a contradicted relation's
   * rival.
   */
  readonly value: string | null;
  /** True if the graph shows its value regardless of other sources. */
  readonly preferred: boolean;
  readonly inferred: boolean;
  readonly note: string | null;
}

export interface SourceRecord {
  readonly slug: string;
  readonly title: string | null;
  readonly urls: readonly string[];
  /** A BCP 47 tag. */
  readonly language: string | null;
  readonly publishedAt: string | null;
  readonly kind: string | null;
  readonly publisherSlug: string;
  readonly informerSlugs: readonly string[];
  /** The copy that positions refer to: its length in code points and the SHA-256 of its UTF-8. */
  readonly text: { readonly length: number; readonly sha256: string } | null;
}

export const entryKinds = ['SOURCE', 'ENTITY', 'RELATION'] as const;

export type EntryKind = (typeof entryKinds)[number];

/** A document as the store keeps it. Its entries are kept beside it. */
export interface DocumentRecord {
  readonly slug: string;
  /** The number of its entries. */
  readonly entryCount: number;
  /** What it says for all entries that do not say it themselves, as JSON; null if nothing. */
  readonly defaults: string | null;
}

/** One entry of a document as the store keeps it. A document has at most one of a kind and key. */
export interface EntryRecord {
  /** The slug of the document. */
  readonly document: string;
  readonly kind: EntryKind;
  /** The slug or the relation key that the document itself writes, whatever is joined elsewhere. */
  readonly key: string;
  /** The position among the entries of its kind in the document, from 0. */
  readonly place: number;
  /** Where it starts in the file that was imported, both from 1; null if not known. */
  readonly line: number | null;
  readonly column: number | null;
  /** The slug that an entity is merged into; null for every other entry. */
  readonly mergedInto: string | null;
  /** The entry as the document has it, as JSON. */
  readonly content: string;
}

/**
 * Says that two slugs stand for one entity: all that is said of the first is read as said of the
 * second.
 */
export interface JoinRecord {
  readonly slug: string;
  readonly into: string;
  /** The slug of the document that says so, and the line of its entry; null if not known. */
  readonly document: string;
  readonly line: number | null;
}

/**
 * The subject of a disagreement: the value of a property, relations that exclude each other, a
 * target that a source denies as a whole, or a statement that another statement disputes.
 */
export const disagreementKinds = [
  'PROPERTY', 'RIVAL_RELATIONS', 'DENIAL', 'DISPUTED_STATEMENT',
] as const; // prettier-ignore

export type DisagreementKind = (typeof disagreementKinds)[number];

/**
 * A matter on which sources disagree. There is at most one of each kind for a target and property.
 */
export interface DisagreementRecord {
  readonly kind: DisagreementKind;
  /**
   * The slug of an entity or the key of a relation. Of rivals it is the relation whose key comes
   * first, which may be known only from evidence for its rival. Of disputed statements it is the
   * relation that disputes one of them.
   */
  readonly target: string;
  readonly property: string | null;
  /** The keys of the relations that are rivals of the target, sorted. */
  readonly rivals: readonly string[];
}

/**
 * Returns the slugs and keys of the records that a disagreement is about: its target and the
 * target's rivals, or for disputed statements the relation between them and both statements.
 */
export function recordsOfDisagreement({ kind, target, rivals }: DisagreementRecord): string[] {
  if (kind !== 'DISPUTED_STATEMENT') return [target, ...rivals];
  return [target, ...new Set(slugsIn(target))];
}

/** Returns the slugs of both ends in the key of a relation, or the slug of an entity alone. */
export function slugsIn(record: string): string[] {
  if (!isRelationKey(record)) return [record];
  const [from = '', , to = ''] = record.split('~');
  return [from, to];
}

export function isRelationKey(target: string): boolean {
  return target.includes('~');
}
