import { describe, expect, it } from '@jest/globals';
import { startPlaces } from '../../src/viewer/islands/web/places.js';
import { settle } from '../../src/viewer/islands/web/settle.js';
import type { EntityType } from '../../src/viewer/queries.js';

function nodes(type: EntityType, count: number): { slug: string; type: EntityType }[] {
  return Array.from({ length: count }, (_, index) => ({ slug: `${type}-${index}`, type }));
}

describe('the places where the web begins', () => {
  it('are those of the ladder: actors on the left, what they deal with on the right', () => {
    const all = [
      ...nodes('TOPIC', 3),
      ...nodes('PERSON', 4),
      { slug: 'c', type: 'EVENT' as const },
    ];
    const places = startPlaces(all, ['c']);
    expect(places.get('c')).toEqual({ x: 0, y: 0 });
    for (const { slug, type } of all.slice(0, 7))
      expect(Math.sign(places.get(slug)!.x)).toBe(type === 'PERSON' ? -1 : 1);
  });

  it('are the same in whatever order the entities come, and no two share one', () => {
    const all = [...nodes('TOPIC', 130), ...nodes('ORGANIZATION', 70)];
    const places = startPlaces(all, []);
    expect([...startPlaces([...all].reverse(), [])].sort()).toEqual([...places].sort());
    const written = [...places.values()].map(({ x, y }) => `${x} ${y}`);
    expect(new Set(written).size).toBe(all.length);
  });
});

describe('a web that settles', () => {
  const unsettled = {
    places: Float32Array.from([-9, 1, -9, 0, -9, -1, 9, 0, 9, 1, 0, 0]),
    links: Uint32Array.from([0, 3, 1, 3, 2, 3, 5, 4]),
  };

  it('has the same places each time', () => {
    expect(settle(unsettled)).toEqual(settle(unsettled));
  });

  it('brings what is linked nearer than what is not', () => {
    const places = settle(unsettled);
    const apart = (one: number, other: number): number =>
      Math.hypot(
        places[one * 2]! - places[other * 2]!,
        places[one * 2 + 1]! - places[other * 2 + 1]!,
      );
    expect(places.every(Number.isFinite)).toBe(true);
    expect(apart(4, 5)).toBeLessThan(apart(4, 0));
    expect(apart(0, 3)).toBeLessThan(apart(0, 5));
  });
});
