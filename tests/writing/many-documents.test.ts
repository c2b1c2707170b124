import { expect, it } from '@jest/globals';
import type { Store, Transaction } from '../../src/store/store.js';
import { importDocuments } from '../../src/documents/import.js';
import { seedStore } from '../../src/documents/seed.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { SEED } from '../support/seeded.js';
import { describeOnEngines } from '../support/engines.js';
import { fileOf, openStore } from '../support/importing.js';

const vocabulary = createVocabulary();

describeOnEngines('many small documents', (engine) => {
  it.each([
    ['that are new', false],
    ['that replace others', true],
  ])('%s are written by as few changes as one', async (_, isReplaced) => {
    const one = await openStore(engine);
    if (isReplaced) await importDocuments(one, vocabulary, files(1, 'Ann'));
    const ofOne = await callsOf(one, files(1, 'Zoe'));
    const many = await openStore(engine);
    if (isReplaced) await importDocuments(many, vocabulary, files(30, 'Ann'));
    const ofMany = await callsOf(many, files(30, 'Zoe'));
    expect(ofMany.filter((call) => call === 'apply')).toEqual(
      ofOne.filter((call) => call === 'apply'),
    );
  });

  it('that are new are written without looking for entries that they had', async () => {
    const calls = await callsOf(await openStore(engine), files(30, 'Zoe'));
    const ofOne = await callsOf(await openStore(engine), files(1, 'Zoe'));
    expect(calls).toEqual(ofOne);
  });

  it('of a seed are loaded without a search for twins, of which nobody would hear', async () => {
    const store = await openStore(engine);
    const calls: string[] = [];
    await seedStore(counting(store, calls), vocabulary, SEED);
    expect(calls).toContain('apply');
    expect(calls).not.toContain('namesakes');
  });
});

/** Documents with one person each. */
function files(count: number, name: string) {
  return Array.from({ length: count }, (_, index) =>
    fileOf(
      {
        entities: [{ slug: `person-${index}`, type: 'Person', names: { en: `${name} ${index}` } }],
      },
      `document-of-person-${index}.json`,
    ),
  );
}

async function callsOf(store: Store, documents: ReturnType<typeof files>): Promise<string[]> {
  const calls: string[] = [];
  const { problems } = await importDocuments(counting(store, calls), vocabulary, documents);
  expect(problems).toEqual([]);
  return calls;
}

/** Returns the store, whose transactions add the name of each method that is called to a list. */
function counting(store: Store, calls: string[]): Store {
  const watched = (transaction: Transaction): Transaction =>
    new Proxy(transaction, {
      get(target, name) {
        const method = Reflect.get(target, name, target) as (...values: unknown[]) => unknown;
        return (...values: unknown[]) => {
          calls.push(String(name));
          return method.apply(target, values);
        };
      },
    });
  return new Proxy(store, {
    get(target, name) {
      if (name === 'write')
        return <T>(work: (transaction: Transaction) => Promise<T>, options?: object) =>
          target.write((transaction) => work(watched(transaction)), options);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
