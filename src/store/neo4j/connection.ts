import neo4j, {
  type Config,
  type Driver,
  type NotificationFilter,
  type Record,
  type Session,
  type SessionConfig,
  type Transaction,
} from 'neo4j-driver';
import { setTimeout as delay } from 'node:timers/promises';
import { KenesError } from '../../errors.js';
import { textOf, type Sql } from '../engine/query-text.js';
import { isWorthRetrying, notNeo4j, storeError, unavailable } from './store-error.js';

/** Runs a query whose records are lists of rows; returns all rows. */
export type Query = <Row>(query: Sql) => Promise<Row[]>;

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

// A Neo4j that is away is reported within ten seconds: the last attempt starts before
// `LAST_ATTEMPT_MS` and ends when no connection was acquired.
const CONNECTION_TIMEOUT_MS = 3_000;
const ACQUISITION_TIMEOUT_MS = 4_000;
const LAST_ATTEMPT_MS = 4_000;
/** A connection that was idle for longer is tested before it is used. */
const IDLE_LIMIT_MS = 30_000;
/** How long the server may take to end a query that is past its limit: it looks every 2 s. */
const KILL_GRACE_MS = 3_000;
/** How long a connection may take to answer the smallest request. */
const PING_TIMEOUT_MS = 5_000;
/** How long another process that writes is waited for. */
const LOCK_TIMEOUT_MS = 8_000;
/** How long a query may take while the store is opened, and the first ones after that. */
const STARTUP_TIMEOUT_MS = 30_000;
/** How long one piece of writing may take. */
const WRITE_TIMEOUT_MS = 600_000;

/** How long is waited before each further attempt. */
const RETRY_DELAYS_MS = [50, 200, 500];

/**
 * A pool of connections to one database. The values of a query are one parameter, a list: the server
 * keeps a plan for each text and type of each parameter, and takes the length of a text or list for
 * part of its type.
 */
export class Neo4jConnection {
  private readonly driver: Driver;
  /** Of the last writing of this process, so that no member of a cluster reads from before it. */
  private bookmarks: string[] = [];
  /** The URI without user and password, for messages. */
  private readonly address: string;

  constructor(private readonly options: ConnectionOptions) {
    this.address = options.uri.replace(/\/\/.*@/, '//').replace(/[/?]*$/, '');
    this.driver = createDriver(options, this.address);
  }

  /** In a transaction of its own, on a server that may only read; tried again where that may help. */
  readonly query: Query = (query) => this.read(query, this.options.timeLimit);

  /** With a longer time limit, for a server that just started. */
  readonly startupQuery: Query = (query) => this.read(query, STARTUP_TIMEOUT_MS);

  /** The server's version: `5.26.20`. */
  async version(): Promise<string> {
    const { database } = this.options;
    const info = await this.attempt(
      () => this.driver.getServerInfo(database === undefined ? {} : { database }),
      PING_TIMEOUT_MS,
    );
    return (info.agent ?? '').replace(/^Neo4j\//, '');
  }

  /** Rejects when the database does not answer. */
  async check(): Promise<void> {
    await this.attempt(() => this.autoCommit('RETURN [1]', {}, PING_TIMEOUT_MS), PING_TIMEOUT_MS);
  }

  /** Runs commands on the schema in one transaction, which then cannot hold others. */
  async changeSchema(texts: readonly string[]): Promise<void> {
    await this.attempt(async () => {
      const session = this.session('WRITE');
      try {
        const transaction = await session.beginTransaction({ timeout: WRITE_TIMEOUT_MS });
        // Sent without waiting for each other.
        await Promise.all(texts.map((text) => transaction.run(text)));
        await transaction.commit();
      } finally {
        close(session);
      }
    }, WRITE_TIMEOUT_MS + KILL_GRACE_MS);
  }

  /**
   * Runs a piece of work in one transaction: all of it or, when it throws, nothing. `lock` is its
   * first query, at which it waits for others that write.
   */
  async write<T>(lock: Sql, work: (query: Query) => Promise<T>): Promise<T> {
    const { session, transaction } = await this.begin(lock);
    try {
      const result = await work((query) => this.runIn(transaction, query));
      await this.mapErrors(transaction.commit(), WRITE_TIMEOUT_MS);
      this.bookmarks = session.lastBookmarks();
      return result;
    } catch (error) {
      await this.mapErrors(transaction.rollback(), PING_TIMEOUT_MS).catch(() => undefined);
      throw error;
    } finally {
      close(session);
    }
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  private async read<Row>(query: Sql, timeLimit: number): Promise<Row[]> {
    const text = textOf(query, parameterText);
    const parameters = parametersOf(query);
    return this.attempt(
      () => this.autoCommit<Row>(text, parameters, timeLimit),
      timeLimit + KILL_GRACE_MS,
    );
  }

  private async autoCommit<Row>(
    text: string,
    parameters: Parameters,
    timeLimit: number,
  ): Promise<Row[]> {
    const session = this.session('READ');
    try {
      const { records } = await session.run(text, parameters, { timeout: timeLimit });
      return rowsOf<Row>(records);
    } finally {
      close(session);
    }
  }

  /** Begins a transaction and takes the lock; nothing is done yet, so both can be tried again. */
  private begin(lock: Sql): Promise<{ session: Session; transaction: Transaction }> {
    return this.attempt(async () => {
      const session = this.session('WRITE');
      try {
        const begun = Promise.resolve(session.beginTransaction({ timeout: WRITE_TIMEOUT_MS }));
        const transaction = await within(begun, PING_TIMEOUT_MS, () => unavailable(this.address));
        await within(run(transaction, lock), LOCK_TIMEOUT_MS, storeBusy);
        return { session, transaction };
      } catch (error) {
        close(session);
        throw error;
      }
    }, Infinity);
  }

  private async runIn<Row>(transaction: Transaction, query: Sql): Promise<Row[]> {
    return this.mapErrors(run<Row>(transaction, query), WRITE_TIMEOUT_MS + KILL_GRACE_MS);
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

  /** Up to three times more where that may help; `limit` is for each time, in milliseconds. */
  private async attempt<T>(work: () => Promise<T>, limit: number): Promise<T> {
    const start = Date.now();
    const lastAttempt = start + Math.min(this.options.timeLimit, LAST_ATTEMPT_MS);
    for (const delayMs of RETRY_DELAYS_MS) {
      try {
        return await within(work(), limit, () => unavailable(this.address));
      } catch (error) {
        if (!isWorthRetrying(error) || Date.now() + delayMs > lastAttempt)
          throw storeError(error, this.address);
        await delay(delayMs);
      }
    }
    return this.mapErrors(work(), limit);
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

function storeBusy(): KenesError {
  return new KenesError('STORE_UNAVAILABLE', 'Another process is writing to the store.', {
    hint: 'Try again.',
  });
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
