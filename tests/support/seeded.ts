import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedStore } from '../../src/documents/seed.js';
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.js';
import { TIME_LIMIT_MS, type TestEngine } from './engines.js';
import { madeOnce } from './made-once.js';

export const SEED = 'graph-seed';

/** Opens a store with the shipped seed. On SQLite it is a copy of one that was filled once. */
export async function openSeeded(
  engine: TestEngine,
  vocabulary: Vocabulary = createVocabulary(),
): Promise<Store> {
  if (engine.name === 'SQLite') return openCopy(vocabulary);
  const store = await engine.open(vocabulary);
  await seedStore(store, vocabulary, SEED);
  return store;
}

/** Returns the path of the closed file of an embedded store with the shipped seed. */
export function seededFile(): Promise<string> {
  return madeOnce('seeded', ['src', SEED], async (folder) => {
    const vocabulary = createVocabulary();
    const store = await SqliteStore.open({ folder, vocabulary, timeLimit: TIME_LIMIT_MS });
    await seedStore(store, vocabulary, SEED);
    await store.close();
    return join(folder, 'kenes.db');
  });
}

/** Opens a copy of that file, which is removed when the store is closed. */
async function openCopy(vocabulary: Vocabulary): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'kenes-seeded-'));
  copyFileSync(await seededFile(), join(folder, 'kenes.db'));
  const store = await SqliteStore.open({ folder, vocabulary, timeLimit: TIME_LIMIT_MS });
  const close = store.close.bind(store);
  store.close = async () => {
    await close();
    rmSync(folder, { recursive: true });
  };
  return store;
}
