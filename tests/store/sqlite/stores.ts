import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import Database from 'libsql';
import { type Sql, sql } from '../../../src/store/engine/query-text.js';
import { bareEntity } from '../../../src/store/reading.js';
import { SqliteStore } from '../../../src/store/sqlite/sqlite-store.js';
import type { Changes, Store } from '../../../src/store/store.js';
import { createVocabulary } from '../../../src/vocabulary/vocabulary.js';

export const vocabulary = createVocabulary();

export interface OpenOptions {
  /** The folder of the store; the test's own where absent. */
  readonly at?: string;
  readonly timeLimit?: number;
}

/** Gives each test of a file a folder of its own, and closes the stores that it opens. */
export function useStores() {
  let folder: string;
  let stores: Store[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kenes-sqlite-'));
  });

  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    stores = [];
    rmSync(folder, { recursive: true });
  });

  return {
    /** A path in the folder. */
    path: (...names: readonly string[]): string => join(folder, ...names),

    open: async ({ at = folder, timeLimit = 20_000 }: OpenOptions = {}): Promise<SqliteStore> => {
      const store = await SqliteStore.open({ folder: at, vocabulary, timeLimit });
      stores.push(store);
      return store;
    },

    /** Closes a store before the test ends. */
    close: async (store: Store): Promise<void> => {
      stores = stores.filter((other) => other !== store);
      await store.close();
    },
  };
}

/** Removes from a store what version 6 added. */
export const BEFORE_VERSION_6 = `
  ALTER TABLE entry DROP COLUMN column_number;
  DROP TRIGGER entity_text_insert; DROP TRIGGER entity_text_update; DROP TRIGGER entity_text_delete;
  DROP TRIGGER evidence_text_insert; DROP TRIGGER evidence_text_update; DROP TRIGGER evidence_text_delete;
  DROP TABLE text_word;
  ALTER TABLE entity DROP COLUMN described; ALTER TABLE evidence DROP COLUMN folded_note;
  DROP TABLE task; DROP INDEX evidence_rival;
  ALTER TABLE relation DROP COLUMN standing; ALTER TABLE relation DROP COLUMN is_contested;`;

/** A document with one person. */
export function person(slug: string): string {
  return `kenes: 1\ndocument: ${slug}\nentities: [{ slug: ${slug}, type: Person, names: { en: ${slug} } }]\n`;
}

export const nothing: Changes = {
  sources: [],
  entities: [],
  relations: [],
  evidence: [],
};

/** Which of these a store has: ada, bek, cleo and dana. */
export async function peopleIn(store: Store): Promise<string[]> {
  const slugs = ['ada', 'bek', 'cleo', 'dana'];
  const { found } = await store.read({ start: 'entities by slug', slugs, shape: bareEntity });
  return found.map(({ slug }) => slug);
}

/** The rows that a second reader of the file sees. */
export function inspect(file: string, query: string): unknown[] {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(query).raw().all();
  } finally {
    database.close();
  }
}

/** Changes a file that no store has open. */
export function change(file: string, queries: string): void {
  const database = new Database(file);
  database.exec(queries);
  database.close();
}

/** Counts to a number: some 20 million a second. */
export function counting(to: number): Sql {
  return sql`
    WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < ${to})
    SELECT json_array(count(*)) FROM c`;
}

export const endless = 1e15;

/** How often the event loop came round while a piece of work ran: never, if that blocked it. */
export async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 5);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return turns;
}

/** The event loop comes round over 70 times in each piece of work that is watched. */
export const MANY_TURNS = 3;
