import { describe, expect, it } from '@jest/globals';
import { SharedWork } from '../../src/measures/shared-work.js';

type Result = Readonly<{ name: string }>;

/** Work that is done when the test says so. */
class Work {
  starts = 0;
  signal: AbortSignal | undefined;
  finish: (result: Result) => void = () => undefined;
  fail: (error: Error) => void = () => undefined;
  readonly start = (signal: AbortSignal): Promise<Result> => {
    this.starts++;
    this.signal = signal;
    return new Promise((resolve, reject) => {
      this.finish = resolve;
      this.fail = reject;
    });
  };
}

const staying = new AbortController().signal;

describe('work that several ask for', () => {
  it('is done once for all who ask while it runs, and kept for those who ask later', async () => {
    const [shared, work] = [new SharedWork<Result>(10, () => 1), new Work()];
    const asked = [1, 2].map(() => shared.result('key', work.start, staying));
    work.finish({ name: 'one' });
    expect(await Promise.all(asked)).toEqual([{ name: 'one' }, { name: 'one' }]);
    expect(await shared.result('key', work.start, staying)).toEqual({ name: 'one' });
    expect(work.starts).toBe(1);
  });

  it('goes on when one of two leaves, and ends when both have left', async () => {
    const [shared, work] = [new SharedWork<Result>(10, () => 1), new Work()];
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = [first, second].map(({ signal }) => shared.result('key', work.start, signal));
    first.abort(new Error('first left'));
    await expect(asked[0]).rejects.toThrow('first left');
    expect(work.signal?.aborted).toBe(false);
    second.abort(new Error('second left'));
    await expect(asked[1]).rejects.toThrow('second left');
    expect(work.signal?.aborted).toBe(true);
  });

  it('starts anew for who asks after all have left', async () => {
    const [shared, work] = [new SharedWork<Result>(10, () => 1), new Work()];
    const leaving = new AbortController();
    const left = shared.result('key', work.start, leaving.signal);
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    const asked = shared.result('key', work.start, staying);
    work.finish({ name: 'second' });
    expect(await asked).toEqual({ name: 'second' });
    expect(work.starts).toBe(2);
  });

  it('that fails is tried again by who asks next', async () => {
    const [shared, work] = [new SharedWork<Result>(10, () => 1), new Work()];
    const failed = shared.result('key', work.start, staying);
    work.fail(new Error('failed'));
    await expect(failed).rejects.toThrow('failed');
    const asked = shared.result('key', work.start, staying);
    work.finish({ name: 'again' });
    expect(await asked).toEqual({ name: 'again' });
  });

  it('is not started for who has left already', async () => {
    const [shared, work] = [new SharedWork<Result>(10, () => 1), new Work()];
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(shared.result('key', work.start, gone)).rejects.toThrow('gone');
    expect(work.starts).toBe(0);
  });

  it('is kept up to a size, those asked for longest ago go first', async () => {
    const shared = new SharedWork<Result>(2, () => 1);
    const starts: string[] = [];
    const ask = (name: string): Promise<Result> =>
      shared.result(name, () => Promise.resolve({ name: (starts.push(name), name) }), staying);
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(name);
    expect(starts).toEqual(['a', 'b', 'c', 'b']);
  });
});
