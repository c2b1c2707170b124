import { limits } from '../limits.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { SqliteStore } from './sqlite/sqlite-store.js';
import type { Store } from './store.js';

/** Which engine keeps the graph, and where. */
export type StoreSettings =
  | { readonly engine: 'SQLite'; readonly folder: string }
  | {
      readonly engine: 'Neo4j';
      readonly uri: string;
      readonly username: string;
      readonly password: string;
      readonly database?: string | undefined;
    };

/** @throws KenesError when the store refuses to be opened or is not there. */
export async function openStore(settings: StoreSettings, vocabulary: Vocabulary): Promise<Store> {
  const options = { ...settings, vocabulary, timeLimit: limits.queryTime.value };
  if (options.engine === 'SQLite') return SqliteStore.open(options);
  const { Neo4jStore } = await import('./neo4j/neo4j-store.js');
  return Neo4jStore.open(options);
}
