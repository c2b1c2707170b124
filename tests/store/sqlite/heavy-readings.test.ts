import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  allSources,
  type EntityConditions,
  wholeEntity,
  wholeSource,
} from '../../../src/store/reading.js';
import type { EntityRow } from '../../../src/store/rows.js';
import { type Store } from '../../../src/store/store.js';
import { seededFile } from '../../support/seeded.js';
import { MANY_TURNS, turnsDuring, useStores } from './stores.js';

const { open } = useStores();

describe('a heavy reading', () => {
  let seeded: string;

  beforeAll(async () => {
    seeded = mkdtempSync(join(tmpdir(), 'kenes-seeded-'));
    copyFileSync(await seededFile(), join(seeded, 'kenes.db'));
  });

  afterAll(() => {
    rmSync(seeded, { recursive: true });
  });

  /** Who is related to one that is related to one that …, which none is: each step multiplies the work. */
  function nested(depth: number): EntityConditions {
    if (depth === 0) return { kinds: ['NONE'] };
    return {
      related: [
        {
          types: null,
          direction: null,
          filter: {},
          entity: nested(depth - 1),
          quantifier: 'SOME',
          atLeast: 1,
        },
      ],
    };
  }

  function readHeavily(store: Store): Promise<unknown> {
    return store.read({
      start: 'page of entities',
      question: {
        filter: nested(5),
        order: { by: 'SLUG', descending: false, language: 'en' },
      },
      page: { limit: 20, backward: false },
      wantsRows: true,
      wantsCount: false,
      shape: wholeEntity,
    });
  }

  const timedOut = {
    code: 'TIMED_OUT',
    fullMessage: 'The store took too long to answer. Request less at once.',
  };

  it('ends at its time limit, and does not block the event loop meanwhile', async () => {
    const store = await open({ at: seeded, timeLimit: 500 });
    const start = performance.now();
    const turns = await turnsDuring(() =>
      expect(readHeavily(store)).rejects.toMatchObject(timedOut),
    );
    expect(performance.now() - start).toBeGreaterThan(450);
    expect(turns).toBeGreaterThan(MANY_TURNS);
  });

  it('does not delay a small one, even where several are under way', async () => {
    const store = await open({ at: seeded, timeLimit: 2_000 });
    let ended = 0;
    const heavy = Array.from({ length: 6 }, () => readHeavily(store).finally(() => (ended += 1)));
    const outcomes = Promise.allSettled(heavy);
    const { found } = await store.read({
      start: 'entities by slug',
      slugs: ['npm'],
      shape: wholeEntity,
    });
    const counts = await store.counts();
    expect(found.map(({ slug }) => slug)).toEqual(['npm']);
    expect(counts.sources).toBeGreaterThan(0);
    expect(ended).toBe(0);
    expect(await outcomes).toMatchObject(
      heavy.map(() => ({ status: 'rejected', reason: timedOut })),
    );
  });

  it('is followed by others that are answered', async () => {
    const store = await open({ at: seeded, timeLimit: 300 });
    expect(await Promise.allSettled([1, 2, 3, 4].map(() => readHeavily(store)))).toMatchObject(
      [1, 2, 3, 4].map(() => ({ status: 'rejected', reason: timedOut })),
    );
    const pages = await Promise.all([1, 2, 3].map(() => readSources(store)));
    expect(pages).toEqual([2, 2, 2]);
    await expect(store.check()).resolves.toBeUndefined();
  });

  it('delays none of the others while another connection is free for them', async () => {
    const store = await open({ at: seeded, timeLimit: 3_000 });
    let hasEnded = false;
    const heavy = expect(readHeavily(store).finally(() => (hasEnded = true))).rejects;
    const outcome = heavy.toMatchObject(timedOut);
    for (let index = 0; index < 5; index++) expect(await readSources(store)).toBe(2);
    expect(hasEnded).toBe(false);
    await outcome;
  });

  it('gives the same off the main thread as a small one on it', async () => {
    const store = await open({ at: seeded });
    const { found } = await store.read({
      start: 'page of entities',
      question: { filter: {}, order: { by: 'SLUG', descending: false, language: 'en' } },
      page: { limit: 100, backward: false },
      wantsRows: true,
      wantsCount: false,
      shape: wholeEntity,
    });
    const entities = found.rows.map(({ item }) => item);
    const slugs = entities.map(({ slug }) => slug);
    const bySlug = async (some: readonly string[]): Promise<readonly EntityRow[]> => {
      const answer = await store.read({
        start: 'entities by slug',
        slugs: some,
        shape: wholeEntity,
      });
      return answer.found;
    };
    // With slugs that no entity has, the second is for more rows than the main thread reads.
    const many = [...slugs, ...Array.from({ length: 400 }, (_, index) => `none-${index}`)];
    expect(await bySlug(slugs)).toEqual(entities);
    expect(await bySlug(many)).toEqual(entities);
  });
});

/** Reads a page of two sources off the main thread; returns how many it has. */
async function readSources(store: Store): Promise<number> {
  const { found } = await store.read({
    start: 'page of sources',
    question: allSources,
    page: { limit: 2, backward: false },
    wantsRows: true,
    wantsCount: true,
    shape: wholeSource,
  });
  return found.rows.length;
}
