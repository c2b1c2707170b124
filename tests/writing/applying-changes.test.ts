import { expect, it } from '@jest/globals';
import { wholeEntity } from '../../src/store/reading.js';
import { describeOnEngines } from '../support/engines.js';
import {
  WrittenStore,
  byId,
  byKey,
  bySlug,
  entities,
  entity,
  evidence,
  graphNumbers,
  pieces,
  relation,
  relations,
  source,
  sources,
  someTime,
  typedEntities,
} from '../support/written-store.js';

describeOnEngines('a store that is written to', (engine) => {
  const written = new WrittenStore(engine, 'nothing');

  it('is empty at first', async () => {
    expect(written.store.engine).toEqual({
      name: engine.name,
      version: expect.stringMatching(/^\d+\.\d+/),
    });
    expect(await written.numbers()).toEqual({ entities: 0, relations: 0, sources: 0, evidence: 0 });
    expect(await written.everything()).toEqual({
      entities: [],
      relations: [],
      sources: [],
      evidence: [],
    });
  });

  it('stays empty when nothing is put into it', async () => {
    await written.apply({});
    expect(await written.numbers()).toEqual({ entities: 0, relations: 0, sources: 0, evidence: 0 });
  });

  it('gives back what was put, whatever it says', async () => {
    await written.applyGraph();
    const found = await written.everything();
    expect(found).toEqual({
      entities: [...entities, ...typedEntities].sort(bySlug),
      relations: [...relations].sort(byKey),
      sources: [...sources].sort(bySlug),
      // By target; of one target by property, source and passage.
      evidence: ['v2', 'v1', 'v4', 'v3', 'v6', 'v5'].map((id) =>
        pieces.find((piece) => piece.id === id),
      ),
    });
    expect(await written.numbers()).toEqual(graphNumbers);
  });

  it('is the same when the same is put again', async () => {
    const before = await written.everything();
    await written.applyGraph();
    expect(await written.everything()).toEqual(before);
    expect(await written.numbers()).toEqual(graphNumbers);
  });

  it('puts a record in the place of the one before, whole', async () => {
    const emptied = entity('e-1', { version: 3 });
    const changed = relation(relations[0]!.key, { properties: { since: '2021' }, version: 8 });
    const bare = source('full', 'e-3', { informerSlugs: ['e-4'] });
    const moved = evidence('v1', 'e-0', 'bare', { property: 'kind', note: 'now' });
    await written.apply({
      entities: [emptied],
      relations: [changed],
      sources: [bare],
      evidence: [moved],
    });
    await written.store.write(async (transaction) => {
      expect(await transaction.entities(['e-1'])).toEqual([emptied]);
      expect(await transaction.relations([changed.key])).toEqual([changed]);
      expect(await transaction.sources(['full'])).toEqual([bare]);
      const ofTarget = [...(await transaction.evidence(['e-0']))].sort(byId);
      expect(ofTarget).toEqual([moved, pieces[1]]);
      const targets = [...(await transaction.targetsOfSources(['full']))].sort();
      expect(targets).toEqual(['e-0~BELONGS_TO~e-1']);
    });
    expect(await written.numbers()).toEqual(graphNumbers);
  });

  it('updates what is derived of an entity, and its position in orders with it', async () => {
    const before = entities[3]!;
    const derived = {
      ...before,
      version: 20,
      degree: 1000,
      time: { ...someTime, startEarliest: 5 },
    };
    await written.apply({ derivedEntities: [derived] });
    await written.store.write(async (transaction) => {
      expect(await transaction.entities([before.slug])).toEqual([derived]);
    });
    for (const by of ['DEGREE', 'DATE'] as const) {
      const order = { by, descending: true, language: 'en' as const };
      const { found } = await written.store.read({
        start: 'page of entities',
        question: { filter: {}, order },
        page: { limit: 1, backward: false },
        wantsRows: true,
        wantsCount: false,
        shape: wholeEntity,
      });
      const position = by === 'DEGREE' ? 1000 : 5;
      expect(found.rows.map(({ item, keyset }) => [item.slug, keyset])).toEqual([
        [before.slug, [position, before.slug]],
      ]);
    }
  });

  it('writes and reads more than fits into one query', async () => {
    const count = 2_500;
    const many = Array.from({ length: count }, (_, index) =>
      entity(`many-${String(index).padStart(5, '0')}`),
    );
    const joined = many.map(({ slug }) => relation(`${slug}~BELONGS_TO~e-0`));
    const said = many.map(({ slug }, index) => evidence(`m${index}`, slug, 'bare'));
    const before = await written.everything();
    await written.apply({ entities: many, relations: joined, evidence: said });
    const after = await written.everything();
    expect(after.entities).toEqual([...before.entities, ...many].sort(bySlug));
    expect(after.relations).toEqual([...before.relations, ...joined].sort(byKey));
    expect(after.evidence).toHaveLength(before.evidence.length + count);
    await written.store.write(async (transaction) => {
      const slugs = many.map(({ slug }) => slug);
      expect(await transaction.entities(slugs)).toHaveLength(count);
      expect(await transaction.relationsOf(slugs, [])).toHaveLength(count);
      expect(await transaction.evidence(slugs)).toHaveLength(count);
    });
    await written.apply({ removed: { evidence: said.map(({ id }) => id) } });
    expect((await written.everything()).evidence).toEqual(before.evidence);
  });
});
