import type { EntityType } from '../vocabulary/entity-types.js';
import type { LocalizedText } from '../vocabulary/languages.js';
import type { Position } from '../values/position.js';
import type { SetAside } from './reading.js';
import type {
  DocumentRecord,
  EntityDetails,
  Properties,
  PropertyValue,
  SourceRecord,
  Stance,
  Time,
  Standing,
} from '../model/records.js';

// Rows have the fields of a record that a reading selected; the others are undefined. Only a whole
// record (model/records.ts) can be written. Every whole record is also a row.

/**
 * The values of some own properties, by name; null for a property that the record does not have.
 */
type SelectedProperties = Readonly<Record<string, PropertyValue | null>>;

export interface EntityRow {
  readonly slug: string;
  readonly type: EntityType;
  readonly kind?: string | null | undefined;
  readonly names?: LocalizedText | undefined;
  /** The name that a part `name …` selects; its text is null if no listed language has a name. */
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
  readonly standing?: Standing | undefined;
  readonly isContested?: boolean | undefined;
  readonly properties?: Properties | undefined;
  readonly own?: SelectedProperties | undefined;
  /** The sources that its support is told without; absent if no filter sets sources aside. */
  readonly setAside?: SetAside | undefined;
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

/** Returns an own property; null if the record has none, undefined if it was not selected. */
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

/** One path between two entities, which is a sequence of entities. */
export interface PathRow {
  /** In the order of the path, both ends included: one more than its hops. */
  readonly entities: readonly EntityRow[];
  readonly hops: readonly HopRow[];
}

/** The relations between two neighbours on a path. */
export interface HopRow {
  /** The first of them in the order of their keys, with their standing and their numbers of publishers and origins. */
  readonly relations: readonly RelationRow[];
  /** The number of all of them. */
  readonly count: number;
}

/**
 * The reason why an answer is incomplete: `limit` was reached, or the search took too much effort.
 */
export type Truncation = 'LIMIT' | 'EFFORT';

/** The shortest paths, in the order of a `PathsQuestion`. */
export interface PathRows {
  readonly paths: readonly PathRow[];
  readonly truncation: Truncation | null;
}

/** The entities that relations join, and the two ends of each relation. */
export interface RelationEnds {
  /** The slugs of the entities at an end, sorted. */
  readonly slugs: readonly string[];
  /** Where the relations start, as indexes of `slugs`. Sorted by this end, then by the other. */
  readonly from: Uint32Array;
  /** Where they lead, in the same order. */
  readonly to: Uint32Array;
}

/**
 * The entities of a network, in the order of a `NetworkQuestion`, and the relations between them.
 */
export interface NetworkRows {
  readonly entities: readonly EntityRow[];
  /**
   * In the order of their keys: those between the entities, and those of the statements that are
   * lines between them.
   */
  readonly relations: readonly RelationRow[];
  readonly truncation: Truncation | null;
}

/** An entity that another one meets. */
export interface InterlockRow {
  readonly entity: EntityRow;
  /** The number of witnesses. */
  readonly weight: number;
}

/** An entity through which two others meet. */
export interface WitnessRow {
  readonly entity: EntityRow;
  /** Its relations with either of the two, in the order of their keys. */
  readonly relations: readonly RelationRow[];
}

/** A document without what it says for all of its entries. */
export type DocumentRow = Omit<DocumentRecord, 'defaults'>;
