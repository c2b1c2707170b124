import { expect, it } from '@jest/globals';
import {
  allSources,
  wholeEntity,
  wholeEvidence,
  wholeRelation,
  wholeSource,
  type Reading,
} from '../../src/store/reading.js';
import { describeOnEngines } from '../support/engines.js';
import { WrittenStore, strangeKeys } from '../support/written-store.js';

describeOnEngines('a store that is written to', (engine) => {
  const written = new WrittenStore(engine);
  const found = async (reading: Reading) => (await written.store.read(reading)).found;

  it('finds nothing by strange keys, and nothing where it is asked for nothing', async () => {
    const page = { page: { limit: 5, backward: false }, wantsRows: true, wantsCount: true };
    const none = { rows: [], hasNextPage: false, hasPreviousPage: false, totalCount: 0 };
    for (const keys of [[], strangeKeys]) {
      expect(await found({ start: 'entities by slug', slugs: keys, shape: wholeEntity })).toEqual(
        [],
      );
      expect(await found({ start: 'relations by key', keys, shape: wholeRelation })).toEqual([]);
      expect(await found({ start: 'evidence by id', ids: keys, shape: wholeEvidence })).toEqual([]);
      expect(await found({ start: 'sources by slug', slugs: keys, shape: wholeSource })).toEqual(
        [],
      );
      const order = { by: 'NAME' as const, descending: false, language: 'en' as const };
      for (const filter of [
        { slugs: keys },
        { kinds: keys },
        { or: [{ slugs: keys }] },
        { types: [] },
      ]) {
        const question = { filter, order };
        expect(
          await found({
            start: 'page of entities',
            question,
            shape: wholeEntity,
            ...page,
          }),
        ).toEqual(none);
      }
      for (const question of [
        { types: null, from: keys, to: null, filter: {} },
        { types: null, from: null, to: keys, filter: {} },
        { types: [], from: null, to: null, filter: {} },
        { types: null, from: null, to: null, filter: { values: { role: keys } } },
        { types: null, from: null, to: null, filter: { entityTypes: [] } },
      ]) {
        expect(
          await found({
            start: 'page of relations',
            question,
            shape: wholeRelation,
            ...page,
          }),
        ).toEqual(none);
      }
      for (const question of [
        { ...allSources, publishers: keys },
        { ...allSources, kinds: keys },
        { ...allSources, languages: keys },
      ]) {
        expect(
          await found({
            start: 'page of sources',
            question,
            shape: wholeSource,
            ...page,
          }),
        ).toEqual(none);
      }
    }
  });
});
