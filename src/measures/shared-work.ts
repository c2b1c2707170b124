import { LRUCache } from 'lru-cache';

/**
 * Work by key, whose results are kept. Those who ask for a result while it is being computed share
 * the work, which ends when all of them have left.
 */
export class SharedWork<T extends object> {
  private readonly kept: LRUCache<string, T>;
  private readonly running = new Map<string, RunningWork<T>>();

  /** @param maxSize the size of all results together, above which those asked for longest ago go. */
  constructor(maxSize: number, sizeOf: (result: T) => number) {
    this.kept = new LRUCache({ maxSize, sizeCalculation: sizeOf });
  }

  /**
   * Returns the result of the work that has this key. If the signal aborts, it rejects with its
   * reason.
   */
  async result<R extends T>(
    key: string,
    work: (signal: AbortSignal) => Promise<R>,
    signal: AbortSignal,
  ): Promise<R> {
    signal.throwIfAborted();
    // Work of one key has one type of result.
    const known = this.kept.get(key);
    if (known) return known as R;
    const running = this.running.get(key) ?? this.start(key, work);
    return (await running.result(signal)) as R;
  }

  private start(key: string, work: (signal: AbortSignal) => Promise<T>): RunningWork<T> {
    const running = new RunningWork(work, () => this.running.delete(key));
    this.running.set(key, running);
    void running.done.then(
      (result) => {
        this.kept.set(key, result);
        running.end();
      },
      () => running.end(),
    );
    return running;
  }
}

class RunningWork<T> {
  readonly done: Promise<T>;
  private readonly controller = new AbortController();
  private waiting = 0;
  private isEnded = false;

  /** @param onEnd is called once, when the work is done or all have left. */
  constructor(
    work: (signal: AbortSignal) => Promise<T>,
    private readonly onEnd: () => void,
  ) {
    this.done = work(this.controller.signal);
  }

  async result(signal: AbortSignal): Promise<T> {
    let leave = (): void => undefined;
    const left = new Promise<never>((_resolve, reject) => {
      leave = () => reject(signal.reason as Error);
    });
    signal.addEventListener('abort', leave, { once: true });
    this.waiting++;
    try {
      return await Promise.race([this.done, left]);
    } finally {
      this.waiting--;
      signal.removeEventListener('abort', leave);
      if (this.waiting === 0) this.end(signal.reason);
    }
  }

  /** Ends the work, if it is not done. */
  end(reason?: unknown): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.onEnd();
    this.controller.abort(reason);
  }
}
