import type {
  DisagreementQuestion,
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
  SourcePart,
  SourceQuestion,
} from '../reading.js';
import type { PageRequest, Row } from '../page.js';
import type {
  EntityRow,
  EvidenceRow,
  InterlockRow,
  RelatedRow,
  RelationRow,
  SourceRow,
  Truncation,
} from '../rows.js';
import type { DisagreementRecord } from '../../model/records.js';

// All that an engine is asked while a reading is answered, as data: a table of kinds with what each
// asks and what comes back. Adding a kind adds one line here and one entry to each engine's table.
// Parts are lists in a fixed order, so that equal asks are equal text.

/** Rows of a page: one more than its limit where there are more; a backward page's from its end. */
type Rows<T> = readonly Row<T>[];

/** Asks that are for some keys: each key that something is found for has an answer of its own. */
export interface KeyedAsks {
  'entities by slug': { ask: { parts: readonly EntityPart[] }; answer: EntityRow };
  related: {
    ask: { question: RelatedQuestion; page: PageRequest } & PairParts;
    answer: Rows<RelatedRow>;
  };
  'count of related': { ask: { question: Following }; answer: number };
  'relations by key': {
    /** `without`: the sources that the counts are to leave out. */
    ask: { parts: readonly RelationPart[]; without?: readonly string[] };
    answer: RelationRow;
  };
  'evidence by id': { ask: { parts: readonly EvidencePart[] }; answer: EvidenceRow };
  /** By target or by source, as the question says. */
  'page of evidence': {
    ask: { question: EvidenceQuestion; page: PageRequest; parts: readonly EvidencePart[] };
    answer: Rows<EvidenceRow>;
  };
  'count of evidence': { ask: { question: EvidenceQuestion }; answer: number };
  'sources by slug': { ask: { parts: readonly SourcePart[] }; answer: SourceRow };
  /** By source the relations that it alone confirms, in the order of their keys. */
  'page of sole support': {
    ask: { page: PageRequest; parts: readonly RelationPart[] };
    answer: Rows<RelationRow>;
  };
  'count of sole support': { ask: object; answer: number };
  /** By the other entity that is met. */
  witnesses: {
    ask: { question: InterlockQuestion; page: PageRequest };
    answer: Rows<FoundWitness>;
  };
}

/** Asks that have one answer. */
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
  /** The relations that some of the sources say or imply. */
  'supported by': { ask: { sources: readonly string[] }; answer: readonly SupportedRelation[] };
  paths: { ask: { question: PathsQuestion } & PairParts; answer: FoundPaths };
  network: { ask: { question: NetworkQuestion } & PairParts; answer: FoundNetwork };
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

/** What answers asks: an engine, or an engine within bounds. */
export interface Engine {
  /** Keys that nothing is found for are absent from the answer. */
  each<K extends KeyedKind>(ask: KeyedAsk<K>, keys: readonly string[]): Promise<KeyedAnswer<K>>;
  one<K extends SingleKind>(ask: SingleAsk<K>): Promise<SingleAnswer<K>>;
}

/** A relation with all sources that say so outright, and whether another one says or implies it. */
export type SupportedRelation = readonly [
  key: string,
  sources: readonly string[],
  hasOthers: boolean,
];

/** Paths by the slugs of their entities and the keys of their relations. */
export interface FoundPaths {
  readonly paths: readonly FoundPath[];
  readonly truncation: Truncation | null;
  /** The rows that the paths consist of, where the engine returns them along with the paths. */
  readonly rows?: {
    readonly entities: readonly EntityRow[];
    readonly relations: readonly RelationRow[];
  };
}

export interface FoundPath {
  readonly slugs: readonly string[];
  readonly keys: readonly string[];
}

export interface FoundNetwork {
  /** In their order; one more than the limit where there are more. */
  readonly entities: readonly EntityRow[];
  /** All between those within the limit that the filter keeps, in the order of their keys. */
  readonly relations: readonly RelationRow[];
}

export interface FoundWitness {
  readonly slug: string;
  /** The relations of either of the two with it, in the order of their keys. */
  readonly keys: readonly string[];
}
