import { KenesError } from '../errors.js';

/** Entries that one answer holds at most. In memory each takes about a kilobyte. */
export const MAXIMUM_ENTRIES = 200_000;

/** Statements that one request runs side by side. */
const SIDE_BY_SIDE = 8;

/** For how long one request may start statements, in milliseconds. */
const PATIENCE = 30_000;

/** What keeps all readings of one request together from taking the service down. */
export class Bounds {
  private entries = 0;
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly end = performance.now() + PATIENCE;

  /**
   * Runs a statement when its turn comes, and counts the entries that it brings.
   * @throws KenesError TOO_LARGE or TIMED_OUT, also for all statements that would have followed.
   */
  async run<T>(statement: () => Promise<T>, entriesIn: (found: T) => number): Promise<T> {
    if (this.running < SIDE_BY_SIDE) this.running++;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      this.check();
      const found = await statement();
      this.entries += entriesIn(found);
      this.check();
      return found;
    } finally {
      // A turn that ends is passed on.
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  private check(): void {
    if (this.entries > MAXIMUM_ENTRIES) throw tooManyEntries();
    if (performance.now() > this.end) {
      throw new KenesError(
        'TIMED_OUT',
        'The request took too long to answer.',
        'Ask for less at once.',
      );
    }
  }
}

export function tooManyEntries(): KenesError {
  return new KenesError(
    'TOO_LARGE',
    `The answer would have more than ${MAXIMUM_ENTRIES.toLocaleString('en')} entries.`,
    'Ask for fewer with first, or nest less.',
  );
}
