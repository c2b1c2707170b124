import { KenesError } from '../errors.js';
import { limits } from '../limits.js';

/** The number of queries that one request runs at the same time. */
const SIDE_BY_SIDE = 8;

/**
 * Limits the time and the entries of all readings of one request together. The time counts from the
 * first query.
 */
export class Bounds {
  private entries = 0;
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private end: number | undefined;

  /**
   * Runs a query when its turn comes, and counts the entries that it returns.
   * @throws KenesError TOO_LARGE or TIMED_OUT, from then on also for all later queries.
   */
  async run<T>(query: () => Promise<T>, entriesIn: (found: T) => number): Promise<T> {
    this.end ??= performance.now() + limits.requestTime.value;
    if (this.running < SIDE_BY_SIDE) this.running++;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
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

  private check(): void {
    if (this.entries > limits.answerEntries.value) throw tooManyEntries();
    if (this.end !== undefined && performance.now() > this.end) {
      throw new KenesError(
        'TIMED_OUT',
        `The request took longer than ${limits.requestTime.value / 1000} seconds.`,
        { hint: 'Request less at once.' },
      );
    }
  }
}

export function tooManyEntries(): KenesError {
  return new KenesError(
    'TOO_LARGE',
    `The answer would have more than ${limits.answerEntries.value.toLocaleString('en')} entries.`,
    { hint: 'Request smaller pages with `first`, or fewer lists within lists.' },
  );
}
