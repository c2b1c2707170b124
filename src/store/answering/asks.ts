import type {
  DisagreementQuestion,
  EndsQuestion,
  EntityPart,
  EntityQuestion,
  EvidencePart,
  EvidenceQuestion,
  Following,
  InterlockQuestion,
  NetworkQuestion,
  PathsQuestion,
  RelatedQuestion,
  RelationPart,
  RelationQuestion,
  SetAside,
  SourcePart,
  SourceQuestion,
} from '../reading.js';
import type { PageRequest, Row } from '../page.js';
import type {
  DocumentRow,
  EntityRow,
  EvidenceRow,
  InterlockRow,
  RelatedRow,
  RelationRow,
  SourceRow,
  Truncation,
} from '../rows.js';
import type { DisagreementRecord, EntryKind } from '../../model/records.js';
import type { Saying } from '../../model/standing.js';

// The asks of an engine, as data: two tables of kinds, each with its ask and its answer. A new kind
// is one entry here and one in each engine's table. Parts are lists in a fixed order, so that equal
// asks have equal JSON text.

/**
 * The rows of a page in its order, with one more than its limit if there are more: the last row of
 * a forward page, the first of a backward one.
 */
type Rows<T> = readonly Row<T>[];

/** Asks for a list of keys, with one answer for each key that has any. */
export interface KeyedAsks {
  'entities by slug': { ask: { parts: readonly EntityPart[] }; answer: EntityRow };
  related: {
    ask: { question: RelatedQuestion; page: PageRequest } & PairParts;
    answer: Rows<RelatedRow>;
  };
  'count of related': { ask: { question: Following }; answer: number };
  'relations by key': {
    ask: { parts: readonly RelationPart[] } & SetAside;
    answer: RelationRow;
  };
  'evidence by id': { ask: { parts: readonly EvidencePart[] }; answer: EvidenceRow };
  /** The keys are targets or sources, as the question says. */
  'page of evidence': {
    ask: { question: EvidenceQuestion; page: PageRequest; parts: readonly EvidencePart[] };
    answer: Rows<EvidenceRow>;
  };
  'count of evidence': { ask: { question: EvidenceQuestion }; answer: number };
  'sources by slug': { ask: { parts: readonly SourcePart[] }; answer: SourceRow };
  /**
   * The keys are sources: the relations that only that source confirms, in the order of their keys.
   */
  'page of sole support': {
    ask: { page: PageRequest; parts: readonly RelationPart[] } & SoleAmong;
    answer: Rows<RelationRow>;
  };
  'count of sole support': { ask: SoleAmong; answer: number };
  /** The keys are slugs of the other entities that are met. */
  witnesses: {
    ask: { question: InterlockQuestion; page: PageRequest };
    answer: Rows<FoundWitness>;
  };
  'documents by slug': { ask: object; answer: DocumentRow };
  /** The keys are those that documents write themselves, which may have former slugs. */
  'documents of entries': { ask: { of: EntryKind }; answer: readonly DocumentRow[] };
  /** The keys are relations. */
  rivals: { ask: SetAside; answer: readonly Rival[] };
  /** The keys are former slugs; each answer is the slug that it is merged into. */
  joins: { ask: object; answer: string };
  /** The keys are slugs that others are merged into. */
  'former slugs': { ask: object; answer: readonly string[] };
}

/** The sources among which one is the only one. */
export interface SoleAmong extends SetAside {
  // This replaces `without` and `publishedUntil` before an engine is asked.
  /**
   * Sources, each with the key of a relation that it alone confirms of those that are left, whatever
   * is stored.
   */
  readonly gained?: readonly string[];
}

/** Asks without keys, with one answer. */
export interface SingleAsks {
  'page of entities': {
    ask: { question: EntityQuestion; page: PageRequest; parts: readonly EntityPart[] };
    answer: Rows<EntityRow>;
  };
  'count of entities': { ask: { question: Pick<EntityQuestion, 'filter'> }; answer: number };
  'page of relations': {
    ask: { question: RelationQuestion; page: PageRequest; parts: readonly RelationPart[] };
    answer: Rows<RelationRow>;
  };
  'count of relations': { ask: { question: RelationQuestion }; answer: number };
  'page of sources': {
    ask: { question: SourceQuestion; page: PageRequest; parts: readonly SourcePart[] };
    answer: Rows<SourceRow>;
  };
  'count of sources': { ask: { question: SourceQuestion }; answer: number };
  /** The dates of publication as they are written, each once. */
  'dates of sources': { ask: object; answer: readonly string[] };
  /**
   * The relations of which at least one of the sources says something as a whole, with what all
   * sources say of them.
   */
  'said by': { ask: { sources: readonly string[] }; answer: readonly RelationSayings[] };
  /** All sources with their dates of publication; null if they are undated. */
  'publication dates': {
    ask: object;
    answer: readonly (readonly [slug: string, publishedAt: string | null])[];
  };
  paths: { ask: { question: PathsQuestion } & PairParts; answer: FoundPaths };
  network: { ask: { question: NetworkQuestion } & PairParts; answer: FoundNetwork };
  /**
   * The next entities by slug, as many as the limit, each with the slugs of the others that its
   * matching relations lead to: one for each relation, in no order.
   */
  'related slugs': {
    ask: { question: EndsQuestion; after: string; limit: number };
    answer: readonly RelatedSlugs[];
  };
  'page of interlocks': {
    ask: { question: InterlockQuestion; page: PageRequest; parts: readonly EntityPart[] };
    answer: Rows<InterlockRow>;
  };
  'count of interlocks': { ask: { question: InterlockQuestion }; answer: number };
  'page of disagreements': {
    ask: { question: DisagreementQuestion; page: PageRequest };
    answer: Rows<DisagreementRecord>;
  };
  'count of disagreements': { ask: { question: DisagreementQuestion }; answer: number };
  'page of documents': { ask: { page: PageRequest }; answer: Rows<DocumentRow> };
  'count of documents': { ask: object; answer: number };
}

/** The parts of relations and entities that are found together. */
export interface PairParts {
  relation: readonly RelationPart[];
  entity: readonly EntityPart[];
}

export type KeyedKind = keyof KeyedAsks;
export type SingleKind = keyof SingleAsks;

export type KeyedAsk<K extends KeyedKind = KeyedKind> = {
  [P in K]: { readonly kind: P } & Readonly<KeyedAsks[P]['ask']>;
}[K];

export type SingleAsk<K extends SingleKind = SingleKind> = {
  [P in K]: { readonly kind: P } & Readonly<SingleAsks[P]['ask']>;
}[K];

export type KeyedAnswer<K extends KeyedKind> = ReadonlyMap<string, KeyedAsks[K]['answer']>;
export type SingleAnswer<K extends SingleKind> = SingleAsks[K]['answer'];

/** Answers asks. */
export interface Engine {
  /** Answers an ask for each key; keys without an answer are absent. */
  each<K extends KeyedKind>(ask: KeyedAsk<K>, keys: readonly string[]): Promise<KeyedAnswer<K>>;
  one<K extends SingleKind>(ask: SingleAsk<K>): Promise<SingleAnswer<K>>;
}

/** A rival in the graph, by its key, and the sources that contradict one of the two for the other. */
export type Rival = readonly [key: string, sources: readonly string[]];

/** An entity, and the others that its relations lead to. */
export type RelatedSlugs = readonly [slug: string, related: readonly string[]];

/** The key of a relation, and what each source says of it. */
export type RelationSayings = readonly [
  key: string,
  sayings: readonly (readonly [source: string, says: Saying['says']])[],
];

/** The paths that a search found. */
export interface FoundPaths {
  readonly paths: readonly FoundPath[];
  readonly truncation: Truncation | null;
  /** The rows of the paths, if the engine returns them together with the paths. */
  readonly rows?: {
    readonly entities: readonly EntityRow[];
    readonly relations: readonly RelationRow[];
  };
}

/** A path by the slugs of its entities and the keys of its relations, from one end to the other. */
export interface FoundPath {
  readonly slugs: readonly string[];
  readonly hops: readonly FoundHop[];
}

/** The relations between two neighbours on a path. */
export interface FoundHop {
  /** The first of their keys, sorted: at most `limits.hopRelations`. */
  readonly keys: readonly string[];
  /** The number of all of them. */
  readonly count: number;
}

export interface FoundNetwork {
  /** In the order of a `NetworkQuestion`, with one more than its limit if there are more. */
  readonly entities: readonly EntityRow[];
  /**
   * All matching relations between the entities within the limit, and those of the statements that
   * are lines between them, in the order of their keys.
   */
  readonly relations: readonly RelationRow[];
}

export interface FoundWitness {
  readonly slug: string;
  /** The keys of its relations with either of the two, sorted. */
  readonly keys: readonly string[];
}
