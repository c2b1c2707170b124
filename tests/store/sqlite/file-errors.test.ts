import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { raw } from '../../../src/store/engine/query-text.js';
import { Connection } from '../../../src/store/sqlite/database.js';
import { useStores } from './stores.js';

const { path } = useStores();

describe('a file that cannot be written to', () => {
  let connection: Connection;

  beforeEach(async () => {
    connection = await new Connection(path('test.db'), 0).open();
    await connection.execute('CREATE TABLE notes (text TEXT)');
  });

  afterEach(async () => {
    await connection.close();
  });

  // SQLite reports the disk and the permissions with the same codes.
  it.each([
    [
      'for its disk is full',
      'PRAGMA max_page_count = 1',
      'The disk is full. Free some space on the store’s disk, and try again.',
    ],
    [
      'for it may only be read',
      'PRAGMA query_only = 1',
      'Kenes may not write to the store’s file or its folder. Correct their permissions, or use another folder.',
    ],
  ])('%s is reported in a sentence that says why', async (_why, prevent, fullMessage) => {
    await connection.execute(prevent);
    const insert = 'INSERT INTO notes SELECT hex(zeroblob(100000))';
    const refusal = { code: 'STORE_UNAVAILABLE', fullMessage };
    await expect(connection.execute(insert)).rejects.toMatchObject(refusal);
    await expect(connection.change(raw(insert))).rejects.toMatchObject(refusal);
  });
});
