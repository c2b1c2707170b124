import { afterAll, afterEach, beforeEach, expect, it } from '@jest/globals';
import type { KenesDocument } from '../../../src/documents/format.js';
import { importDocuments } from '../../../src/documents/import.js';
import type { DocumentRecord } from '../../../src/model/records.js';
import type { Store } from '../../../src/store/store.js';
import { createVocabulary } from '../../../src/vocabulary/vocabulary.js';
import { fileOf, graphOf, importAll } from '../../support/importing.js';
import { Random, randomWorld } from '../../support/worlds.js';
import { describeOnNeo4j, Neo4jOfTests } from './neo4j-graph.js';

const vocabulary = createVocabulary();

describeOnNeo4j('a large piece of writing in Neo4j', () => {
  const neo4j = new Neo4jOfTests();
  let stores: Store[] = [];

  beforeEach(async () => {
    await neo4j.run('MATCH (n) DETACH DELETE n');
  });

  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    stores = [];
  });

  afterAll(() => neo4j.close());

  async function open(chunkRecords: number): Promise<Store> {
    const store = await neo4j.open({ chunkRecords });
    stores.push(store);
    return store;
  }

  /** What the graph has beside its records. */
  const leftovers = () =>
    neo4j.run('MATCH (k:Kenes) RETURN [k.writing, k.writingUntil, COUNT { MATCH (:KenesUndo) }]');

  const people = (count: number, name: string): NonNullable<KenesDocument['entities']> =>
    Array.from({ length: count }, (_, index) => ({
      slug: `person-${index}`,
      type: 'Person' as const,
      names: { en: name },
    }));

  /** Changes what `base` says, and adds as much again, in several slices. */
  const more = fileOf({
    sources: [{ slug: 'paper', publisher: 'press', informers: ['club'], publishedAt: '2024' }],
    entities: [
      ...people(2_100, 'Zoe'),
      { slug: 'forum', type: 'Event', startDate: '2025-05-03', evidence: [{ source: 'paper' }] },
      { slug: 'club', type: 'Organization', names: { ru: 'Клуб' } },
    ],
    relations: people(2_100, '').map(({ slug }) => ({
      type: 'MEMBER_OF',
      from: slug,
      to: 'club',
      title: 'Chair',
      evidence: [{ source: 'paper' }],
    })),
  });
  const base = fileOf({
    sources: [{ slug: 'paper', publisher: 'press' }],
    entities: [
      ...people(20, 'Ann'),
      { slug: 'press', type: 'Organization' },
      { slug: 'club', type: 'Organization' },
      { slug: 'forum', type: 'Event', startDate: '2025-05-02', evidence: [{ source: 'paper' }] },
      { slug: 'said', type: 'Statement' },
    ],
    relations: [
      {
        type: 'MEMBER_OF',
        from: 'person-1',
        to: 'club',
        title: 'Head',
        evidence: [{ source: 'paper' }],
      },
      {
        type: 'MADE_AT',
        from: 'said',
        to: 'forum',
        evidence: [{ source: 'paper', inferred: true }],
      },
    ],
  });

  it('gives the same graph in chunks as in one', async () => {
    const world = fileOf(randomWorld(new Random(7), vocabulary));
    const inOne = await open(Infinity);
    await importAll(inOne, [base, world, more]);
    const graph = await graphOf(inOne);
    await neo4j.run('MATCH (n) DETACH DELETE n');
    const inChunks = await open(1);
    await importAll(inChunks, [base, world, more]);
    expect(await graphOf(inChunks)).toEqual(graph);
    expect(await leftovers()).toEqual([[null, null, 0]]);
  }, 240_000);

  it('is taken back when it fails after some chunks', async () => {
    const store = await open(1);
    await importAll(store, [base]);
    const before = await graphOf(store);
    const failing = importDocuments(store, vocabulary, [more], {
      onProgress: (written, all) => {
        if (written === all) throw new Error('The last slice fails.');
      },
    });
    await expect(failing).rejects.toThrow('The last slice fails.');
    expect(await graphOf(store)).toEqual(before);
    expect(await leftovers()).toEqual([[null, null, 0]]);
    expect((await importAll(store, [more])).relations).toEqual({
      added: 2_099,
      changed: 1,
      removed: 0,
    });
  }, 240_000);

  it('keeps the documents that it was to replace when it fails', async () => {
    const store = await open(1);
    const name = 'replaced.json';
    await importAll(store, [{ ...base, name }]);
    const before = await documentsOf(store);
    const failing = importDocuments(store, vocabulary, [{ ...more, name }], {
      onProgress: (written, all) => {
        if (written === all) throw new Error('The last slice fails.');
      },
    });
    await expect(failing).rejects.toThrow('The last slice fails.');
    expect(await documentsOf(store)).toEqual(before);
  }, 240_000);

  it.each([
    ['by the next one who reads the whole graph', (store: Store) => graphOf(store)],
    [
      'by the next one who writes',
      async (store: Store) => {
        await importAll(store, [fileOf({ entities: people(1, 'Ann') })]);
        return graphOf(store);
      },
    ],
  ])(
    'is taken back when its process ended after some chunks, %s',
    async (_, read) => {
      const first = await open(1);
      await importAll(first, [base]);
      const before = await graphOf(first);
      const killed = await open(1);
      // A store that is closed can no longer take anything back.
      const stopped = importDocuments(killed, vocabulary, [more], {
        onProgress: (written) => {
          if (written > 2_500) void killed.close();
        },
      });
      await expect(stopped).rejects.toThrow();
      expect((await leftovers())[0]).not.toEqual([null, null, 0]);
      expect(await read(first)).toEqual(before);
      expect(await leftovers()).toEqual([[null, null, 0]]);
    },
    240_000,
  );

  it('shows nothing of a dry run to others', async () => {
    const store = await open(1);
    const other = await open(1);
    await importAll(store, [base]);
    const before = await other.counts();
    const seen: unknown[] = [];
    const reading: Promise<unknown>[] = [];
    await importDocuments(store, vocabulary, [more], {
      dryRun: true,
      onProgress: () => reading.push(other.counts().then((counts) => seen.push(counts))),
    });
    await Promise.all(reading);
    expect(seen.length).toBeGreaterThan(1);
    for (const counts of seen) expect(counts).toEqual(before);
    expect(await other.counts()).toEqual(before);
  }, 240_000);
});

function documentsOf(store: Store): Promise<DocumentRecord[]> {
  return store.snapshot(async (records) => {
    const documents: DocumentRecord[] = [];
    for await (const batch of records.documents()) documents.push(...batch);
    return documents;
  });
}
