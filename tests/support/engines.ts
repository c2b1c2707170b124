import { describe } from '@jest/globals';
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.js';

/** An engine that tests run on. */
export interface TestEngine {
  readonly name: 'SQLite' | 'Neo4j';
  /** Opens an empty store. */
  open(vocabulary?: Vocabulary): Promise<Store>;
}

/** How long a query of a reading may take. */
export const TIME_LIMIT_MS = 20_000;

export const sqlite: TestEngine = {
  name: 'SQLite',
  open: (vocabulary = createVocabulary()) =>
    SqliteStore.open({ folder: 'memory', vocabulary, timeLimit: TIME_LIMIT_MS }),
};

/**
 * Neo4j answers readings stepwise or, if KENES_TEST_FUSED is 1, each with one query. Most of these
 * queries are asked once, and Neo4j plans each for up to seconds.
 */
const fusing = process.env['KENES_TEST_FUSED'] === '1' ? 'always' : 'never';

const uri = ownServer(process.env['NEO4J_TEST_URI']);
const password = process.env['NEO4J_TEST_PASSWORD'] ?? '';

if (uri === undefined) {
  if (process.env['KENES_REQUIRE_NEO4J'] === '1') {
    throw new Error('NEO4J_TEST_URI is not set, and KENES_REQUIRE_NEO4J asks for Neo4j.');
  }
  console.warn('Tests on Neo4j are skipped: NEO4J_TEST_URI is not set.');
}

/** The address and user of this worker's Neo4j; null if there is none. Tests empty its database. */
export const testNeo4j = uri === undefined ? null : { uri, username: 'neo4j', password };

/** Returns the server of this worker of Jest, of as many as there are workers. */
function ownServer(uris: string | undefined): string | undefined {
  const all = uris?.split(',') ?? [];
  // Jest numbers its workers from 1; there is no number where tests run in Jest's own process.
  const worker = Number(process.env['JEST_WORKER_ID'] ?? 1);
  return all[(worker - 1) % all.length];
}

const onNeo4j = (server: NonNullable<typeof testNeo4j>): TestEngine => ({
  name: 'Neo4j',
  open: async (vocabulary = createVocabulary()) => {
    await emptyNeo4j(server);
    const { Neo4jStore } = await import('../../src/store/neo4j/neo4j-store.js');
    return Neo4jStore.open({ ...server, vocabulary, timeLimit: TIME_LIMIT_MS, fusing });
  },
});

/** The engines that tests run on: SQLite, and Neo4j if NEO4J_TEST_URI is set. */
export const engines: readonly TestEngine[] = testNeo4j ? [sqlite, onNeo4j(testNeo4j)] : [sqlite];

/** Runs `describe` once for each engine. */
export function describeOnEngines(title: string, tests: (engine: TestEngine) => void): void {
  for (const engine of engines) {
    describe(`${title}${onEngine(engine)}`, () => {
      tests(engine);
    });
  }
}

/** Returns the name of a test without the engine, so that it is the same on every engine. */
export function nameWithoutEngine(name: string): string {
  return engines.reduce((left, engine) => left.replace(onEngine(engine), ''), name);
}

function onEngine({ name }: TestEngine): string {
  return `, on ${name},`;
}

export async function emptyNeo4j(server: NonNullable<typeof testNeo4j>): Promise<void> {
  const { default: neo4j } = await import('neo4j-driver');
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password));
  try {
    // The query creates its own transactions, so it cannot run within one.
    const session = driver.session();
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
    await session.close();
  } finally {
    await driver.close();
  }
}
