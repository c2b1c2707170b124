import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage } from '../support/page.js';

const RELATION = '/r/matilda-bogner~MADE~st-bogner-npm';

describeOnEngines('the page of a record', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  const read = async (path: string, accept?: string) => {
    const response = await app.fetch(path, accept === undefined ? {} : { headers: { accept } });
    const type = response.headers.get('content-type');
    return { status: response.status, type, text: await response.text() };
  };

  it.each(['/e/ombudsman-kz', RELATION, '/s/kt-2025-12-11'])(
    '%s names its other forms, which are there',
    async (path) => {
      const { document } = await readPage(app, `${path}?lang=ru`);
      const links = [...document.querySelectorAll('link[rel=alternate][type]')];
      expect(links.map((link) => link.getAttribute('href'))).toEqual([
        `${path}.json?lang=ru`,
        `${path}.jsonld?lang=ru`,
        `${path}.md?lang=ru`,
      ]);
      expect(await read(`${path}.json`)).toMatchObject({
        status: 200,
        type: 'application/json; charset=utf-8',
      });
      expect(await read(`${path}.md`)).toMatchObject({
        status: 200,
        type: 'text/markdown; charset=utf-8',
      });
    },
  );

  it('has as JSON what it was made of', async () => {
    const { text } = await read(`${RELATION}.json?lang=kk`);
    const { relation } = await app.data(
      `{ relation(key: "${RELATION.slice(3)}") { key version sentence(language: KK) } }`,
    );
    expect(JSON.parse(text).relation).toMatchObject(relation);
  });

  it('has as Markdown its sentences with citations as footnotes', async () => {
    const { text } = await read('/e/matilda-bogner.md?lang=en');
    expect(text).toMatch(/^# Matilda Bogner\n/);
    expect(text).toMatch(/^- Matilda Bogner noted that .*\(1 publisher · 1 origin\)\[\^\d+\]$/m);
    expect(text).toMatch(
      /^\[\^\d+\]: Kazakhstan Today, probably 11 December 2025, https:.*_po_pravam_/m,
    );
    expect(text).toMatch(/Kenes, <http:\/\/kenes\/e\/matilda-bogner\?lang=en>, version \d+\n$/);
  });

  it.each([
    ['application/json', 'application/json; charset=utf-8'],
    ['application/ld+json', 'application/ld+json'],
    ['text/markdown, text/html;q=0.5', 'text/markdown; charset=utf-8'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html; charset=utf-8'],
    ['*/*', 'text/html; charset=utf-8'],
    ['image/png', 'text/html; charset=utf-8'],
  ])('is sent to a client that accepts %j as %s', async (accept, type) => {
    expect((await read('/e/npm', accept)).type).toBe(type);
  });

  it.each(['json', 'jsonld', 'md'])('is not found as %s where there is none', async (form) => {
    expect((await read(`/e/nothing-at-all.${form}`)).status).toBe(404);
    expect((await read(`/r/nothing.${form}`)).status).toBe(404);
    expect((await read(`/s/nothing.${form}`)).status).toBe(404);
  });

  it('says what is allowed where a filter cannot be, in any form', async () => {
    for (const form of ['json', 'jsonld', 'md']) {
      const { status, text } = await read(`/e/ombudsman-kz.${form}?roles=SPEAKR`);
      expect(status).toBe(400);
      expect(text).toContain('SPEAKER');
    }
  });
});
