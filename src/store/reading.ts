import type { EntityType } from '../vocabulary/entity-types.js';
import type { Language } from '../vocabulary/languages.js';
import type { RequiredRelationType } from '../vocabulary/required-relation-types.js';
import type { Direction } from '../vocabulary/vocabulary.js';
import type { DisagreementKind, EntryKind, Stance, Standing } from '../model/records.js';
import type { PageRequest, PageSelection } from './page.js';

/** The fields of a reading for each start. */
interface Readings {
  'entities by slug': { slugs: readonly string[]; shape: EntityShape };
  'page of entities': PageSelection & { question: EntityQuestion; shape: EntityShape };
  /** Their support is as it is without the sources set aside; none of them is left out. */
  'relations by key': { keys: readonly string[]; shape: RelationShape } & SetAside;
  'page of relations': PageSelection & { question: RelationQuestion; shape: RelationShape };
  'evidence by id': { ids: readonly string[]; shape: EvidenceShape };
  'sources by slug': { slugs: readonly string[]; shape: SourceShape };
  'page of sources': PageSelection & { question: SourceQuestion; shape: SourceShape };
  /** The dates of publication of all sources, as they are written. */
  'dates of sources': object;
  paths: { question: PathsQuestion; shape: GraphShape };
  network: { question: NetworkQuestion; shape: GraphShape };
  /** The ends of all matching relations, at most so many. */
  'ends of relations': { question: EndsQuestion; limit: number };
  /** The shape applies to the entities that are met. */
  'page of interlocks': PageSelection & { question: InterlockQuestion; shape: EntityShape };
  /** The witnesses between one entity and each of several others. */
  witnesses: {
    question: InterlockQuestion;
    others: readonly string[];
    page: PageRequest;
    shape: GraphShape;
  };
  /** The shape applies to the records that the disagreements are about. */
  'page of disagreements': PageSelection & { question: DisagreementQuestion; shape: GraphShape };
  'documents by slug': { slugs: readonly string[] };
  'page of documents': PageSelection;
  /** The documents with an entry of the kind on each of the records, also by a former slug. */
  'documents of records': { of: EntryKind; keys: readonly string[] };
  /** The rivals of each of the relations that are left when sources are set aside. */
  'rivals of relations': { keys: readonly string[] } & SetAside;
  /** How much is gone when sources are set aside. */
  'numbers of the fallen': SetAside;
  /** The slugs that former slugs are merged into. */
  joins: { slugs: readonly string[] };
  /** The slugs that are merged into each of these. */
  'former slugs': { slugs: readonly string[] };
}

export type Start = keyof Readings;

/**
 * A reading is what one root field asks, as engine-neutral data: where it starts, and which
 * expansions follow from the records that it finds. `Store.read` answers it.
 */
export type Reading<S extends Start = Start> = {
  [P in S]: { readonly start: P } & Readonly<Readings[P]>;
}[S];

/** One own property, by its name. The part `properties` selects all of them. */
export type OwnPart = `own ${string}`;

/**
 * The name of an entity in the first of the listed languages that has a name, or else another name:
 * `name ru kk en`. The parts `names` and `details` select the names in all languages.
 */
export type NamePart = `name ${string}`;

// The parts that a reading may leave out of a row. The other columns of a row identify its record.
export const entityParts = [
  'kind', 'names', 'version', 'degree', 'time', 'properties', 'details',
] as const; // prettier-ignore
export const relationParts = [
  'ends', 'version', 'time', 'publisherCount', 'originCount', 'standing', 'isContested', 'sources',
  'properties',
] as const; // prettier-ignore
export const evidenceParts = ['position', 'value', 'preferred', 'inferred', 'note'] as const;
export const sourceParts = [
  'title', 'urls', 'language', 'publishedAt', 'kind', 'publisher', 'informers', 'text',
] as const; // prettier-ignore

export type EntityPart = (typeof entityParts)[number] | OwnPart | NamePart;
export type RelationPart = (typeof relationParts)[number] | OwnPart;
export type EvidencePart = (typeof evidenceParts)[number];
export type SourcePart = (typeof sourceParts)[number];

/** The selected parts of records; null for all. */
export type Parts<P extends string> = ReadonlySet<P> | null;

/** The selected parts and expansions of entities. */
export interface EntityShape {
  readonly parts: Parts<EntityPart>;
  /** The key is the name of the answer: the field with its arguments. */
  readonly expansions: ReadonlyMap<string, EntityExpansion>;
}

export interface RelationShape {
  readonly parts: Parts<RelationPart>;
  readonly from?: EntityShape | undefined;
  readonly to?: EntityShape | undefined;
  /** The sources that confirm it explicitly. */
  readonly sources?: SourceShape | undefined;
  readonly expansions: ReadonlyMap<string, EvidenceExpansion>;
}

export interface EvidenceShape {
  readonly parts: Parts<EvidencePart>;
  readonly source?: SourceShape | undefined;
  readonly target?: { readonly entity: EntityShape; readonly relation: RelationShape } | undefined;
}

export interface SourceShape {
  readonly parts: Parts<SourcePart>;
  readonly publisher?: EntityShape | undefined;
  readonly informers?: EntityShape | undefined;
  readonly expansions: ReadonlyMap<string, SourceExpansion>;
}

/** The shapes of entities and of the relations between them. */
export interface GraphShape {
  readonly entities: EntityShape;
  readonly relations: RelationShape;
}

export type Shape = EntityShape | RelationShape | EvidenceShape | SourceShape;

/** The expansions by kind. Each has one answer for every record of its shape. */
export interface Expansions {
  related: RelatedExpansion;
  'related count': RelatedCountExpansion;
  evidence: EvidenceExpansion;
  'sole support': SoleSupportExpansion;
}

export type EntityExpansion = RelatedExpansion | RelatedCountExpansion | EvidenceExpansion;
export type SourceExpansion = EvidenceExpansion | SoleSupportExpansion;

interface OfEntities {
  /** The entity types that it applies to; null for all. */
  readonly onTypes: ReadonlySet<EntityType> | null;
}

/** The relations of each entity with the entities at their other ends: one page for each entity. */
export interface RelatedExpansion extends OfEntities, PageSelection {
  readonly kind: 'related';
  readonly question: RelatedQuestion;
  readonly relation: RelationShape;
  readonly entity: EntityShape;
}

export interface RelatedCountExpansion extends OfEntities {
  readonly kind: 'related count';
  readonly question: RelatedQuestion;
}

export interface EvidenceExpansion extends OfEntities, PageSelection {
  readonly kind: 'evidence';
  readonly question: EvidenceQuestion;
  readonly evidence: EvidenceShape;
}

/**
 * The relations that only the expanded source confirms of those that are not set aside, in the order
 * of their keys; none for a source that is set aside.
 */
export interface SoleSupportExpansion extends PageSelection, SetAside {
  readonly kind: 'sole support';
  readonly relation: RelationShape;
}

/** Selects the relations that a question follows, from any entity. */
export interface Following {
  /** The relation types; null for all. */
  readonly types: readonly string[] | null;
  /** Null for both directions. */
  readonly direction: Direction | null;
  readonly filter: RelationConditions;
}

/** Selects the relations of an entity, and their order. */
export interface RelatedQuestion extends Following {
  readonly order: RelationOrder;
}

/**
 * The shortest paths between two different entities. `direction` is that of each relation on the
 * way from `from` to `to`. The entity types of the filter apply only to the entities between the
 * two.
 */
export interface PathsQuestion extends Following {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  /**
   * The maximum number of paths: the first by the slugs of their entities. A path is a sequence of
   * entities, with all matching relations between two neighbours.
   */
  readonly limit: number;
}

/**
 * The entities that are at most `depth` relations away from a centre, and all relations between
 * them that match the filter. The nearest entities come first, then those of the highest degree,
 * then by slug.
 */
export interface NetworkQuestion extends Following {
  /** Null for a network of all entities that have such a relation. */
  readonly center: readonly string[] | null;
  readonly depth: number;
  /** The maximum number of entities. */
  readonly limit: number;
  /**
   * STATEMENTS: statements are no entities of the network, except for those in the centre. Each is a
   * line from who made it to what it is about, which is one step long, if the filter allows both of
   * these relations. Null: statements are entities like all others.
   */
  readonly fold: NetworkFold | null;
}

export type NetworkFold = 'STATEMENTS';

/** The relations of a statement that is a line: from who made it, and to what it is about. */
export const MADE = 'MADE' satisfies RequiredRelationType;
export const ABOUT = 'ABOUT' satisfies RequiredRelationType;
/** The relation of a statement to the event at which it was made. */
export const MADE_AT = 'MADE_AT' satisfies RequiredRelationType;

/**
 * The entities that an entity meets: both have a matching relation to a third entity, the witness.
 * Those that it meets through the most witnesses come first, then by slug.
 */
export interface InterlockQuestion extends Following {
  readonly slug: string;
  /** The types of the entities that are met; null for all. */
  readonly otherTypes: readonly EntityType[] | null;
}

/** The sources that a filter sets aside: their evidence does not count. */
export interface SetAside {
  /** Slugs of sources. */
  readonly without?: readonly string[];
  /** All sources that may have been published after this day. */
  readonly publishedUntil?: number;
}

/** Returns the sources that a filter sets aside, without its other conditions. */
export function setAsideBy({ without, publishedUntil }: SetAside): SetAside {
  return {
    ...(without && { without }),
    ...(publishedUntil !== undefined && { publishedUntil }),
  };
}

/** The conditions that a relation must meet, seen from one of its ends. Absent ones match all. */
export interface RelationConditions extends SetAside {
  readonly entityTypes?: readonly EntityType[];
  /** Own properties with closed lists of values: the property to the values that it may have. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  readonly during?: DuringCondition;
  /** The days on which it began. */
  readonly began?: DuringCondition;
  readonly minPublishers?: number;
  readonly maxPublishers?: number;
  readonly minOrigins?: number;
  readonly maxOrigins?: number;
  readonly standing?: readonly Standing[];
  readonly isContested?: boolean;
  /** Slugs of sources of which one must confirm the relation explicitly. */
  readonly sources?: readonly string[];
  /** Slugs of organizations of which one must have published such a source. */
  readonly publishers?: readonly string[];
  // These replace `without` and `publishedUntil` before an engine is asked.
  /** Keys of relations that do not match. */
  readonly excluded?: readonly string[];
  /** Keys of relations that match whatever is stored of their support. */
  readonly included?: readonly string[];
}

/** A range of days, as in `values/partial-date`, which records overlap or began in. */
export interface DuringCondition {
  readonly from: number;
  readonly to: number;
  /** True for records that certainly did so; false also for those that may have. */
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
  /** The language of the names, and of the alphabet, that NAME orders by. */
  readonly language: Language;
  /** For DEGREE: only these relations are counted, which takes a count for each entity. */
  readonly relations?: Following;
}

/** The conditions that an entity must meet. An unknown value does not match; `not` then matches. */
export interface EntityConditions {
  readonly types?: readonly EntityType[];
  readonly kinds?: readonly string[];
  readonly slugs?: readonly string[];
  /** Own properties with closed lists of values: the property to the values that it may have. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  readonly during?: DuringCondition;
  /** The days on which it began. */
  readonly began?: DuringCondition;
  readonly related?: readonly RelatedCondition[];
  readonly and?: readonly EntityConditions[];
  readonly or?: readonly EntityConditions[];
  readonly not?: EntityConditions;
}

export interface RelatedCondition extends Following {
  readonly entity: EntityConditions;
  readonly quantifier: 'SOME' | 'NONE' | 'EVERY';
  /** For SOME: the minimum number of distinct entities. */
  readonly atLeast: number;
}

/** A page of all relations, in the order of their keys. */
export interface RelationQuestion {
  readonly types: readonly string[] | null;
  /** Slugs of entities that the relations start at; null for all. */
  readonly from: readonly string[] | null;
  readonly to: readonly string[] | null;
  readonly filter: RelationConditions;
}

/**
 * Selects relations from one entity to another one. The entity types of the filter apply to both
 * ends.
 */
export type EndsQuestion = Omit<Following, 'direction'>;

/** The evidence for a target, as a whole and for its properties, or the evidence from a source. */
export interface EvidenceQuestion extends SetAside {
  readonly of: 'target' | 'source';
  /**
   * The properties that it is for; null for all. An empty string stands for the target as a whole.
   */
  readonly properties: readonly string[] | null;
  readonly stance?: Stance;
  readonly inferred?: boolean;
  /** Slugs of sources; absent for all. */
  readonly sources?: readonly string[];
  // This replaces `without` and `publishedUntil` before an engine is asked.
  /** Slugs of sources whose evidence does not match. */
  readonly ignored?: readonly string[];
}

export interface SourceQuestion {
  readonly publishers: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly languages: readonly string[] | null;
  /** At least one of the informers is one of these. */
  readonly informers: readonly string[] | null;
  /** The dates of publication as they are written; null for all. */
  readonly published: WrittenDates | null;
}

export interface WrittenDates {
  readonly dates: readonly string[];
  /** Whether sources without a date match, too. */
  readonly undated: boolean;
}

export const allSources: SourceQuestion = {
  publishers: null,
  kinds: null,
  languages: null,
  informers: null,
  published: null,
};

/** Selects disagreements, in the order of targets, then of properties, then of kinds. */
export interface DisagreementQuestion extends SetAside {
  readonly kinds: readonly DisagreementKind[] | null;
  /**
   * Slugs and keys of targets, of rivals, of disputes, or slugs of the ends of any of these
   * relations; null for all.
   */
  readonly targets: readonly string[] | null;
  /** Slugs of sources of which one gives evidence for a record of the disagreement. */
  readonly saidBy?: readonly string[];
  // These replace `without` and `publishedUntil` before an engine is asked.
  /** Slugs of sources whose contradictions do not count. */
  readonly ignored?: readonly string[];
  /** Names of disagreements that do not match: target, property (or nothing) and kind. */
  readonly excluded?: readonly string[];
}

/** Shapes that select whole records and nothing else. */
export const wholeEntity: EntityShape = { parts: null, expansions: new Map() };
export const wholeRelation: RelationShape = { parts: null, expansions: new Map() };
export const wholeEvidence: EvidenceShape = { parts: null };
export const wholeSource: SourceShape = { parts: null, expansions: new Map() };

/** Shapes that select only what identifies a record. */
export const bareEntity: EntityShape = { parts: new Set(), expansions: new Map() };
export const bareRelation: RelationShape = { parts: new Set(), expansions: new Map() };
export const bareGraph: GraphShape = { entities: bareEntity, relations: bareRelation };

/**
 * Returns the conditions of entities that have at least one such relation. The entity types of the
 * filter apply to both of its ends.
 */
export function haveRelation({ types, direction, filter }: Following): EntityConditions {
  const related = { types, direction, filter, entity: {}, quantifier: 'SOME', atLeast: 1 } as const;
  return { ...(filter.entityTypes && { types: filter.entityTypes }), related: [related] };
}

/** Returns whether statements can be lines of the network: it follows both of their relations. */
export function hasLines({ fold, types }: NetworkQuestion): boolean {
  return fold !== null && [MADE, ABOUT].every((type) => types?.includes(type) ?? true);
}

/**
 * Removes the entity types from the filter: they select the entities of a network, but not the
 * relations between these.
 */
export function amongAll(question: NetworkQuestion): NetworkQuestion {
  const others = Object.entries(question.filter).filter(([name]) => name !== 'entityTypes');
  return { ...question, filter: Object.fromEntries(others) };
}
