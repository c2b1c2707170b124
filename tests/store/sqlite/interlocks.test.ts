import { describe, expect, it } from '@jest/globals';
import type { PageRequest, Row } from '../../../src/store/page.js';
import type { InterlockRow } from '../../../src/store/rows.js';
import { bareEntity } from '../../../src/store/reading.js';
import { importTexts } from '../../support/app.js';
import { Random } from '../../support/worlds.js';
import { useStores, vocabulary } from './stores.js';

const { open } = useStores();

/** Ada is in the hub, which has most of the people, and in some small organisations. */
const random = new Random(7);
const people = ['ada', ...Array.from({ length: 40 }, (_, index) => `p-${index + 10}`)];
const membersOf: Readonly<Record<string, readonly string[]>> = {
  hub: people.filter((slug) => slug === 'ada' || random.chance(0.9)),
  ...Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [
      name,
      people.filter((slug) => slug === 'ada' || random.chance(0.1)),
    ]),
  ),
};

const document = JSON.stringify({
  kenes: 1,
  evidence: [{ source: 'kenes-editorial' }],
  entities: [
    ...people.map((slug) => ({ slug, type: 'Person' })),
    ...Object.keys(membersOf).map((slug) => ({ slug, type: 'Organization' })),
  ],
  relations: Object.entries(membersOf).flatMap(([to, members]) =>
    members.map((from) => ({ type: 'MEMBER_OF', from, to })),
  ),
});

/** Those whom Ada meets, by how many organisations, then by slug. */
const met: readonly (readonly [weight: number, slug: string])[] = people
  .filter((slug) => slug !== 'ada')
  .map((slug) => {
    const shared = Object.values(membersOf).filter((members) => members.includes(slug));
    return [shared.length, slug] as const;
  })
  .filter(([weight]) => weight > 0)
  .sort(([one, slug], [other, otherSlug]) => other - one || (slug < otherSlug ? -1 : 1));

describe('those whom a member of a hub meets', () => {
  it.each(['forward', 'backward'])('come page by page as one list, %s', async (way) => {
    const store = await open();
    await importTexts(store, vocabulary, [document]);
    const backward = way === 'backward';
    const all: (readonly [number, string])[] = [];
    let page: PageRequest = { limit: 3, backward };
    for (let rows: readonly Row<InterlockRow>[]; ;) {
      const { found } = await store.read({
        start: 'page of interlocks',
        question: { slug: 'ada', types: null, direction: null, filter: {}, otherTypes: null },
        page,
        wantsRows: true,
        wantsCount: true,
        shape: bareEntity,
      });
      ({ rows } = found);
      expect(found.totalCount).toBe(met.length);
      const some = rows.map(({ item }) => [item.weight, item.entity.slug] as const);
      all[backward ? 'unshift' : 'push'](...some);
      const last = backward ? rows[0] : rows.at(-1);
      if (!last || all.length > met.length) break;
      page = { limit: 3, backward, [backward ? 'before' : 'after']: last.keyset };
    }
    expect(all).toEqual(met);
  });

  it('differ in how many they meet through', () => {
    expect(new Set(met.map(([weight]) => weight)).size).toBeGreaterThan(2);
  });
});
