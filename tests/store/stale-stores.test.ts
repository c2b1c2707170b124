import { join } from 'node:path';
import { beforeEach, expect, it } from '@jest/globals';
import { mergeAnew } from '../../src/documents/merge-anew.js';
import { openGraph } from '../../src/documents/open-graph.js';
import { openStore as openPlain } from '../../src/store/open-store.js';
import type { Store, StoreSettings } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { describeOnEngines } from '../support/engines.js';
import { fileOf, importAll } from '../support/importing.js';
import { Random, randomWorld } from '../support/worlds.js';
import { everything } from '../support/written-store.js';
import { useKeptStores, withStore } from './kept-stores.js';
import { Neo4jOfTests } from './neo4j/neo4j-graph.js';
import { BEFORE_VERSION_6, change, inspect } from './sqlite/stores.js';

const vocabulary = createVocabulary();
const world = randomWorld(new Random(11), vocabulary);

/** Makes a store of the version before the standing of relations was kept, with other names. */
const OLDER = {
  SQLite: [
    BEFORE_VERSION_6,
    "UPDATE entity SET folded = '| older |', date_first = 0",
    'PRAGMA user_version = 5',
  ],
  Neo4j: [
    'MATCH ()-[r]->() REMOVE r.standing, r.isContested',
    'MATCH (v:Evidence) REMOVE v.rival',
    "MATCH (n:Entity) SET n.folded = ['older'], n.dateFirst = 0 REMOVE n.foldedDescription_en",
    'MATCH (k:Kenes {id: 1}) REMOVE k.isStale SET k.schemaVersion = 6',
  ],
};

describeOnEngines('a store of which an earlier version derived the records', (engine) => {
  const makeStore = useKeptStores(engine);
  let settings: StoreSettings;

  /** What is stored beside the records: names and texts as they are searched, and a day of orders. */
  const stored = async (): Promise<unknown> => {
    if (settings.engine === 'SQLite') {
      const columns = 'SELECT slug, folded, date_first, described FROM entity ORDER BY slug';
      return inspect(join(settings.folder, 'kenes.db'), columns);
    }
    const server = new Neo4jOfTests();
    const found = await server.run(
      'MATCH (n:Entity) WITH n ORDER BY n.slug RETURN [n.slug, n.folded, n.dateFirst, n.foldedDescription_en]',
    );
    await server.close();
    return found;
  };

  const makeOlder = async (): Promise<void> => {
    if (settings.engine === 'SQLite') {
      change(join(settings.folder, 'kenes.db'), OLDER.SQLite.join(';'));
      return;
    }
    const server = new Neo4jOfTests();
    for (const query of OLDER.Neo4j) await server.run(query);
    await server.close();
  };

  const opened = <T>(open: typeof openPlain, work: (store: Store) => Promise<T>): Promise<T> =>
    withStore(open, settings, vocabulary, work);
  const recordsOf = (store: Store) => store.snapshot(everything);

  beforeEach(async () => {
    settings = await makeStore();
    await opened(openPlain, (store) => importAll(store, [fileOf(world, 'world.json')]));
  }, 240_000);

  it('has all its records and what is stored beside them merged anew when it is opened', async () => {
    const before = { records: await opened(openPlain, recordsOf), stored: await stored() };
    await makeOlder();
    await opened(openGraph, async (store) =>
      expect(await recordsOf(store)).toEqual(before.records),
    );
    expect(await stored()).toEqual(before.stored);
    await opened(openPlain, async (store) => expect(await store.isStale()).toBe(false));
  }, 240_000);

  it('is merged by the next opening when one was interrupted', async () => {
    const before = await opened(openPlain, recordsOf);
    await makeOlder();
    await opened(openPlain, async (store) => {
      await expect(mergeAnew(failingAfter(2, store), vocabulary)).rejects.toThrow('interrupted');
      expect(await store.isStale()).toBe(true);
    });
    await opened(openGraph, async (store) => expect(await recordsOf(store)).toEqual(before));
  }, 240_000);

  it('is none if it was made by this version', async () => {
    await opened(openPlain, async (store) => expect(await store.isStale()).toBe(false));
  }, 240_000);
});

/** Returns a store that fails after some pieces of writing. */
function failingAfter(count: number, store: Store): Store {
  let left = count;
  const write: Store['write'] = (work, options) => {
    if (left-- === 0) return Promise.reject(new Error('interrupted'));
    return store.write(work, options);
  };
  return Object.create(store, { write: { value: write } }) as Store;
}
