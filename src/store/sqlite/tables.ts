import { languages } from '../../vocabulary/languages.js';
import type { Connection } from './database.js';
import { sql } from '../engine/query-text.js';
import { splitText } from './split-text.js';
import { textTables } from './text-tables.js';

/** The version of the tables below. A store with an older version is migrated when it is opened. */
export const SCHEMA_VERSION = 7;

/** Marks a database file as a store of Kenes: the ASCII text `Kens`. */
export const APPLICATION_ID = 0x4b656e73;

const perLanguage = (column: (language: string) => string): string =>
  languages.map(column).join(', ');

/** Returns triggers that update the count of each type at every change: counting scans no table. */
function countTriggers(table: string, type: string): string {
  const one = (change: string, row: string, step: string): string => `
    CREATE TRIGGER ${table}_${change} AFTER ${change} ON ${table} BEGIN
      INSERT INTO tally VALUES ('${table}', ${type.replace('new', row)}, ${step})
        ON CONFLICT DO UPDATE SET number = number + excluded.number;
    END;`;
  return one('INSERT', 'new', '1') + one('DELETE', 'old', '-1');
}

const tables = `
CREATE TABLE entity (
  slug TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  kind TEXT,
  version INTEGER NOT NULL,
  ${perLanguage((language) => `name_${language} TEXT`)},
  ${perLanguage((language) => `sort_${language} TEXT NOT NULL`)},
  folded TEXT NOT NULL,
  degree INTEGER NOT NULL,
  start_earliest INTEGER NOT NULL,
  start_latest INTEGER NOT NULL,
  end_earliest INTEGER NOT NULL,
  end_latest INTEGER NOT NULL,
  date_first INTEGER NOT NULL,
  properties TEXT NOT NULL,
  details TEXT NOT NULL
) STRICT;
CREATE TABLE relation (
  key TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  from_slug TEXT NOT NULL REFERENCES entity DEFERRABLE INITIALLY DEFERRED,
  to_slug TEXT NOT NULL REFERENCES entity DEFERRABLE INITIALLY DEFERRED,
  from_type TEXT NOT NULL,
  to_type TEXT NOT NULL,
  qualifier TEXT,
  version INTEGER NOT NULL,
  start_earliest INTEGER NOT NULL,
  start_latest INTEGER NOT NULL,
  end_earliest INTEGER NOT NULL,
  end_latest INTEGER NOT NULL,
  date_first INTEGER NOT NULL,
  properties TEXT NOT NULL,
  sources TEXT NOT NULL,
  publisher_count INTEGER NOT NULL,
  origin_count INTEGER NOT NULL
) STRICT;
CREATE TABLE source (
  slug TEXT PRIMARY KEY,
  title TEXT,
  urls TEXT NOT NULL,
  language TEXT,
  published_at TEXT,
  kind TEXT,
  publisher TEXT NOT NULL REFERENCES entity DEFERRABLE INITIALLY DEFERRED,
  informers TEXT NOT NULL,
  text TEXT
) STRICT;
CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  target TEXT NOT NULL,
  property TEXT NOT NULL,
  source TEXT NOT NULL REFERENCES source DEFERRABLE INITIALLY DEFERRED,
  position TEXT,
  stance TEXT NOT NULL,
  value TEXT,
  preferred INTEGER NOT NULL,
  inferred INTEGER NOT NULL,
  note TEXT,
  place TEXT NOT NULL
) STRICT;
CREATE TABLE tally (
  kept TEXT NOT NULL,
  type TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (kept, type)
) STRICT, WITHOUT ROWID;
${countTriggers('entity', 'new.type')}
${countTriggers('relation', 'new.type')}
${countTriggers('source', "''")}
${countTriggers('evidence', "''")}
`;

/**
 * The indexes: one for each order of a page of entities, with and without a type, and for both
 * directions of relations, with and without a type.
 */
const indexes = [
  ...[
    ...languages.map((language) => `sort_${language}`),
    'degree',
    'date_first',
    'start_earliest',
  ].flatMap((column) => [`entity (type, ${column}, slug)`, `entity (${column}, slug)`]),
  'entity (type, slug)',
  'relation (type, from_slug, to_slug, key, qualifier)',
  'relation (type, to_slug, from_slug, key, qualifier)',
  'relation (from_slug, to_slug)',
  'relation (to_slug, from_slug)',
  'source (publisher)',
  'evidence (target, place)',
  'evidence (source, target, place)',
].map((columns, number) => `CREATE INDEX index_${String(number + 1)} ON ${columns};`);

/** Yields the folded names of a row of `entity` as `value`. */
export const namesOf = (row: string): string => splitText(`trim(${row}.folded, '| ')`, ' | ');
const wordsOf = (row: string): string =>
  splitText(`trim(replace(${row}.folded, '| ', ''), ' |')`, ' ');

const addSearched = (row: string, from = ''): string => `
  INSERT INTO entity_name SELECT DISTINCT value, ${row}.slug FROM ${from} ${namesOf(row)} WHERE value <> '';
  INSERT INTO entity_word SELECT DISTINCT value, ${row}.slug FROM ${from} ${wordsOf(row)} WHERE value <> '';`;
const removeSearched = (row: string): string => `
  DELETE FROM entity_name WHERE slug = ${row}.slug AND name IN (SELECT value FROM ${namesOf(row)});
  DELETE FROM entity_word WHERE slug = ${row}.slug AND word IN (SELECT value FROM ${wordsOf(row)});`;

/**
 * The whole names and the words of `entity.folded`, which triggers keep up to date. The text itself
 * has the form `| first name | second |`, so that both can also be found in it.
 */
const search = `
UPDATE entity SET folded = '| ' || replace(folded, char(10), ' | ') || ' |' WHERE folded <> '';
CREATE TABLE entity_name (
  name TEXT NOT NULL,
  slug TEXT NOT NULL,
  PRIMARY KEY (name, slug)
) STRICT, WITHOUT ROWID;
CREATE TABLE entity_word (
  word TEXT NOT NULL,
  slug TEXT NOT NULL,
  PRIMARY KEY (word, slug)
) STRICT, WITHOUT ROWID;
${addSearched('e', 'entity e,')}
CREATE TRIGGER entity_search_insert AFTER INSERT ON entity BEGIN ${addSearched('new')} END;
CREATE TRIGGER entity_search_update AFTER UPDATE OF folded ON entity
  WHEN old.folded <> new.folded BEGIN ${removeSearched('old')} ${addSearched('new')} END;
CREATE TRIGGER entity_search_delete AFTER DELETE ON entity BEGIN ${removeSearched('old')} END;
`;

/**
 * The kind of disagreement that a piece of evidence causes, and its target. The target of a
 * disagreement of two rivals is the rival whose key comes first, whichever one the evidence is for.
 */
const disagreements = `
ALTER TABLE evidence ADD COLUMN disagreement TEXT GENERATED ALWAYS AS (
  CASE WHEN stance <> 'CONTRADICTS' THEN NULL
    WHEN property <> '' THEN 'PROPERTY'
    WHEN instr(target, '~') > 0 AND instr(value, '~') > 0 AND value <> target THEN 'RIVAL_RELATIONS'
    ELSE 'DENIAL' END) VIRTUAL;
ALTER TABLE evidence ADD COLUMN contested TEXT GENERATED ALWAYS AS (
  CASE disagreement WHEN 'RIVAL_RELATIONS' THEN min(target, value)
    WHEN 'PROPERTY' THEN target WHEN 'DENIAL' THEN target END) VIRTUAL;
CREATE INDEX evidence_contested ON evidence (contested, property, disagreement)
  WHERE contested IS NOT NULL;
`;

const countRelated = (row: string, step: string): string => `
  INSERT INTO related_tally VALUES
    (${row}.from_slug, ${row}.type, ${step}, 0, ${step}),
    (${row}.to_slug, ${row}.type, 0, ${step}, ${step} * (${row}.from_slug <> ${row}.to_slug))
  ON CONFLICT DO UPDATE SET forward = forward + excluded.forward,
    backward = backward + excluded.backward, either = either + excluded.either;`;

/**
 * The number of relations of each type that an entity has, in each direction and in either.
 * Triggers update it at every change, so that the relations of a hub are not counted one by one.
 * The ends of a relation never change.
 */
const relatedCounts = `
CREATE TABLE related_tally (
  slug TEXT NOT NULL,
  type TEXT NOT NULL,
  forward INTEGER NOT NULL,
  backward INTEGER NOT NULL,
  either INTEGER NOT NULL,
  PRIMARY KEY (slug, type)
) STRICT, WITHOUT ROWID;
INSERT INTO related_tally
  SELECT from_slug, type, count(*), 0, count(*) FROM relation GROUP BY type, from_slug;
INSERT INTO related_tally
  SELECT to_slug, type, 0, count(*), sum(from_slug <> to_slug) FROM relation
  WHERE true GROUP BY type, to_slug
  ON CONFLICT DO UPDATE SET backward = excluded.backward, either = either + excluded.either;
CREATE TRIGGER related_tally_insert AFTER INSERT ON relation BEGIN ${countRelated('new', '1')} END;
CREATE TRIGGER related_tally_delete AFTER DELETE ON relation BEGIN ${countRelated('old', '-1')} END;
`;

/**
 * The documents, and the entries of which the records are the merge. Since a document can be
 * corrected, the type of an entity can change, and with it the number of entities of each type.
 */
const documents = `
CREATE TRIGGER entity_type_update AFTER UPDATE OF type ON entity WHEN old.type <> new.type BEGIN
  UPDATE tally SET number = number - 1 WHERE kept = 'entity' AND type = old.type;
  INSERT INTO tally VALUES ('entity', new.type, 1)
    ON CONFLICT DO UPDATE SET number = number + excluded.number;
END;
CREATE TABLE document (
  slug TEXT PRIMARY KEY,
  entry_count INTEGER NOT NULL,
  defaults TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  place INTEGER NOT NULL,
  line INTEGER,
  merged_into TEXT,
  content TEXT NOT NULL,
  PRIMARY KEY (kind, key, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_place ON entry (document, kind, place);
CREATE INDEX entry_merged ON entry (merged_into) WHERE merged_into IS NOT NULL;
`;

/** The name of the task of merging all records anew, in the table of tasks that are still to do. */
export const MERGE_TASK = 'merge';

/**
 * The standing of relations, and the evidence that names a rival. All records of an earlier version
 * are to be merged anew.
 */
const standing = `
ALTER TABLE relation ADD COLUMN standing TEXT NOT NULL DEFAULT 'STATED';
ALTER TABLE relation ADD COLUMN is_contested INTEGER NOT NULL DEFAULT 0;
CREATE INDEX evidence_rival ON evidence (value) WHERE disagreement = 'RIVAL_RELATIONS';
CREATE TABLE task (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO task SELECT '${MERGE_TASK}'
  WHERE EXISTS (SELECT 1 FROM entity) OR EXISTS (SELECT 1 FROM source);
`;

/**
 * The column at which an entry starts in its line, unknown of what an earlier version kept. All
 * records of an earlier version are to be merged anew, since names are folded otherwise.
 */
const entryColumns = `
ALTER TABLE entry ADD COLUMN column_number INTEGER;
INSERT OR IGNORE INTO task SELECT '${MERGE_TASK}'
  WHERE EXISTS (SELECT 1 FROM entity) OR EXISTS (SELECT 1 FROM source);
`;

/** The migrations from each version to the next one. A new version of the tables adds an entry. */
const migrations: readonly string[] = [
  tables + indexes.join('\n'),
  search,
  disagreements,
  relatedCounts,
  documents,
  standing + textTables,
  entryColumns,
];

/** Creates the tables, or migrates those of an older store. */
export async function migrate(connection: Connection): Promise<void> {
  await connection.execute('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  if ((await versionOf(connection)) >= SCHEMA_VERSION) return;
  await connection.execute('BEGIN IMMEDIATE');
  // Another process may have migrated the store while this one waited for its turn.
  const version = await versionOf(connection);
  if (version >= SCHEMA_VERSION) return connection.execute('ROLLBACK');
  await connection.execute(`
    ${migrations.slice(version).join('\n')}
    PRAGMA application_id = ${String(APPLICATION_ID)};
    PRAGMA user_version = ${String(SCHEMA_VERSION)};
    COMMIT;
    PRAGMA wal_checkpoint(TRUNCATE);
  `);
}

function versionOf(connection: Connection): Promise<number> {
  return connection.query<number>(sql`SELECT user_version FROM pragma_user_version`);
}
