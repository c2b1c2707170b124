import { describe, expect, it } from '@jest/globals';
import type { OwnPart } from '../../../src/store/reading.js';
import { importTexts } from '../../support/app.js';
import { useStores, vocabulary } from './stores.js';

const { open } = useStores();

describe('own properties that are read one by one', () => {
  it('have all digits of a number, the type of each value, and null where there is none', async () => {
    const store = await open();
    await importTexts(store, vocabulary, [
      JSON.stringify({
        kenes: 1,
        entities: [
          { slug: 'almaty', type: 'Place', latitude: 0.30000000000000004, longitude: 77 },
          { slug: 'congress', type: 'Event', startDate: '2020-05~' },
        ],
      }),
    ]);
    const names = ['latitude', 'longitude', 'startDate'];
    const { found } = await store.read({
      start: 'entities by slug',
      slugs: ['almaty', 'congress'],
      shape: {
        parts: new Set(names.map((name): OwnPart => `own ${name}`)),
        expansions: new Map(),
      },
    });
    expect(found.map(({ own }) => own)).toEqual([
      { latitude: 0.30000000000000004, longitude: 77, startDate: null },
      { latitude: null, longitude: null, startDate: '2020-05~' },
    ]);
  });
});
