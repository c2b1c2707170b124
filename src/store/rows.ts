import type { EntityType } from '../vocabulary/entity-types.js';
import type { LocalizedText } from '../vocabulary/languages.js';
import type { Position } from '../values/position.js';
import type {
  EntityDetails,
  Properties,
  PropertyValue,
  SourceRecord,
  Stance,
  Time,
} from '../model/records.js';

// Records as far as a reading selected them. A field that was not selected is undefined, which the
// types say: only a whole record (model/records.ts) can be written. Every whole record is a row.

/** The values of some own properties; null where the record has none. */
type SelectedProperties = Readonly<Record<string, PropertyValue | null>>;

export interface EntityRow {
  readonly slug: string;
  readonly type: EntityType;
  readonly kind?: string | null | undefined;
  readonly names?: LocalizedText | undefined;
  /** The name that a part `name …` selects; null where the entity has a name in no language. */
  readonly name?: { readonly languages: string; readonly text: string | null } | undefined;
  readonly version?: number | undefined;
  readonly degree?: number | undefined;
  readonly time?: Time | undefined;
  /** All own properties. */
  readonly properties?: Properties | undefined;
  /** The own properties that parts `own …` select. */
  readonly own?: SelectedProperties | undefined;
  readonly details?: EntityDetails | undefined;
}

export interface RelationRow {
  readonly key: string;
  readonly type: string;
  readonly fromSlug: string;
  readonly toSlug: string;
  readonly fromType?: EntityType | undefined;
  readonly toType?: EntityType | undefined;
  readonly version?: number | undefined;
  readonly time?: Time | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly publisherCount?: number | undefined;
  readonly originCount?: number | undefined;
  readonly properties?: Properties | undefined;
  readonly own?: SelectedProperties | undefined;
}

export interface EvidenceRow {
  readonly id: string;
  readonly target: string;
  readonly property: string | null;
  readonly sourceSlug: string;
  readonly stance: Stance;
  readonly position?: Position | null | undefined;
  readonly value?: string | null | undefined;
  readonly preferred?: boolean | undefined;
  readonly inferred?: boolean | undefined;
  readonly note?: string | null | undefined;
}

export interface SourceRow {
  readonly slug: string;
  readonly title?: string | null | undefined;
  readonly urls?: readonly string[] | undefined;
  readonly language?: string | null | undefined;
  readonly publishedAt?: string | null | undefined;
  readonly kind?: string | null | undefined;
  readonly publisherSlug?: string | undefined;
  readonly informerSlugs?: readonly string[] | undefined;
  readonly text?: SourceRecord['text'] | undefined;
}

/** An own property of a record; null where it has none, undefined where it was not selected. */
export function ownValue(
  { properties, own }: Pick<EntityRow, 'properties' | 'own'>,
  name: string,
): PropertyValue | null | undefined {
  return properties ? (properties[name] ?? null) : own?.[name];
}

/** A relation and the entity at its other end. */
export interface RelatedRow {
  readonly relation: RelationRow;
  readonly entity: EntityRow;
}

/** Some entities and relations between them. */
export interface PathRow {
  /** From the first end to the last: one more than its relations. */
  readonly entities: readonly EntityRow[];
  readonly relations: readonly RelationRow[];
}

/** Why an answer is not complete: `limit` was reached, or the search took too much effort. */
export type Truncation = 'LIMIT' | 'EFFORT';

export interface PathRows {
  readonly paths: readonly PathRow[];
  readonly truncation: Truncation | null;
}

export interface NetworkRows {
  readonly entities: readonly EntityRow[];
  /** In the order of their keys. */
  readonly relations: readonly RelationRow[];
  readonly truncation: Truncation | null;
}

/** An entity that another one meets. */
export interface InterlockRow {
  readonly entity: EntityRow;
  /** Through how many witnesses. */
  readonly weight: number;
}

/** What two entities meet through. */
export interface WitnessRow {
  readonly entity: EntityRow;
  /** The relations of either of the two with it, in the order of their keys. */
  readonly relations: readonly RelationRow[];
}
