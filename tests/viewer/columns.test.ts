import { describe, expect, it } from '@jest/globals';
import { groupBy } from '../../src/values/group-by.js';
import {
  layOutColumns,
  type Route,
  type RouteRelation,
} from '../../src/viewer/picture/columns-layout.js';
import type { NamedFragment } from '../../src/viewer/queries.js';

function entity(slug: string): NamedFragment {
  return { slug, type: 'TOPIC', name: slug, nameLanguage: 'EN' };
}

function line(key: string): RouteRelation {
  return { key } as RouteRelation;
}

/** Returns a route over entities, with so many relations at each hop. */
function route(slugs: readonly string[], count: number): Route {
  const hops = slugs.slice(1).map((slug, step) => ({
    relationCount: count,
    relations: Array.from({ length: Math.min(count, 50) }, (_, index) =>
      line(`${slugs[step]}~${slug}~${index}`),
    ),
  }));
  return {
    entities: slugs.map(entity),
    relations: hops.map(({ relations }) => ({ key: relations.at(-1)!.key })),
    hops,
  };
}

describe('the columns of routes', () => {
  it('have a column for each step, with each entity once', () => {
    const { boxes } = layOutColumns([route(['a', 'b', 'd'], 1), route(['a', 'c', 'd'], 1)]);
    const columns = groupBy(boxes, ({ x }) => x);
    expect([...columns.values()].map((column) => column.map((box) => box.entity.slug))).toEqual([
      ['a'],
      ['b', 'c'],
      ['d'],
    ]);
  });

  it('keep the labels between two columns apart, and within the picture', () => {
    for (const count of [1, 2, 3, 4, 60]) {
      const routes = ['b', 'c', 'd', 'e', 'f'].map((slug) => route(['a', slug, 'z'], count));
      const { lines, height } = layOutColumns(routes);
      for (const gap of groupBy(lines, ({ from }) => from.x).values()) {
        const heights = gap.map(({ y }) => y).sort((one, other) => one - other);
        for (const [index, y] of heights.entries()) {
          if (index > 0) expect(y - heights[index - 1]!).toBeGreaterThanOrEqual(20.99);
          expect(y).toBeGreaterThan(15);
          expect(y).toBeLessThanOrEqual(height);
        }
      }
    }
  });

  it('draw the best attested relation of a hop first, and count those that are left out', () => {
    const { lines } = layOutColumns([route(['a', 'b'], 60)]);
    expect(lines.map(({ relation, more }) => relation?.key ?? more)).toEqual([
      'a~b~49',
      'a~b~0',
      'a~b~1',
      'a~b~2',
      56,
    ]);
  });
});
