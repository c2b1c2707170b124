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

  it.each(['/disagreements', '/e/npm/positions', '/claims'])(
    'is cited nowhere on %s',
    async (path) => {
      const sources = (page: { readonly document: Document }) =>
        links(page, 'main a[href^="/s/"]').map((href) => href?.replace(/[?#].*/, ''));
      const aside = ['/s/kt-2025-12-11', '/s/kt-en-2025-12-11'];
      const isAside = (href: string | undefined): boolean => aside.includes(href ?? '');
      expect(sources(await readPage(app, path)).some(isAside)).toBe(true);
      const left = sources(await readPage(app, `${path}?${ASIDE}`));
      expect(left.length).toBeGreaterThan(0);
      expect(left.filter(isAside)).toEqual([]);
    },
  );

  it('is left out of the numbers of all pages', async () => {
    const { graphInfo, disagreements, relations, entity } = await app.data(
      `query ($without: [String!]) {
        graphInfo(without: $without) { evidenceCount sourceCount }
        disagreements(without: $without) { totalCount }
        relations(filter: { without: $without, standing: [STATED] }) { totalCount }
        entity(slug: "conference-penitentiary-2025") {
          disagreements(without: $without) { totalCount }
          degree(filter: { without: $without })
        }
      }`,
      { variables: { without: ['kt-2025-12-11', 'kt-en-2025-12-11'] } },
    );
    const main = async (path: string) => (await readPage(app, path)).texts('main')[0];
    const home = await main(`/?${ASIDE}`);
    expect(home).toContain(`${graphInfo.evidenceCount.toLocaleString('en')} pieces of evidence`);
    expect(home).toContain(`from ${graphInfo.sourceCount} sources`);
    expect(home).toContain(String(disagreements.totalCount));
    expect(await main(`/claims?${ASIDE}`)).toContain(`of the ${relations.totalCount} stated`);
    expect(await main(`${EVENT}?${ASIDE}`)).toContain(
      `Sources disagree: ${entity.disagreements.totalCount}`,
    );
    expect(await main(`/search?q=penitentiary system&entityTypes=EVENT&${ASIDE}`)).toContain(
      `${entity.degree} relations`,
    );
  });

  it.each(['/s/kt-2025-12-11', '/claims'])(
    'can be all that one informer told, from %s',
    async (path) => {
      const { sources } = await app.data(
        '{ sources(filter: { informers: ["mfa-kz"] }, first: 100) { totalCount nodes { slug } } }',
      );
      const slugs = sources.nodes.map(({ slug }: { slug: string }) => slug) as string[];
      const page = await readPage(app, path);
      const index = links(page, '.source-groups a').indexOf(`${path}?without=${slugs.join(',')}`);
      expect(page.texts('.source-groups a')[index]).toBe(
        `Set aside all ${sources.totalCount} sources whose information came from Ministry of Foreign Affairs of the Republic of Kazakhstan`,
      );
      const left = await readPage(app, `${path}?without=${slugs.join(',')}`);
      expect(left.texts('.source-groups a').join()).not.toContain(
        'informed by Ministry of Foreign',
      );
    },
  );

  it('is not there unless the address says it', async () => {
    expect((await readPage(app, EVENT)).document.querySelector('.set-aside')).toBeNull();
  });
});

/** Two papers have the tenth, and one each the eleventh and the twelfth. */
const THREE_DAYS = `
kenes: 1
sources:
  - { slug: a, publisher: paper-a }
  - { slug: b, publisher: paper-b }
  - { slug: c, publisher: paper-c }
entities:
  - { slug: paper-a, type: Organization }
  - { slug: paper-b, type: Organization }
  - { slug: paper-c, type: Organization }
  - slug: meeting
    type: Event
    startDate: 2024-05-10
    evidence:
      - { source: a, property: startDate }
      - { source: b, property: startDate, stance: CONTRADICTS, value: 2024-05-11 }
      - { source: c, property: startDate, stance: CONTRADICTS, value: 2024-05-12 }
`;

describeOnEngines('a value whose sources a reader sets aside', (engine) => {
  it('is no side of what the others disagree on, and the page says so', async () => {
    const app = await openApp(engine, { documents: [THREE_DAYS] });
    const row = async (query: string) => {
      const page = await readPage(app, `/disagreements${query}`);
      const sides = [2, 3].map((column) =>
        page.texts(`tbody tr:first-child > :nth-child(${column}) .side`),
      );
      return [...sides, page.texts('tbody tr:first-child td p')[0]];
    };
    const others = ['May 11, 2024 1 publisher · 1 origin', 'May 12, 2024 1 publisher · 1 origin'];
    expect(await row('')).toEqual([
      ['May 10, 2024 1 publisher · 1 origin'],
      others,
      'shown because its source is earlier',
    ]);
    expect(await row('?without=a')).toEqual([
      [],
      others,
      'none of the remaining sources gives the value shown',
    ]);
    await app.close();
  });
});

const PAPERS = Array.from({ length: 24 }, (_, index) => `paper-${10 + index}`);

/** Twenty-four papers of four articles each, and a wire of so many that they cannot be set aside. */
function pressDocument(): string {
  const articles = PAPERS.flatMap((paper) =>
    [1, 2, 3, 4].map((number) => ({
      slug: `${paper}-${number}`,
      publisher: paper,
      informers: ['ministry'].slice(paper < 'paper-20' ? 0 : 1),
    })),
  );
  const wire = Array.from({ length: 101 }, (_, index) => ({
    slug: index === 0 ? 'first-of-wire' : `wire-${index}`,
    publisher: 'wire',
    informers: [],
  }));
  const organizations = [...PAPERS, 'wire', 'ministry'].map((slug) => ({
    slug,
    type: 'Organization',
  }));
  const parts = [...articles, ...wire].map(({ slug }) => ({
    slug: `t-${slug}`,
    type: 'Organization',
  }));
  return JSON.stringify({
    kenes: 1,
    sources: [...articles, ...wire],
    entities: [...organizations, ...parts, { slug: 'paper', type: 'Organization' }],
    relations: [...articles, ...wire].map(({ slug }) => ({
      type: 'PART_OF',
      from: `t-${slug}`,
      to: 'paper',
      evidence: [{ source: slug }],
    })),
  });
}

describeOnEngines('the sources of organizations', (engine) => {
  it('can be set aside for all organizations of a page but those of too many', async () => {
    const app = await openApp(engine, { documents: [pressDocument()] });
    const page = await readPage(app, '/claims');
    expect(page.document.querySelector('[data-slug=first-of-wire]')).not.toBeNull();
    expect(page.texts('.source-groups a').sort()).toEqual([
      ...PAPERS.map((paper) => `Set aside all 4 sources published by ${paper}`),
      'Set aside all 40 sources whose information came from ministry',
    ]);
    await app.close();
  });
});
