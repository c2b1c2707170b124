import { beforeEach, expect, it } from '@jest/globals';
import { removeDocuments } from '../../src/documents/import.js';
import { adoptGraph } from '../../src/documents/adopt.js';
import { openGraph } from '../../src/documents/open-graph.js';
import type { Store, StoreSettings, Transaction } from '../../src/store/store.js';
import { openStore as openPlain } from '../../src/store/open-store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { describeOnEngines } from '../support/engines.js';
import { fileOf, importAll } from '../support/importing.js';
import { Random, randomWorld } from '../support/worlds.js';
import { everything } from '../support/written-store.js';
import { useKeptStores, withStore } from './kept-stores.js';
import { forgetDocuments } from './without-documents.js';

const vocabulary = createVocabulary();
const world = randomWorld(new Random(7), vocabulary);

describeOnEngines('a store from before documents were kept', (engine) => {
  const makeStore = useKeptStores(engine);
  let settings: StoreSettings;
  let before: Awaited<ReturnType<typeof everything>>;

  const recordsOf = (store: Store) => store.snapshot(everything);

  /** Makes such a store with a whole graph in it, and keeps its records. */
  beforeEach(async () => {
    settings = await makeStore();
    const store = await openPlain(settings, vocabulary);
    await importAll(store, [fileOf(world, 'world.json')]);
    before = await recordsOf(store);
    await store.close();
    await forgetDocuments(settings);
  }, 240_000);

  const documentsOf = (store: Store): Promise<object[]> =>
    store.snapshot(async (records) => {
      const found: object[] = [];
      for await (const batch of records.documents()) found.push(...batch);
      return found;
    });
  const opened = <T>(open: typeof openPlain, work: (store: Store) => Promise<T>): Promise<T> =>
    withStore(open, settings, vocabulary, work);

  it('has its graph as one document when it is opened, and its records are as they were', async () => {
    const entryCount = before.sources.length + before.entities.length + before.relations.length;
    await opened(openGraph, async (store) => {
      expect(await documentsOf(store)).toMatchObject([{ slug: 'before-documents', entryCount }]);
      expect(await recordsOf(store)).toEqual(before);
    });
    // Opening it again finds the document.
    await opened(openGraph, async (store) => {
      expect(await documentsOf(store)).toMatchObject([{ slug: 'before-documents', entryCount }]);
      expect(await recordsOf(store)).toEqual(before);
    });
  }, 240_000);

  it('is brought up to date as a whole by the next opening when one was interrupted', async () => {
    await opened(openPlain, async (store) => {
      await expect(adoptGraph(failingAfter(2, store), vocabulary)).rejects.toThrow('interrupted');
      expect(await documentsOf(store)).toEqual([]);
    });
    await opened(openGraph, async (store) => {
      expect(await documentsOf(store)).toMatchObject([{ slug: 'before-documents' }]);
      expect(await recordsOf(store)).toEqual(before);
    });
  }, 240_000);

  it('has the graph of a document alone once that is imported and the former content removed', async () => {
    await opened(openGraph, async (store) => {
      await importAll(store, [fileOf(world, 'world.json')]);
      const { problems } = await removeDocuments(store, vocabulary, ['before-documents']);
      expect(problems).toEqual([]);
      expect(await documentsOf(store)).toMatchObject([{ slug: 'world' }]);
      expect(withoutVersions(await recordsOf(store))).toEqual(withoutVersions(before));
    });
  }, 240_000);
});

/** Returns a store in which each piece of writing fails after some changes were applied. */
function failingAfter(count: number, store: Store): Store {
  const write: Store['write'] = (work, options) =>
    store.write((transaction) => {
      let left = count;
      const apply: Transaction['apply'] = async (changes) => {
        if (left-- === 0) throw new Error('interrupted');
        await transaction.apply(changes);
      };
      return work(Object.create(transaction, { apply: { value: apply } }) as Transaction);
    }, options);
  return Object.create(store, { write: { value: write } }) as Store;
}

function withoutVersions(records: Awaited<ReturnType<typeof everything>>): object {
  const without = <T extends object>(record: T): T => ({ ...record, version: 0 });
  return {
    ...records,
    entities: records.entities.map(without),
    relations: records.relations.map(without),
  };
}
