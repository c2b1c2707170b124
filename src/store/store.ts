import type { EntityType } from '../vocabulary/entity-types.js';
import type {
  DisagreementRecord,
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../model/records.js';
import type { Answers } from './answers.js';
import type { Bounds } from './bounds.js';
import type { Page } from './page.js';
import type { Reading, Start } from './reading.js';
import type {
  EntityRow,
  EvidenceRow,
  InterlockRow,
  NetworkRows,
  PathRows,
  RelationRow,
  SourceRow,
  WitnessRow,
} from './rows.js';
import type { CandidateRequest } from './search.js';

/** What a reading finds where it starts: what was asked for by key, a page, or a part of the graph. */
export interface Found {
  'entities by slug': readonly EntityRow[];
  'page of entities': Page<EntityRow>;
  'relations by key': readonly RelationRow[];
  'page of relations': Page<RelationRow>;
  'evidence by id': readonly EvidenceRow[];
  'sources by slug': readonly SourceRow[];
  'page of sources': Page<SourceRow>;
  paths: PathRows;
  network: NetworkRows;
  'page of interlocks': Page<InterlockRow>;
  /** By the other entity that is met. */
  witnesses: ReadonlyMap<string, Page<WitnessRow>>;
  'page of disagreements': Page<DisagreementRecord>;
}

/** What a reading found, and beside it the answers of its expansions. */
export interface ReadingResult<S extends Start> {
  readonly found: Found[S];
  readonly answers: Answers;
}

/**
 * Where the graph is kept. Both engines give equal answers, order included.
 * Every method rejects with a KenesError where a caller can act on it.
 */
export interface Store {
  readonly engine: { readonly name: 'SQLite' | 'Neo4j'; readonly version: string };
  /** Answers what one root field asks, within bounds that all readings of a request share. */
  read<S extends Start>(reading: Reading<S>, bounds?: Bounds): Promise<ReadingResult<S>>;
  /**
   * The entities that match in a tier or better, from the most relations to the fewest, then by
   * slug. Each word may match in another of the names: the caller decides which name matches as a
   * whole.
   */
  searchCandidates(request: CandidateRequest): Promise<readonly EntityRecord[]>;
  counts(): Promise<Counts>;
  /**
   * Runs a piece of writing: all of it or, when it throws, nothing. One at a time: nobody else
   * writes between what it reads and what it applies.
   */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Runs a piece of work on the whole graph as it is now, whatever is written meanwhile. */
  snapshot<T>(work: (records: GraphRecords) => Promise<T>): Promise<T>;
  /** Resolves when the store can answer; rejects with a KenesError when it cannot. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface Counts {
  readonly entities: readonly { readonly type: EntityType; readonly count: number }[];
  readonly relations: readonly { readonly type: string; readonly count: number }[];
  readonly sources: number;
  readonly evidence: number;
}

/** The records of a whole graph, in the order of slugs and keys, a batch at a time. */
export interface GraphRecords {
  entities(): AsyncIterable<readonly EntityRecord[]>;
  relations(): AsyncIterable<readonly RelationRecord[]>;
  sources(): AsyncIterable<readonly SourceRecord[]>;
  /** In the order of targets. */
  evidence(): AsyncIterable<readonly EvidenceRecord[]>;
}

/** What the writer reads of the graph and does to it. */
export interface Transaction {
  entities(slugs: readonly string[]): Promise<readonly EntityRecord[]>;
  relations(keys: readonly string[]): Promise<readonly RelationRecord[]>;
  /** All relations of the given types that touch an entity; of all types where none are given. */
  relationsOf(
    slugs: readonly string[],
    types: readonly string[],
  ): Promise<readonly RelationRecord[]>;
  sources(slugs: readonly string[]): Promise<readonly SourceRecord[]>;
  /** All evidence for the targets: slugs of entities and keys of relations. */
  evidence(targets: readonly string[]): Promise<readonly EvidenceRecord[]>;
  /** What the sources give evidence for: slugs of entities and keys of relations. */
  targetsOfSources(slugs: readonly string[]): Promise<readonly string[]>;
  apply(changes: Changes): Promise<void>;
}

/** What changes: whole records, each of which replaces the one of the same slug, key or id. */
export interface Changes {
  readonly sources: readonly SourceRecord[];
  readonly entities: readonly EntityRecord[];
  /** Stored entities of which only degree, time and version change: less to write. */
  readonly derivedEntities?: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  readonly evidence: readonly EvidenceRecord[];
  /** The ids of evidence that is removed. */
  readonly removedEvidence: readonly string[];
}
