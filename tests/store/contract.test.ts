import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Reading } from '../../src/store/reading.js';
import type { EvidenceRecord } from '../../src/model/records.js';
import type { GraphRecords, Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { importTexts } from '../support/app.js';
import { nested, type GraphStart } from '../support/nested.js';
import { describeOnEngines } from '../support/engines.js';
import { Random, randomSeed, randomWorld } from '../support/worlds.js';
import { RandomReadings, starts } from './random-readings.js';
import { ReferenceGraph, type ReferenceStore } from './reference.js';

const vocabulary = createVocabulary();

/**
 * How many readings of each sort are tried, unless KENES_TEST_READINGS gives another number. Each
 * is new to a Neo4j, which plans a statement for 20 to 100 ms.
 */
const usualNumber = { SQLite: 20, Neo4j: 12 };

/** The graphs that are made, each by its seed. */
const seeds = { SQLite: [randomSeed, randomSeed + 1, randomSeed + 2], Neo4j: [randomSeed] };
const LONG = 120_000;

/** As plain values, without what is counted on the way and not in a document: versions. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Set) return [...(value as Set<unknown>)];
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      name === 'version' ? [] : [[name, plain(part)]],
    ),
  );
}

async function recordsOf(records: GraphRecords) {
  const all = async <T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> => {
    const found: T[] = [];
    for await (const batch of batches) found.push(...batch);
    return found;
  };
  return {
    entities: await all(records.entities()),
    relations: await all(records.relations()),
    sources: await all(records.sources()),
    evidence: await all(records.evidence()),
  };
}

const withoutId = (piece: EvidenceRecord): object => ({ ...piece, id: '' });

describeOnEngines('a store of a random graph', (engine) => {
  describe.each(seeds[engine.name])('KENES_TEST_SEED=%i', (seed) => {
    const document = randomWorld(new Random(seed), vocabulary);
    const graph = new ReferenceGraph(document, vocabulary);
    let store: Store;
    let reference: ReferenceStore;

    beforeAll(async () => {
      store = await engine.open(vocabulary);
      await importTexts(store, vocabulary, [JSON.stringify(document)]);
      const { evidence } = await store.snapshot(recordsOf);
      reference = graph.answering(evidence);
    });

    afterAll(async () => {
      await store.close();
    });

    it('holds what the document says, in the order of slugs, keys and targets', async () => {
      const { entities, relations, sources, evidence } = await store.snapshot(recordsOf);
      expect(plain(entities)).toEqual(plain(graph.entities));
      expect(plain(relations)).toEqual(plain(graph.relations));
      expect(plain(sources)).toEqual(plain(graph.sources));
      expect(evidence.map(withoutId)).toEqual(graph.evidence.map(withoutId));
    });

    it('counts its records', async () => {
      const tally = (types: readonly string[]): object =>
        Object.fromEntries(types.map((type) => [type, types.filter((one) => one === type).length]));
      const counts = await store.counts();
      const counted = (list: readonly { type: string; count: number }[]): object =>
        Object.fromEntries(
          list.filter(({ count }) => count > 0).map((one) => [one.type, one.count]),
        );
      expect({
        ...counts,
        entities: counted(counts.entities),
        relations: counted(counts.relations),
      }).toEqual({
        entities: tally(graph.entities.map(({ type }) => type)),
        relations: tally(graph.relations.map(({ type }) => type)),
        sources: graph.sources.length,
        evidence: graph.evidence.length,
        documents: 1,
      });
    });

    it('says that it can answer', async () => {
      await expect(store.check()).resolves.toBeUndefined();
    });

    it('names the rivals of relations that sources set aside leave', async () => {
      const random = new Random(seed);
      const readings = new RandomReadings(random, graph, reference, vocabulary);
      const keys = graph.relations.map(({ key }) => key);
      for (const filter of [{}, ...random.list(8, () => readings.setAside())]) {
        const { found } = await store.read({ start: 'rivals of relations', keys, ...filter });
        const expected = keys.map((key) => [key, reference.rivalsOf(key, filter)] as const);
        const named = keys.map((key) => [key, found.get(key) ?? []] as const);
        expect({ filter, named }).toEqual({ filter, named: expected });
      }
    });

    describe('answers as plain arrays would:', () => {
      const number = Number(process.env['KENES_TEST_READINGS'] ?? usualNumber[engine.name]);
      const compare = async (start: GraphStart) => {
        const random = new Random(seed + starts.indexOf(start));
        const readings = new RandomReadings(random, graph, reference, vocabulary);
        for (let index = 0; index < number; index++) {
          const reading = readings.reading(start);
          const answer = nested(reading, await store.read(reading));
          telling(reading, () => {
            expect(plain(inOrder(answer))).toEqual(plain(inOrder(reference.read(reading))));
            const known = answers.get(`${seed} ${start} ${index}`);
            if (known === undefined) answers.set(`${seed} ${start} ${index}`, answer);
            else expect(answer).toEqual(known);
          });
        }
      };
      it.each(starts)('%s', compare, LONG);
    });
  });
});

/** What is asked for by key comes in no promised order, but in the same one from all engines. */
function inOrder(answer: unknown): unknown {
  if (!Array.isArray(answer)) return answer;
  const keyOf = (record: Record<string, string>) =>
    record['key'] ?? record['id'] ?? record['slug']!;
  return [...(answer as Record<string, string>[])].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** What the first engine answered, versions included. */
const answers = new Map<string, unknown>();

/** A failure tells the reading, too. */
function telling(reading: Reading, compare: () => void): void {
  try {
    compare();
  } catch (error) {
    (error as Error).message += `\n\nThe reading: ${JSON.stringify(plain(reading))}`;
    throw error;
  }
}
