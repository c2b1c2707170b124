import LibsqlDatabase from 'libsql';
import LibsqlAsyncDatabase from 'libsql/promise';
import { LRUCache } from 'lru-cache';
import { KenesError } from '../../errors.js';
import { textOf, type Sql } from '../engine/query-text.js';

/**
 * Runs a query whose answer is one row with one column of JSON text, and parses that text.
 * @param rows the maximum number of rows that it reads; absent if that depends on the graph.
 * @throws KenesError TIMED_OUT, TOO_LARGE, STORE_UNAVAILABLE or STORE_REFUSED.
 */
export type Query = <T>(query: Sql, rows?: number) => Promise<T>;

/** The time that a connection waits for another process that is writing. */
const BUSY_TIMEOUT_MS = 5_000;

/** The number of prepared queries that a connection keeps. */
const PREPARED_QUERIES = 400;

// `migrate` sets WAL and full synchronisation: a commit that returned survives a loss of power.
const connectionSettings = `
  PRAGMA foreign_keys = ON;
  PRAGMA cache_size = -16000;
  PRAGMA mmap_size = 268435456;
  PRAGMA temp_store = MEMORY;
`;

const parameterText = (): string => '?';

/** The part of `libsql/promise` that is used; the package has no types for it. */
interface AsyncDatabase {
  prepare(text: string): Promise<AsyncStatement>;
  exec(text: string): Promise<void>;
  interrupt(): void;
  close(): void;
}

interface AsyncStatement {
  readonly reader: boolean;
  raw(): AsyncStatement;
  all(values: readonly unknown[]): Promise<unknown[]>;
}

/**
 * A connection on the main thread, for queries that take well under a millisecond: to pass such a
 * query to another thread and back takes six times as long as the query itself.
 */
export class MainThreadConnection {
  private readonly database: LibsqlDatabase.Database;
  private readonly prepared = new LRUCache<string, LibsqlDatabase.Statement>({
    max: PREPARED_QUERIES,
    memoMethod: (text) => this.database.prepare(text).raw(),
  });

  constructor(file: string) {
    this.database = opened(() => new LibsqlDatabase(file, { timeout: BUSY_TIMEOUT_MS }));
    this.database.exec(connectionSettings);
  }

  readonly query: Query = async <T>(query: Sql): Promise<T> => {
    try {
      const text = textOf(query, parameterText);
      const prepared = this.prepared.memo(text);
      const [row] = prepared.all(query.values) as [string][];
      return JSON.parse(row?.[0] ?? 'null') as T;
    } catch (error) {
      throw storeError(error);
    }
  };

  close(): void {
    this.database.close();
  }
}

/** A connection whose queries run off the event loop, one at a time. */
export class Connection {
  private readonly database: AsyncDatabase;
  private readonly prepared = new LRUCache<string, Promise<AsyncStatement>>({
    max: PREPARED_QUERIES,
    memoMethod: (text) => this.prepare(text),
  });
  private last: Promise<unknown> = Promise.resolve();

  /** @param timeLimitMs the time after which a query is interrupted; 0 for no limit. */
  constructor(
    file: string,
    private readonly timeLimitMs: number,
  ) {
    this.database = opened(() => new LibsqlAsyncDatabase(file, { timeout: BUSY_TIMEOUT_MS }));
  }

  async open(): Promise<this> {
    await this.execute(connectionSettings);
    return this;
  }

  readonly query: Query = <T>(query: Sql): Promise<T> =>
    this.inTurn(async () => {
      const prepared = await this.prepared.memo(textOf(query, parameterText));
      const [row] = (await prepared.all(query.values)) as [string][];
      return JSON.parse(row?.[0] ?? 'null') as T;
    });

  /** Runs queries without parameters and without an answer, without a time limit. */
  execute(text: string): Promise<void> {
    return this.inTurn(() => this.database.exec(text), 0);
  }

  /** Runs a query that changes the store, without a time limit. */
  change(query: Sql): Promise<void> {
    return this.inTurn(async () => {
      // `all` and not `run`, which would block the event loop.
      const prepared = await this.prepared.memo(textOf(query, parameterText));
      await prepared.all(query.values);
    }, 0);
  }

  async close(): Promise<void> {
    await this.last.catch(() => undefined);
    this.database.close();
  }

  private async prepare(text: string): Promise<AsyncStatement> {
    try {
      const prepared = await this.database.prepare(text);
      return prepared.reader ? prepared.raw() : prepared;
    } catch (error) {
      this.prepared.delete(text); // The database was busy or interrupted: the next try may succeed.
      throw error;
    }
  }

  private inTurn<T>(work: () => Promise<T>, timeLimitMs = this.timeLimitMs): Promise<T> {
    const turn = this.last.catch(() => undefined).then(() => this.limited(work, timeLimitMs));
    this.last = turn;
    return turn;
  }

  private async limited<T>(work: () => Promise<T>, timeLimitMs: number): Promise<T> {
    const timer =
      timeLimitMs > 0 ? setTimeout(() => this.database.interrupt(), timeLimitMs) : undefined;
    try {
      return await work();
    } catch (error) {
      throw storeError(error);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Returns the opened database. The driver's error has no code if the file cannot be opened. */
function opened<T>(open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw new KenesError(
      'STORE_UNAVAILABLE',
      'The file of the store could not be opened or created.',
      { hint: 'Use a folder that can be written.', cause: error },
    );
  }
}

/** Returns a KenesError if a caller can act on the driver's code; else the error itself. */
function storeError(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return error;
  if (code === 'SQLITE_INTERRUPT') {
    return new KenesError('TIMED_OUT', 'The store took too long to answer.', {
      hint: 'Request less at once.',
      cause: error,
    });
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new KenesError('STORE_UNAVAILABLE', 'Another process is writing to the store.', {
      hint: 'Try again.',
      cause: error,
    });
  }
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return new KenesError(
      'STORE_REFUSED',
      'The file of the store is damaged, or is not a Kenes store.',
      { hint: 'Restore it from a copy, or use another folder.', cause: error },
    );
  }
  if (/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN)/.test(code)) {
    return new KenesError(
      'STORE_UNAVAILABLE',
      'The file of the store could not be read or written.',
      {
        hint: 'Check the free space and the permissions of its folder.',
        cause: error,
      },
    );
  }
  // The driver has no code for this. Only filters that nest in every way at once cause it.
  if ((error as Error).message === 'parser stack overflow') {
    return new KenesError('TOO_LARGE', 'The filter nests too deeply for the store.', {
      hint: 'Use a filter with fewer levels.',
      cause: error,
    });
  }
  return error;
}
