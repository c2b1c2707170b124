import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage, type ReadPage } from '../support/page.js';

const SCRIPT = '<script>alert(1)</script>';
const IMAGE = '"><img src=x onerror=alert(1)>';
const LINK = '[Ann](javascript:alert(1))';
const ADDRESS = "https://example.org/?q=javascript:alert('1')&amp;=1";

const world = `
kenes: 1
document: hostile
evidence: [{ source: paper-2025, note: ${JSON.stringify(`${IMAGE} ${LINK}`)} }]
sources:
  - { slug: paper-2025, publisher: paper, title: ${JSON.stringify(LINK)}, urls: [${JSON.stringify(ADDRESS)}] }
entities:
  - { slug: paper, type: Organization, names: { en: ${JSON.stringify(SCRIPT)} } }
  - { slug: ann, type: Person, names: { en: ${JSON.stringify(LINK)} }, aliases: { en: [${JSON.stringify(IMAGE)}] },
      description: { en: ${JSON.stringify(SCRIPT)} }, sameAs: [${JSON.stringify(ADDRESS)}] }
  - { slug: bob, type: Person, names: { en: ${JSON.stringify(IMAGE)} } }
  - { slug: club, type: Organization, names: { en: ${JSON.stringify(SCRIPT)} } }
  - { slug: st-quoted, type: Statement, form: QUOTATION, text: { en: ${JSON.stringify(SCRIPT)} } }
relations:
  - { type: MEMBER_OF, from: ann, to: club, title: { en: ${JSON.stringify(IMAGE)} } }
  - { type: MEMBER_OF, from: bob, to: club }
  - { type: MADE, from: ann, to: st-quoted }
`;

const pages = [
  '/e/ann', '/e/ann?view=table', '/e/st-quoted', '/e/club', '/r/ann~MEMBER_OF~club', '/r/ann~MADE~st-quoted',
  '/s/paper-2025', '/paths?from=ann&to=bob', '/network?center=ann', '/claims?maxOrigins=1', '/search?q=alert',
  '/documents/hostile', '/e/ann/positions', '/disagreements?center=ann',
]; // prettier-ignore

describeOnEngines('markup and code in a text', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine, { documents: [world] });
  });
  afterAll(() => app.close());

  function expectInert({ document, html }: ReadPage): void {
    expect([...document.querySelectorAll('img, [onerror], main script')]).toEqual([]);
    expect(html).not.toMatch(/<script>|<img/);
    const addresses = [...document.querySelectorAll('a, form, iframe')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('action') ?? '/',
    );
    expect(addresses.filter((address) => !/^(?:[/#?]|https?:\/\/)/.test(address))).toEqual([]);
  }

  it.each(pages)('is only text on a page: %s', async (path) => {
    const page = await readPage(app, `${path}${path.includes('?') ? '&' : '?'}lang=en`);
    expect(page.status).toBe(200);
    expectInert(page);
  });

  it('is shown as it is written, and an address leads where it says', async () => {
    const page = await readPage(app, '/e/ann?lang=en');
    const { document } = page;
    expect(document.querySelector('h1')?.textContent).toBe(LINK);
    expect(page.texts('main p')).toContain(SCRIPT);
    expect(document.querySelector('p.names a')?.getAttribute('href')).toBe(ADDRESS);
    const relation = await readPage(app, '/r/ann~MEMBER_OF~club?lang=en');
    expect(relation.texts('.note')).toContain(`${IMAGE} ${LINK}`);
    expect(
      [...relation.document.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    ).toContain(ADDRESS);
  });

  it('is data in an explanation, which has it to the letter', async () => {
    const { paths } = await app.data(
      '{ paths(from: "ann", to: "bob") { paths { explanation(language: EN) explanationParts(language: EN) { text } } } }',
    );
    const [{ explanation, explanationParts }] = paths.paths;
    expect(explanation).toBe(
      `${LINK} is named as ${IMAGE} at ${SCRIPT} (according to an undated source) [1]. ${IMAGE} is named as part of ${SCRIPT} (according to an undated source) [1].\n\n[1] ${SCRIPT}, “${LINK}”, ${ADDRESS}`,
    );
    expect(explanationParts.map(({ text }: { text: string }) => text).join('')).toBe(explanation);
  });

  it('is escaped in Markdown', async () => {
    for (const path of ['/e/ann.md', '/r/ann~MEMBER_OF~club.md', '/s/paper-2025.md']) {
      const text = await (await app.fetch(`${path}?lang=en`)).text();
      expect(text).toContain('alert');
      expect(text).not.toMatch(/(?:^|[^\\])<(?:script|img)|(?:^|[^\\])\]\(javascript:/im);
    }
  });
});
