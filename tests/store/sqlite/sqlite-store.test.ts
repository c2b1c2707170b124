import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { seedStore } from '../../../src/documents/seed.js';
import { entityShape, type EntityConditions } from '../../../src/store/reading.js';
import { Connection } from '../../../src/store/sqlite/database.js';
import { SqliteStore } from '../../../src/store/sqlite/sqlite-store.js';
import { migrate, SCHEMA_VERSION } from '../../../src/store/sqlite/tables.js';
import { statement, type StatementText } from '../../../src/store/engine/statement-text.js';
import type { Answer, Changes, Store } from '../../../src/store/store.js';
import { createVocabulary } from '../../../src/vocabulary/vocabulary.js';
import { importTexts, SEED } from '../../support/app.js';

const vocabulary = createVocabulary();

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

async function open({ at = folder, timeLimit = 20_000 } = {}): Promise<SqliteStore> {
  const store = await SqliteStore.open({ folder: at, vocabulary, timeLimit });
  stores.push(store);
  return store;
}

/** Closes a store that the test itself ends. */
async function close(store: Store): Promise<void> {
  stores = stores.filter((other) => other !== store);
  await store.close();
}

/** A document with one person. */
function person(slug: string): string {
  return `kenes: 1\nentities: [{ slug: ${slug}, type: Person, names: { en: ${slug} } }]\n`;
}

/** Takes from a store what version 4 added. */
const BEFORE_VERSION_4 = `
  DROP TRIGGER related_tally_insert;
  DROP TRIGGER related_tally_delete;
  DROP TABLE related_tally;`;

const nothing: Changes = {
  sources: [],
  entities: [],
  relations: [],
  evidence: [],
  removedEvidence: [],
};

const disagreements = {
  start: 'page of disagreements',
  question: { kinds: null, targets: null },
  page: { limit: 10, backward: false },
  wantsRows: true,
  wantsCount: false,
} as const;

const slugs = ['ada', 'bek', 'cleo', 'dana'];

async function peopleIn(store: Store): Promise<string[]> {
  const found = await store.read({ start: 'entities by slug', slugs, shape: entityShape() });
  return found.map(({ slug }) => slug).sort();
}

/** What a second reader of the file sees. */
function inspect<T>(file: string, sql: string): T[] {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(sql).raw().all() as T[];
  } finally {
    database.close();
  }
}

/** Counts to a number: some 20 million a second. */
function counting(to: number): StatementText {
  return statement`
    WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < ${to})
    SELECT json_array(count(*)) FROM c`;
}

const endless = 1e15;

/** How often the event loop came round while a piece of work ran: what runs on it lets it not. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
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

/** In all the time that the pieces of work below take there are over 70. */
const MANY_TURNS = 3;

describe('a connection', () => {
  let connection: Connection;

  beforeEach(async () => {
    connection = await new Connection(join(folder, 'test.db'), 400).open();
  });

  afterEach(async () => {
    await connection.close();
  });

  it('runs statements off the event loop', async () => {
    const turns = await turnsDuring(() =>
      connection.query(counting(endless)).catch(() => undefined),
    );
    expect(turns).toBeGreaterThan(MANY_TURNS);
  });

  it('interrupts a statement at its time limit, and goes on with the next', async () => {
    const start = performance.now();
    const late = connection.query(counting(endless));
    const next = connection.query<number[]>(counting(1_000));
    await expect(late).rejects.toMatchObject({
      name: 'KenesError',
      code: 'TIMED_OUT',
      fullMessage: 'The store took too long to answer. Request less at once.',
    });
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(await next).toEqual([1_000]);
  });

  it('counts the time of a statement from its own start', async () => {
    const start = performance.now();
    await connection.query(counting(500_000));
    const limit = 5 * (performance.now() - start);
    const limited = await new Connection(join(folder, 'test.db'), limit).open();
    const turns = Array.from({ length: 15 }, () => limited.query<number[]>(counting(500_000)));
    expect((await Promise.all(turns)).flat()).toEqual(turns.map(() => 500_000));
    await limited.close();
  });

  it('waits for its statements before it is closed', async () => {
    const answer = connection.query<number[]>(counting(100_000));
    await connection.close();
    expect(await answer).toEqual([100_000]);
    connection = await new Connection(join(folder, 'test.db'), 400).open();
  });

  it('keeps a log of changes, and has every commit on the disk before it is answered', async () => {
    await migrate(connection);
    expect(
      await connection.query(statement`SELECT json_quote(journal_mode) FROM pragma_journal_mode`),
    ).toBe('wal');
    // 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous
    expect(await connection.query(statement`SELECT synchronous FROM pragma_synchronous`)).toBe(2);
    expect(await connection.query(statement`SELECT foreign_keys FROM pragma_foreign_keys`)).toBe(1);
  });
});

describe('the embedded store', () => {
  it('makes its folder, and one file in it with its version', async () => {
    const at = join(folder, 'deep', 'er');
    const store = await open({ at });
    await close(store);
    const file = join(at, 'kenes.db');
    expect(
      inspect(
        file,
        'SELECT user_version, application_id FROM pragma_user_version, pragma_application_id',
      ),
    ).toEqual([[SCHEMA_VERSION, 0x4b656e73]]);
    expect(inspect(file, 'SELECT * FROM pragma_integrity_check')).toEqual([['ok']]);
  });

  it('keeps what was written when it is opened again', async () => {
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    await close(store);
    expect(await peopleIn(await open())).toEqual(['ada']);
  });

  it('is whole in its one file once it is closed', async () => {
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    await close(store);
    const copy = join(folder, 'copy');
    mkdirSync(copy);
    copyFileSync(join(folder, 'kenes.db'), join(copy, 'kenes.db'));
    expect(await peopleIn(await open({ at: copy }))).toEqual(['ada']);
  });

  it('is filled by the seed once, and not again', async () => {
    const store = await open();
    const first = await seedStore(store, vocabulary, SEED);
    const counts = await store.counts();
    expect(first!.entities.added).toBeGreaterThan(100);
    expect(await seedStore(store, vocabulary, SEED)).toBeNull();
    expect(await store.counts()).toEqual(counts);
  });

  it('brings a store of an older version up to its own', async () => {
    const file = join(folder, 'kenes.db');
    const old = new Database(file);
    // Version 0 has no tables yet.
    old.exec(
      `PRAGMA application_id = 1264938611; PRAGMA user_version = 0; CREATE TABLE t (a); DROP TABLE t;`,
    );
    old.close();
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    expect(await peopleIn(store)).toEqual(['ada']);
    expect(inspect(file, 'SELECT user_version FROM pragma_user_version')).toEqual([
      [SCHEMA_VERSION],
    ]);
  });

  it('from before there was a search finds what it holds by name, as a new one does', async () => {
    const file = join(folder, 'kenes.db');
    const everything = () => [
      inspect(file, 'SELECT name, sql FROM sqlite_schema ORDER BY name'),
      inspect(file, 'SELECT slug, folded FROM entity ORDER BY slug'),
      inspect(file, 'SELECT * FROM entity_name ORDER BY name, slug'),
      inspect(file, 'SELECT * FROM entity_word ORDER BY word, slug'),
    ];
    const store = await open();
    await importTexts(store, vocabulary, [
      person('ada'),
      'kenes: 1\nentities: [{ slug: nameless, type: Person }]\n',
      'kenes: 1\nentities: [{ slug: bek, type: Person, names: { kk: Бек Ада, en: Ada Bek }, aliases: { en: [Bek] } }]\n',
    ]);
    await close(store);
    const made = everything();
    const old = new Database(file);
    old.exec(`
      ${BEFORE_VERSION_4}
      DROP TRIGGER entity_search_insert; DROP TRIGGER entity_search_update; DROP TRIGGER entity_search_delete;
      DROP TABLE entity_name; DROP TABLE entity_word;
      DROP INDEX evidence_contested;
      ALTER TABLE evidence DROP COLUMN contested;
      ALTER TABLE evidence DROP COLUMN disagreement;
      UPDATE entity SET folded = replace(trim(folded, '| '), ' | ', char(10));
      PRAGMA user_version = 1;`);
    old.close();
    await close(await open());
    expect(everything()).toEqual(made);
    expect(made.map((list) => list.length).slice(1)).toEqual([3, 4, 3]);
  });

  it('forgets the names of an entity that is removed from its table', async () => {
    const store = await open();
    await importTexts(store, vocabulary, [person('ada'), person('bek')]);
    await close(store);
    const file = new Database(join(folder, 'kenes.db'));
    file.exec("DELETE FROM entity WHERE slug = 'ada'");
    expect(file.prepare('SELECT name FROM entity_name').raw().all()).toEqual([['bek']]);
    expect(file.prepare('SELECT word FROM entity_word').raw().all()).toEqual([['bek']]);
    file.close();
  });

  it('finds the disagreements that a store of version 2 has', async () => {
    const file = join(folder, 'kenes.db');
    await close(await open());
    const old = new Database(file);
    old.exec(`
      ${BEFORE_VERSION_4}
      DROP INDEX evidence_contested;
      ALTER TABLE evidence DROP COLUMN contested;
      ALTER TABLE evidence DROP COLUMN disagreement;
      PRAGMA user_version = 2;
      PRAGMA foreign_keys = OFF;
      INSERT INTO evidence VALUES ('1', 'ada', 'kind', 'kt', NULL, 'CONTRADICTS', 'x', 0, 0, NULL, '');
      INSERT INTO evidence VALUES ('2', 'ada', '', 'kt', NULL, 'CONFIRMS', NULL, 0, 0, NULL, '');`);
    old.close();
    const answer = await (await open()).read(disagreements);
    expect(answer.rows.map(({ item }) => item)).toEqual([
      { kind: 'PROPERTY', target: 'ada', property: 'kind', rivals: [] },
    ]);
  });

  it('of version 3 counts the relations it has, as a new one does', async () => {
    const file = join(folder, 'kenes.db');
    const tally = () => inspect(file, 'SELECT * FROM related_tally ORDER BY slug, type');
    const store = await open();
    await seedStore(store, vocabulary, SEED);
    await close(store);
    const kept = tally();
    const old = new Database(file);
    old.exec(`${BEFORE_VERSION_4} PRAGMA user_version = 3;`);
    old.close();
    await close(await open());
    expect(tally()).toEqual(kept);
    expect(kept.length).toBeGreaterThan(100);
  });

  it('of an older version may be opened twice at once', async () => {
    await close(await open());
    const old = new Database(join(folder, 'kenes.db'));
    old.exec(`${BEFORE_VERSION_4} PRAGMA user_version = 3;`);
    old.close();
    const both = await Promise.all([open(), open()]);
    for (const store of both) expect((await store.counts()).sources).toBe(0);
  });

  it('counts a relation of an entity with itself once where it is followed either way', async () => {
    await close(await open());
    const file = join(folder, 'kenes.db');
    const database = new Database(file);
    database.exec(`
      PRAGMA foreign_keys = OFF;
      INSERT INTO relation (key, type, from_slug, to_slug, from_type, to_type, version, start_earliest,
        start_latest, end_earliest, end_latest, date_first, properties, sources, publisher_count, origin_count)
      SELECT near || ' ' || far, 'INVOLVES', near, far, 'Person', 'Person', 1, 0, 0, 0, 0, 0, '{}', '[]', 0, 0
      FROM (SELECT 'ada' AS near, 'ada' AS far UNION SELECT 'ada', 'bek' UNION SELECT 'bek', 'ada');
      DELETE FROM relation WHERE key = 'bek ada';`);
    database.close();
    expect(inspect(file, 'SELECT * FROM related_tally ORDER BY slug')).toEqual([
      ['ada', 'INVOLVES', 2, 1, 2],
      ['bek', 'INVOLVES', 0, 1, 1],
    ]);
  });

  it('waits for a writing before it is closed', async () => {
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    const writing = store.write(async (transaction) => {
      const [ada] = await transaction.entities(['ada']);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await transaction.apply({ ...nothing, entities: [{ ...ada!, slug: 'bek' }] });
    });
    await close(store);
    await writing;
    expect(await peopleIn(await open())).toEqual(['ada', 'bek']);
  });
});

describe('a heavy reading', () => {
  let seeded: string;

  beforeAll(async () => {
    seeded = mkdtempSync(join(tmpdir(), 'kenes-seeded-'));
    const store = await SqliteStore.open({ folder: seeded, vocabulary, timeLimit: 20_000 });
    await seedStore(store, vocabulary, SEED);
    await store.close();
  });

  afterAll(() => {
    rmSync(seeded, { recursive: true });
  });

  /** Who is related to one that is related to one that …, which none is: each step multiplies the work. */
  function nested(depth: number): EntityConditions {
    if (depth === 0) return { kinds: ['NONE'] };
    return {
      related: [
        {
          types: null,
          direction: null,
          filter: {},
          entity: nested(depth - 1),
          quantifier: 'SOME',
          atLeast: 1,
        },
      ],
    };
  }

  function readHeavily(store: Store): Promise<unknown> {
    return store.read({
      start: 'page of entities',
      question: {
        filter: nested(5),
        order: { by: 'SLUG', descending: false, language: 'en' },
      },
      page: { limit: 20, backward: false },
      wantsRows: true,
      wantsCount: false,
      shape: entityShape(),
    });
  }

  const timedOut = {
    code: 'TIMED_OUT',
    fullMessage: 'The store took too long to answer. Request less at once.',
  };

  it('ends at its time limit, and holds nobody up meanwhile', async () => {
    const store = await open({ at: seeded, timeLimit: 500 });
    const start = performance.now();
    const turns = await turnsDuring(() =>
      expect(readHeavily(store)).rejects.toMatchObject(timedOut),
    );
    expect(performance.now() - start).toBeGreaterThan(450);
    expect(turns).toBeGreaterThan(MANY_TURNS);
  });

  it('does not delay a small one, even where several are under way', async () => {
    const store = await open({ at: seeded, timeLimit: 2_000 });
    let ended = 0;
    const heavy = Array.from({ length: 6 }, () => readHeavily(store).finally(() => (ended += 1)));
    const outcomes = Promise.allSettled(heavy);
    const found = await store.read({
      start: 'entities by slug',
      slugs: ['npm'],
      shape: entityShape(),
    });
    const counts = await store.counts();
    expect(found.map(({ slug }) => slug)).toEqual(['npm']);
    expect(counts.sources).toBeGreaterThan(0);
    expect(ended).toBe(0);
    expect(await outcomes).toMatchObject(
      heavy.map(() => ({ status: 'rejected', reason: timedOut })),
    );
  });

  it('is followed by others that are answered', async () => {
    const store = await open({ at: seeded, timeLimit: 300 });
    expect(await Promise.allSettled([1, 2, 3, 4].map(() => readHeavily(store)))).toMatchObject(
      [1, 2, 3, 4].map(() => ({ status: 'rejected', reason: timedOut })),
    );
    const pages = await Promise.all(
      [1, 2, 3].map(() =>
        store.read({
          start: 'page of sources',
          question: { publishers: null, kinds: null, languages: null },
          page: { limit: 2, backward: false },
          wantsRows: true,
          wantsCount: true,
          shape: { expansions: new Map() },
        }),
      ),
    );
    expect(pages.map(({ rows }) => rows.length)).toEqual([2, 2, 2]);
    await expect(store.check()).resolves.toBeUndefined();
  });

  it('gives the same off the main thread as a small one on it', async () => {
    const store = await open({ at: seeded });
    const all = await store.read({
      start: 'page of entities',
      question: { filter: {}, order: { by: 'SLUG', descending: false, language: 'en' } },
      page: { limit: 100, backward: false },
      wantsRows: true,
      wantsCount: false,
      shape: entityShape(),
    });
    const wanted = all.rows.map(({ item }) => item);
    const bySlug = async (
      some: readonly string[],
    ): Promise<
      Answer<{ start: 'entities by slug'; slugs: string[]; shape: ReturnType<typeof entityShape> }>
    > =>
      [
        ...(await store.read({ start: 'entities by slug', slugs: some, shape: entityShape() })),
      ].sort((a, b) => (a.slug < b.slug ? -1 : 1));
    const names = wanted.map(({ slug }) => slug);
    // Of more than 300 rows, asked for slugs that are not there, the second is answered elsewhere.
    const many = [...names, ...Array.from({ length: 400 }, (_, index) => `none-${index}`)];
    expect(await bySlug(names)).toEqual(wanted);
    expect(await bySlug(many)).toEqual(wanted);
  });
});

describe('writing', () => {
  it('is done one after the other', async () => {
    const store = await open();
    const steps: string[] = [];
    const write = (name: string): Promise<void> =>
      store.write(async (transaction) => {
        steps.push(`${name} begins`);
        await transaction.entities(['ada']);
        await new Promise((resolve) => setTimeout(resolve, 20));
        steps.push(`${name} ends`);
      });
    await Promise.all([write('first'), write('second'), write('third')]);
    expect(steps).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
      'third begins',
      'third ends',
    ]);
  });

  it('is not seen before it is done, and not at all where it fails', async () => {
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    const [ada] = await store.write((transaction) => transaction.entities(['ada']));
    const applyBek = (fails: boolean): Promise<string[]> =>
      store.write(async (transaction) => {
        await transaction.apply({ ...nothing, entities: [{ ...ada!, slug: 'bek' }] });
        const seen = await peopleIn(store);
        if (fails) throw new Error('changed my mind');
        return seen;
      });
    await expect(applyBek(true)).rejects.toThrow('changed my mind');
    expect(await peopleIn(store)).toEqual(['ada']);
    expect(await applyBek(false)).toEqual(['ada']);
    expect(await peopleIn(store)).toEqual(['ada', 'bek']);
  });

  it('goes on after one that failed', async () => {
    const store = await open();
    const outcomes = await Promise.allSettled([
      store.write(() => Promise.reject(new Error('broken'))),
      importTexts(store, vocabulary, [person('ada')]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await peopleIn(store)).toEqual(['ada']);
  });

  it('of relations to entities that are not there is refused', async () => {
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    const broken = store.write((transaction) =>
      transaction.apply({
        ...nothing,
        relations: [
          {
            key: 'ada~MEMBER_OF~nobody',
            type: 'MEMBER_OF',
            fromSlug: 'ada',
            toSlug: 'nobody',
            fromType: 'Person',
            toType: 'Organization',
            version: 1,
            properties: {},
            time: { startEarliest: 0, startLatest: 0, endEarliest: 0, endLatest: 0 },
            sources: [],
            publisherCount: 0,
            originCount: 0,
          },
        ],
      }),
    );
    await expect(broken).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' });
    expect((await store.counts()).relations).toEqual([]);
  });

  /** Writes nothing, from when it is resolved until it is told to end. */
  async function holdWriting(store: Store): Promise<{ end: () => Promise<void> }> {
    let end = (): void => undefined;
    let held = Promise.resolve();
    await new Promise<void>((begun) => {
      held = store.write(() => {
        begun();
        return new Promise((resolve) => {
          end = resolve;
        });
      });
    });
    return {
      end: () => {
        end();
        return held;
      },
    };
  }

  it('of one process is seen by another, whose writing waits for its turn', async () => {
    const one = await open();
    const other = await open();
    await importTexts(one, vocabulary, [person('ada')]);
    expect(await peopleIn(other)).toEqual(['ada']);
    const held = await holdWriting(one);
    const importing = importTexts(other, vocabulary, [person('bek')]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await peopleIn(one)).toEqual(['ada']);
    await held.end();
    await importing;
    expect(await peopleIn(one)).toEqual(['ada', 'bek']);
  });

  it('is refused after five seconds in which another process writes', async () => {
    const one = await open();
    const other = await open();
    const held = await holdWriting(one);
    const start = performance.now();
    let refusal: unknown;
    const turns = await turnsDuring(async () => {
      refusal = await importTexts(other, vocabulary, [person('bek')]).catch(
        (error: unknown) => error,
      );
    });
    const milliseconds = performance.now() - start;
    await held.end();
    expect(refusal).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      fullMessage: 'Another process is writing to the store. Try again.',
    });
    expect(milliseconds).toBeGreaterThan(4_500);
    expect(turns).toBeGreaterThan(MANY_TURNS);
    expect(await peopleIn(other)).toEqual([]);
    await importTexts(other, vocabulary, [person('bek')]);
    expect(await peopleIn(one)).toEqual(['bek']);
  });

  it('does not change what a copy of the graph holds that was begun before', async () => {
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    const copied = await store.snapshot(async (records) => {
      const found: string[] = [];
      for await (const batch of records.relations()) found.push(...batch.map(({ key }) => key));
      await importTexts(store, vocabulary, [person('bek')]);
      for await (const batch of records.entities()) found.push(...batch.map(({ slug }) => slug));
      return found;
    });
    expect(copied).toEqual(['ada']);
    expect(await peopleIn(store)).toEqual(['ada', 'bek']);
  });
});

describe('a file that is no store', () => {
  let good: string;

  beforeAll(async () => {
    const at = mkdtempSync(join(tmpdir(), 'kenes-good-'));
    const store = await SqliteStore.open({ folder: at, vocabulary, timeLimit: 20_000 });
    await importTexts(store, vocabulary, [person('ada')]);
    await store.close();
    good = join(at, 'kenes.db');
  });

  afterAll(() => {
    rmSync(join(good, '..'), { recursive: true });
  });

  const digestOf = (file: string): string =>
    createHash('sha256').update(readFileSync(file)).digest('hex');

  const notOurs = (file: string): string =>
    `${file} is not a Kenes store. It was left unchanged. Use another folder.`;
  const endless = (file: string): string =>
    `${file} is damaged: its end is missing. It was left unchanged. Restore it from a copy, or use another folder.`;
  const newer = (file: string): string =>
    `${file} was written by a newer Kenes (its store has version 99; this Kenes reads up to ${SCHEMA_VERSION}). It was left unchanged. Use the newer Kenes or another folder.`;

  it.each<[string, (file: string) => void, (file: string) => string]>([
    [
      'that is text',
      (file) => writeFileSync(file, 'to do: water the plants\n'.repeat(20)),
      notOurs,
    ],
    ['that is one byte', (file) => writeFileSync(file, 'S'), notOurs],
    ['with the start of a database', (file) => writeFileSync(file, 'SQLite format 3\0'), notOurs],
    [
      'that is a database of others',
      (file) => {
        const database = new Database(file);
        database.exec('CREATE TABLE plants (name TEXT)');
        database.close();
      },
      notOurs,
    ],
    [
      'of a newer version',
      (file) => {
        copyFileSync(good, file);
        const database = new Database(file);
        database.exec('PRAGMA user_version = 99');
        database.close();
      },
      newer,
    ],
    [
      'of which half is missing',
      (file) => {
        copyFileSync(good, file);
        truncateSync(file, Math.floor(statSync(file).size / 2));
      },
      endless,
    ],
    [
      'of which the last page is missing',
      (file) => {
        copyFileSync(good, file);
        truncateSync(file, statSync(file).size - 4_096);
      },
      endless,
    ],
    [
      'of which all but the header is missing',
      (file) => {
        copyFileSync(good, file);
        truncateSync(file, 100);
      },
      endless,
    ],
  ])('%s is refused and left as it is', async (_what, make, message) => {
    const file = join(folder, 'kenes.db');
    make(file);
    const before = [digestOf(file), statSync(file).mtimeMs, readdirSync(folder)];
    await expect(open()).rejects.toMatchObject({
      code: 'STORE_REFUSED',
      fullMessage: message(file),
    });
    expect([digestOf(file), statSync(file).mtimeMs, readdirSync(folder)]).toEqual(before);
  });

  it('but a folder is refused', async () => {
    const file = join(folder, 'kenes.db');
    mkdirSync(file);
    await expect(open()).rejects.toMatchObject({
      code: 'STORE_REFUSED',
      fullMessage: notOurs(file),
    });
  });

  it('but damaged inside is refused, its bytes left as they are', async () => {
    const file = join(folder, 'kenes.db');
    const bytes = readFileSync(good);
    bytes.fill(0x77, 100, 4_096);
    writeFileSync(file, bytes);
    await expect(open()).rejects.toMatchObject({
      code: 'STORE_REFUSED',
      fullMessage:
        'The file of the store is damaged, or is not a Kenes store. Restore it from a copy, or use another folder.',
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('but empty is made one', async () => {
    writeFileSync(join(folder, 'kenes.db'), '');
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    expect(await peopleIn(store)).toEqual(['ada']);
  });
});

describe('a folder that cannot be written', () => {
  it('because it is a file is told', async () => {
    const at = join(folder, 'file');
    writeFileSync(at, '');
    await expect(open({ at })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      fullMessage: `The folder ${at} could not be created. Use another folder.`,
    });
  });

  it('because it is below a file is told', async () => {
    writeFileSync(join(folder, 'file'), '');
    const at = join(folder, 'file', 'data');
    await expect(open({ at })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      fullMessage: `The folder ${at} could not be created. Use another folder.`,
    });
  });

  const readOnly = '/proc';
  const hasReadOnly = statSync(readOnly, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!hasReadOnly) console.warn(`A folder without writing is not tried: there is no ${readOnly}.`);

  (hasReadOnly ? it : it.skip)('because it is read-only is told', async () => {
    await expect(open({ at: readOnly })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      fullMessage:
        'The file of the store could not be opened or created. Use a folder that can be written.',
    });
  });
});
