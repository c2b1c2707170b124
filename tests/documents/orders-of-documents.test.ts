import { describe, expect, it } from '@jest/globals';
import type { KenesDocument } from '../../src/documents/format.js';
import { removeDocuments } from '../../src/documents/import.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { engines } from '../support/engines.js';
import { fileOf, graphOf, importAll, openStore, shuffled } from '../support/importing.js';
import { declarations, randomDocumentNamed } from '../support/random-documents.js';
import { Random, randomSeed } from '../support/worlds.js';

const vocabulary = createVocabulary();

/** How many orders are compared; with 720, all there are. */
const orderCount = Number(process.env['KENES_TEST_ORDERS'] ?? 30);

function ordersOf<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    ordersOf(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

describe(`six documents of one import (KENES_TEST_SEED=${randomSeed})`, () => {
  it('give the same graph in whatever order they are', async () => {
    const random = new Random(randomSeed);
    const documents: KenesDocument[] = [
      ...['a', 'b', 'c', 'd', 'e'].map((slug) => randomDocumentNamed(slug, random)),
      declarations('f'),
    ];
    const [first, ...others] = ordersOf(documents);
    const orders = [first!, ...shuffled(others, random).slice(0, orderCount - 1)];
    const store = await openStore(engines[0]!);
    const graphs = new Set<string>();
    for (const order of orders) {
      await importAll(
        store,
        order.map((document) => fileOf(document)),
      );
      graphs.add(JSON.stringify(await graphOf(store)));
      const slugs = documents.map(({ document }) => document!);
      expect((await removeDocuments(store, vocabulary, slugs)).problems).toEqual([]);
    }
    expect(graphs.size).toBe(1);
    expect([...graphs][0]).toContain('"MEMBER_OF"');
  }, 600_000);
});
