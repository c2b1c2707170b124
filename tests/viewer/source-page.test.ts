import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sharedOut } from '../../src/viewer/pages/told-passages.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage } from '../support/page.js';

/** A source with more evidence than one page tells: two pieces a relation, most for one passage. */
const COUNT = 80;
const DIGEST = 'ae9bc279bb2204371981f513cefb0a0dc1873f742f6d41f4f7b99ff53f76b562';
const world = `
kenes: 1
document: long
sources:
  - { slug: long, publisher: paper, title: <b>Long</b> }
entities:
  - { slug: paper, type: Organization, names: { en: Paper } }
  - { slug: forum, type: Event, names: { en: Forum } }
${Array.from({ length: COUNT }, (_, index) => `  - { slug: p-${index}, type: Person, names: { en: P ${index} } }`).join('\n')}
relations:
${Array.from({ length: COUNT }, (_, index) => `  - { type: PARTICIPATED_IN, from: p-${index}, to: forum, role: SPEAKER, evidence: [{ source: long, position: { start: ${index < 70 ? 10 : 100}, end: ${index < 70 ? 20 : 120}, sha256: ${DIGEST} } }] }`).join('\n')}
`;

describeOnEngines('the page of a source', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  it('says who published it, from whom it is, when, and in which language', async () => {
    const page = await readPage(app, '/s/kt-2025-12-11?lang=en');
    expect(page.texts('.kind')).toEqual([
      'Source kt-2025-12-11 · news · probably 11 December 2025 · Russian',
    ]);
    expect(page.texts('main > p .publisher')[0]).toMatch(
      /^Kazakhstan Today ← .*Ministry of Foreign/,
    );
  });

  it.each([
    ['en', 'Kazakhstan Today, probably 11 December 2025 (news)'],
    ['ru', 'Kazakhstan Today, предположительно 11 декабря 2025 г. (новости)'],
    ['kk', 'Kazakhstan Today, болжам бойынша 2025 жылғы 11 желтоқсан (жаңалықтар)'],
  ])('names one without a title by what is known of it, in %s', async (lang, name) => {
    const page = await readPage(app, `/s/kt-2025-12-11?lang=${lang}`);
    expect(page.texts('h1')).toEqual([name]);
    expect(page.texts('head > title')).toEqual([`${name} — Kenes`]);
    const claims = await readPage(app, `/claims?maxOrigins=1&lang=${lang}`);
    expect(claims.texts('[data-slug=kt-2025-12-11] a')[0]).toBe(name);
    expect(claims.texts('[data-slug=kt-2025-12-11] small')[0]).toBe('kt-2025-12-11');
    const aside = await readPage(app, `/about?without=kt-2025-12-11&lang=${lang}`);
    expect(aside.texts('.set-aside li a')[0]).toBe(name);
  });

  it('lists all of its passages in the order of the text, as places of the page', async () => {
    const { document } = await readPage(app, '/s/kt-2025-12-11');
    const ids = [...document.querySelectorAll('.passages > li')].map(({ id }) => id);
    expect(ids).toHaveLength(15);
    expect(ids).toEqual(
      [...ids].sort((one, other) => Number(one.slice(1)) - Number(other.slice(1))),
    );
    const bands = [...document.querySelectorAll('.ruler a')];
    expect(bands.map((band) => band.getAttribute('href'))).toEqual(ids.map((id) => `#${id}`));
  });

  it('counts all of its evidence, and says how much of it is left out', async () => {
    const { source } = await app.data(
      '{ source(slug: "kt-2025-12-11") { evidence { totalCount } soleSupportOf { totalCount } } }',
    );
    const page = await readPage(app, '/s/kt-2025-12-11?lang=en');
    const told = page.document.querySelectorAll('.passages li li').length;
    const left = page
      .texts('.passages > li > p > a')
      .map((text) => Number(/\d+/.exec(text)?.[0]))
      .reduce((sum, count) => sum + count, 0);
    expect(told).toBe(100);
    expect(told + left).toBe(source.evidence.totalCount);
    expect(page.texts('#alone')).toEqual([
      `What rests on this source alone ${source.soleSupportOf.totalCount}`,
    ]);
  });

  it('lists everything that rests on it alone on a page of its own', async () => {
    const page = await readPage(app, '/s/kt-2025-12-11?view=alone');
    expect(page.document.querySelectorAll('main li')).toHaveLength(31);
  });

  it('sets it aside by a link, and takes it back', async () => {
    const link = async (path: string) =>
      (await readPage(app, path)).document.querySelector('.actions a')?.getAttribute('href');
    expect(await link('/s/kt-2025-12-11?without=kt-en-2025-12-11')).toBe(
      '/s/kt-2025-12-11?without=kt-en-2025-12-11,kt-2025-12-11',
    );
    expect(await link('/s/kt-2025-12-11?without=kt-2025-12-11')).toBe('/s/kt-2025-12-11');
  });

  it('has all that is needed to check its passages, and nothing to see of it without a script', async () => {
    const { document } = await readPage(app, '/s/kt-2025-12-11');
    const section = document.querySelector('.own-copy');
    expect(section?.hasAttribute('hidden')).toBe(true);
    const passages: unknown[] = JSON.parse(section?.getAttribute('data-passages') ?? '[]');
    expect(passages).toHaveLength(15);
    expect(passages[0]).toEqual({
      start: expect.any(Number),
      end: expect.any(Number),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('is not found for a slug that no source has, with the nearest names', async () => {
    const page = await readPage(app, '/s/ombudsman');
    expect(page.status).toBe(404);
    expect(page.texts('main .plain li').length).toBeGreaterThan(0);
  });
});

describeOnEngines('the page of a source with much evidence', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine, { documents: [world] });
  });
  afterAll(() => app.close());

  it('tells a hundred pieces, shared out among the passages', async () => {
    const page = await readPage(app, '/s/long?lang=en');
    expect(page.texts('.passages h3')).toEqual([
      'characters 10–20 140 pieces of evidence',
      'characters 100–120 20 pieces of evidence',
    ]);
    const counts = [...page.document.querySelectorAll('.passages > li')].map(
      (passage) => passage.querySelectorAll('li').length,
    );
    expect(counts).toEqual([80, 20]);
    expect(page.texts('h1')).toEqual(['<b>Long</b>']);
  });

  it('leads to all evidence of a passage', async () => {
    const first = await readPage(app, '/s/long');
    const more = first.document.querySelector('.passages > li > p > a')?.getAttribute('href') ?? '';
    const second = await readPage(app, more);
    expect(second.document.querySelectorAll('#c10 li')).toHaveLength(100);
    const rest = second.document.querySelector('#c10 > p > a')?.getAttribute('href') ?? '';
    const third = await readPage(app, rest);
    expect(third.document.querySelectorAll('#c10 li')).toHaveLength(40);
    expect(third.texts('#c10 > p > a')).toEqual(['First page']);
  });
});

describe('rows that are shared out among passages', () => {
  it.each([
    [[3, 3], 10, [3, 3]],
    [[9, 1, 9], 7, [3, 1, 3]],
    [[5, 5, 5], 2, [1, 1, 0]],
    [[], 5, []],
  ])('of %j pieces, %i are %j', (counts, rows, shares) => {
    const passages = counts.map((count) => ({ ids: Array.from({ length: count }, String) }));
    expect(sharedOut(passages, rows)).toEqual(shares);
  });
});
