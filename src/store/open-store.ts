import { limits } from '../limits.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { SqliteStore } from './sqlite/sqlite-store.js';
import type { Store, StoreSettings } from './store.js';

export interface OpenOptions {
  /** True if the service has opened the store already, so that nothing has to be changed in it. */
  readonly isPrepared?: boolean;
}

/** @throws KenesError STORE_REFUSED or STORE_UNAVAILABLE if the store cannot be opened. */
export async function openStore(
  settings: StoreSettings,
  vocabulary: Vocabulary,
  { isPrepared = false }: OpenOptions = {},
): Promise<Store> {
  const timeLimit = limits.queryTime.value;
  const options = { ...settings, vocabulary, timeLimit, isPrepared };
  if (options.engine === 'SQLite') return SqliteStore.open(options);
  const { Neo4jStore } = await import('./neo4j/neo4j-store.js');
  return Neo4jStore.open(options);
}

/** Returns false if the store would be created by opening it. A server always counts as there. */
export function storeExists(settings: StoreSettings): boolean {
  return settings.engine === 'Neo4j' || SqliteStore.existsIn(settings.folder);
}
