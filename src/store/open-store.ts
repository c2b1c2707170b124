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
