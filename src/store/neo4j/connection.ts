import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, {
  type Config,
  type Driver,
  type NotificationFilter,
  type Record,
  type Session,
  type SessionConfig,
  type Transaction,
} from 'neo4j-driver';
import { KenesError } from '../../errors.js';
import type { Sql } from '../engine/query-text.js';
import { isWorthRetrying, notNeo4j, storeError, unavailable } from './store-error.js';

/** Runs a statement each record of which is a list of rows; gives all rows. */
export type Query = <Row>(statement: Sql) => Promise<Row[]>;

export interface ConnectionOptions {
  /** `bolt://` or, for a cluster or Aura, `neo4j://`; with `+s` or `+ssc` encrypted. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** The user's home database where none is given. */
  readonly database?: string | undefined;
  /** How long a statement of a reading may take, in milliseconds. */
  readonly timeLimit: number;
}

// In milliseconds. A Neo4j that is away is told of within ten seconds: the last attempt starts
// before `LAST_ATTEMPT` and ends with the acquisition of a connection.
const CONNECTION_TIMEOUT = 3_000;
const ACQUISITION_TIMEOUT = 4_000;
const LAST_ATTEMPT = 4_000;
/** A connection that was idle for longer is tried before it is used. */
const LIVENESS_CHECK = 30_000;
/** How long the server may take to end a statement that is past its limit; it looks every 2 s. */
const GRACE = 3_000;
/** How long a connection may take to answer to the smallest request. */
const SIGN_OF_LIFE = 5_000;
/** How long another process that writes is waited for. */
const LOCK_TIMEOUT = 8_000;
/** How long a statement may take while the store is opened. */
const OPENING_TIME_LIMIT = 60_000;
/** How long one piece of writing may take. */
const WRITE_TIME_LIMIT = 600_000;

/** Pauses before a statement is tried again, in milliseconds. */
const RETRY_PAUSES = [50, 200, 500];

/**
 * A pool of connections to one database. A statement's values travel as one list: the server keeps
 * a plan for each text and type of each parameter, and to it the length of a text or list is part
 * of its type.
 */
export class Neo4jConnection {
  private readonly driver: Driver;
  /** Names the last writing of this process, so that a cluster's readers do not lag behind it. */
  private bookmarks: string[] = [];
  /** The URI without user and password, for messages. */
  private readonly place: string;

  constructor(private readonly options: ConnectionOptions) {
    this.place = options.uri.replace(/\/\/.*@/, '//').replace(/[/?]*$/, '');
    this.driver = createDriver(options, this.place);
  }

  /** In a transaction of its own, on a server that may only read; tried again where that may help. */
  readonly query: Query = (statement) => this.read(statement, this.options.timeLimit);

  /** For what is asked while the store is opened: a server that just started plans slowly. */
  readonly patientQuery: Query = (statement) => this.read(statement, OPENING_TIME_LIMIT);

  /** The server's version: `5.26.20`. */
  async version(): Promise<string> {
    const { database } = this.options;
    const info = await this.attempt(
      () => this.driver.getServerInfo(database === undefined ? {} : { database }),
      SIGN_OF_LIFE,
    );
    return (info.agent ?? '').replace(/^Neo4j\//, '');
  }

  /** Rejects when the database does not answer. */
  async check(): Promise<void> {
    await this.attempt(() => this.autoCommit('RETURN [1]', {}, SIGN_OF_LIFE), SIGN_OF_LIFE);
  }

  /** Runs commands on the schema in one transaction, which then cannot hold others. */
  async changeSchema(texts: readonly string[]): Promise<void> {
    await this.attempt(async () => {
      const session = this.session('WRITE');
      try {
        const transaction = await session.beginTransaction({ timeout: WRITE_TIME_LIMIT });
        for (const text of texts) await transaction.run(text);
        await transaction.commit();
      } finally {
        close(session);
      }
    }, WRITE_TIME_LIMIT + GRACE);
  }

  /**
   * Runs a piece of work in one transaction: all of it or, when it throws, nothing. `lock` is its
   * first statement, at which it waits for others that write.
   */
  async write<T>(lock: Sql, work: (query: Query) => Promise<T>): Promise<T> {
    const { session, transaction } = await this.begin(lock);
    try {
      const result = await work((statement) =>
        this.runIn(transaction, statement, WRITE_TIME_LIMIT),
      );
      await this.told(transaction.commit(), WRITE_TIME_LIMIT);
      this.bookmarks = session.lastBookmarks();
      return result;
    } catch (error) {
      await this.told(transaction.rollback(), SIGN_OF_LIFE).catch(() => undefined);
      throw error;
    } finally {
      close(session);
    }
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  private async read<Row>(statement: Sql, timeLimit: number): Promise<Row[]> {
    const text = textOf(statement, parameterText);
    const parameters = parametersOf(statement);
    return this.attempt(() => this.autoCommit<Row>(text, parameters, timeLimit), timeLimit + GRACE);
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
        const begun = Promise.resolve(session.beginTransaction({ timeout: WRITE_TIME_LIMIT }));
        const transaction = await within(begun, SIGN_OF_LIFE, () => unavailable(this.place));
        await within(run(transaction, lock), LOCK_TIMEOUT, storeBusy);
        return { session, transaction };
      } catch (error) {
        close(session);
        throw error;
      }
    }, Infinity);
  }

  private async runIn<Row>(
    transaction: Transaction,
    statement: Sql,
    timeLimit: number,
  ): Promise<Row[]> {
    return this.told(run<Row>(transaction, statement), timeLimit + GRACE);
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

  /** Up to three times more where that may help, each time for at most so many milliseconds. */
  private async attempt<T>(work: () => Promise<T>, limit: number): Promise<T> {
    const start = Date.now();
    const lastAttempt = start + Math.min(this.options.timeLimit, LAST_ATTEMPT);
    for (const pause of RETRY_PAUSES) {
      try {
        return await within(work(), limit, () => unavailable(this.place));
      } catch (error) {
        if (!isWorthRetrying(error) || Date.now() + pause > lastAttempt)
          throw storeError(error, this.place);
        await sleep(pause);
      }
    }
    return this.told(work(), limit);
  }

  /** With the driver's errors as ours, and silence past the limit as one. */
  private async told<T>(work: Promise<T>, limit: number): Promise<T> {
    try {
      return await within(work, limit, () => unavailable(this.place));
    } catch (error) {
      throw storeError(error, this.place);
    }
  }
}

interface Parameters {
  readonly p?: readonly unknown[];
}

function parameterText(place: number): string {
  return `$p[${place}]`;
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

async function run<Row>(transaction: Transaction, statement: Sql): Promise<Row[]> {
  const { records } = await transaction.run(
    textOf(statement, parameterText),
    parametersOf(statement),
  );
  return rowsOf<Row>(records);
}

function storeBusy(): KenesError {
  return new KenesError('STORE_UNAVAILABLE', 'Another process is writing to the store.', {
    hint: 'Try again.',
  });
}

/** The statements are known to be right; types of relations that no relation has yet are no fault. */
const noNotifications: Partial<NotificationFilter> = { minimumSeverityLevel: 'OFF' };

/** A new one each time: the driver writes into it what follows from the URI. */
function driverConfig(): Partial<Config> {
  return {
    disableLosslessIntegers: true,
    fetchSize: -1,
    notificationFilter: noNotifications,
    telemetryDisabled: true,
    connectionTimeout: CONNECTION_TIMEOUT,
    connectionAcquisitionTimeout: ACQUISITION_TIMEOUT,
    connectionLivenessCheckTimeout: LIVENESS_CHECK,
  };
}

function createDriver({ uri, username, password }: ConnectionOptions, place: string): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(username, password), driverConfig());
  } catch (error) {
    throw notNeo4j(place, error);
  }
}

/** Not waited for: on a connection that is dead it would not end. */
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
