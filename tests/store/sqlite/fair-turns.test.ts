import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KenesError } from '../../../src/errors.js';
import { Bounds } from '../../../src/store/bounds.js';
import { Connection } from '../../../src/store/sqlite/database.js';
import { ReaderPool } from '../../../src/store/sqlite/reader-pool.js';
import { counting, endless, useStores } from './stores.js';

const { path } = useStores();

const LIMIT_MS = 60_000;

describe('two connections that read', () => {
  const cancelled = new KenesError('CANCELLED', 'The client left.');
  const open = (): Promise<Connection[]> =>
    Promise.all([1, 2].map(() => new Connection(path('test.db'), LIMIT_MS).open()));
  let pool: ReaderPool;

  beforeEach(async () => {
    pool = new ReaderPool(await open());
  });

  afterEach(() => pool.close());

  /** Sends queries that do not end by themselves; returns how each of them ended. */
  function heavy(bounds: Bounds, number: number): Promise<PromiseSettledResult<unknown>[]> {
    return Promise.allSettled(
      Array.from({ length: number }, () => pool.query(counting(endless), bounds)),
    );
  }

  const small = (): Promise<number[]> => pool.query(counting(1_000), new Bounds());

  it('end what runs and what waits of a request that ends', async () => {
    const bounds = new Bounds();
    const outcome = heavy(bounds, 10);
    setTimeout(() => bounds.end(cancelled), 50);
    const start = performance.now();
    expect(await outcome).toEqual(
      Array.from({ length: 10 }, () => ({ status: 'rejected', reason: cancelled })),
    );
    expect(await Promise.all([small(), small()])).toEqual([[1_000], [1_000]]);
    expect(performance.now() - start).toBeLessThan(LIMIT_MS / 4);
  });

  it('refuse what comes after the end of its request', async () => {
    const bounds = new Bounds();
    bounds.end(cancelled);
    await expect(pool.query(counting(1), bounds)).rejects.toBe(cancelled);
  });

  it('answer a small request beside one whose many queries do not end', async () => {
    const bounds = new Bounds();
    const outcome = heavy(bounds, 10);
    for (let time = 0; time < 5; time++) expect(await small()).toEqual([1_000]);
    bounds.end(cancelled);
    await outcome;
  });

  it('answer a small request beside several whose queries do not end', async () => {
    const all = [1, 2, 3, 4].map(() => new Bounds());
    const outcomes = all.map((bounds) => heavy(bounds, 2));
    for (let time = 0; time < 5; time++) expect(await small()).toEqual([1_000]);
    for (const bounds of all) bounds.end(cancelled);
    await Promise.all(outcomes);
  });

  it('run a long query again that was interrupted for others', async () => {
    const blocking = new Bounds();
    const outcome = heavy(blocking, 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    let isAnswered = false;
    const long = pool.query<number[]>(counting(20_000_000), new Bounds()).finally(() => {
      isAnswered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await small()).toEqual([1_000]);
    expect(isAnswered).toBe(false);
    blocking.end(cancelled);
    expect(await long).toEqual([20_000_000]);
    await outcome;
  }, 60_000);

  it('refuse a query that would be one too many and gets no turn soon', async () => {
    await pool.close();
    pool = new ReaderPool(await open(), 3);
    const bounds = new Bounds();
    const outcome = heavy(bounds, 5);
    await expect(pool.query(counting(endless), bounds)).rejects.toMatchObject({
      code: 'OVERLOADED',
      fullMessage: 'The service is too busy to answer. Try again in a few seconds.',
    });
    bounds.end(cancelled);
    await outcome;
  });

  it('end what runs when they are closed, and refuse all else', async () => {
    const outcome = heavy(new Bounds(), 5);
    await pool.close();
    for (const each of await outcome)
      expect(each).toMatchObject({ status: 'rejected', reason: { code: 'STOPPING' } });
    await expect(small()).rejects.toMatchObject({ code: 'STOPPING' });
  });
});
