import { KenesError, stopping } from '../../errors.js';
import { limits } from '../../limits.js';
import type { Bounds } from '../bounds.js';
import type { Sql } from '../engine/query-text.js';
import type { Connection } from './database.js';

/**
 * A query is long after this time, and a request whose queries took this time together is heavy.
 */
const LONG_MS = 250;

/** A request is light until its queries took this time together. */
const LIGHT_MS = 50;

/** How long a query waits that is one too many. */
const PATIENCE_MS = 1_000;

/** A query that waits for a connection. */
interface Waiting {
  readonly query: Sql;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly patience: NodeJS.Timeout | undefined;
}

/** A query that runs. */
interface Running {
  readonly line: Line;
  readonly connection: Connection;
  readonly start: number;
  isLong: boolean;
  /** True if it was interrupted for others, and is to run again. */
  isPutBack: boolean;
}

/** The queries of one request. */
interface Line {
  readonly bounds: Bounds;
  /** Requests are numbered in the order in which their first query came. */
  readonly number: number;
  readonly waiting: Waiting[];
  /** The time that connections spent on its queries, in milliseconds. */
  spent: number;
}

/**
 * Connections that read at the same time. Light requests come first, in the order of their arrival,
 * so that one which takes several queries is answered soon. The others take turns, a query each. Long queries, and
 * those of requests that have taken much time already, leave one connection to all others: if they
 * hold every connection when another query comes, the one that began last is interrupted, and runs
 * again later.
 */
export class ReaderPool {
  private readonly free: Connection[];
  private readonly running = new Set<Running>();
  private readonly lines = new WeakMap<Bounds, Line>();
  /** The lines in which queries wait, the one whose turn is next first. */
  private turns: Line[] = [];
  private waitingCount = 0;
  private lineCount = 0;
  private isClosed = false;

  /** @param mostWaiting the number of queries that may wait. */
  constructor(
    private readonly connections: readonly Connection[],
    private readonly mostWaiting: number = limits.waitingQueries.value,
  ) {
    this.free = [...connections];
  }

  /**
   * Runs a query of a request, unless the request ends before.
   * @throws KenesError OVERLOADED if too many queries wait, or the reason of the request's end.
   */
  query<T>(query: Sql, bounds: Bounds): Promise<T> {
    if (this.isClosed) return Promise.reject(stopping());
    if (bounds.signal.aborted) return Promise.reject(bounds.signal.reason as KenesError);
    const line = this.lineOf(bounds);
    return new Promise((resolve, reject) => {
      this.add(line, { query, resolve: resolve as Waiting['resolve'], reject });
      this.dispatch();
    });
  }

  /** Ends the queries that run or wait, and closes the connections. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const line of this.turns) this.refuse(line, stopping());
    for (const connection of this.connections) connection.stop();
    await Promise.all(this.connections.map((connection) => connection.close()));
  }

  private lineOf(bounds: Bounds): Line {
    const known = this.lines.get(bounds);
    if (known) return known;
    const line: Line = { bounds, number: this.lineCount++, waiting: [], spent: 0 };
    this.lines.set(bounds, line);
    bounds.signal.addEventListener('abort', () => this.end(line), { once: true });
    return line;
  }

  private add(line: Line, query: Omit<Waiting, 'patience'>): void {
    const isTooMany = this.waitingCount >= this.mostWaiting;
    const waiting: Waiting = {
      ...query,
      patience: isTooMany
        ? setTimeout(() => this.giveUp(line, waiting), PATIENCE_MS).unref()
        : undefined,
    };
    line.waiting.push(waiting);
    if (line.waiting.length === 1) this.turns.push(line);
    this.waitingCount++;
  }

  /** Runs waiting queries while a connection is free for them. */
  private dispatch(): void {
    while (this.free.length > 0) {
      const line = this.nextLine();
      if (!line) break;
      void this.run(line);
    }
    this.makeRoom();
  }

  /** Returns the line whose turn is next, and moves it to the end. */
  private nextLine(): Line | undefined {
    const isHeavyAllowed = this.heavyCount() < this.connections.length - 1;
    const first = this.firstLight();
    const index = first
      ? this.turns.indexOf(first)
      : this.turns.findIndex((line) => isHeavyAllowed || !this.isHeavy(line));
    const [line] = index < 0 ? [] : this.turns.splice(index, 1);
    if (line && line.waiting.length > 1) this.turns.push(line);
    return line;
  }

  /** Returns the light line whose request came first; undefined if there is none. */
  private firstLight(): Line | undefined {
    let first: Line | undefined;
    for (const line of this.turns) {
      if (line.spent <= LIGHT_MS && (!first || line.number < first.number)) first = line;
    }
    return first;
  }

  /** Runs the first query of the line on a free connection. */
  private async run(line: Line): Promise<void> {
    const waiting = line.waiting.shift();
    // The connection that was used last has the most of the graph in its cache.
    const connection = this.free.pop();
    if (!waiting || !connection) return;
    this.waitingCount--;
    clearTimeout(waiting.patience);
    const start = performance.now();
    const running: Running = { line, connection, start, isLong: false, isPutBack: false };
    this.running.add(running);
    const timer = setTimeout(() => {
      running.isLong = true;
      this.makeRoom();
    }, LONG_MS);
    try {
      waiting.resolve(await connection.query(waiting.query));
    } catch (error) {
      this.handle(error, waiting, running);
    } finally {
      clearTimeout(timer);
      this.running.delete(running);
      line.spent += performance.now() - running.start;
      this.free.push(connection);
      this.dispatch();
    }
  }

  private handle(error: unknown, waiting: Waiting, { line, isPutBack }: Running): void {
    const { signal } = line.bounds;
    if (signal.aborted) waiting.reject(signal.reason);
    else if (isPutBack && !this.isClosed) {
      line.waiting.unshift(waiting);
      if (line.waiting.length === 1) this.turns.unshift(line);
      this.waitingCount++;
    } else waiting.reject(error);
  }

  /** Interrupts the heavy query that began last if all connections run such and others wait. */
  private makeRoom(): void {
    if (this.free.length > 0 || this.heavyCount() < this.connections.length) return;
    if ([...this.running].some(({ isPutBack }) => isPutBack)) return;
    if (this.turns.every((line) => this.isHeavy(line))) return;
    const last = [...this.running].at(-1);
    if (!last) return;
    last.isPutBack = true;
    last.connection.interrupt();
  }

  private heavyCount(): number {
    let count = 0;
    for (const { isLong, line } of this.running) if (isLong || this.isHeavy(line)) count++;
    return count;
  }

  private isHeavy(line: Line): boolean {
    return line.spent > LONG_MS;
  }

  /** Ends all queries of a request that has ended. */
  private end(line: Line): void {
    this.refuse(line, line.bounds.signal.reason);
    for (const running of this.running) if (running.line === line) running.connection.interrupt();
  }

  private refuse(line: Line, reason: unknown): void {
    this.turns = this.turns.filter((other) => other !== line);
    this.waitingCount -= line.waiting.length;
    for (const waiting of line.waiting.splice(0)) {
      clearTimeout(waiting.patience);
      waiting.reject(reason);
    }
  }

  private giveUp(line: Line, waiting: Waiting): void {
    line.waiting.splice(line.waiting.indexOf(waiting), 1);
    if (line.waiting.length === 0) this.turns = this.turns.filter((other) => other !== line);
    this.waitingCount--;
    waiting.reject(
      new KenesError('OVERLOADED', 'The service is too busy to answer.', {
        hint: 'Try again in a few seconds.',
      }),
    );
  }
}
