import type { EntityType } from '../vocabulary/entity-types.js';
import type {
  DisagreementRecord,
  DocumentRecord,
  EntityRecord,
  EntryKind,
  EntryRecord,
  EvidenceRecord,
  JoinRecord,
  RelationRecord,
  SourceRecord,
} from '../model/records.js';
import type { Join } from '../model/joined-slugs.js';
import type { Answers } from './answers.js';
import type { Bounds } from './bounds.js';
import type { Page } from './page.js';
import type { Reading, Start } from './reading.js';
import type {
  DocumentRow,
  EntityRow,
  EvidenceRow,
  InterlockRow,
  NetworkRows,
  PathRows,
  RelationEnds,
  RelationRow,
  SourceRow,
  WitnessRow,
} from './rows.js';
import type { CandidateRequest, TextCandidate, TextRequest } from './search.js';

/** The rows that each start of a reading finds. Rows by slug, key or id are in that order. */
export interface Found {
  'entities by slug': readonly EntityRow[];
  'page of entities': Page<EntityRow>;
  'relations by key': readonly RelationRow[];
  'page of relations': Page<RelationRow>;
  'evidence by id': readonly EvidenceRow[];
  'sources by slug': readonly SourceRow[];
  'page of sources': Page<SourceRow>;
  /** Each date once. */
  'dates of sources': readonly string[];
  paths: PathRows;
  network: NetworkRows;
  'ends of relations': RelationEnds;
  'page of interlocks': Page<InterlockRow>;
  /** By the slug of the other entity that is met. */
  witnesses: ReadonlyMap<string, Page<WitnessRow>>;
  'page of disagreements': Page<DisagreementRecord>;
  'documents by slug': readonly DocumentRow[];
  'page of documents': Page<DocumentRow>;
  /** By the slug or key of the record, sorted by the slug of the document. */
  'documents of records': ReadonlyMap<string, readonly DocumentRow[]>;
  /** By key, sorted. Relations without a rival are absent. */
  'rivals of relations': ReadonlyMap<string, readonly string[]>;
  'numbers of the fallen': FallenNumbers;
  /** Only those of the slugs that are former ones. */
  joins: readonly Join[];
  /** By the slug that they are merged into, sorted. Slugs without a former one are absent. */
  'former slugs': ReadonlyMap<string, readonly string[]>;
}

/** The rows that a reading found, and the answers of its expansions. */
export interface ReadingResult<S extends Start> {
  readonly found: Found[S];
  readonly answers: Answers;
}

/** The engine that stores the graph, and its location. */
export type StoreSettings =
  | { readonly engine: 'SQLite'; readonly folder: string }
  | {
      readonly engine: 'Neo4j';
      readonly uri: string;
      readonly username: string;
      readonly password: string;
      readonly database?: string | undefined;
    };

/**
 * Stores the graph. Both engines return equal answers in equal order. Every method rejects with a
 * KenesError if the caller can act on the error.
 */
export interface Store {
  readonly engine: { readonly name: 'SQLite' | 'Neo4j'; readonly version: string };
  /** The settings by which another process opens the same graph while this one has it open. */
  readonly settings: StoreSettings;
  /** Answers what one root field asks, within bounds that all readings of a request share. */
  read<S extends Start>(reading: Reading<S>, bounds?: Bounds): Promise<ReadingResult<S>>;
  /**
   * Returns the entities that a lookup or a more exact one finds, by descending degree, then by
   * slug. Each word may match in a different name of the entity: the caller checks whether one name
   * matches all words.
   */
  searchCandidates(request: CandidateRequest, bounds?: Bounds): Promise<readonly EntityRecord[]>;
  /** Returns the entities with a text that has all words, by descending degree, then by slug. */
  searchTexts(request: TextRequest, bounds?: Bounds): Promise<readonly TextCandidate[]>;
  /** Counts the records of the whole graph. */
  counts(bounds?: Bounds): Promise<Counts>;
  /**
   * Returns a text that changes with every write to the graph, also by other processes. It may
   * change without a write, too, and is compared only with others of the same open store.
   */
  graphVersion(): Promise<string>;
  /**
   * Returns whether an earlier version of Kenes derived the records, so that all of them are to be
   * merged anew.
   */
  isStale(): Promise<boolean>;
  /**
   * Runs work in one transaction, which is rolled back if the work throws. Transactions run one at
   * a time: nothing else is written between what one reads and what it applies. Others see none of
   * it before its end, except in one case: Neo4j holds all changes of a transaction in memory, so a
   * large one is written in chunks, and taken back if it does not come to its end.
   */
  write<T>(work: (transaction: Transaction) => Promise<T>, options?: WriteOptions): Promise<T>;
  /** Runs work that reads the whole graph as it is now; later writes stay invisible to it. */
  snapshot<T, K extends keyof GraphRecords = keyof GraphRecords>(
    work: (records: Pick<GraphRecords, K>) => Promise<T>,
    options?: SnapshotOptions<K>,
  ): Promise<T>;
  /**
   * Has the engine plan the usual queries, between pieces of writing, so that the first who asks
   * one does not wait for that. Resolves at the end, or when the store is closed.
   */
  warm(): Promise<void>;
  /** Resolves when the store can answer; rejects with a KenesError when it cannot. */
  check(): Promise<void>;
  /** Ends what still runs, rolls back what is being written, and closes the store. */
  close(): Promise<void>;
}

/** What a snapshot has. Neo4j copies all of it. */
export interface SnapshotOptions<K extends keyof GraphRecords = keyof GraphRecords> {
  /** The kinds of records; all without it. */
  readonly kinds?: readonly K[];
  /** The slugs of the documents whose entries it has; without it, it has those of all. */
  readonly entriesOf?: ReadonlySet<string>;
}

export interface WriteOptions {
  /** True if the work always ends by a throw: others see none of it, however large it is. */
  readonly isTrial?: boolean;
}

/** The numbers of records. Types without a record may be absent. */
export interface Counts {
  readonly entities: readonly { readonly type: EntityType; readonly count: number }[];
  readonly relations: readonly { readonly type: string; readonly count: number }[];
  readonly sources: number;
  readonly evidence: number;
  readonly documents: number;
}

/** The numbers of sources that are set aside, of their evidence, and of relations that fall. */
export type FallenNumbers = Pick<Counts, 'relations' | 'sources' | 'evidence'>;

/** Reads the records of a whole graph in batches, in the order of slugs and keys. */
export interface GraphRecords {
  entities(): AsyncIterable<readonly EntityRecord[]>;
  relations(): AsyncIterable<readonly RelationRecord[]>;
  sources(): AsyncIterable<readonly SourceRecord[]>;
  /** In the order of targets. */
  evidence(): AsyncIterable<readonly EvidenceRecord[]>;
  documents(): AsyncIterable<readonly DocumentRecord[]>;
  /** In the order of documents, kinds and places. */
  entries(): AsyncIterable<readonly EntryRecord[]>;
}

/**
 * Reads and changes the graph for the writer. Keys without a record are left out of the answers.
 */
export interface Transaction {
  entities(slugs: readonly string[]): Promise<readonly EntityRecord[]>;
  /** Returns the types of entities alone, by slug in its order, which is less to read. */
  entityTypes(slugs: readonly string[]): Promise<ReadonlyMap<string, EntityType>>;
  relations(keys: readonly string[]): Promise<readonly RelationRecord[]>;
  /**
   * Returns all relations that have one of the entities at an end, of the types; of all if empty.
   */
  relationsOf(
    slugs: readonly string[],
    types: readonly string[],
  ): Promise<readonly RelationRecord[]>;
  sources(slugs: readonly string[]): Promise<readonly SourceRecord[]>;
  /** Returns all evidence for the targets, which are slugs of entities and keys of relations. */
  evidence(targets: readonly string[]): Promise<readonly EvidenceRecord[]>;
  /**
   * Returns the targets of all evidence from the sources: slugs of entities and keys of relations.
   */
  targetsOfSources(slugs: readonly string[]): Promise<readonly string[]>;
  /** Returns the sources that one of the organizations published or informed. */
  sourcesOf(organizations: readonly string[]): Promise<readonly SourceRecord[]>;
  /**
   * Returns the slugs of the sources of which an entry names one of the entities, as publisher or
   * informer, or of the entities of which one tells it apart from these (`differentFrom`). It may
   * return others, too: it reads the entries of all sources or entities.
   */
  slugsNaming(kind: 'SOURCE' | 'ENTITY', entities: readonly string[]): Promise<readonly string[]>;
  /**
   * Returns the targets of all evidence which says that another relation holds in the place of its
   * target, and one of the slugs is part of the key of that other relation.
   */
  targetsOfRivals(slugs: readonly string[]): Promise<readonly string[]>;
  /**
   * Returns the targets of all evidence which says that one of the relations holds in the place of
   * its target.
   */
  targetsDeniedFor(keys: readonly string[]): Promise<readonly string[]>;
  /**
   * Returns the whole names that each of the entities shares with others of its type, in whatever
   * language, script and spelling, by slug and name.
   */
  namesakes(slugs: readonly string[]): Promise<readonly Namesakes[]>;
  documents(slugs: readonly string[]): Promise<readonly DocumentRecord[]>;
  /** Returns the entries of a kind for the keys in all documents, by key and document. */
  entries(kind: EntryKind, keys: readonly string[]): Promise<readonly EntryRecord[]>;
  /**
   * Compares entries with those that the store has of the same documents, kinds and keys, and
   * returns what is not the same. All of them are of one document and one kind.
   */
  compareEntries(entries: readonly EntryRecord[]): Promise<EntryComparison>;
  /** Yields the entries of a document in batches, by kind and place. */
  entriesOf(document: string): AsyncIterable<readonly EntryRecord[]>;
  /** Returns all joins of two slugs that documents state, by the first slug and the document. */
  joins(): Promise<readonly JoinRecord[]>;
  /** Writes and removes records within the transaction. */
  apply(changes: Changes): Promise<void>;
  /** Records that all records were merged anew: the store is not stale any more. */
  markMerged(): Promise<void>;
}

/** What the store has in the place of entries that are compared with it. */
export interface EntryComparison {
  /** Those that differ in anything, as the store has them, by key. */
  readonly different: ReadonlyMap<string, EntryRecord>;
  /** The keys of which it has none. */
  readonly absent: ReadonlySet<string>;
}

/** A name of an entity, and the other entities of its type that have it. */
export interface Namesakes {
  readonly slug: string;
  /** As `foldName` returns it. At least one of its words has several characters. */
  readonly name: string;
  /** The slugs of the others: the first ones in their order, at most `MAXIMUM_NAMESAKES`. */
  readonly others: readonly string[];
}

/** Bounds what is read of a name that very many have, such as one of yearly sessions. */
export const MAXIMUM_NAMESAKES = 10;

/** The records to write. Each one replaces the record of the same slug, key or id. */
export interface Changes {
  readonly sources: readonly SourceRecord[];
  readonly entities: readonly EntityRecord[];
  /** Stored entities of which only degree, time and version change, which is less to write. */
  readonly derivedEntities?: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  readonly evidence: readonly EvidenceRecord[];
  /** Relations and evidence that are not there yet, which is less to write. */
  readonly added?: Additions;
  /** Each replaces the entry of the same document, kind and key. */
  readonly entries?: readonly EntryRecord[];
  readonly documents?: readonly DocumentRecord[];
  readonly removed?: Removals;
}

/** The records to add. None of them is there. */
export interface Additions {
  readonly relations?: readonly RelationRecord[];
  readonly evidence?: readonly EvidenceRecord[];
}

/** The records to remove, before others are written. Records that are not there are left out. */
export interface Removals {
  readonly sources?: readonly string[];
  readonly entities?: readonly string[];
  readonly relations?: readonly string[];
  /** Ids. */
  readonly evidence?: readonly string[];
  readonly entries?: readonly Pick<EntryRecord, 'document' | 'kind' | 'key'>[];
  readonly documents?: readonly string[];
}
