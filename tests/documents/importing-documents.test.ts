import { expect, it } from '@jest/globals';
import type { Store, Transaction } from '../../src/store/store.js';
import type { KenesDocument } from '../../src/documents/format.js';
import { importDocuments } from '../../src/documents/import.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { fileOf, unchanged, importAll, graphOf, openStore } from '../support/importing.js';
import { describeOnEngines } from '../support/engines.js';

const vocabulary = createVocabulary();

describeOnEngines('an import', (engine) => {
  /** A store whose transactions fail when changes are applied for the given time. */
  function failing(store: Store, at: number): Store {
    let applied = 0;
    const transactionOf = (transaction: Transaction): Transaction =>
      new Proxy(transaction, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name, target);
          if (name === 'apply' && ++applied === at)
            return () => Promise.reject(new Error('The disk is full.'));
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
    return new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (name !== 'write') return typeof value === 'function' ? value.bind(target) : value;
        return <T>(work: (transaction: Transaction) => Promise<T>) =>
          target.write((transaction) => work(transactionOf(transaction)));
      },
    });
  }

  const people = (count: number, from = 0): NonNullable<KenesDocument['entities']> =>
    Array.from({ length: count }, (_, index) => ({
      slug: `person-${String(from + index).padStart(5, '0')}`,
      type: 'Person' as const,
    }));

  it('leaves nothing when it fails half way, and can be made again', async () => {
    const store = await openStore(engine);
    await importAll(store, [fileOf({ entities: [{ slug: 'town', type: 'Place' }] })]);
    const before = await graphOf(store);
    const file = fileOf({
      entities: [...people(2_500), { slug: 'town', type: 'Place', names: { en: 'Town' } }],
    });
    await expect(importDocuments(failing(store, 2), vocabulary, [file])).rejects.toThrow(
      'The disk is full.',
    );
    expect(await graphOf(store)).toEqual(before);
    const two = [file, fileOf({ entities: people(1, 9_000) })];
    await expect(importDocuments(failing(store, 2), vocabulary, two)).rejects.toThrow();
    expect(await graphOf(store)).toEqual(before);
    expect(await importAll(store, [file])).toEqual({
      ...unchanged,
      entities: { added: 2_500, changed: 1, removed: 0 },
    });
  }, 60_000);

  it('counts each entry once where there are more than are written at once, and reports its progress', async () => {
    const store = await openStore(engine);
    const count = 4_100;
    const document = {
      sources: [{ slug: 'paper', publisher: 'press' }],
      entities: [
        ...people(count),
        { slug: 'press', type: 'Organization' as const },
        { slug: 'club', type: 'Organization' as const },
      ],
      relations: people(count).map(({ slug }) => ({
        type: 'MEMBER_OF',
        from: slug,
        to: 'club',
        evidence: [{ source: 'paper' }],
      })),
    };
    const progress: number[] = [];
    const { problems, summary } = await importDocuments(store, vocabulary, [fileOf(document)], {
      onProgress: (merged, all) => progress.push(merged / all),
    });
    expect(problems).toEqual([]);
    const fresh = (added: number) => ({ added, changed: 0, removed: 0 });
    expect(summary).toEqual({
      sources: fresh(1),
      entities: fresh(4_102),
      relations: fresh(4_100),
      evidence: { ...fresh(4_100), removed: 0 },
    });
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual([...progress].sort());
    expect(progress.at(-1)).toBe(1);
    const [club] = await store.write((transaction) => transaction.entities(['club']));
    expect(club?.degree).toBe(count);
    expect(await importAll(store, [fileOf(document)])).toEqual(unchanged);
  }, 120_000);

  it('takes documents that refer to later ones and to entities of the store', async () => {
    const relations = fileOf({
      sources: [{ slug: 'paper', publisher: 'press', informers: ['ministry'] }],
      relations: [
        { type: 'MEMBER_OF', from: 'ann', to: 'ministry', evidence: [{ source: 'paper' }] },
      ],
    });
    const entities = fileOf({
      entities: [
        { slug: 'ann', type: 'Person', names: { en: 'Ann' }, evidence: [{ source: 'paper' }] },
        { slug: 'ministry', type: 'Organization', kind: 'GOVERNMENT' },
        { slug: 'press', type: 'Organization' },
      ],
    });
    const store = await openStore(engine);
    expect(await importAll(store, [relations, entities])).toEqual({
      sources: { added: 1, changed: 0, removed: 0 },
      entities: { added: 3, changed: 0, removed: 0 },
      relations: { added: 1, changed: 0, removed: 0 },
      evidence: { added: 2, changed: 0, removed: 0 },
    });
    const exported = await graphOf(store);
    await store.close();
    const other = await openStore(engine);
    await importAll(other, [entities, relations]);
    expect(await graphOf(other)).toEqual(exported);
    const more = fileOf({
      relations: [{ type: 'MEMBER_OF', from: 'ann', to: 'press', evidence: [{ source: 'paper' }] }],
    });
    expect(await importAll(other, [more])).toEqual({
      ...unchanged,
      entities: { added: 0, changed: 2, removed: 0 },
      relations: { added: 1, changed: 0, removed: 0 },
      evidence: { added: 1, changed: 0, removed: 0 },
    });
  }, 60_000);

  it('checks all documents before it writes one, also where they are large', async () => {
    const store = await openStore(engine);
    const long = (
      from: number,
      text = 'x'.repeat(20_000),
    ): NonNullable<KenesDocument['entities']> =>
      people(450, from).map((person) => ({ ...person, description: { en: text } }));
    const relations = [{ type: 'MEMBER_OF', from: 'person-00000', to: 'club' }];
    const evidence = [{ source: 'kenes-editorial' }];
    const documents = [{ entities: long(0), evidence, relations }, { entities: long(450) }];
    const club = { slug: 'club', type: 'Organization' as const };
    const files = [...documents, { entities: [club, { ...club, slug: 'Club' }] }].map((document) =>
      fileOf(document),
    );
    const { problems } = await importDocuments(store, vocabulary, files);
    expect(problems.map(({ path }) => path)).toEqual(['entities[1].slug']);
    expect((await store.counts()).entities).toEqual([]);
    const summary = await importAll(store, [...files.slice(0, 2), fileOf({ entities: [club] })]);
    // The editors and their source are added with the evidence that is theirs.
    expect(summary).toEqual({
      sources: { added: 1, changed: 0, removed: 0 },
      entities: { added: 902, changed: 0, removed: 0 },
      relations: { added: 1, changed: 0, removed: 0 },
      evidence: { added: 1, changed: 0, removed: 0 },
    });
  }, 120_000);

  it('does not wait for an export before it, nor does the end of the store', async () => {
    const store = await engine.open(vocabulary);
    await importAll(store, [fileOf({ entities: people(1) })]);
    await graphOf(store);
    const start = performance.now();
    await importAll(store, [fileOf({ entities: people(2) })]);
    await store.close();
    expect(performance.now() - start).toBeLessThan(4_000);
  }, 60_000);

  it('says what it would change when it is a dry run, and changes nothing', async () => {
    const store = await openStore(engine);
    await importAll(store, [fileOf({ entities: people(1) })]);
    const before = await graphOf(store);
    const file = fileOf({
      entities: [{ ...people(1)[0]!, names: { en: 'Ann' } }, ...people(1, 1)],
    });
    const { problems, summary } = await importDocuments(store, vocabulary, [file], {
      dryRun: true,
    });
    expect(problems).toEqual([]);
    expect(summary).toEqual({ ...unchanged, entities: { added: 1, changed: 1, removed: 0 } });
    expect(await graphOf(store)).toEqual(before);
  }, 60_000);
});
