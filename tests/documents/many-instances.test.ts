import { expect, it } from '@jest/globals';
import { importDocuments } from '../../src/documents/import.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import type { RelationEntry } from '../../src/writing/entries.js';
import { describeOnEngines } from '../support/engines.js';
import {
  fileOf,
  graphOf,
  importAll,
  openStore,
  shuffled,
  unchanged,
} from '../support/importing.js';
import { Random, randomSeed } from '../support/worlds.js';

const vocabulary = createVocabulary();

/** The payments between the same two, as one document has them. */
const PAYMENTS = 242;

/** Each on a day of its own, from the first of January 2020 on. */
const dayOf = (index: number): string =>
  new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);

function payment(index: number, instance: string): RelationEntry {
  return {
    type: 'SUPPORTS', from: 'fund', to: 'party', kind: 'FUNDING', instance,
    since: dayOf(index), until: dayOf(index),
    evidence: [{ source: 'register', note: `No. ${index}` }, { source: 'register', property: 'since' }],
  }; // prettier-ignore
}

const documentOf = (relations: readonly RelationEntry[]) =>
  fileOf(
    {
      sources: [{ slug: 'register', publisher: 'office' }],
      entities: ['office', 'fund', 'party'].map((slug) => ({ slug, type: 'Organization' })),
      relations,
    },
    'register.json',
  );

/** The number of disagreements in a store. */
async function disagreementsIn(store: Store): Promise<number | undefined> {
  const shape = { parts: new Set<never>(), expansions: new Map() };
  const { found } = await store.read({
    start: 'page of disagreements',
    question: { kinds: null, targets: null },
    page: { limit: 1, backward: false },
    wantsRows: false,
    wantsCount: true,
    shape: { entities: shape, relations: shape },
  });
  return found.totalCount;
}

describeOnEngines(`payments between the same two (KENES_TEST_SEED=${randomSeed})`, (engine) => {
  it.each([
    ['by a number', (index: number) => `no-${index}`],
    ['by their days', dayOf],
  ])(
    'are as many relations if they are told apart %s, in whatever order they come',
    async (_, instanceOf) => {
      const random = new Random(randomSeed);
      const payments = Array.from({ length: PAYMENTS }, (_one, index) =>
        payment(index, instanceOf(index)),
      );
      const store = await openStore(engine);
      const first = await importAll(store, [documentOf(payments)]);
      expect(first.relations).toEqual({ added: PAYMENTS, changed: 0, removed: 0 });
      const before = await graphOf(store);
      for (const again of [payments, [...payments].reverse(), shuffled(payments, random)]) {
        const { problems, warnings, summary } = await importDocuments(store, vocabulary, [
          documentOf(again),
        ]);
        expect({ problems, warnings, summary }).toEqual({
          problems: [],
          warnings: [],
          summary: unchanged,
        });
        expect(await graphOf(store)).toEqual(before);
        expect(await disagreementsIn(store)).toBe(0);
      }
    },
    240_000,
  );
});
