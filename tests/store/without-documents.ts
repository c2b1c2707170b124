import { join } from 'node:path';
import type { StoreSettings } from '../../src/store/store.js';
import { Neo4jOfTests } from './neo4j/neo4j-graph.js';
import { BEFORE_VERSION_6, change } from './sqlite/stores.js';

/** Makes a store that is closed one of the version before stores kept documents. */
export async function forgetDocuments(settings: StoreSettings): Promise<void> {
  if (settings.engine === 'SQLite') {
    change(
      join(settings.folder, 'kenes.db'),
      `${BEFORE_VERSION_6}
      DROP TABLE entry; DROP TABLE document; DROP TRIGGER entity_type_update;
      PRAGMA user_version = 4;`,
    );
    return;
  }
  const server = new Neo4jOfTests();
  await server.run('MATCH (n) WHERE n:Entry OR n:Document DETACH DELETE n');
  await server.run('MATCH (k:Kenes {id: 1}) REMOVE k.isStale SET k.schemaVersion = 5');
  await server.close();
}
