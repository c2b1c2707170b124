import type { EntityType } from '../vocabulary/entity-types.js';
import type { Bounds } from './bounds.js';
import type {
  DisagreementPageReading,
  EntitiesReading,
  EntityPageReading,
  EvidenceReading,
  InterlockPageReading,
  NetworkReading,
  PathsReading,
  Reading,
  RelationPageReading,
  RelationsReading,
  SourcePageReading,
  SourcesReading,
  WitnessesReading,
} from './reading.js';
import type {
  DisagreementRecord,
  EntityRecord,
  EvidenceRecord,
  InterlockRecord,
  NetworkRecord,
  Page,
  PathsRecord,
  RelationRecord,
  SourceRecord,
  WitnessRecord,
} from '../model/records.js';
import type { CandidateRequest } from './search.js';

/** What a reading brings: what was found of what was asked for by key, a page, or a part of the graph. */
export type Answer<R extends Reading> = R extends EntitiesReading
  ? readonly EntityRecord[]
  : R extends EntityPageReading
    ? Page<EntityRecord>
    : R extends RelationsReading
      ? readonly RelationRecord[]
      : R extends RelationPageReading
        ? Page<RelationRecord>
        : R extends EvidenceReading
          ? readonly EvidenceRecord[]
          : R extends SourcesReading
            ? readonly SourceRecord[]
            : R extends SourcePageReading
              ? Page<SourceRecord>
              : R extends PathsReading
                ? PathsRecord
                : R extends NetworkReading
                  ? NetworkRecord
                  : R extends InterlockPageReading
                    ? Page<InterlockRecord>
                    : R extends WitnessesReading
                      ? ReadonlyMap<string, Page<WitnessRecord>>
                      : R extends DisagreementPageReading
                        ? Page<DisagreementRecord>
                        : never;

/**
 * Where the graph is kept. Both engines give equal answers, order included.
 * Every method rejects with a KenesError where a caller can act on it.
 */
export interface Store {
  readonly engine: { readonly name: 'SQLite' | 'Neo4j'; readonly version: string };
  /** Answers what one root field asks, within bounds that all readings of a request share. */
  read<R extends Reading>(reading: R, bounds?: Bounds): Promise<Answer<R>>;
  /**
   * The entities that match in a tier or better, from the most relations to the fewest, then by
   * slug, with their names, degree and details. Each word may match in another of the names: which
   * name matches as a whole is for the caller to tell.
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

/** What the writer sees of the graph and does to it. Entities come with their details. */
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

/** What changes: whole records, put in the place of the one of the same slug, key or id. */
export interface Changes {
  readonly sources: readonly SourceRecord[];
  readonly entities: readonly EntityRecord[];
  /** Entities that are there and differ in nothing but degree, time and version: less to write. */
  readonly derivedEntities?: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  readonly evidence: readonly EvidenceRecord[];
  /** The ids of evidence that is no more. */
  readonly removedEvidence: readonly string[];
}
