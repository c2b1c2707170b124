import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { countByYear, heldIn } from '../../src/viewer/picture/years.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('the bars of years', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  it('say of each relation of the seed and each year what `held` says', async () => {
    const years = [1948, 1966, 1999, 2008, 2014, 2020, 2022, 2024, 2025, 2026, 2030];
    const helds = years.map((year) => `y${year}: held(from: "${year}", to: "${year}")`).join(' ');
    let after: string | null = null;
    let compared = 0;
    do {
      const { relations } = await app.data(
        `query ($after: String) { relations(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { key period { startsEarliest startsLatest endsEarliest endsLatest } ${helds} } } }`,
        { variables: { after } },
      );
      for (const relation of relations.nodes) {
        for (const year of years) {
          const drawn = heldIn(relation.period, year, year).toUpperCase();
          expect([relation.key, year, drawn]).toEqual([relation.key, year, relation[`y${year}`]]);
          compared += 1;
        }
      }
      after = relations.pageInfo.hasNextPage ? relations.pageInfo.endCursor : null;
    } while (after !== null);
    expect(compared).toBeGreaterThan(4_000);
  });

  it('are grouped where there would be too many', () => {
    const period = (day: string) => ({
      period: { startsEarliest: day, startsLatest: day, endsEarliest: day, endsLatest: day },
    });
    expect(countByYear([period('2024-05-01'), period('2025-12-10')])).toEqual([
      { from: 2024, to: 2024, certain: 1, possible: 0 },
      { from: 2025, to: 2025, certain: 1, possible: 0 },
    ]);
    const spans = countByYear([period('1948-12-10'), period('2025-12-10')]);
    expect(spans[0]).toEqual({ from: 1945, to: 1949, certain: 1, possible: 0 });
    expect(spans).toHaveLength(17);
  });
});
