import { expect, it } from '@jest/globals';
import { importDocuments, removeDocuments } from '../../src/documents/import.js';
import { openStore } from '../../src/store/open-store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { describeOnEngines } from '../support/engines.js';
import { fileOf } from '../support/importing.js';
import { Random, randomWorld } from '../support/worlds.js';
import { useKeptStores, withStore } from './kept-stores.js';

const vocabulary = createVocabulary();
const world = fileOf(randomWorld(new Random(5), vocabulary), 'world.json');
const other = fileOf({ entities: [{ slug: 'one-more', type: 'Topic', names: { en: 'One' } }] });

describeOnEngines('the version of the graph', (engine) => {
  const makeStore = useKeptStores(engine);

  it('changes with each write, also of another process, and else stays', async () => {
    const settings = await makeStore();
    await withStore(openStore, settings, vocabulary, (reading) =>
      withStore(openStore, settings, vocabulary, async (writing) => {
        const versions: string[] = [];
        const isNew = async (): Promise<void> => {
          const version = await reading.graphVersion();
          expect(versions).not.toContain(version);
          expect(await reading.graphVersion()).toBe(version);
          versions.push(version);
        };
        await isNew();
        await importDocuments(writing, vocabulary, [world]);
        await isNew();
        await importDocuments(reading, vocabulary, [other]);
        await isNew();
        await removeDocuments(writing, vocabulary, ['world']);
        await isNew();
      }),
    );
  });
});
