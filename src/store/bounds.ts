import { KenesError } from '../errors.js';
import { limits } from '../limits.js';

/** Queries that one request runs side by side. */
const SIDE_BY_SIDE = 8;

/** Limits how much all readings of one request take together. The time counts from the first one. */
export class Bounds {
  private entries = 0;
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private end: number | undefined;

  /**
   * Runs a query when its turn comes, and counts the entries that it returns.
   * @throws KenesError TOO_LARGE or TIMED_OUT, also for all queries that would have followed.
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
      // The next query takes the place of this one.
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
