import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage, type ReadPage } from '../support/page.js';

const names = [
  ['script', '<script>alert(1)</script>'],
  ['attribute', '"><img src=x onerror=alert(1)> \'&amp;'],
  ['leftwards', 'שלום (سلام) 1'],
  ['link', '[Ann](javascript:alert(1))'],
  ['formula', '=HYPERLINK("https://example.org")'],
  ['long', 'Ұ'.repeat(400)],
  ['nameless', null],
] as const;

const world = `
kenes: 1
document: hostile
evidence: [{ source: paper-2025 }]
sources:
  - { slug: paper-2025, publisher: paper, title: "</title><script>alert(1)</script>" }
entities:
  - { slug: paper, type: Organization, names: { en: Paper } }
  - { slug: forum, type: Event, names: { en: "<b>Forum</b>" } }
${names.map(([slug, name]) => `  - { slug: ${slug}, type: Person${name === null ? '' : `, names: { kk: ${JSON.stringify(name)} }`} }`).join('\n')}
relations:
${names.map(([slug]) => `  - { type: PARTICIPATED_IN, from: ${slug}, to: forum, role: SPEAKER }`).join('\n')}
`;

describeOnEngines('a hostile name', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine, { documents: [world] });
  });
  afterAll(() => app.close());

  /** Names are texts, whatever they look like. */
  function expectInert({ document, html }: ReadPage): void {
    expect([...document.querySelectorAll('img, b[onerror], main script, title *')]).toEqual([]);
    expect(html).not.toMatch(/<script>|<img|<b>Forum/);
  }

  it.each(names)('is a text on the page of its entity: %s', async (slug, name) => {
    const page = await readPage(app, `/e/${slug}?lang=en`);
    expect(page.status).toBe(200);
    expectInert(page);
    const title = page.document.querySelector('h1');
    expect(title?.textContent).toBe(name ?? slug);
    expect(title?.getAttribute('dir')).toBe('auto');
    expect(title?.getAttribute('lang')).toBe(name === null ? null : 'kk');
  });

  it.each(names)('is a text on the page of a relation: %s', async (slug, name) => {
    const page = await readPage(app, `/r/${slug}~PARTICIPATED_IN~forum~SPEAKER?lang=en`);
    expect(page.status).toBe(200);
    expectInert(page);
    const link = page.document.querySelector(`h1 a[href^="/e/${slug}"]`);
    expect(link?.textContent).toBe(name ?? slug);
  });

  it.each(names)('is a text among results: %s', async (slug, name) => {
    const words = encodeURIComponent(name ?? slug);
    const page = await readPage(app, `/search?q=${words}&lang=en`);
    expect(page.status).toBe(200);
    expectInert(page);
  });

  it('is a text in the picture of what is around an entity', async () => {
    for (const view of ['', '?view=table', '?sel=script']) {
      const page = await readPage(app, `/e/forum${view}`);
      expect(page.status).toBe(200);
      expectInert(page);
      expect(page.document.querySelector('main a[href="/e/script"]')?.textContent).toBe(
        '<script>alert(1)</script>',
      );
    }
  });

  it('is a text on the page of a source', async () => {
    const page = await readPage(app, '/s/paper-2025');
    expectInert(page);
    expect(page.texts('h1')).toEqual(['</title><script>alert(1)</script>']);
  });
});
