import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join as joinPath } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KenesError } from '../../errors.js';
import type { EntityType } from '../../vocabulary/entity-types.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { Bounds } from '../bounds.js';
import type { Reading, Start } from '../reading.js';
import type { EntityRecord } from '../../model/records.js';
import type { CandidateRequest, TextCandidate, TextRequest } from '../search.js';
import { type Sql, sql } from '../engine/query-text.js';
import { readStepwise } from '../answering/stepwise.js';
import type {
  Counts,
  GraphRecords,
  SnapshotOptions,
  ReadingResult,
  Store,
  StoreSettings,
  Transaction,
} from '../store.js';
import { Connection, MainThreadConnection, type Query } from './database.js';
import { createEngine } from './engine.js';
import type { Context } from './entry.js';
import { refuseForeignFile } from './foreign-files.js';
import { ReaderPool } from './reader-pool.js';
import { searchCandidates } from './search.js';
import { searchTexts } from './search-texts.js';
import { SqliteSnapshot } from './snapshot.js';
import { MERGE_TASK, migrate } from './tables.js';
import { SqliteTransaction } from './transaction.js';

export interface SqliteOptions {
  /** The folder of the store's file; `memory` for a store that is deleted when it is closed. */
  readonly folder: string;
  readonly vocabulary: Vocabulary;
  /** The maximum time of a query of a reading, in milliseconds. */
  readonly timeLimit: number;
}

/** The number of connections that read off the event loop. */
const READERS = 2;

/** A query that reads at most this many rows takes well under a millisecond. */
const FEW_ROWS = 100;

/** What a large import changes does not fit: it would be written and read again and again. */
const WRITER_CACHE_KILOBYTES = 64_000;

/** Another process that reads would delay the checkpoint at the end for longer. */
const lastCheckpoint = 'PRAGMA busy_timeout = 500; PRAGMA wal_checkpoint(TRUNCATE);';

/** The embedded store: one file in WAL mode. Every commit is synchronised to the disk. */
export class SqliteStore implements Store {
  private lastWrite: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly engine: Store['engine'],
    readonly settings: StoreSettings,
    private readonly vocabulary: Vocabulary,
    private readonly mainThread: MainThreadConnection,
    private readonly readers: ReaderPool,
    private readonly writer: Connection,
    /** The path of the file, or its URI. */
    private readonly file: string,
    private readonly removeFiles: () => void,
  ) {}

  /** Returns whether a folder has the file of a store. */
  static existsIn(folder: string): boolean {
    return existsSync(fileIn(folder));
  }

  /**
   * @throws KenesError STORE_REFUSED for a file that is damaged, is not a store or has a newer
   *   version; STORE_UNAVAILABLE if the folder or the file cannot be used.
   */
  static async open({ folder, vocabulary, timeLimit }: SqliteOptions): Promise<SqliteStore> {
    const temporary = folder === 'memory';
    const storeFolder = temporary ? mkdtempSync(joinPath(tmpdir(), 'kenes-')) : folder;
    makeFolder(storeFolder);
    const file = fileIn(storeFolder);
    refuseForeignFile(file);
    const name = isReadOnlyCopy(file) ? `${pathToFileURL(file).href}?immutable=1` : file;
    const writer = await new Connection(name, timeLimit).open(WRITER_CACHE_KILOBYTES);
    try {
      await migrate(writer);
    } catch (error) {
      await writer.close();
      throw error;
    }
    const readers = await Promise.all(
      Array.from({ length: READERS }, () => new Connection(name, timeLimit).open()),
    );
    const version = await writer.query<string>(sql`SELECT json_quote(sqlite_version())`);
    return new SqliteStore(
      { name: 'SQLite', version },
      { engine: 'SQLite', folder: storeFolder },
      vocabulary,
      new MainThreadConnection(name),
      new ReaderPool(readers),
      writer,
      name,
      () => {
        if (temporary) rmSync(storeFolder, { recursive: true, force: true });
      },
    );
  }

  read<S extends Start>(reading: Reading<S>, bounds = new Bounds()): Promise<ReadingResult<S>> {
    return readStepwise(createEngine(this.contextOf(bounds)), reading, bounds);
  }

  searchCandidates(
    request: CandidateRequest,
    bounds = new Bounds(),
  ): Promise<readonly EntityRecord[]> {
    return searchCandidates(this.contextOf(bounds), request);
  }

  searchTexts(request: TextRequest, bounds = new Bounds()): Promise<readonly TextCandidate[]> {
    return searchTexts(this.contextOf(bounds), request);
  }

  async counts(): Promise<Counts> {
    const found = await this.mainThread.query<[string, string, number][]>(sql`
      SELECT json_group_array(json_array(kept, type, number)) FROM (
        SELECT kept, type, number FROM tally WHERE number > 0
        UNION ALL SELECT 'document', '', count(*) FROM document)`);
    const of = (kept: string): { type: string; count: number }[] =>
      found.filter((row) => row[0] === kept).map(([, type, count]) => ({ type, count }));
    return {
      entities: of('entity') as { type: EntityType; count: number }[],
      relations: of('relation'),
      sources: of('source')[0]?.count ?? 0,
      evidence: of('evidence')[0]?.count ?? 0,
      documents: of('document')[0]?.count ?? 0,
    };
  }

  async graphVersion(): Promise<string> {
    // It changes for a connection whenever another one commits, and this one never does.
    // https://www.sqlite.org/pragma.html#pragma_data_version
    const version = sql`SELECT data_version FROM pragma_data_version`;
    return String(await this.mainThread.query<number>(version));
  }

  isStale(): Promise<boolean> {
    return this.mainThread.query<boolean>(sql`
      SELECT json(iif(EXISTS (SELECT 1 FROM task WHERE name = ${MERGE_TASK}), 'true', 'false'))`);
  }

  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const turn = this.lastWrite
      .catch(() => undefined)
      .then(async () => {
        await this.writer.execute('BEGIN IMMEDIATE');
        try {
          const result = await work(new SqliteTransaction(this.writer, this.vocabulary));
          await this.writer.execute('COMMIT');
          return result;
        } catch (error) {
          await this.writer.execute('ROLLBACK').catch(() => undefined);
          throw error;
        }
      });
    this.lastWrite = turn;
    return turn;
  }

  async snapshot<T>(
    work: (records: GraphRecords) => Promise<T>,
    { entriesOf }: SnapshotOptions = {},
  ): Promise<T> {
    const connection = await new Connection(this.file, 0).open();
    try {
      // A transaction sees the store as it is at its first query, not at its BEGIN.
      await connection.execute('BEGIN; SELECT count(*) FROM sqlite_schema;');
      return await work(new SqliteSnapshot(connection, this.vocabulary, entriesOf));
    } finally {
      // A connection that is closed within a transaction would keep the old state of the graph
      // alive.
      await connection.execute('ROLLBACK').catch(() => undefined);
      await connection.close();
    }
  }

  /** SQLite plans a query in less than a millisecond. */
  warm(): Promise<void> {
    return Promise.resolve();
  }

  async check(): Promise<void> {
    // Reads of the graph, so that a damaged or shortened file is noticed.
    await this.mainThread.query(sql`
      SELECT json_array((SELECT slug FROM entity LIMIT 1), (SELECT sum(number) FROM tally))`);
  }

  async close(): Promise<void> {
    this.writer.stop();
    await Promise.all([this.readers.close(), this.lastWrite.catch(() => undefined)]);
    // After this, the database file alone contains the whole store.
    await this.writer.execute(lastCheckpoint).catch(() => undefined);
    await this.writer.close();
    this.mainThread.close();
    this.removeFiles();
  }

  private contextOf(bounds: Bounds): Context {
    const query: Query = <T>(query: Sql, rows = Infinity) =>
      rows <= FEW_ROWS ? this.mainThread.query<T>(query) : this.readers.query<T>(query, bounds);
    return { query, vocabulary: this.vocabulary };
  }
}

function fileIn(folder: string): string {
  return joinPath(folder, 'kenes.db');
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new KenesError('STORE_UNAVAILABLE', `The folder ${folder} could not be created.`, {
      hint: 'Use another folder.',
      cause: error,
    });
  }
}

/**
 * Returns true if the file can be read but not written, and contains the whole store. SQLite then
 * opens it only if it is told that nobody else changes it: https://www.sqlite.org/uri.html#uriimmutable
 */
function isReadOnlyCopy(file: string): boolean {
  if (!existsSync(file) || existsSync(`${file}-wal`)) return false;
  return !canWrite(file) || !canWrite(dirname(file));
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
