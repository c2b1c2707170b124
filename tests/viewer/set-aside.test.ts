import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage } from '../support/page.js';

const ASIDE = 'without=kt-2025-12-11,kt-en-2025-12-11';
const EVENT = '/e/conference-penitentiary-2025';

describeOnEngines('what a reader sets aside', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  const links = ({ document }: { readonly document: Document }, selector: string) =>
    [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href'));

  it.each(['/', '/disagreements', '/network', '/s/adilet-2008-opcat'])(
    'is named at the top of %s, and can be taken back one by one or at once',
    async (path) => {
      const page = await readPage(app, `${path}?${ASIDE}`);
      expect(links(page, '.set-aside > ul a')).toEqual([
        `/s/kt-2025-12-11?${ASIDE}`,
        `${path}?without=kt-en-2025-12-11`,
        `/s/kt-en-2025-12-11?${ASIDE}`,
        `${path}?without=kt-2025-12-11`,
      ]);
      expect(links(page, '.set-aside > p a')).toEqual([path]);
    },
  );

  it('lists on the page of an entity the relations that no other source supports', async () => {
    const page = await readPage(app, `${EVENT}?${ASIDE}`);
    const keys = async (filter: string) => {
      const { entity } = await app.data(`{ entity(slug: "conference-penitentiary-2025") {
        relations(first: 100, filter: ${filter}) { edges { relation { key } } } } }`);
      return entity.relations.edges.map(
        ({ relation }: { relation: { key: string } }) => relation.key,
      ) as string[];
    };
    const kept = new Set(await keys('{ without: ["kt-2025-12-11", "kt-en-2025-12-11"] }'));
    const fallen = (await keys('{}')).filter((key) => !kept.has(key));
    expect(fallen.length).toBeGreaterThan(0);
    expect(links(page, '.set-aside details a')).toEqual(
      fallen.map((key) => `/r/${encodeURIComponent(key)}?${ASIDE}`),
    );
  });

  it('can be a day, in the words of each language', async () => {
    const text = async (lang: string) =>
      (await readPage(app, `/about?publishedUntil=2025-12-10&lang=${lang}`)).texts('.set-aside p');
    expect((await text('en'))[0]).toBe('Only what was published until December 10, 2025 ✕');
    expect((await text('ru'))[0]).toContain('10 декабря 2025');
    expect((await text('kk'))[0]).toContain('10 желтоқсан');
  });

  it('is said to be in the lists still, on the pages that the API does not filter', async () => {
    const notice = async (path: string) =>
      (await readPage(app, `${path}?${ASIDE}`)).texts('.set-aside')[0];
    expect(await notice('/disagreements')).toContain('may still have these sources');
    expect(await notice('/e/npm/positions')).toContain('may still have these sources');
    expect(await notice(EVENT)).not.toContain('may still have these sources');
  });

  it('is not there unless the address says it', async () => {
    expect((await readPage(app, EVENT)).document.querySelector('.set-aside')).toBeNull();
  });
});
