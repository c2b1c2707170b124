import { expect, it } from '@jest/globals';
import { wholeEntity } from '../../src/store/reading.js';
import type { Transaction } from '../../src/store/store.js';
import { describeOnEngines } from '../support/engines.js';
import {
  WrittenStore,
  byId,
  byKey,
  bySlug,
  entities,
  entity,
  evidence,
  nothing,
  pieces,
  relation,
  relations,
  source,
  sources,
  strangeKeys,
  typedEntities,
} from '../support/written-store.js';

describeOnEngines('a store that is written to', (engine) => {
  const written = new WrittenStore(engine);

  const within = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> =>
    written.store.write(work);

  it('shows a transaction what it asks for, with the details of entities', async () => {
    await within(async (transaction) => {
      const slugs = ['e-5', 'e-1', 'event', 'e-1', 'nothing', ...strangeKeys];
      expect([...(await transaction.entities(slugs))].sort(bySlug)).toEqual(
        [entities[1]!, entities[5]!, typedEntities[0]!].sort(bySlug),
      );
      const keys = [relations[0]!.key, relations[2]!.key, 'e-0~NOTHING~e-1', ...strangeKeys];
      expect([...(await transaction.relations(keys))].sort(byKey)).toEqual([
        relations[0],
        relations[2],
      ]);
      expect([...(await transaction.sources(['full', 'none', ...strangeKeys]))]).toEqual([
        sources[0],
      ]);
      const targets = ['e-1', 'e-0~BELONGS_TO~e-1', 'nothing', ...strangeKeys];
      expect([...(await transaction.evidence(targets))].sort(byId)).toEqual(
        ['v3', 'v4', 'v5', 'v6'].map((id) => pieces.find((piece) => piece.id === id)),
      );
      const ofSources = await transaction.targetsOfSources(['bare', ...strangeKeys]);
      expect([...ofSources].sort()).toEqual(['e-0', 'e-0~BELONGS_TO~e-1', 'e-1']);
    });
  });

  it.each([
    [['e-0'], [], [0, 1, 3]],
    [['e-1'], [], [0, 1, 2, 4]],
    [['e-1'], ['BELONGS_TO'], [0, 1, 2]],
    [
      ['e-1', 'e-2', 'event'],
      ['SUPPORTS', 'PARTICIPATED_IN', 'NOTHING'],
      [3, 4],
    ],
    [['e-0', 'e-1', 'nothing'], [], [0, 1, 2, 3, 4]],
    [['e-3'], [], []],
    [[], [], []],
    [[], ['BELONGS_TO'], []],
    [strangeKeys, [], []],
  ])('shows a transaction the relations that touch %j, of %j', async (slugs, types, expected) => {
    const found = await within((transaction) => transaction.relationsOf(slugs, types));
    expect([...found].sort(byKey)).toEqual(
      expected.map((index) => relations[index]).sort(byKey as never),
    );
  });

  it('shows a transaction nothing where it asks for nothing', async () => {
    const found = await within(async (transaction) => [
      await transaction.entities([]),
      await transaction.relations([]),
      await transaction.sources([]),
      await transaction.evidence([]),
      await transaction.targetsOfSources([]),
    ]);
    expect(found).toEqual([[], [], [], [], []]);
  });

  it('shows a transaction what it has put itself, and others only once it is done', async () => {
    const added = entity('added', { names: { en: 'Added' } });
    const seen = await within(async (transaction) => {
      await transaction.apply({
        ...nothing,
        entities: [added],
        relations: [relation('added~BELONGS_TO~e-0')],
        evidence: [evidence('v7', 'added', 'full')],
        removed: { evidence: ['v6'] },
      });
      const { found: outside } = await written.store.read({
        start: 'entities by slug',
        slugs: ['added'],
        shape: wholeEntity,
      });
      return {
        outside,
        entities: await transaction.entities(['added']),
        relations: (await transaction.relationsOf(['added'], [])).map(({ key }) => key),
        evidence: (await transaction.evidence(['added', 'e-1'])).map(({ id }) => id).sort(),
        targets: [...(await transaction.targetsOfSources(['full']))].sort(),
      };
    });
    expect(seen).toEqual({
      outside: [],
      entities: [added],
      relations: ['added~BELONGS_TO~e-0'],
      evidence: ['v5', 'v7'],
      targets: ['added', 'e-0', 'e-0~BELONGS_TO~e-1'],
    });
    expect(await written.numbers()).toEqual({
      entities: 18,
      relations: 6,
      sources: 2,
      evidence: 6,
    });
  });

  it('keeps nothing of a piece of writing that throws, and rejects with its error', async () => {
    const before = await written.everything();
    const error = new Error('no more');
    const writing = written.store.write(async (transaction) => {
      await transaction.apply({
        ...nothing,
        entities: [entity('lost'), entity('e-0', { kind: 'LOST' })],
        relations: [relation('lost~BELONGS_TO~e-0')],
        removed: { evidence: ['v2', 'v3'] },
      });
      throw error;
    });
    await expect(writing).rejects.toBe(error);
    expect(await written.everything()).toEqual(before);
    expect(await written.numbers()).toEqual({
      entities: 18,
      relations: 6,
      sources: 2,
      evidence: 6,
    });
  });

  it.each([
    ['a relation from nothing', { relations: [relation('nobody~BELONGS_TO~e-0')] }],
    ['a relation to nothing', { relations: [relation('e-0~BELONGS_TO~nobody')] }],
    ['evidence of no source', { evidence: [evidence('v9', 'e-0', 'nothing')] }],
    ['a source of no publisher', { sources: [source('s9', 'nobody')] }],
  ])('refuses %s, and keeps nothing of what came with it', async (_what, changes) => {
    const before = await written.everything();
    await expect(written.apply({ entities: [entity('with-it')], ...changes })).rejects.toThrow();
    expect(await written.everything()).toEqual(before);
  });

  it('runs one piece of writing after the other, also after one that failed', async () => {
    await written.apply({ entities: [entity('counter')] });
    const more = (fails: boolean) =>
      written.store.write(async (transaction) => {
        const [found] = await transaction.entities(['counter']);
        await transaction.apply({
          ...nothing,
          entities: [{ ...found!, degree: found!.degree + 1 }],
        });
        if (fails) throw new Error('not this one');
      });
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => more(index % 4 === 1)),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(3);
    const { found } = await written.store.read({
      start: 'entities by slug',
      slugs: ['counter'],
      shape: wholeEntity,
    });
    expect(found[0]?.degree).toBe(9);
  });
});
