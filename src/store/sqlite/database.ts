import LibsqlDatabase from 'libsql';
import LibsqlAsyncDatabase from 'libsql/promise';
import { LRUCache } from 'lru-cache';
import { stopping } from '../../errors.js';
import { textOf, type Sql } from '../engine/query-text.js';
import { damaged, isNestedTooDeeply, notOpened, storeError } from './store-error.js';

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
const settingsWith = (cacheKilobytes: number): string => `
  PRAGMA foreign_keys = ON;
  PRAGMA cache_size = -${cacheKilobytes};
  PRAGMA mmap_size = 268435456;
  PRAGMA temp_store = MEMORY;
`;

const CACHE_KILOBYTES = 16_000;

/** How often a query is interrupted again that goes on: its thread may not have begun it. */
const INTERRUPT_AGAIN_MS = 20;

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
    memoMethod: (text) => this.prepare(text).raw(),
  });
  private isClosed = false;

  constructor(file: string) {
    this.database = opened(() => new LibsqlDatabase(file, { timeout: BUSY_TIMEOUT_MS }));
    this.database.exec(settingsWith(CACHE_KILOBYTES));
  }

  readonly query: Query = async <T>(query: Sql): Promise<T> => {
    if (this.isClosed) throw stopping();
    try {
      const text = textOf(query, parameterText);
      const prepared = this.prepared.memo(text);
      return answerOf(prepared.all(query.values)) as T;
    } catch (error) {
      throw storeError(error);
    }
  };

  private prepare(text: string): LibsqlDatabase.Statement {
    try {
      return this.database.prepare(asBytes(text));
    } catch (error) {
      if (!isNestedTooDeeply(error)) throw error;
      return this.database.prepare(text);
    }
  }

  close(): void {
    this.isClosed = true; // The driver would end the process at a query after this.
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
  /** True while a query runs that may be interrupted. */
  private isInterruptible = false;
  private interrupting: NodeJS.Timeout | undefined;
  private isStopped = false;
  private isClosed = false;

  /** @param timeLimitMs the time after which a query is interrupted; 0 for no limit. */
  constructor(
    file: string,
    private readonly timeLimitMs: number,
  ) {
    this.database = opened(() => new LibsqlAsyncDatabase(file, { timeout: BUSY_TIMEOUT_MS }));
  }

  /** @param cacheKilobytes the memory that pages of the file take at most. */
  async open(cacheKilobytes = CACHE_KILOBYTES): Promise<this> {
    await this.execute(settingsWith(cacheKilobytes));
    return this;
  }

  readonly query: Query = <T>(query: Sql): Promise<T> =>
    this.inTurn(() =>
      this.interruptible(async () => {
        const prepared = await this.preparedQuery(textOf(query, parameterText));
        return answerOf(await prepared.all(query.values)) as T;
      }, this.timeLimitMs),
    );

  /** Runs queries without parameters and without an answer; they cannot be interrupted. */
  execute(text: string): Promise<void> {
    return this.inTurn(() => this.database.exec(text));
  }

  /** Runs a query that changes the store, without a time limit. */
  change(query: Sql): Promise<void> {
    return this.inTurn(() =>
      this.interruptible(async () => {
        // `all` and not `run`, which would block the event loop.
        const prepared = await this.prepared.memo(textOf(query, parameterText));
        await prepared.all(query.values);
      }, 0),
    );
  }

  /** Interrupts the query or the change that runs now, if any. */
  interrupt(): void {
    if (!this.isInterruptible || this.interrupting) return;
    this.database.interrupt();
    this.interrupting = setInterval(() => this.database.interrupt(), INTERRUPT_AGAIN_MS);
  }

  /** Interrupts what runs, and refuses all later queries and changes; `execute` still runs. */
  stop(): void {
    this.isStopped = true;
    this.interrupt();
  }

  /** Waits for what runs, and refuses all else. */
  async close(): Promise<void> {
    const { last } = this;
    this.isClosed = true; // The driver would end the process at a query after this.
    await last.catch(() => undefined);
    this.database.close();
  }

  private async preparedQuery(text: string): Promise<AsyncStatement> {
    try {
      return await this.prepared.memo(asBytes(text));
    } catch (error) {
      if (!isNestedTooDeeply(error)) throw error;
      return this.prepared.memo(text);
    }
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

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.isClosed) return Promise.reject(stopping());
    const turn = this.last
      .catch(() => undefined)
      .then(work)
      .catch((error: unknown) => {
        throw storeError(error);
      });
    this.last = turn;
    return turn;
  }

  /** Returns the error of a query, or that of the stop which interrupted it. */
  private endOf(error: unknown): unknown {
    return this.isStopped ? stopping(error) : error;
  }

  private async interruptible<T>(work: () => Promise<T>, timeLimitMs: number): Promise<T> {
    if (this.wasStopped()) throw stopping();
    this.isInterruptible = true;
    const timer = timeLimitMs > 0 ? setTimeout(() => this.interrupt(), timeLimitMs) : undefined;
    try {
      return await work();
    } catch (error) {
      throw this.wasStopped() ? stopping(error) : error;
    } finally {
      clearTimeout(timer);
      clearInterval(this.interrupting);
      this.interrupting = undefined;
      this.isInterruptible = false;
    }
  }

  private wasStopped(): boolean {
    return this.isStopped;
  }
}

/**
 * Returns the query with its answer as bytes. The driver ends the process at a text that is not
 * UTF-8, as a damaged file may have it. A query that nests as deep as SQLite parses has no level
 * left for this, and is sent as it is.
 */
function asBytes(text: string): string {
  return `SELECT CAST((${text}) AS BLOB)`;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Parses the JSON text of the one row. */
function answerOf(rows: unknown[]): unknown {
  const [row] = rows as [Buffer | string | number | null][];
  const answer = row?.[0] ?? null;
  if (answer === null || typeof answer === 'number') return answer;
  try {
    return JSON.parse(typeof answer === 'string' ? answer : utf8.decode(answer)) as unknown;
  } catch (error) {
    throw damaged(error);
  }
}

/** Returns the opened database. The driver's error has no code if the file cannot be opened. */
export function opened<T>(open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw notOpened(error);
  }
}
