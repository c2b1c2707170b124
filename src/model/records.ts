import type { EntityType } from '../vocabulary/entity-types.js';
import type { Language, LocalizedText } from '../vocabulary/languages.js';
import type { Position } from '../values/position.js';
import type { Time } from './time.js';

export type { Time };

/** A value of an own property: dates as EDTF text, enumerated values by name. */
export type PropertyValue = string | number;

export type Properties = Readonly<Record<string, PropertyValue>>;

export interface EntityRecord {
  readonly slug: string;
  readonly type: EntityType;
  readonly kind: string | null;
  readonly version: number;
  /** Names by language; a statement's are its text. */
  readonly names: LocalizedText;
  readonly properties: Properties;
  readonly time: Time;
  /** How many relations it has, either way. */
  readonly degree: number;
  /** What is seldom asked for; absent until a reading brings it. */
  details?: EntityDetails;
  answers?: Answers;
}

export interface EntityDetails {
  readonly aliases: Readonly<Partial<Record<Language, readonly string[]>>>;
  readonly description: LocalizedText;
  readonly sameAs: readonly string[];
  /** The languages whose name is the editors' own, since none was seen. */
  readonly editorial: readonly Language[];
}

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
  /** The sources that confirm it and do not merely imply it, in the order of their slugs. */
  readonly sources: readonly string[];
  readonly publisherCount: number;
  readonly originCount: number;
  from?: EntityRecord;
  to?: EntityRecord;
  answers?: Answers;
}

export type Stance = 'CONFIRMS' | 'CONTRADICTS';

export interface EvidenceRecord {
  readonly id: string;
  /** The slug of an entity or the key of a relation; only a key has a tilde. */
  readonly target: string;
  readonly property: string | null;
  readonly sourceSlug: string;
  readonly position: Position | null;
  readonly stance: Stance;
  /** What the source gives for the property; for a contradicted relation the key of its rival. */
  readonly value: string | null;
  /** Whether its value is to be shown, whatever other sources say. */
  readonly preferred: boolean;
  readonly inferred: boolean;
  readonly note: string | null;
  source?: SourceRecord;
  targetRecord?: EntityRecord | RelationRecord;
}

export interface SourceRecord {
  readonly slug: string;
  readonly title: string | null;
  readonly urls: readonly string[];
  /** BCP 47. */
  readonly language: string | null;
  readonly publishedAt: string | null;
  readonly kind: string | null;
  readonly publisherSlug: string;
  readonly informerSlugs: readonly string[];
  /** The copy that positions refer to: its length in code points and the SHA-256 of its UTF-8. */
  readonly text: { readonly length: number; readonly sha256: string } | null;
  publisher?: EntityRecord;
  informers?: readonly EntityRecord[];
  answers?: Answers;
}

/**
 * On what there is disagreement: values of a property, relations that rule each other out, a
 * target that a source denies as a whole, or a statement that another one disputes.
 */
export const disagreementKinds = [
  'PROPERTY', 'RIVAL_RELATIONS', 'DENIAL', 'DISPUTED_STATEMENT',
] as const; // prettier-ignore

export type DisagreementKind = (typeof disagreementKinds)[number];

/** What sources do not agree on. One of its kind for each target and property. */
export interface DisagreementRecord {
  readonly kind: DisagreementKind;
  /**
   * What it is on: an entity or a relation; of rivals the one whose key comes first, which may be
   * known from its rival alone; of disputed statements the relation that says so.
   */
  readonly target: string;
  readonly property: string | null;
  /** The keys of the relations that are rivals of the target, in their order. */
  readonly rivals: readonly string[];
}

export interface RelatedRow {
  readonly relation: RelationRecord;
  /** The entity at the other end. */
  readonly entity: EntityRecord;
}

export interface PathRecord {
  /** From the first end to the last: one more than its relations. */
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
}

/** Why an answer is not all there is: more than were asked for, or than can be looked at. */
export type Truncation = 'LIMIT' | 'EFFORT';

export interface PathsRecord {
  readonly paths: readonly PathRecord[];
  readonly truncation: Truncation | null;
}

export interface NetworkRecord {
  readonly entities: readonly EntityRecord[];
  /** In the order of their keys. */
  readonly relations: readonly RelationRecord[];
  readonly truncation: Truncation | null;
}

/** One that an entity meets. */
export interface InterlockRecord {
  readonly entity: EntityRecord;
  /** Through how many witnesses. */
  readonly weight: number;
}

/** Through what two entities meet. */
export interface WitnessRecord {
  readonly entity: EntityRecord;
  /** Those of either one with it, in the order of their keys. */
  readonly relations: readonly RelationRecord[];
}

/** The place of a row in an order: what the order compares, first to last. */
export type Keyset = readonly (string | number)[];

export interface Row<T> {
  readonly item: T;
  readonly keyset: Keyset;
}

export interface Page<T> {
  readonly rows: readonly Row<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Only where it was asked for. */
  readonly totalCount?: number;
}

/** What a reading brought for the fields of a record, by the key of the expansion. */
export type Answers = Map<string, AnsweredExpansion>;

export type AnsweredExpansion =
  Page<RelatedRow> | Page<EvidenceRecord> | Page<RelationRecord> | number;

export function isRelationKey(target: string): boolean {
  return target.includes('~');
}
