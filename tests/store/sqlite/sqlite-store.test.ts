import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { seedStore } from '../../../src/documents/seed.js';
import { bareEntity, bareRelation } from '../../../src/store/reading.js';
import { SCHEMA_VERSION } from '../../../src/store/sqlite/tables.js';
import { importTexts } from '../../support/app.js';
import { SEED } from '../../support/seeded.js';
import {
  BEFORE_VERSION_6,
  change,
  inspect,
  nothing,
  peopleIn,
  person,
  useStores,
  vocabulary,
} from './stores.js';

const { open, close, path } = useStores();

/** Removes from a store what version 4 added. */
const BEFORE_VERSION_4 = `
  ${BEFORE_VERSION_6}
  DROP TABLE entry; DROP TABLE document; DROP TRIGGER entity_type_update;
  DROP TRIGGER related_tally_insert;
  DROP TRIGGER related_tally_delete;
  DROP TABLE related_tally;`;

const disagreements = {
  start: 'page of disagreements',
  question: { kinds: null, targets: null },
  page: { limit: 10, backward: false },
  wantsRows: true,
  wantsCount: false,
  shape: { entities: bareEntity, relations: bareRelation },
} as const;

describe('the embedded store', () => {
  it('makes its folder, and one file in it with its version', async () => {
    const at = path('deep', 'er');
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
    const copy = path('copy');
    mkdirSync(copy);
    copyFileSync(path('kenes.db'), join(copy, 'kenes.db'));
    expect(await peopleIn(await open({ at: copy }))).toEqual(['ada']);
  });

  it('stays locked for other processes when its own process opens it again', async () => {
    const store = await open();
    await close(await open());
    await importTexts(store, vocabulary, [person('ada')]);
    // Who closes a database that nobody else has open removes its log of changes.
    const script = `const store = new (require('libsql'))(process.argv[1]);
      store.exec('BEGIN IMMEDIATE; ROLLBACK;'); store.close();`;
    const { status } = spawnSync(process.execPath, ['-e', script, path('kenes.db')]);
    expect([status, existsSync(path('kenes.db-wal'))]).toEqual([0, true]);
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
    const file = path('kenes.db');
    // Version 0 has no tables yet.
    change(
      file,
      `PRAGMA application_id = 1264938611; PRAGMA user_version = 0; CREATE TABLE t (a); DROP TABLE t;`,
    );
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    expect(await peopleIn(store)).toEqual(['ada']);
    expect(inspect(file, 'SELECT user_version FROM pragma_user_version')).toEqual([
      [SCHEMA_VERSION],
    ]);
  });

  it('from before there was a search finds what it holds by name, as a new one does', async () => {
    const file = path('kenes.db');
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
    change(
      file,
      `
      ${BEFORE_VERSION_4}
      DROP TRIGGER entity_search_insert; DROP TRIGGER entity_search_update; DROP TRIGGER entity_search_delete;
      DROP TABLE entity_name; DROP TABLE entity_word;
      DROP INDEX evidence_contested;
      ALTER TABLE evidence DROP COLUMN contested;
      ALTER TABLE evidence DROP COLUMN disagreement;
      UPDATE entity SET folded = replace(trim(folded, '| '), ' | ', char(10));
      PRAGMA user_version = 1;`,
    );
    await close(await open());
    expect(everything()).toEqual(made);
    expect(made.map((list) => list.length).slice(1)).toEqual([3, 7, 6]);
  });

  it('forgets the names of an entity that is removed from its table', async () => {
    const store = await open();
    await importTexts(store, vocabulary, [person('ada'), person('bek')]);
    await close(store);
    const file = path('kenes.db');
    change(file, "DELETE FROM entity WHERE slug = 'ada'");
    expect(inspect(file, 'SELECT name FROM entity_name')).toEqual([['_bek'], ['bek']]);
    expect(inspect(file, 'SELECT word FROM entity_word')).toEqual([['_bek'], ['bek']]);
  });

  it('finds the disagreements that a store of version 2 has', async () => {
    const file = path('kenes.db');
    await close(await open());
    change(
      file,
      `
      ${BEFORE_VERSION_4}
      DROP INDEX evidence_contested;
      ALTER TABLE evidence DROP COLUMN contested;
      ALTER TABLE evidence DROP COLUMN disagreement;
      PRAGMA user_version = 2;
      PRAGMA foreign_keys = OFF;
      INSERT INTO evidence VALUES ('1', 'ada', 'kind', 'kt', NULL, 'CONTRADICTS', 'x', 0, 0, NULL, '');
      INSERT INTO evidence VALUES ('2', 'ada', '', 'kt', NULL, 'CONFIRMS', NULL, 0, 0, NULL, '');`,
    );
    const { found } = await (await open()).read(disagreements);
    expect(found.rows.map(({ item }) => item)).toEqual([
      { kind: 'PROPERTY', target: 'ada', property: 'kind', rivals: [] },
    ]);
  });

  it('of version 3 counts the relations it has, as a new one does', async () => {
    const file = path('kenes.db');
    const tally = () => inspect(file, 'SELECT * FROM related_tally ORDER BY slug, type');
    const store = await open();
    await seedStore(store, vocabulary, SEED);
    await close(store);
    const kept = tally();
    change(file, `${BEFORE_VERSION_4} PRAGMA user_version = 3;`);
    await close(await open());
    expect(tally()).toEqual(kept);
    expect(kept.length).toBeGreaterThan(100);
  });

  it('of an older version may be opened twice at once', async () => {
    await close(await open());
    change(path('kenes.db'), `${BEFORE_VERSION_4} PRAGMA user_version = 3;`);
    const both = await Promise.all([open(), open()]);
    for (const store of both) expect((await store.counts()).sources).toBe(0);
  });

  it('counts a relation of an entity with itself once where it is followed either way', async () => {
    await close(await open());
    const file = path('kenes.db');
    change(
      file,
      `
      PRAGMA foreign_keys = OFF;
      INSERT INTO relation (key, type, from_slug, to_slug, from_type, to_type, version, start_earliest,
        start_latest, end_earliest, end_latest, date_first, properties, sources, publisher_count, origin_count)
      SELECT near || ' ' || far, 'INVOLVES', near, far, 'Person', 'Person', 1, 0, 0, 0, 0, 0, '{}', '[]', 0, 0
      FROM (SELECT 'ada' AS near, 'ada' AS far UNION SELECT 'ada', 'bek' UNION SELECT 'bek', 'ada');
      DELETE FROM relation WHERE key = 'bek ada';`,
    );
    expect(inspect(file, 'SELECT * FROM related_tally ORDER BY slug')).toEqual([
      ['ada', 'INVOLVES', 2, 1, 2],
      ['bek', 'INVOLVES', 0, 1, 1],
    ]);
  });

  it('ends a writing when it is closed, and keeps nothing of it', async () => {
    const store = await open();
    await importTexts(store, vocabulary, [person('ada')]);
    const writing = store.write(async (transaction) => {
      const [ada] = await transaction.entities(['ada']);
      await transaction.apply({ ...nothing, entities: [{ ...ada!, slug: 'bek' }] });
      await new Promise((resolve) => setTimeout(resolve, 100));
      await transaction.apply({ ...nothing, entities: [{ ...ada!, slug: 'cleo' }] });
    });
    const outcome = expect(writing).rejects.toMatchObject({ code: 'STOPPING' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await close(store);
    await outcome;
    expect(await peopleIn(await open())).toEqual(['ada']);
  });
});
