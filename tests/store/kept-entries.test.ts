import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { EntryKind, EntryRecord } from '../../src/model/records.js';
import type { Changes, GraphRecords, Store, Transaction } from '../../src/store/store.js';
import { describeOnEngines } from '../support/engines.js';
import { entity, everything, nothing, relation, source } from '../support/written-store.js';
import { Neo4jOfTests } from './neo4j/neo4j-graph.js';

const entry = (
  document: string,
  kind: EntryKind,
  key: string,
  more: Partial<EntryRecord> = {},
): EntryRecord => ({
  document, kind, key, place: 0, line: null, column: null, mergedInto: null, content: `{"key":"${key}"}`, ...more,
}); // prettier-ignore

const entries = [
  entry('a', 'ENTITY', 'ann', {
    line: 3,
    column: 5,
    content: '{"names":{"en":"O\'Neil \\\\ 😀"}}',
  }),
  entry('a', 'ENTITY', 'bob', { place: 1, mergedInto: 'ann' }),
  entry('a', 'RELATION', 'ann~MEMBER_OF~club'),
  entry('a', 'SOURCE', 'ann'),
  entry('b', 'ENTITY', 'ann', { place: 7 }),
];
const documents = [
  { slug: 'a', entryCount: 4, defaults: null },
  { slug: 'b', entryCount: 1, defaults: null },
];

describeOnEngines('a store', (engine) => {
  let store: Store;

  beforeEach(async () => {
    store = await engine.open();
    await apply({ documents, entries });
  }, 60_000);

  afterEach(() => store.close());

  const apply = (changes: Partial<Changes>): Promise<void> =>
    store.write((transaction) => transaction.apply({ ...nothing, ...changes }));
  const found = <T>(read: (transaction: Transaction) => Promise<T>): Promise<T> =>
    store.write(read);

  it('keeps documents and their entries, in the order of documents, kinds and places', async () => {
    const kept = await store.snapshot(keptIn);
    expect(kept.documents).toEqual(documents);
    expect(kept.entries.map(({ document, kind, key }) => `${document} ${kind} ${key}`)).toEqual([
      'a SOURCE ann',
      'a ENTITY ann',
      'a ENTITY bob',
      'a RELATION ann~MEMBER_OF~club',
      'b ENTITY ann',
    ]);
    expect(new Set(kept.entries)).toEqual(new Set(entries));
    expect((await store.counts()).documents).toBe(2);
  });

  it('finds entries by kind and key in all documents, and the joins', async () => {
    expect(await found((t) => t.entries('ENTITY', ['ann', 'nobody']))).toEqual([
      entries[0],
      entries[4],
    ]);
    expect(await found((t) => t.entries('SOURCE', ['ann']))).toEqual([entries[3]]);
    expect(await found((t) => t.entries('ENTITY', []))).toEqual([]);
    expect(await found((t) => t.joins())).toEqual([
      { slug: 'bob', into: 'ann', document: 'a', line: null },
    ]);
    expect(await found((t) => t.documents(['b', 'c']))).toEqual([documents[1]]);
  });

  it('says which entries it has otherwise, and which it does not have', async () => {
    const [ann, bob, ...others] = entries as [EntryRecord, EntryRecord, ...EntryRecord[]];
    const compared = (own: EntryRecord[]) => found((t) => t.compareEntries(own));
    expect(await compared([])).toEqual({ different: new Map(), absent: new Set() });
    expect(await compared([ann, bob])).toEqual({ different: new Map(), absent: new Set() });
    for (const other of others)
      expect(await compared([other])).toEqual({ different: new Map(), absent: new Set() });
    const changes = [{ content: '{}' }, { place: 2 }, { line: 4 }, { line: null }, { column: 6 }];
    for (const change of [...changes, { column: null }]) {
      const cleo = entry('a', 'ENTITY', 'cleo');
      expect(await compared([bob, { ...ann, ...change }, cleo])).toEqual({
        different: new Map([['ann', ann]]),
        absent: new Set(['cleo']),
      });
    }
    expect(await compared([{ ...bob, line: 1 }])).toEqual({
      different: new Map([['bob', bob]]),
      absent: new Set(),
    });
    expect((await compared([{ ...bob, document: 'b' }])).absent).toEqual(new Set(['bob']));
  });

  it('replaces the entry of one document, kind and key, and removes others', async () => {
    const changed = entry('a', 'ENTITY', 'bob', { place: 5, content: '{}' });
    await apply({
      entries: [changed],
      removed: { entries: [entries[0]!, entry('c', 'ENTITY', 'ann')] },
    });
    const kept = await store.snapshot(keptIn);
    expect(kept.entries).toEqual([entries[3], changed, entries[2], entries[4]]);
    await apply({ removed: { entries: [entries[4]!], documents: ['b'] } });
    expect((await store.snapshot(keptIn)).documents).toEqual([documents[0]]);
  });

  it('removes records, and leaves those that are not there', async () => {
    const records = {
      entities: [entity('ann', { type: 'Person' }), entity('club')],
      sources: [source('paper', 'club')],
      relations: [relation('ann~MEMBER_OF~club', { fromType: 'Person' })],
    };
    await apply(records);
    await apply({
      removed: {
        relations: ['ann~MEMBER_OF~club', 'x~MEMBER_OF~y'],
        entities: ['ann', 'nobody'],
        sources: ['paper', 'nothing'],
        evidence: ['none'],
      },
    });
    const left = await store.snapshot(everything);
    expect(left).toEqual({
      entities: [records.entities[1]],
      relations: [],
      sources: [],
      evidence: [],
    });
    expect(await store.counts()).toMatchObject({
      entities: [{ type: 'Organization', count: 1 }],
      relations: [],
      sources: 0,
    });
  });

  it('takes everything back when a piece of writing fails after its removals', async () => {
    await apply({ entities: [entity('ann', { type: 'Person' }), entity('club')] });
    const before = await store.snapshot(everythingIn);
    // In Neo4j each of these changes is committed before the next one.
    const server = engine.name === 'Neo4j' ? new Neo4jOfTests() : null;
    const writing = server ? await server.open({ chunkRecords: 1 }) : store;
    const failing = writing.write(async (transaction) => {
      await transaction.entries('ENTITY', ['ann', 'cleo']);
      await transaction.compareEntries([entry('a', 'ENTITY', 'bob', { content: '{}' })]);
      await transaction.apply({
        ...nothing,
        entries: [entry('b', 'ENTITY', 'cleo'), entry('a', 'ENTITY', 'bob', { content: '{}' })],
        removed: { entries: [entries[0]!] },
      });
      await transaction.entities(['ann', 'cleo']);
      await transaction.apply({
        ...nothing,
        entities: [entity('cleo', { type: 'Person' })],
        removed: { entities: ['ann'] },
      });
      await transaction.documents(['a', 'c']);
      await transaction.apply({
        ...nothing,
        documents: [{ slug: 'c', entryCount: 0, defaults: null }],
        removed: { documents: ['a'] },
      });
      throw new Error('It fails.');
    });
    await expect(failing).rejects.toThrow('It fails.');
    expect(await store.snapshot(everythingIn)).toEqual(before);
    if (server) await Promise.all([writing.close(), server.close()]);
  }, 120_000);
});

async function keptIn(records: GraphRecords) {
  const kept = { documents: [] as object[], entries: [] as EntryRecord[] };
  for await (const batch of records.documents()) kept.documents.push(...batch);
  for await (const batch of records.entries()) kept.entries.push(...batch);
  return kept;
}

async function everythingIn(records: GraphRecords): Promise<object> {
  return { ...(await everything(records)), ...(await keptIn(records)) };
}
