import { limits } from '../limits.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { SqliteStore } from './sqlite/sqlite-store.js';
import type { Store, StoreSettings } from './store.js';

/** @throws KenesError STORE_REFUSED or STORE_UNAVAILABLE if the store cannot be opened. */
export async function openStore(settings: StoreSettings, vocabulary: Vocabulary): Promise<Store> {
  const options = { ...settings, vocabulary, timeLimit: limits.queryTime.value };
  if (options.engine === 'SQLite') return SqliteStore.open(options);
  const { Neo4jStore } = await import('./neo4j/neo4j-store.js');
  return Neo4jStore.open(options);
}

/** Returns false if the store would be created by opening it. A server always counts as there. */
export function storeExists(settings: StoreSettings): boolean {
  return settings.engine === 'Neo4j' || SqliteStore.existsIn(settings.folder);
}
