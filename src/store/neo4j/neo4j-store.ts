import { KenesError } from '../../errors.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { Bounds } from '../bounds.js';
import type { Reading, Start } from '../reading.js';
import type { EntityRecord } from '../../model/records.js';
import type { CandidateRequest, TextCandidate, TextRequest } from '../search.js';
import { wholeEntity } from '../engine/whole-records.js';
import { raw } from '../engine/query-text.js';
import { readStepwise } from '../answering/stepwise.js';
import type {
  Counts,
  GraphRecords,
  SnapshotOptions,
  ReadingResult,
  Store,
  StoreSettings,
  Transaction,
  WriteOptions,
} from '../store.js';
import {
  Neo4jConnection,
  type ConnectionOptions,
  type EndingQuery,
  type Query,
} from './connection.js';
import { EntryContext } from './context.js';
import { allCounts } from './counts.js';
import { Neo4jEngine } from './engine.js';
import type { SingleEntry } from './entry.js';
import { FusedReadings, type Fusing } from './fused-readings.js';
import { Neo4jRecords } from './neo4j-records.js';
import { prepare } from './schema.js';
import { searchCandidates } from './search.js';
import { searchTexts } from './search-texts.js';
import { Snapshot } from './snapshot.js';
import { coldStartQuery, warm } from './warm.js';
import { Writing } from './writing.js';

export interface Neo4jOptions extends ConnectionOptions {
  readonly vocabulary: Vocabulary;
  /** For tests, which compare the ways. */
  readonly fusing?: Fusing;
  /** For tests: the number of records after which a chunk of a piece of writing is committed. */
  readonly chunkRecords?: number;
  /** True if the service has opened the graph already, so that nothing has to be changed in it. */
  readonly isPrepared?: boolean;
}

/** The first release that the queries are known to run on. */
const OLDEST = { major: 5, minor: 26 };

/** The graph in a Neo4j of its own, which several services may share. */
export class Neo4jStore implements Store {
  private readonly context: EntryContext;
  private readonly writing: Writing;
  private readonly query: EndingQuery;
  private readonly fused: FusedReadings;
  private warming: Promise<void> | null = null;
  private readonly closing = new AbortController();
  private lastWrite: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly engine: Store['engine'],
    readonly settings: StoreSettings,
    private readonly connection: Neo4jConnection,
    private readonly vocabulary: Vocabulary,
    fusing: Fusing,
    chunkRecords?: number,
  ) {
    this.context = new EntryContext(vocabulary);
    this.writing = new Writing(connection, this.context, chunkRecords);
    this.query = coldStartQuery(connection.query, connection.startupQuery);
    this.fused = new FusedReadings(this.query, this.context, fusing);
  }

  /**
   * Creates the constraints and indexes that are missing.
   * @throws KenesError STORE_UNAVAILABLE where no Neo4j answers; STORE_REFUSED where it refuses the
   *   user, is too old, or holds another graph or one of a newer version.
   */
  static async open({
    vocabulary,
    fusing = 'when planned',
    chunkRecords,
    isPrepared = false,
    ...options
  }: Neo4jOptions): Promise<Neo4jStore> {
    const connection = new Neo4jConnection(options);
    try {
      const version = await connection.version();
      refuseOldServer(version);
      if (!isPrepared) {
        await prepare(connection, vocabulary);
        await new Writing(connection, new EntryContext(vocabulary)).recover();
      }
      const { uri, username, password, database } = options;
      return new Neo4jStore(
        { name: 'Neo4j', version },
        { engine: 'Neo4j', uri, username, password, database },
        connection,
        vocabulary,
        fusing,
        chunkRecords,
      );
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  async read<S extends Start>(
    reading: Reading<S>,
    bounds = new Bounds(),
  ): Promise<ReadingResult<S>> {
    return readStepwise(await this.fused.engineFor(reading, bounds), reading, bounds);
  }

  async searchCandidates(
    request: CandidateRequest,
    bounds = new Bounds(),
  ): Promise<readonly EntityRecord[]> {
    const found = await this.run(searchCandidates(request, this.context), bounds);
    return found.map(wholeEntity);
  }

  searchTexts(request: TextRequest, bounds = new Bounds()): Promise<readonly TextCandidate[]> {
    return this.run(searchTexts(request, this.context), bounds);
  }

  counts(bounds = new Bounds()): Promise<Counts> {
    return this.run(allCounts(this.vocabulary), bounds);
  }

  async graphVersion(): Promise<string> {
    // Each chunk of a piece of writing sets it, too.
    const [version = ''] = await this.query<string>(
      raw('MATCH (k:Kenes {id: 1}) RETURN [toString(k.writtenAt)]'),
    );
    return version;
  }

  async isStale(): Promise<boolean> {
    const found = await this.query<boolean>(
      raw('MATCH (k:Kenes {id: 1}) RETURN [coalesce(k.isStale, false)]'),
    );
    return found[0] ?? false;
  }

  write<T>(work: (transaction: Transaction) => Promise<T>, options: WriteOptions = {}): Promise<T> {
    return this.inTurn(() => this.writing.write(work, options));
  }

  /** Others that write wait while the graph is copied, not while the work is done. */
  async snapshot<T>(
    work: (records: GraphRecords) => Promise<T>,
    { kinds, entriesOf }: SnapshotOptions = {},
  ): Promise<T> {
    const copy = await this.inTurn(() =>
      this.writing.alone((query) =>
        Snapshot.of(new Neo4jRecords(query, this.context, entriesOf), kinds),
      ),
    );
    try {
      return await work(copy);
    } finally {
      await copy.remove();
    }
  }

  warm(): Promise<void> {
    this.warming ??= warm(this.connection.startupQuery, this.context, {
      signal: this.closing.signal,
      turn: () => this.lastWrite.catch(() => undefined),
    });
    return this.warming;
  }

  check(): Promise<void> {
    return this.connection.check();
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.connection.stop();
    await this.lastWrite.catch(() => undefined);
    await this.warming;
    await this.connection.close();
  }

  private run<A>(entry: SingleEntry<A>, bounds: Bounds): Promise<A> {
    const query: Query = (text) => this.query(text, bounds.signal);
    return new Neo4jEngine(query, this.context).run(entry);
  }

  /** Pieces of writing of this process queue here, where they hold no connections. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.lastWrite.catch(() => undefined).then(work);
    this.lastWrite = turn;
    return turn;
  }
}

function refuseOldServer(version: string): void {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version)?.map(Number) ?? [];
  // What names itself in another way may well be newer.
  if (major === undefined || minor === undefined) return;
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return;
  throw new KenesError(
    'STORE_REFUSED',
    `Kenes needs Neo4j ${OLDEST.major}.${OLDEST.minor} or newer (got ${version}).`,
    { hint: 'Use a newer server.' },
  );
}
