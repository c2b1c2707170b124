import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bareGraph, type Reading } from '../../../src/store/reading.js';
import type { Store } from '../../../src/store/store.js';
import { createVocabulary } from '../../../src/vocabulary/vocabulary.js';
import { importTexts } from '../../support/app.js';
import { nested } from '../../support/nested.js';
import { Random, randomSeed, randomWorld } from '../../support/worlds.js';
import { RandomReadings } from '../random-readings.js';
import { ReferenceGraph } from '../reference.js';
import { describeOnNeo4j, Neo4jOfTests } from './neo4j-graph.js';

/** Random questions are asked until so many paths were found, of most worlds by some forty. */
const PATHS = 30;

describeOnNeo4j(`a random graph with a large hub, KENES_TEST_SEED=${randomSeed},`, () => {
  const vocabulary = createVocabulary();
  const document = randomWorld(new Random(randomSeed), vocabulary);
  const graph = new ReferenceGraph(document, vocabulary);
  const server = new Neo4jOfTests();
  let store: Store;

  beforeAll(async () => {
    store = await server.openEmpty();
    await importTexts(store, vocabulary, [JSON.stringify(document)]);
    // Some only say that they are large.
    await server.run(
      "MATCH (n:Entity) WHERE n.type IN ['Event', 'Person'] SET n.degree = n.degree + 30000",
    );
  });

  afterAll(async () => {
    await store.close();
    await server.close();
  });

  it('has the paths that plain arrays have, found from both ends', async () => {
    const reference = graph.answering(graph.evidence);
    const readings = new RandomReadings(new Random(randomSeed), graph, reference, vocabulary);
    let found = 0;
    while (found < PATHS) {
      const { question } = readings.reading('paths') as Reading<'paths'>;
      const reading = { start: 'paths', question, shape: bareGraph } as const;
      const answered = nested(reading, await store.read(reading));
      expect({ question, answered }).toEqual({ question, answered: reference.read(reading) });
      const { paths } = answered as { readonly paths: readonly unknown[] };
      found += paths.length;
    }
  }, 120_000);
});
