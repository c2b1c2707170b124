import neo4j, {
  type Config,
  type Driver,
  type NotificationFilter,
  type Record,
  type Session,
  type SessionConfig,
  type Transaction,
} from 'neo4j-driver';
import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { stopping } from '../../errors.js';
import { textOf, type Sql } from '../engine/query-text.js';
import { QueryTurns } from './query-turns.js';
import { isWorthRetrying, notNeo4j, storeBusy, storeError, unavailable } from './store-error.js';

/** Runs a query whose records are lists of rows; returns all rows. */
export type Query = <Row>(query: Sql) => Promise<Row[]>;

/** Does the same until the signal aborts, whose reason it then throws. */
export type EndingQuery = <Row>(query: Sql, ending?: AbortSignal) => Promise<Row[]>;

/** A transaction that has the lock of the graph. A commit that fails must be rolled back, too. */
export interface OpenTransaction {
  readonly query: Query;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

export interface ConnectionOptions {
  /** `bolt://` or, for a cluster or Aura, `neo4j://`; with `+s` or `+ssc` encrypted. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** The user's home database where none is given. */
  readonly database?: string | undefined;
  /** How long a query of a reading may take, in milliseconds. */
  readonly timeLimit: number;
}

const CONNECTION_TIMEOUT_MS = 3_000;
const ACQUISITION_TIMEOUT_MS = 4_000;
/** A connection that was idle for longer is tested before it is used. */
const IDLE_LIMIT_MS = 30_000;
/** How long the server may take to end a query that is past its limit: it looks every 2 s. */
const KILL_GRACE_MS = 2_500;
/** How long a query with the limit of the start may be silent until the server is tested. */
const SILENCE_MS = 2_500;
/** How long a connection may take to answer the smallest request. */
const PING_TIMEOUT_MS = 5_000;
/** How long another process that writes is waited for. */
const LOCK_TIMEOUT_MS = 8_000;
/** How long a query may take while the store is opened, and the first ones after that. */
const STARTUP_TIMEOUT_MS = 30_000;
/** How long one piece of writing may take. */
const WRITE_TIMEOUT_MS = 600_000;
/** How long the driver may take to close its connections. */
const CLOSING_TIMEOUT_MS = 2_000;

/** How long is waited before each further attempt. */
const RETRY_DELAYS_MS = [50, 200, 500];
/** The last attempt starts before this time, so that no client waits for eight seconds. */
const LAST_ATTEMPT_MS = 3_500;

/**
 * A pool of connections to one database. The values of a query are one parameter, a list: the server
 * keeps a plan for each text and type of each parameter, and takes the length of a text or list for
 * part of its type.
 */
export class Neo4jConnection {
  private readonly driver: Driver;
  /** Of the last writing of this process, so that no member of a cluster reads from before it. */
  private bookmarks: string[] = [];
  /** Ends whatever runs, once this is closed. */
  private readonly closing = new AbortController();
  /** The URI without user and password, for messages. */
  private readonly address: string;
  private readonly turns = new QueryTurns();

  constructor(private readonly options: ConnectionOptions) {
    this.address = options.uri.replace(/\/\/.*@/, '//').replace(/[/?]*$/, '');
    this.driver = createDriver(options, this.address);
    setMaxListeners(0, this.closing.signal); // One for each query that runs.
  }

  /** In a transaction of its own, on a server that may only read; tried again where that may help. */
  readonly query: EndingQuery = (query, ending) => this.read(query, this.options.timeLimit, ending);

  /** With a longer time limit, for a server that just started. */
  readonly startupQuery: EndingQuery = (query, ending) =>
    this.read(query, STARTUP_TIMEOUT_MS, ending);

  /** The server's version: `5.26.20`. */
  async version(): Promise<string> {
    const { database } = this.options;
    const info = await this.attempt(
      () => this.driver.getServerInfo(database === undefined ? {} : { database }),
      PING_TIMEOUT_MS,
    );
    return (info.agent ?? '').replace(/^Neo4j\//, '');
  }

  /** Rejects when the database does not answer, or cannot read a node. */
  async check(): Promise<void> {
    await this.ping('MATCH (n:Entity) RETURN [n.slug] LIMIT 1');
  }

  /** Runs commands on the schema in one transaction, which then cannot hold others. */
  async changeSchema(texts: readonly string[]): Promise<void> {
    const change = async (session: Session): Promise<void> => {
      const transaction = await session.beginTransaction({ timeout: WRITE_TIMEOUT_MS });
      // Sent without waiting for each other.
      await Promise.all(texts.map((text) => transaction.run(text)));
      await transaction.commit();
    };
    await this.attempt(() => this.inSession('WRITE', change), WRITE_TIMEOUT_MS + KILL_GRACE_MS);
  }

  /**
   * Runs a piece of work in one transaction: all of it or, when it throws, nothing. `lock` is its
   * first query, at which it waits for others that write.
   */
  async write<T>(lock: Sql, work: (query: Query) => Promise<T>): Promise<T> {
    const open = await this.begin(lock);
    try {
      const result = await work(open.query);
      await open.commit();
      return result;
    } catch (error) {
      await open.rollback();
      throw error;
    }
  }

  /**
   * Begins a transaction that the caller commits or rolls back. `lock` is its first query, at which
   * it waits for others that write.
   */
  async begin(lock: Sql): Promise<OpenTransaction> {
    const { session, transaction } = await this.locked(lock);
    return {
      query: (query) => this.runIn(transaction, query),
      commit: async () => {
        await this.mapErrors(transaction.commit(), WRITE_TIMEOUT_MS);
        this.bookmarks = session.lastBookmarks();
        close(session);
      },
      rollback: async () => {
        // The server rolls back what is open when the session is closed.
        if (!this.closing.signal.aborted)
          await this.mapErrors(transaction.rollback(), PING_TIMEOUT_MS).catch(() => undefined);
        close(session);
      },
    };
  }

  /** Ends what runs, and refuses all else. */
  stop(): void {
    this.closing.abort(stopping());
  }

  async close(): Promise<void> {
    this.stop();
    // On a dead connection, closing may never settle.
    const waiting = new AbortController();
    const { signal } = waiting;
    const enough = delay(CLOSING_TIMEOUT_MS, undefined, { signal }).catch(() => undefined);
    await Promise.race([this.driver.close(), enough]);
    waiting.abort();
  }

  private async read<Row>(query: Sql, timeLimit: number, ending?: AbortSignal): Promise<Row[]> {
    const text = textOf(query, parameterText);
    const parameters = parametersOf(query);
    return this.turns.run(ending, () => {
      const answer = this.attempt(
        () => this.autoCommit<Row>(text, parameters, timeLimit, ending),
        timeLimit + KILL_GRACE_MS,
      );
      return timeLimit > this.options.timeLimit ? this.unlessAway(answer) : answer;
    });
  }

  /** Waits for a slow answer, but not for that of a server that no longer answers anything. */
  private async unlessAway<T>(answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const away = new Promise<never>((_, reject) => {
      timer = setTimeout(() => void this.ping('RETURN [1]').catch(reject), SILENCE_MS);
    });
    try {
      return await Promise.race([answer, away]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async ping(text: string): Promise<void> {
    await this.attempt(() => this.autoCommit(text, {}, PING_TIMEOUT_MS), PING_TIMEOUT_MS);
  }

  private autoCommit<Row>(
    text: string,
    parameters: Parameters,
    timeLimit: number,
    ending?: AbortSignal,
  ): Promise<Row[]> {
    const run = async (session: Session): Promise<Row[]> => {
      const { records } = await session.run(text, parameters, { timeout: timeLimit });
      return rowsOf<Row>(records);
    };
    return this.inSession('READ', run, ending);
  }

  /**
   * Runs work on a session of its own, until the signal aborts or this is closed: to close a
   * session has the server end what it runs in it.
   */
  private async inSession<T>(
    mode: 'READ' | 'WRITE',
    work: (session: Session) => Promise<T>,
    ending?: AbortSignal,
  ): Promise<T> {
    const signals = ending ? [ending, this.closing.signal] : [this.closing.signal];
    for (const signal of signals) signal.throwIfAborted();
    const session = this.session(mode);
    try {
      return await unlessAborted(work(session), signals);
    } finally {
      close(session);
    }
  }

  /** Begins a transaction and takes the lock; nothing is done yet, so both can be tried again. */
  private locked(lock: Sql): Promise<{ session: Session; transaction: Transaction }> {
    return this.attempt(async () => {
      const session = this.session('WRITE');
      try {
        const begun = Promise.resolve(session.beginTransaction({ timeout: WRITE_TIMEOUT_MS }));
        const transaction = await within(begun, PING_TIMEOUT_MS, () => unavailable(this.address));
        const locked = within(run(transaction, lock), LOCK_TIMEOUT_MS, storeBusy);
        await unlessAborted(locked, [this.closing.signal]);
        return { session, transaction };
      } catch (error) {
        close(session);
        throw error;
      }
    }, Infinity);
  }

  private async runIn<Row>(transaction: Transaction, query: Sql): Promise<Row[]> {
    this.closing.signal.throwIfAborted();
    const answer = unlessAborted(run<Row>(transaction, query), [this.closing.signal]);
    return this.mapErrors(answer, WRITE_TIMEOUT_MS + KILL_GRACE_MS);
  }

  private session(defaultAccessMode: 'READ' | 'WRITE'): Session {
    const { database } = this.options;
    const { bookmarks } = this;
    const config: Partial<SessionConfig> = {
      defaultAccessMode,
      bookmarks,
      ...(database === undefined ? {} : { database }),
    };
    return this.driver.session(config);
  }

  /**
   * Up to three times more where that may help; `limit` is for all times together, in milliseconds.
   */
  private attempt<T>(work: () => Promise<T>, limit: number): Promise<T> {
    return this.mapErrors(this.withRetries(work), limit);
  }

  private async withRetries<T>(work: () => Promise<T>): Promise<T> {
    const lastAttempt = Date.now() + Math.min(this.options.timeLimit, LAST_ATTEMPT_MS);
    for (const delayMs of RETRY_DELAYS_MS) {
      try {
        return await work();
      } catch (error) {
        if (!isWorthRetrying(error) || Date.now() + delayMs > lastAttempt) throw error;
        await delay(delayMs);
      }
    }
    return work();
  }

  /** Turns the driver's errors, and silence past the limit, into errors of ours. */
  private async mapErrors<T>(work: Promise<T>, limit: number): Promise<T> {
    try {
      return await within(work, limit, () => unavailable(this.address));
    } catch (error) {
      throw storeError(error, this.address);
    }
  }
}

interface Parameters {
  readonly p?: readonly unknown[];
}

function parameterText(index: number): string {
  return `$p[${index}]`;
}

function parametersOf({ values }: Sql): Parameters {
  return {
    p: values.map((value) => (Number.isInteger(value) ? neo4j.int(value as number) : value)),
  };
}

function rowsOf<Row>(records: readonly Record[]): Row[] {
  const lists = records.map((record) => record.get(0) as Row[]);
  return lists.length === 1 ? (lists[0] ?? []) : lists.flat();
}

async function run<Row>(transaction: Transaction, query: Sql): Promise<Row[]> {
  const { records } = await transaction.run(textOf(query, parameterText), parametersOf(query));
  return rowsOf<Row>(records);
}

/** The queries are tested; a relation type that no relation has yet is nothing to warn of. */
const noNotifications: Partial<NotificationFilter> = { minimumSeverityLevel: 'OFF' };

/** A new object each time, since the driver changes it. */
function driverConfig(): Partial<Config> {
  return {
    disableLosslessIntegers: true,
    fetchSize: -1,
    notificationFilter: noNotifications,
    telemetryDisabled: true,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    connectionAcquisitionTimeout: ACQUISITION_TIMEOUT_MS,
    connectionLivenessCheckTimeout: IDLE_LIMIT_MS,
  };
}

function createDriver({ uri, username, password }: ConnectionOptions, address: string): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(username, password), driverConfig());
  } catch (error) {
    throw notNeo4j(address, error);
  }
}

/** Fire and forget: on a dead connection, closing never settles. */
function close(session: Session): void {
  session.close().catch(() => undefined);
}

/** Returns what the work returns, unless one of the signals aborts before; then throws its reason. */
function unlessAborted<T>(work: Promise<T>, signals: readonly AbortSignal[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (event: Event): void => reject((event.target as AbortSignal).reason as Error);
    const ended = (): void => {
      for (const signal of signals) signal.removeEventListener('abort', end);
    };
    for (const signal of signals) signal.addEventListener('abort', end);
    work.finally(ended).then(resolve, reject);
  });
}

async function within<T>(work: Promise<T>, limit: number, late: () => Error): Promise<T> {
  if (limit === Infinity) return work;
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), limit);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
