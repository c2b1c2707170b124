import { KenesError } from '../../errors.js';
import { entityTypeNames } from '../../vocabulary/entity-types.js';
import { languages } from '../../vocabulary/languages.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { type Sql, raw, sql } from '../engine/query-text.js';
import type { Neo4jConnection, Query } from './connection.js';
import { SEARCH_INDEX } from './search.js';
import { TEXT_INDEX, textProperties } from './search-texts.js';

/** The version of the stored properties and indexes. An older graph is migrated when it is opened. */
export const SCHEMA_VERSION = 8;

/** Stores what evidence contests, as `disagreementOf` has it. */
const disagreements = raw(`
  MATCH (v:Evidence) WHERE v.stance = 'CONTRADICTS'
  WITH v, v.property = '' AND v.target CONTAINS '~' AND coalesce(v.value CONTAINS '~' AND v.value <> v.target, false) AS isRival
  SET v.contested = CASE WHEN isRival AND v.value < v.target THEN v.value ELSE v.target END,
    v.disagreement = CASE WHEN isRival THEN 'RIVAL_RELATIONS' WHEN v.property = '' THEN 'DENIAL' ELSE 'PROPERTY' END
  RETURN []`);

/** Entities that one transaction changes: the server's memory would not hold millions of changes. */
const BATCH = 10_000;

/** Removes a property that repeated others, which only earlier versions of the service read. */
const withoutBriefs = sql`
  MATCH (n:Entity) WHERE n.brief IS NOT NULL
  WITH n LIMIT ${BATCH}
  REMOVE n.brief RETURN [count(n)]`;

/** Stores the rival that evidence names apart from other values, so that an index has it alone. */
const rivals = sql`
  MATCH (v:Evidence) WHERE v.disagreement = 'RIVAL_RELATIONS' AND v.rival IS NULL
  WITH v LIMIT ${BATCH}
  SET v.rival = v.value RETURN [count(v)]`;

/** All records of an earlier version are to be merged anew. */
const stale = raw(`
  MATCH (k:Kenes {id: 1}) WHERE NOT coalesce(k.isStale, false) SET k.isStale = true RETURN [count(k)]`);

/**
 * The queries that lead from each version to the next one; a new version of the schema adds an entry.
 * Each query is run until it changes nothing, so a migration that was interrupted is safe to repeat.
 */
const migrations: readonly (readonly Sql[])[] = [
  [],
  [],
  [disagreements],
  [],
  [withoutBriefs],
  [],
  [rivals, stale],
  [stale],
];

/** How long new indexes of a large graph may take, in seconds. */
const INDEX_TIMEOUT = 600;

/**
 * The first query of each piece of writing: the transaction that sets a property of the one node
 * holds its lock until it ends, and other writers wait for that.
 */
export const writeLock = sql`
  MERGE (k:Kenes {id: 1}) ON CREATE SET k.schemaVersion = ${SCHEMA_VERSION}
  SET k.writtenAt = datetime()`;

/**
 * Creates the constraints and indexes that are missing, and migrates an older graph.
 * @throws KenesError STORE_REFUSED, and leaves the graph as it is, when it is not a graph of Kenes or
 *   was written by a newer version.
 */
export async function prepare(connection: Neo4jConnection, vocabulary: Vocabulary): Promise<void> {
  const [version, isFull] = (await connection.startupQuery(
    raw(`OPTIONAL MATCH (k:Kenes {id: 1}) RETURN [k.schemaVersion, EXISTS { MATCH (n) }]`),
  )) as [number | null, boolean];
  refuseForeignGraph(version, isFull);
  await makeSchema(connection, vocabulary);
  if (version !== null && version >= SCHEMA_VERSION) return;
  const pending = migrations.slice(version ?? SCHEMA_VERSION).flat();
  for (const migration of pending)
    while ((await writeLocked(connection, (query) => changedBy(migration, query))) > 0);
  // Once more with nobody else writing, for what other services wrote in the meantime.
  await writeLocked(connection, async (query) => {
    for (const migration of pending) while ((await changedBy(migration, query)) > 0);
    await query(sql`MATCH (k:Kenes {id: 1}) SET k.schemaVersion = ${SCHEMA_VERSION}`);
  });
}

async function changedBy(migration: Sql, query: Query): Promise<number> {
  const [changed = 0] = await query<number>(migration);
  return changed;
}

/**
 * Runs a piece of work in one transaction while other writers wait: all of it or nothing.
 * @throws KenesError STORE_REFUSED when a newer version has migrated the graph in the meantime.
 */
function writeLocked<T>(
  connection: Neo4jConnection,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  return connection.write(writeLock, async (query) => {
    await checkVersion(query);
    return work(query);
  });
}

/** @throws KenesError STORE_REFUSED when a newer version has migrated the graph in the meantime. */
export async function checkVersion(query: Query): Promise<void> {
  const [version = null] = await query<number>(
    raw('MATCH (k:Kenes {id: 1}) RETURN [k.schemaVersion]'),
  );
  refuseForeignGraph(version, false);
}

function refuseForeignGraph(version: number | null, isFull: boolean): void {
  if (version === null && isFull) {
    throw new KenesError(
      'STORE_REFUSED',
      'The Neo4j database holds a graph that Kenes did not write.',
      {
        hint: 'It was left unchanged. Empty it, or use another database or server.',
      },
    );
  }
  if (version !== null && version > SCHEMA_VERSION) {
    throw new KenesError(
      'STORE_REFUSED',
      `The graph in Neo4j was written by a newer Kenes (its store has version ${version}; this Kenes reads up to ${SCHEMA_VERSION}).`,
      {
        hint: 'It was left unchanged. Use the newer Kenes, or another database or server.',
      },
    );
  }
}

/** A command that creates something under a name. */
type Definition = readonly [name: string, text: string];

async function makeSchema(connection: Neo4jConnection, vocabulary: Vocabulary): Promise<void> {
  // A constraint has an index of its own name.
  const present = new Set(
    await connection.startupQuery<string>(raw('SHOW INDEXES YIELD name RETURN collect(name)')),
  );
  const missing = [
    ...constraints(vocabulary),
    ...indexes(vocabulary),
    searchIndex,
    textIndex,
  ].filter(([name]) => !present.has(name));
  if (missing.length > 0) await connection.changeSchema(missing.map(([, text]) => text));
  await connection.changeSchema([`CALL db.awaitIndexes(${INDEX_TIMEOUT})`]);
}

function constraints({ relationTypeNames }: Vocabulary): Definition[] {
  const ofNodes = {
    Kenes: 'id',
    Entity: 'slug',
    Source: 'slug',
    Evidence: 'id',
    Document: 'slug',
    Entry: 'id',
  };
  return [
    ...Object.entries(ofNodes).map(([label, property]): Definition => {
      const name = `kenes_${label}_${property}`;
      return [
        name,
        `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
      ];
    }),
    ...relationTypeNames.map((type): Definition => {
      const name = `kenes_${type}_key`;
      return [
        name,
        `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.key IS UNIQUE`,
      ];
    }),
  ];
}

/** One for each order of a page, with and without a type, and for both directions of a relation type. */
function indexes({ relationTypeNames }: Vocabulary): Definition[] {
  const orders = [
    ...languages.map((language) => `sort_${language}`),
    'degree',
    'dateFirst',
    'startEarliest',
  ];
  return [
    ...['Entity', ...entityTypeNames].flatMap((label) =>
      orders.map((order) => index(`(n:${label})`, label, [order, 'slug'])),
    ),
    ...entityTypeNames.map((label) => index(`(n:${label})`, label, ['slug'])),
    ...relationTypeNames.flatMap((type) => [
      index(`()-[n:${type}]-()`, type, ['fromSlug', 'toSlug']),
      index(`()-[n:${type}]-()`, type, ['toSlug', 'fromSlug']),
    ]),
    index('(n:Evidence)', 'Evidence', ['target', 'place']),
    index('(n:Evidence)', 'Evidence', ['sourceSlug', 'target', 'place']),
    index('(n:Evidence)', 'Evidence', ['contested', 'property', 'disagreement']),
    index('(n:Evidence)', 'Evidence', ['rival']),
    index('(n:Source)', 'Source', ['publisher']),
    index('(n:Entry)', 'Entry', ['kind', 'key']),
    index('(n:Entry)', 'Entry', ['document', 'kind', 'place']),
    index('(n:Entry)', 'Entry', ['mergedInto']),
  ];
}

/** Indexes the words as they are, since they are folded already. */
const searchIndex: Definition = [
  SEARCH_INDEX,
  `CREATE FULLTEXT INDEX ${SEARCH_INDEX} IF NOT EXISTS FOR (n:Entity) ON EACH [n.folded]
    OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace', \`fulltext.eventually_consistent\`: false}}`,
];

const textIndex: Definition = [
  TEXT_INDEX,
  `CREATE FULLTEXT INDEX ${TEXT_INDEX} IF NOT EXISTS FOR (n:Entity|Evidence)
    ON EACH [${textProperties.map((name) => `n.${name}`).join(', ')}]
    OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace', \`fulltext.eventually_consistent\`: false}}`,
];

function index(pattern: string, of: string, properties: readonly string[]): Definition {
  const name = `kenes_${of}_${properties.join('_')}`;
  const keys = properties.map((property) => `n.${property}`).join(', ');
  return [name, `CREATE INDEX ${name} IF NOT EXISTS FOR ${pattern} ON (${keys})`];
}
