import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { Store, StoreSettings } from '../../src/store/store.js';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.js';
import { testNeo4j, type TestEngine } from '../support/engines.js';

/**
 * Returns a function that makes an empty store which can be closed and opened again, and returns its
 * settings. The folders of such stores are removed after all tests.
 */
export function useKeptStores(engine: TestEngine): () => Promise<StoreSettings> {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  return async () => {
    if (engine.name === 'SQLite') {
      const folder = mkdtempSync(join(tmpdir(), 'kenes-kept-'));
      folders.push(folder);
      return { engine: 'SQLite', folder };
    }
    await (await engine.open()).close();
    return { engine: 'Neo4j', ...testNeo4j! };
  };
}

type Open = (settings: StoreSettings, vocabulary: Vocabulary) => Promise<Store>;

/** Opens a store, works with it, and closes it whatever happens. */
export async function withStore<T>(
  open: Open,
  settings: StoreSettings,
  vocabulary: Vocabulary,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await open(settings, vocabulary);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
