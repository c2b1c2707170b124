import type { EntityType } from '../vocabulary/entity-types.js';
import type { Language, LocalizedText } from '../vocabulary/languages.js';
import type { Position } from '../values/position.js';
import type { Time } from './time.js';

export type { Time };

/** A value of an own property: dates as EDTF text, enumerated values by name. */
export type PropertyValue = string | number;

export type Properties = Readonly<Record<string, PropertyValue>>;

// The records of the graph, each whole: only these can be written.

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
  readonly details: EntityDetails;
}

/** What is seldom asked for. */
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

/**
 * The records that a disagreement is about: its target and the target's rivals; of disputed
 * statements the relation that says so and both statements.
 */
export function recordsOfDisagreement({ kind, target, rivals }: DisagreementRecord): string[] {
  if (kind !== 'DISPUTED_STATEMENT') return [target, ...rivals];
  const [from = '', , to = ''] = target.split('~');
  return [target, ...new Set([from, to])];
}

export function isRelationKey(target: string): boolean {
  return target.includes('~');
}
