import type { EntityType } from '../vocabulary/entity-types.js';
import type { Language } from '../vocabulary/languages.js';
import type { Direction } from '../vocabulary/vocabulary.js';
import type { DisagreementKind, Keyset } from '../model/records.js';

/**
 * A reading is what one root field asks, as engine-neutral data: where it starts, and which
 * expansions follow from what it finds. `Store.read` answers it.
 */
export type Reading =
  | EntitiesReading
  | EntityPageReading
  | RelationsReading
  | RelationPageReading
  | EvidenceReading
  | SourcesReading
  | SourcePageReading
  | PathsReading
  | NetworkReading
  | InterlockPageReading
  | WitnessesReading
  | DisagreementPageReading;

export interface EntitiesReading {
  readonly start: 'entities by slug';
  readonly slugs: readonly string[];
  readonly shape: EntityShape;
}

export interface EntityPageReading {
  readonly start: 'page of entities';
  readonly question: EntityQuestion;
  readonly page: PageRequest;
  readonly wantsRows: boolean;
  readonly wantsCount: boolean;
  readonly shape: EntityShape;
}

export interface RelationsReading {
  readonly start: 'relations by key';
  readonly keys: readonly string[];
  readonly shape: RelationShape;
}

export interface RelationPageReading {
  readonly start: 'page of relations';
  readonly question: RelationQuestion;
  readonly page: PageRequest;
  readonly wantsRows: boolean;
  readonly wantsCount: boolean;
  readonly shape: RelationShape;
}

export interface EvidenceReading {
  readonly start: 'evidence by id';
  readonly ids: readonly string[];
  readonly shape: EvidenceShape;
}

export interface SourcesReading {
  readonly start: 'sources by slug';
  readonly slugs: readonly string[];
  readonly shape: SourceShape;
}

export interface SourcePageReading {
  readonly start: 'page of sources';
  readonly question: SourceQuestion;
  readonly page: PageRequest;
  readonly wantsRows: boolean;
  readonly wantsCount: boolean;
  readonly shape: SourceShape;
}

export interface PathsReading {
  readonly start: 'paths';
  readonly question: PathsQuestion;
  readonly shape: GraphShape;
}

export interface NetworkReading {
  readonly start: 'network';
  readonly question: NetworkQuestion;
  readonly shape: GraphShape;
}

export interface InterlockPageReading {
  readonly start: 'page of interlocks';
  readonly question: InterlockQuestion;
  readonly page: PageRequest;
  readonly wantsRows: boolean;
  readonly wantsCount: boolean;
  /** Of the entities that are met. */
  readonly shape: EntityShape;
}

/** Through what an entity meets each of some others. */
export interface WitnessesReading {
  readonly start: 'witnesses';
  readonly question: InterlockQuestion;
  readonly others: readonly string[];
  readonly page: PageRequest;
  readonly shape: GraphShape;
}

/** What the disagreements are on is read by further readings. */
export interface DisagreementPageReading {
  readonly start: 'page of disagreements';
  readonly question: DisagreementQuestion;
  readonly page: PageRequest;
  readonly wantsRows: boolean;
  readonly wantsCount: boolean;
}

/** Up to `limit` rows after and before a place, counted from the start or, backward, from the end. */
export interface PageRequest {
  readonly limit: number;
  readonly backward: boolean;
  readonly after?: Keyset;
  readonly before?: Keyset;
}

/**
 * What a reading may leave out of a record for speed; all of it comes where a shape names no parts.
 * Relations that are read by their keys come whole, and each entity with its kind and names.
 */
export const entityParts = ['version', 'degree', 'time', 'properties'] as const;
export const relationParts = [
  'ends', 'version', 'time', 'publisherCount', 'originCount', 'sources', 'properties',
] as const; // prettier-ignore

/** One of the own properties; `properties` stands for all. An engine may bring more of them. */
export type OwnPart = `own ${string}`;

export type EntityPart = (typeof entityParts)[number] | OwnPart;
export type RelationPart = (typeof relationParts)[number] | OwnPart;

/** What is wanted of entities. */
export interface EntityShape {
  /** Null for all. */
  parts: Set<EntityPart> | null;
  /** Whether `details` are wanted. */
  details: boolean;
  readonly expansions: Map<string, EntityExpansion>;
}

export type EntityExpansion = RelatedExpansion | RelatedCountExpansion | EvidenceExpansion;

interface Expansion {
  /** Names the answer: the field with its arguments. */
  readonly key: string;
  /** The entity types it applies to; null for all. */
  onTypes: ReadonlySet<EntityType> | null;
}

/** The relations of each entity with the entities at their other ends, a page for each. */
export interface RelatedExpansion extends Expansion {
  readonly kind: 'related';
  readonly question: RelatedQuestion;
  readonly page: PageRequest;
  wantsRows: boolean;
  wantsCount: boolean;
  readonly relation: RelationShape;
  readonly entity: EntityShape;
}

export interface RelatedCountExpansion extends Expansion {
  readonly kind: 'related count';
  readonly question: RelatedQuestion;
}

export interface EvidenceExpansion extends Expansion {
  readonly kind: 'evidence';
  readonly question: EvidenceQuestion;
  readonly page: PageRequest;
  wantsRows: boolean;
  wantsCount: boolean;
  readonly evidence: EvidenceShape;
}

/** The relations that no other source than the one it expands confirms, in the order of their keys. */
export interface SoleSupportExpansion extends Expansion {
  readonly kind: 'sole support';
  readonly page: PageRequest;
  wantsRows: boolean;
  wantsCount: boolean;
  readonly relation: RelationShape;
}

export type SourceExpansion = EvidenceExpansion | SoleSupportExpansion;

export interface RelationShape {
  /** Null for all. */
  parts: Set<RelationPart> | null;
  from?: EntityShape;
  to?: EntityShape;
  readonly expansions: Map<string, EvidenceExpansion>;
}

export interface EvidenceShape {
  source?: SourceShape;
  target?: { readonly entity: EntityShape; readonly relation: RelationShape };
}

export interface SourceShape {
  publisher?: EntityShape;
  informers?: EntityShape;
  readonly expansions: Map<string, SourceExpansion>;
}

/** What is wanted of entities and of the relations between them. */
export interface GraphShape {
  readonly entities: EntityShape;
  readonly relations: RelationShape;
}

export type Shape = EntityShape | RelationShape | EvidenceShape | SourceShape;

/** Which relations are followed, from wherever they are followed. */
export interface Following {
  /** The relation types; null for all. */
  readonly types: readonly string[] | null;
  /** Null for either way. */
  readonly direction: Direction | null;
  readonly filter: RelationConditions;
}

/** Which relations of an entity are listed, and in which order. */
export interface RelatedQuestion extends Following {
  readonly order: RelationOrder;
}

/**
 * The shortest paths between two different entities, of which each relation is followed towards the
 * end. The entity types of the filter are those of the entities on the way.
 */
export interface PathsQuestion extends Following {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  /** Paths at most: the first in the order of the slugs of their entities and the keys between. */
  readonly limit: number;
}

/**
 * The entities that are at most `depth` relations away from a centre, and all relations between
 * them that the filter keeps. The nearest first, then those of the highest degree, then by slug.
 */
export interface NetworkQuestion extends Following {
  /** Null for a network of all entities that have such a relation. */
  readonly center: readonly string[] | null;
  readonly depth: number;
  /** Entities at most. */
  readonly limit: number;
}

/**
 * Whom an entity meets: entities that have such a relation to a third one, the witness, as it has
 * one itself. Those that it meets through the most witnesses first, then by slug.
 */
export interface InterlockQuestion extends Following {
  readonly slug: string;
  /** The types of the others; null for all. */
  readonly otherTypes: readonly EntityType[] | null;
}

/** What must hold of a relation, seen from one of its ends. Absent conditions always hold. */
export interface RelationConditions {
  readonly entityTypes?: readonly EntityType[];
  /** Own properties with closed lists of values: the property to the values that it may have. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  readonly during?: DuringCondition;
  readonly minPublishers?: number;
  readonly minOrigins?: number;
  /** Slugs of sources that are set aside, as if they had said nothing. */
  readonly without?: readonly string[];
  /** Keys of relations that do not match: what `without` comes to before an engine is asked. */
  readonly excluded?: readonly string[];
}

/** Days as in `values/partial-date`. */
export interface DuringCondition {
  readonly from: number;
  readonly to: number;
  /** Only what certainly held then; else also what may have. */
  readonly certainly: boolean;
}

export interface RelationOrder {
  readonly by: 'SLUG' | 'DATE';
  readonly descending: boolean;
}

export interface EntityQuestion {
  readonly filter: EntityConditions;
  readonly order: EntityOrder;
}

export interface EntityOrder {
  readonly by: 'NAME' | 'SLUG' | 'DEGREE' | 'DATE';
  readonly descending: boolean;
  /** Whose alphabet and names NAME goes by. */
  readonly language: Language;
}

/** What must hold of an entity; two-valued: what is unknown does not match. */
export interface EntityConditions {
  readonly types?: readonly EntityType[];
  readonly kinds?: readonly string[];
  readonly slugs?: readonly string[];
  /** Own properties with closed lists of values: the property to the values that it may have. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  readonly during?: DuringCondition;
  readonly related?: readonly RelatedCondition[];
  readonly and?: readonly EntityConditions[];
  readonly or?: readonly EntityConditions[];
  readonly not?: EntityConditions;
}

export interface RelatedCondition extends Following {
  readonly entity: EntityConditions;
  readonly quantifier: 'SOME' | 'NONE' | 'EVERY';
  /** For SOME: how many distinct entities. */
  readonly atLeast: number;
}

/** A page of all relations, in the order of their keys. */
export interface RelationQuestion {
  readonly types: readonly string[] | null;
  /** Slugs of first ends. */
  readonly from: readonly string[] | null;
  readonly to: readonly string[] | null;
  readonly filter: RelationConditions;
}

/** The evidence of a target, on the whole and on properties, or of a source. */
export interface EvidenceQuestion {
  readonly of: 'target' | 'source';
  /** The properties it is for; null for all evidence. An empty text stands for the whole. */
  readonly properties: readonly string[] | null;
}

export interface SourceQuestion {
  readonly publishers: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly languages: readonly string[] | null;
}

/** In the order of targets, then of properties, then of kinds. */
export interface DisagreementQuestion {
  readonly kinds: readonly DisagreementKind[] | null;
  /** Slugs and keys of what they are on: of a target, of its rivals, of disputed statements. */
  readonly targets: readonly string[] | null;
}

export function entityShape(): EntityShape {
  return { parts: null, details: false, expansions: new Map() };
}

export function relationShape(): RelationShape {
  return { parts: null, expansions: new Map() };
}

/** With no part: of what is wanted for itself alone, or gets its parts planned. */
export function bareEntityShape(): EntityShape {
  return { ...entityShape(), parts: new Set() };
}

export function bareRelationShape(): RelationShape {
  return { ...relationShape(), parts: new Set() };
}

export function graphShape(isPlanned = false): GraphShape {
  return isPlanned
    ? { entities: bareEntityShape(), relations: bareRelationShape() }
    : { entities: entityShape(), relations: relationShape() };
}

export function sourceShape(): SourceShape {
  return { expansions: new Map() };
}

/** Entities, of the far types that are wanted themselves, that have at least one such relation. */
export function haveRelation({ types, direction, filter }: Following): EntityConditions {
  const related = { types, direction, filter, entity: {}, quantifier: 'SOME', atLeast: 1 } as const;
  return { ...(filter.entityTypes && { types: filter.entityTypes }), related: [related] };
}

/** Entity types choose the entities of a network; what these have between them is shown, whatever they are. */
export function amongAll(question: NetworkQuestion): NetworkQuestion {
  const others = Object.entries(question.filter).filter(([name]) => name !== 'entityTypes');
  return { ...question, filter: Object.fromEntries(others) };
}

/** Whether nothing is read of an entity beyond its record. */
export function isPlain({ details, expansions }: EntityShape): boolean {
  return !details && expansions.size === 0;
}

/** Parts in their fixed order, so that equal wishes are equal text. */
export function wantedEntityParts({ parts }: Pick<EntityShape, 'parts'>): EntityPart[] {
  return parts ? inOrder(parts, entityParts) : [...entityParts];
}

export function wantedRelationParts({ parts }: Pick<RelationShape, 'parts'>): RelationPart[] {
  return parts ? inOrder(parts, relationParts) : [...relationParts];
}

function inOrder<P extends string>(parts: ReadonlySet<P>, fixedParts: readonly P[]): P[] {
  const own = [...parts].filter((part) => !fixedParts.includes(part)).sort();
  return [...fixedParts.filter((part) => parts.has(part)), ...own];
}

/** The parts that relations and entities which are read together have; all of those that are absent. */
export interface RecordParts {
  readonly relation: readonly RelationPart[];
  readonly entity: readonly EntityPart[];
}

/** With the time where the order, and so each row's place in it, goes by it. */
export function relatedParts({ question, relation, entity }: RelatedExpansion): RecordParts {
  const byTime = question.order.by === 'DATE';
  const parts =
    relation.parts && byTime ? new Set([...relation.parts, 'time' as const]) : relation.parts;
  return { relation: wantedRelationParts({ parts }), entity: wantedEntityParts(entity) };
}

/** What is wanted of the records; entities are the ends of the relations, too. */
export function graphParts({ entities, relations }: GraphShape): RecordParts {
  const ends = [relations.from, relations.to].filter((end) => end !== undefined);
  const wanted = [entities, ...ends.filter(isPlain)].map(({ parts }) => parts);
  const all = wanted.includes(null) ? null : new Set(wanted.flatMap((parts) => [...(parts ?? [])]));
  return {
    entity: wantedEntityParts({ parts: all }),
    relation: wantedRelationParts(relations),
  };
}
