import { describe, expect, it } from '@jest/globals';
import { Levels } from '../../../src/store/answering/levels.js';
import { readPaths } from '../../../src/store/answering/graph-starts.js';
import { KenesError, type KenesErrorCode } from '../../../src/errors.js';
import {
  searchPaths,
  type Hop,
  type HopQuestion,
} from '../../../src/store/answering/path-search.js';
import { bareEntity, bareRelation, type PathsQuestion } from '../../../src/store/reading.js';

const question: PathsQuestion = {
  from: 'a', to: 'z', types: null, direction: null, filter: {}, maxLength: 6, limit: 5,
}; // prettier-ignore

const unknown = [
  { degree: 1, hops: null },
  { degree: 2, hops: null },
] as const;

/** Answers from pairs of entities as an engine does, and keeps what it was asked. */
function graphOf(...pairs: readonly string[]) {
  const both = pairs.flatMap((pair) => [pair, [...pair].reverse().join('')]);
  const asked: { slugs: string; targets: string; expandFurther: boolean }[] = [];
  const hopsOf = (slugs: readonly string[], { targets, expandFurther, maxHops }: HopQuestion) => {
    asked.push({ slugs: slugs.join(''), targets: targets.join(''), expandFurther });
    const hops = both
      .filter(([near = '']) => slugs.includes(near))
      .map(([near = '', far = '']): Hop => [near, far, [near, far].sort().join('~'), 1]);
    const met = hops.filter(([, far]) => targets.includes(far));
    return Promise.resolve((met.length > 0 || !expandFurther ? met : hops).slice(0, maxHops));
  };
  return { asked, hopsOf };
}

describe('a search for paths', () => {
  it('goes on from the side that has fewer relations, and finds where both meet', async () => {
    const { asked, hopsOf } = graphOf('ab', 'bc', 'cz');
    const { paths, truncation } = await searchPaths(question, unknown, hopsOf);
    const hops = ['a~b', 'b~c', 'c~z'].map((key) => ({ keys: [key], count: 1 }));
    expect(paths).toEqual([{ slugs: ['a', 'b', 'c', 'z'], hops }]);
    expect(truncation).toBeNull();
    expect(asked.map(({ slugs }) => slugs)).toEqual(['a', 'b', 'c']);
  });

  it('asks for nothing that is known', async () => {
    const { asked, hopsOf } = graphOf('ab', 'bz');
    const from = { degree: 1, hops: [['a', 'b', 'a~b', 2]] as const };
    const { paths } = await searchPaths(question, [from, unknown[1]], hopsOf);
    expect(paths).toHaveLength(1);
    expect(asked.map(({ slugs }) => slugs)).toEqual(['b']);
  });

  it('asks at last only for what leads to the other side', async () => {
    const { asked, hopsOf } = graphOf('ab', 'bc', 'cd', 'yz');
    const found = await searchPaths({ ...question, maxLength: 2 }, unknown, hopsOf);
    expect(found).toEqual({ paths: [], truncation: null });
    expect(asked.map(({ expandFurther }) => expandFurther)).toEqual([true, false]);
  });

  it('that has looked at all relations is complete, however many they were', async () => {
    const { hopsOf } = graphOf('ab', 'yz');
    const effort = { hops: 1, milliseconds: 1_000 };
    const found = await searchPaths({ ...question, maxLength: 1 }, unknown, hopsOf, effort);
    expect(found).toEqual({ paths: [], truncation: null });
  });

  it.each([
    ['relations', { hops: 3, milliseconds: 1_000 }],
    ['time', { hops: 1_000, milliseconds: -1 }],
  ])('that takes more %s than it may is given up', async (_what, effort) => {
    const { hopsOf } = graphOf('ab', 'bc', 'bd', 'be', 'yz');
    const found = await searchPaths(question, unknown, hopsOf, effort);
    expect(found).toEqual({ paths: [], truncation: 'EFFORT' });
  });

  it('does not go round where relations come to be while it searches', async () => {
    const steps: Hop[][] = [
      [['a', 'y', 'a~y', 9]],
      [['z', 'a', 'a~z', 1]], // written since: the ends are neighbours now
      [['a', 'y', 'a~y', 9]],
    ];
    const found = await searchPaths(
      { ...question, maxLength: 3 },
      [{ degree: 0, hops: null }, unknown[1]],
      () => Promise.resolve(steps.shift() ?? []),
    );
    expect(found.paths.map(({ slugs }) => slugs)).toEqual([['a', 'z']]);
  });

  it('lists each sequence of entities once, with the first keys of each hop', async () => {
    const hops = (near: string, far: string, count: number): Hop[] =>
      Array.from({ length: count }, (_, index) => [near, far, `${near}${far}${1_000 + index}`, 1]);
    const found = await searchPaths(
      { ...question, limit: 1 },
      [{ degree: 1, hops: [...hops('a', 'c', 2), ...hops('a', 'b', 60)] }, unknown[1]],
      () => Promise.resolve([...hops('b', 'z', 3), ...hops('c', 'z', 1)]),
    );
    const [{ slugs, hops: along }] = found.paths as [(typeof found.paths)[0]];
    expect([slugs.join(''), found.truncation]).toEqual(['abz', 'LIMIT']);
    expect(along.map(({ keys, count }) => [keys.length, keys.at(-1), count])).toEqual([
      [50, 'ab1049', 60],
      [3, 'bz1002', 3],
    ]);
  });

  /** What a reading of paths answers where the engine fails. */
  const readFailing = (code: KenesErrorCode) => {
    const fail = () =>
      Promise.reject(new KenesError(code, 'What is wrong.', { hint: 'What to do.' }));
    const shape = { entities: bareEntity, relations: bareRelation };
    const each = () => Promise.resolve(new Map<never, never>());
    return readPaths({ start: 'paths', question, shape }, { one: fail, each }, new Levels());
  };

  it('is given up where it takes the engine too long', async () => {
    expect(await readFailing('TIMED_OUT')).toEqual({ paths: [], truncation: 'EFFORT' });
  });

  it('fails where it finds no server', async () => {
    await expect(readFailing('STORE_UNAVAILABLE')).rejects.toThrow('wrong');
  });
});
