import { expect, it } from '@jest/globals';
import { documentsOf } from '../../src/documents/seed.js';
import {
  fileOf,
  documentOf,
  unchanged,
  importAll,
  type Graph,
  graphOf,
  shuffled,
  openStore,
} from '../support/importing.js';
import { describeOnEngines, type TestEngine } from '../support/engines.js';
import { Random } from '../support/worlds.js';
import { SEED } from '../support/seeded.js';

/** The export after an import of the seed in its own order, by engine. */
const seeds = new Map<string, Promise<Graph>>();

function seedGraph(engine: TestEngine): Promise<Graph> {
  const known = seeds.get(engine.name);
  if (known) return known;
  const made = (async () => {
    const store = await openStore(engine);
    await importAll(store, await documentsOf(SEED));
    return graphOf(store);
  })();
  seeds.set(engine.name, made);
  return made;
}

describeOnEngines('the seed', (engine) => {
  it('is the same graph on every engine', async () => {
    const { entities, relations } = await seedGraph(engine);
    expect(entities?.length).toBeGreaterThan(100);
    expect(relations?.length).toBeGreaterThan(400);
    const [first = Promise.reject(new Error('Nothing was exported.'))] = seeds.values();
    expect(await seedGraph(engine)).toEqual(await first);
  }, 120_000);

  it.each([1, 2, 3])(
    'is the same graph in any order of its documents: %d',
    async (seed) => {
      const store = await openStore(engine);
      await importAll(store, shuffled(await documentsOf(SEED), new Random(seed)));
      expect(await graphOf(store)).toEqual(await seedGraph(engine));
    },
    120_000,
  );

  it('is the same graph when its documents come one by one, the last one first', async () => {
    const store = await openStore(engine);
    for (const file of (await documentsOf(SEED)).reverse()) await importAll(store, [file]);
    expect(await graphOf(store)).toEqual(await seedGraph(engine));
  }, 240_000);

  it('is counted once, and changes nothing when it comes again', async () => {
    const store = await openStore(engine);
    const files = await documentsOf(SEED);
    const { sources, entities, relations, evidence } = await importAll(store, files);
    const counts = await store.counts();
    const sum = (of: readonly { count: number }[]): number =>
      of.reduce((total, { count }) => total + count, 0);
    const fresh = (added: number) => ({ added, changed: 0, removed: 0 });
    expect({ sources, entities, relations, evidence }).toEqual({
      sources: fresh(counts.sources),
      entities: fresh(sum(counts.entities)),
      relations: fresh(sum(counts.relations)),
      evidence: { ...fresh(counts.evidence), removed: 0 },
    });
    expect(await importAll(store, files)).toEqual(unchanged);
    expect(await importAll(store, [...files].reverse())).toEqual(unchanged);
  }, 120_000);

  it('comes back from its export, which changes nothing in its own store and fills an empty one', async () => {
    const exported = await seedGraph(engine);
    const file = fileOf(documentOf(exported));
    const store = await openStore(engine);
    await importAll(store, [file]);
    expect(await graphOf(store)).toEqual(exported);
    expect(await importAll(store, [file])).toEqual(unchanged);
    expect(await importAll(store, await documentsOf(SEED))).toEqual(unchanged);
  }, 120_000);
});
