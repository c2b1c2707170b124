import { setMaxListeners } from 'node:events';
import { KenesError } from '../errors.js';
import { limits } from '../limits.js';

/** The number of queries that one request runs at the same time. */
const SIDE_BY_SIDE = 8;

/**
 * Limits the time, the queries and the entries of all readings of one request together, and ends
 * them with the request. The time counts from the first query.
 */
export class Bounds {
  private entries = 0;
  private queries = 0;
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private deadline: number | undefined;
  private reason: KenesError | undefined;
  private controller: AbortController | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** @param client aborts when the client no longer waits for the answer. */
  constructor(private readonly client?: AbortSignal) {}

  /**
   * Runs a query when its turn comes, and counts the entries that it returns.
   * @throws KenesError TOO_LARGE, TIMED_OUT or the reason of the end, from then on also for all
   *   later queries.
   */
  async run<T>(query: () => Promise<T>, entriesIn: (found: T) => number): Promise<T> {
    this.deadline ??= performance.now() + limits.requestTime.value;
    if (this.running < SIDE_BY_SIDE) this.running++;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      this.queries++;
      this.check();
      const found = await query();
      this.entries += entriesIn(found);
      this.check();
      return found;
    } finally {
      // The next query runs instead of this one, so the number of running queries stays the same.
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  /** Ends the queries that run or wait, and refuses all later ones, with this reason. */
  end(reason: KenesError): void {
    if (this.reason) return;
    this.reason = reason;
    clearTimeout(this.timer);
    this.client?.removeEventListener('abort', this.leave);
    this.controller?.abort(reason);
  }

  /**
   * Aborts when the request has ended, with a KenesError as its reason. It is made when it is first
   * used: a small request, whose queries are done at once, does not pay for it.
   */
  get signal(): AbortSignal {
    return (this.controller ??= this.watch()).signal;
  }

  private watch(): AbortController {
    const controller = new AbortController();
    setMaxListeners(0, controller.signal); // One for each query that runs.
    if (this.client?.aborted === true) this.leave();
    if (this.reason) controller.abort(this.reason);
    else {
      this.client?.addEventListener('abort', this.leave, { once: true });
      this.deadline ??= performance.now() + limits.requestTime.value;
      const left = this.deadline - performance.now();
      this.timer = setTimeout(() => this.end(tooLong()), left).unref();
    }
    return controller;
  }

  private readonly leave = (): void => {
    this.end(new KenesError('CANCELLED', 'The client left before the answer.'));
  };

  private check(): void {
    if (this.reason) throw this.reason;
    if (this.entries > limits.answerEntries.value) throw tooManyEntries();
    if (this.queries > limits.requestQueries.value) throw tooManyQueries();
    if (this.deadline !== undefined && performance.now() > this.deadline) throw tooLong();
  }
}

export function tooManyEntries(): KenesError {
  return new KenesError(
    'TOO_LARGE',
    `The answer would have more than ${limits.answerEntries.value.toLocaleString('en')} entries.`,
    { hint: 'Request smaller pages with `first`, or fewer lists within lists.' },
  );
}

function tooManyQueries(): KenesError {
  return new KenesError(
    'TOO_LARGE',
    `The request needs more than ${limits.requestQueries.value.toLocaleString('en')} queries to the store.`,
    { hint: 'Request fewer fields at once.' },
  );
}

function tooLong(): KenesError {
  return new KenesError(
    'TIMED_OUT',
    `The request took longer than ${limits.requestTime.value / 1000} seconds.`,
    { hint: 'Request less at once.' },
  );
}
