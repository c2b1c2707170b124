/** The number of queries that run on the server at once for this process. */
const AT_ONCE = 12;

/** The number of them that one request may have. */
const AT_ONCE_EACH = 4;

/** The number of them that all heavy requests together may have. */
const AT_ONCE_HEAVY = 6;

/** A request is heavy once its queries took this time together, in milliseconds. */
const HEAVY_MS = 250;

/** The queries of one request. */
interface Line {
  /** Requests are numbered in the order in which their first query came. */
  readonly number: number;
  readonly waiting: (() => void)[];
  running: number;
  spent: number;
}

/**
 * Lets only some queries run at once: a server that runs a hundred of them answers none soon, and
 * takes the processor from others on its machine. Light requests come first, in the order of their
 * arrival, so that one which takes several queries is not overtaken at each. Heavy ones leave room
 * for others.
 */
export class QueryTurns {
  private readonly lines = new WeakMap<AbortSignal, Line>();
  /** The lines in which queries wait or run. */
  private readonly open = new Set<Line>();
  private lineCount = 0;

  /**
   * Runs a query when its turn comes.
   * @param signal ends the request of the query; queries without one belong to none.
   * @throws the reason of the signal if it aborts before.
   */
  async run<T>(signal: AbortSignal | undefined, query: () => Promise<T>): Promise<T> {
    const line = this.lineOf(signal);
    await this.turn(line, signal);
    const start = performance.now();
    // From then on it counts as heavy, though it is not done.
    const timer = setTimeout(() => {
      line.spent += HEAVY_MS;
      this.dispatch();
    }, HEAVY_MS).unref();
    try {
      return await query();
    } finally {
      clearTimeout(timer);
      line.running--;
      line.spent += performance.now() - start;
      this.dispatch();
    }
  }

  private lineOf(signal: AbortSignal | undefined): Line {
    const known = signal && this.lines.get(signal);
    if (known) return known;
    const line: Line = { number: this.lineCount++, waiting: [], running: 0, spent: 0 };
    if (signal) this.lines.set(signal, line);
    return line;
  }

  private turn(line: Line, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        line.waiting.splice(line.waiting.indexOf(start), 1);
        this.dispatch();
        reject(signal?.reason as Error);
      };
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      signal?.addEventListener('abort', leave, { once: true });
      line.waiting.push(start);
      this.open.add(line);
      this.dispatch();
    });
  }

  /** Runs waiting queries while there is room for them. */
  private dispatch(): void {
    for (let next = this.next(); next; next = this.next()) {
      next.running++;
      next.waiting.shift()?.();
    }
    for (const line of this.open)
      if (line.running === 0 && line.waiting.length === 0) this.open.delete(line);
  }

  /** Returns the line whose query runs next; undefined if none may run. */
  private next(): Line | undefined {
    let running = 0;
    let heavy = 0;
    for (const line of this.open) {
      running += line.running;
      if (isHeavy(line)) heavy += line.running;
    }
    if (running >= AT_ONCE) return undefined;
    const ready = [...this.open].filter(
      (line) =>
        line.waiting.length > 0 &&
        line.running < AT_ONCE_EACH &&
        (heavy < AT_ONCE_HEAVY || !isHeavy(line)),
    );
    return ready.reduce<Line | undefined>(
      (first, line) => (first && isBefore(first, line) ? first : line),
      undefined,
    );
  }
}

function isHeavy({ spent }: Line): boolean {
  return spent >= HEAVY_MS;
}

/** Light lines are before heavy ones. Of heavy ones, the one that took the least is first. */
function isBefore(one: Line, other: Line): boolean {
  if (isHeavy(one) || isHeavy(other)) return one.spent <= other.spent;
  return one.number < other.number;
}
