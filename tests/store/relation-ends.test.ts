import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RelationEnds } from '../../src/store/rows.js';
import type { EndsQuestion } from '../../src/store/reading.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { importTexts } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { Random, randomSeed, randomWorld } from '../support/worlds.js';
import { RandomReadings } from './random-readings.js';
import { ReferenceGraph, type ReferenceStore } from './reference.js';

const vocabulary = createVocabulary();

/** The number of questions that are compared. */
const usualNumber = { SQLite: 60, Neo4j: 20 };

describeOnEngines('the ends of relations', (engine) => {
  const document = randomWorld(new Random(randomSeed), vocabulary);
  const graph = new ReferenceGraph(document, vocabulary);
  let store: Store;
  let reference: ReferenceStore;

  beforeAll(async () => {
    store = await engine.open(vocabulary);
    await importTexts(store, vocabulary, [JSON.stringify(document)]);
    reference = graph.answering([]);
  });

  afterAll(() => store.close());

  const read = async (question: EndsQuestion, limit = 1_000_000): Promise<RelationEnds> =>
    (await store.read({ start: 'ends of relations', question, limit })).found;

  /** The ends as slugs, as arrays would find them. */
  const expected = ({ types, filter }: EndsQuestion): string[][] => {
    const typeOf = new Map(graph.entities.map(({ slug, type }) => [slug, type]));
    return reference
      .relationRows({ types, from: null, to: null, filter })
      .map(({ item: { fromSlug, toSlug } }) => [fromSlug, toSlug])
      .filter(([from, to]) => from !== to)
      .filter(([from]) => filter.entityTypes?.includes(typeOf.get(from!)!) ?? true)
      .sort(([from, to], [otherFrom, otherTo]) =>
        from === otherFrom ? compare(to!, otherTo!) : compare(from!, otherFrom!),
      );
  };

  it(`are those that arrays would find (KENES_TEST_SEED=${randomSeed})`, async () => {
    const readings = new RandomReadings(new Random(randomSeed), graph, reference, vocabulary);
    for (let index = 0; index < usualNumber[engine.name]; index++) {
      const reading = readings.reading('page of relations');
      if (reading.start !== 'page of relations') throw new Error(reading.start);
      const { types, filter } = reading.question;
      const question = index === 0 ? { types: null, filter: {} } : { types, filter };
      const { slugs, from, to } = await read(question);
      const found = Array.from(from, (start, at) => [slugs[start], slugs[to[at]!]]);
      expect([question, found]).toEqual([question, expected(question)]);
      expect(slugs).toEqual([...new Set(found.flat())].sort());
    }
  });

  it('are refused where there are more than the limit', async () => {
    const all = { types: null, filter: {} };
    const { length } = (await read(all)).from;
    await expect(read(all, length)).resolves.toBeDefined();
    await expect(read(all, length - 1)).rejects.toMatchObject({
      code: 'TOO_LARGE',
      message: `More than ${length - 1} relations match the filter, too many to compute a measure of.`,
    });
  });
});

describeOnEngines('the ends of relations of more entities than are read at once', (engine) => {
  it('are all of them', async () => {
    const slugs = Array.from({ length: 2_345 }, (_, index) => `person-${String(index)}`);
    const isOf = (to: string) => (from: string) => ({ type: 'MEMBER_OF', from, to });
    const document = {
      kenes: 1,
      evidence: [{ source: 'gazette-1' }],
      sources: [{ slug: 'gazette-1', publisher: 'gazette' }],
      entities: [
        ...['gazette', 'club'].map((slug) => ({ slug, type: 'Organization', names: { en: slug } })),
        ...slugs.map((slug) => ({ slug, type: 'Person', names: { en: slug } })),
      ],
      relations: slugs.map(isOf('club')),
    };
    const store = await engine.open(vocabulary);
    try {
      await importTexts(store, vocabulary, [JSON.stringify(document)]);
      const question = { types: ['MEMBER_OF'], filter: {} };
      const { found } = await store.read({ start: 'ends of relations', question, limit: 2_345 });
      const members = Array.from(found.from, (start) => found.slugs[start]);
      expect(members).toEqual([...slugs].sort());
      expect(new Set(found.to)).toEqual(new Set([found.slugs.indexOf('club')]));
    } finally {
      await store.close();
    }
  });
});

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
