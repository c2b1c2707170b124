import { describe, expect, it } from '@jest/globals';
import { webGraph } from '../../src/viewer/islands/web/graph.js';
import { startPlaces } from '../../src/viewer/islands/web/places.js';
import { settle } from '../../src/viewer/islands/web/settle.js';
import { lookOf, statementWidth } from '../../src/viewer/picture/look.js';
import type { EntityType, WebQuery } from '../../src/viewer/queries.js';

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

type Link = WebQuery['network']['links'][number];

const stated = { standing: 'STATED', originCount: 3, isContested: false } as const;
const relations: Link['relations'] = [
  stated,
  { ...stated, originCount: 1, held: 'POSSIBLY' },
  { ...stated, isContested: true },
  { standing: 'INFERRED', originCount: 0, isContested: false },
  { standing: 'EDITORIAL', originCount: 0, isContested: false },
  { standing: 'DENIED', originCount: 0, isContested: true },
];

function graphOf(...links: Link[]) {
  const named = ['a', 'b'].map((slug) => ({ slug, type: 'PERSON' as const, name: slug }));
  return webGraph(named, links, new Map(), new Set());
}

describe('the lines of a web', () => {
  it('have the width and the dash of the ladder, and a colour where sources disagree', () => {
    const link = { from: { slug: 'a' }, to: { slug: 'b' }, relations, count: relations.length + 4 };
    const drawn = graphOf(link).mapEdges((_, { size, dash, kind }) => ({
      width: size,
      dash: dash?.join(' '),
      kind,
    }));
    const expected = relations.map((relation) => {
      const { width, dash, isContested, isEditorial } = lookOf(relation);
      const kind = isContested ? 'contested' : isEditorial ? 'editorial' : 'relation';
      return { width, dash, kind };
    });
    expect(drawn).toEqual([
      ...expected,
      { width: statementWidth(4), dash: undefined, kind: 'statements' },
    ]);
  });

  it('are straight alone, and else part from each other, whichever way they lead', () => {
    const there = { from: { slug: 'a' }, to: { slug: 'b' }, relations: [stated], count: 1 };
    const back = { ...there, from: there.to, to: there.from };
    const bends = (...links: Link[]): number[] =>
      graphOf(...links).mapEdges((_, { curvature }, from) =>
        from === 'a' ? curvature : -curvature,
      );
    expect(bends(there)).toEqual([0]);
    const [first = 0, second = 0, third = 0] = bends(
      { ...there, relations: [stated, stated], count: 2 },
      back,
    );
    expect([first, second, third]).toEqual([-third, 0, third]);
    expect(third).toBeGreaterThan(0);
  });
});
