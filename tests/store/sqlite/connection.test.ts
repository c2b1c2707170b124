import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from '../../../src/store/engine/query-text.js';
import { Connection } from '../../../src/store/sqlite/database.js';
import { migrate } from '../../../src/store/sqlite/tables.js';
import { MANY_TURNS, counting, endless, turnsDuring, useStores } from './stores.js';

const { path } = useStores();

describe('a connection', () => {
  let connection: Connection;

  beforeEach(async () => {
    connection = await new Connection(path('test.db'), 400).open();
  });

  afterEach(async () => {
    await connection.close();
  });

  it('runs statements off the event loop', async () => {
    const turns = await turnsDuring(() =>
      connection.query(counting(endless)).catch(() => undefined),
    );
    expect(turns).toBeGreaterThan(MANY_TURNS);
  });

  it('interrupts a statement at its time limit, and goes on with the next', async () => {
    const start = performance.now();
    const late = connection.query(counting(endless));
    const next = connection.query<number[]>(counting(1_000));
    await expect(late).rejects.toMatchObject({
      name: 'KenesError',
      code: 'TIMED_OUT',
      fullMessage: 'The store took too long to answer. Request less at once.',
    });
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(await next).toEqual([1_000]);
  });

  it('counts the time of a statement from its own start', async () => {
    const start = performance.now();
    await connection.query(counting(500_000));
    const limit = 15 * (performance.now() - start);
    const limited = await new Connection(path('test.db'), limit).open();
    const turns = Array.from({ length: 60 }, () => limited.query<number[]>(counting(500_000)));
    expect((await Promise.all(turns)).flat()).toEqual(turns.map(() => 500_000));
    await limited.close();
  });

  it('waits for its statements before it is closed', async () => {
    const answer = connection.query<number[]>(counting(100_000));
    await connection.close();
    expect(await answer).toEqual([100_000]);
    connection = await new Connection(path('test.db'), 400).open();
  });

  it('keeps a log of changes, and has every commit on the disk before it is answered', async () => {
    await migrate(connection);
    expect(
      await connection.query(sql`SELECT json_quote(journal_mode) FROM pragma_journal_mode`),
    ).toBe('wal');
    // 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous
    expect(await connection.query(sql`SELECT synchronous FROM pragma_synchronous`)).toBe(2);
    expect(await connection.query(sql`SELECT foreign_keys FROM pragma_foreign_keys`)).toBe(1);
  });
});
