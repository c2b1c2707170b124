import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { SqliteStore } from '../../../src/store/sqlite/sqlite-store.js';
import { SCHEMA_VERSION } from '../../../src/store/sqlite/tables.js';
import { importTexts } from '../../support/app.js';
import { peopleIn, person, useStores, vocabulary } from './stores.js';

const { open, path } = useStores();

describe('a file in the place of the store', () => {
  let good: string;

  beforeAll(async () => {
    const at = mkdtempSync(join(tmpdir(), 'kenes-good-'));
    const store = await SqliteStore.open({ folder: at, vocabulary, timeLimit: 20_000 });
    await importTexts(store, vocabulary, [person('ada')]);
    await store.close();
    good = join(at, 'kenes.db');
  });

  afterAll(() => {
    rmSync(join(good, '..'), { recursive: true });
  });

  const digestOf = (file: string): string =>
    createHash('sha256').update(readFileSync(file)).digest('hex');

  const notOurs = (file: string): string =>
    `${file} is not a Kenes store. It was left unchanged. Use another folder.`;
  const endless = (file: string): string =>
    `${file} is damaged: its end is missing. It was left unchanged. Restore it from a backup, or use another folder.`;
  const newer = (file: string): string =>
    `${file} was written by a newer Kenes (its store has version 99; this Kenes reads up to ${SCHEMA_VERSION}). It was left unchanged. Use the newer Kenes or another folder.`;

  it.each<[string, (file: string) => void, (file: string) => string]>([
    [
      'that is text',
      (file) => writeFileSync(file, 'to do: water the plants\n'.repeat(20)),
      notOurs,
    ],
    ['that is one byte', (file) => writeFileSync(file, 'S'), notOurs],
    ['with the start of a database', (file) => writeFileSync(file, 'SQLite format 3\0'), notOurs],
    [
      'that is a database of others',
      (file) => {
        const database = new Database(file);
        database.exec('CREATE TABLE plants (name TEXT)');
        database.close();
      },
      notOurs,
    ],
    [
      'of a newer version',
      (file) => {
        copyFileSync(good, file);
        const database = new Database(file);
        database.exec('PRAGMA user_version = 99');
        database.close();
      },
      newer,
    ],
    [
      'of which half is missing',
      (file) => {
        copyFileSync(good, file);
        truncateSync(file, Math.floor(statSync(file).size / 2));
      },
      endless,
    ],
    [
      'of which the last page is missing',
      (file) => {
        copyFileSync(good, file);
        truncateSync(file, statSync(file).size - 4_096);
      },
      endless,
    ],
    [
      'of which all but the header is missing',
      (file) => {
        copyFileSync(good, file);
        truncateSync(file, 100);
      },
      endless,
    ],
  ])('%s is refused and left as it is', async (_what, make, message) => {
    const file = path('kenes.db');
    make(file);
    const before = [digestOf(file), statSync(file).mtimeMs, readdirSync(path())];
    await expect(open()).rejects.toMatchObject({
      code: 'STORE_REFUSED',
      fullMessage: message(file),
    });
    expect([digestOf(file), statSync(file).mtimeMs, readdirSync(path())]).toEqual(before);
  });

  it('that is a folder is refused', async () => {
    const file = path('kenes.db');
    mkdirSync(file);
    await expect(open()).rejects.toMatchObject({
      code: 'STORE_REFUSED',
      fullMessage: notOurs(file),
    });
  });

  it('that is damaged inside is refused, and its bytes are left as they are', async () => {
    const file = path('kenes.db');
    const bytes = readFileSync(good);
    bytes.fill(0x77, 100, 4_096);
    writeFileSync(file, bytes);
    await expect(open()).rejects.toMatchObject({
      code: 'STORE_REFUSED',
      fullMessage:
        'The store’s file is damaged, or is not a Kenes store. Restore it from a backup, or use another folder.',
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('that is empty becomes a store', async () => {
    writeFileSync(path('kenes.db'), '');
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    expect(await peopleIn(store)).toEqual(['ada']);
  });
});

describe('a folder that cannot be written', () => {
  it('is reported where it is a file', async () => {
    const at = path('file');
    writeFileSync(at, '');
    await expect(open({ at })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      fullMessage: `The folder ${at} could not be created. Use another folder.`,
    });
  });

  it('is reported where it is below a file', async () => {
    writeFileSync(path('file'), '');
    const at = path('file', 'data');
    await expect(open({ at })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      fullMessage: `The folder ${at} could not be created. Use another folder.`,
    });
  });

  const readOnly = '/proc';
  const hasReadOnly = statSync(readOnly, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!hasReadOnly) console.warn(`A folder without writing is not tried: there is no ${readOnly}.`);

  (hasReadOnly ? it : it.skip)('is reported where it is read-only', async () => {
    await expect(open({ at: readOnly })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      fullMessage:
        'The store’s file could not be opened or created. Use a folder that Kenes may write to.',
    });
  });
});
