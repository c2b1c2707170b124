import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage } from '../support/page.js';

describeOnEngines('the page of an entity', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  it('has the name in the language of the address as its title', async () => {
    const page = await readPage(app, '/e/conference-penitentiary-2025?lang=ru');
    expect(page.status).toBe(200);
    expect(page.texts('h1')[0]).toMatch(/^Права человека и развитие пенитенциарной системы/);
    expect(page.document.documentElement.getAttribute('lang')).toBe('ru');
  });

  it('takes the language that the browser prefers, and English without one', async () => {
    const path = '/e/ombudsman-kz';
    const kazakh = await readPage(app, path, { 'accept-language': 'kk,ru;q=0.5' });
    expect(kazakh.document.documentElement.getAttribute('lang')).toBe('kk');
    expect((await readPage(app, path)).document.documentElement.getAttribute('lang')).toBe('en');
  });

  it('draws a row for each entity around it, and a line for each of its relations', async () => {
    const { document } = await readPage(app, '/e/conference-penitentiary-2025');
    const { entity } = await app.data(`{ entity(slug: "conference-penitentiary-2025") {
      relations(first: 100) { nodes { type } edges { relation { key } node { slug type } } } } }`);
    const drawn = [...document.querySelectorAll('.ladder .row')].map((row) =>
      row.getAttribute('data-slug'),
    );
    const lines = [...document.querySelectorAll('.ladder .line path')].map((line) =>
      line.getAttribute('data-key'),
    );
    const around = entity.relations.edges.filter(
      (edge: { node: { type: string } }) => edge.node.type !== 'STATEMENT',
    );
    expect(new Set(drawn).size).toBe(drawn.length);
    for (const { node, relation } of around) {
      expect(drawn).toContain(node.slug);
      expect(lines).toContain(relation.key);
    }
  });

  it('shows only the relations that match the filter of its address', async () => {
    const page = await readPage(app, '/e/conference-penitentiary-2025?roles=ORGANIZER');
    expect(page.document.querySelectorAll('ul.relations li')).toHaveLength(2);
    expect(page.document.querySelectorAll('.ladder .line')).toHaveLength(2);
  });

  it('suggests the nearest names for a slug that nothing has, with 404', async () => {
    const page = await readPage(app, '/e/artur-lastayev');
    expect(page.status).toBe(404);
    expect(page.document.querySelector('main a')?.getAttribute('href')).toBe('/e/artur-lastaev');
  });

  it('says what is allowed where a filter cannot be, with 400', async () => {
    const page = await readPage(app, '/e/ombudsman-kz?roles=SPEAKR');
    expect(page.status).toBe(400);
    expect(page.texts('main li')[0]).toContain('SPEAKER');
  });

  it('says once, in the language of the page, that a date is none', async () => {
    const page = await readPage(app, '/e/ombudsman-kz?lang=ru&during=2025-13');
    expect(page.status).toBe(400);
    expect(page.texts('main li')).toEqual([
      '«2025-13» — не дата. Пишите 2025, 2025-12, 2025-12-10 или 2024/2026.',
    ]);
    expect(page.document.querySelector('main p a')?.getAttribute('href')).toBe(
      '/e/ombudsman-kz?lang=ru',
    );
  });

  it('suggests the entities that an address without a page may mean, to a browser', async () => {
    const page = await readPage(app, '/ombudsman-kz?lang=kk', { accept: 'text/html' });
    expect(page.status).toBe(404);
    expect(page.document.querySelector('main li a')?.getAttribute('href')).toBe(
      '/e/ombudsman-kz?lang=kk',
    );
    expect((await app.fetch('/ombudsman-kz')).headers.get('content-type')).toMatch(/^text\/plain/);
  });

  it('says which parameter it does not know', async () => {
    const page = await readPage(app, '/e/ombudsman-kz?minOrigin=2');
    expect(page.status).toBe(200);
    expect(page.texts('.notice')[0]).toContain('Did you mean “minOrigins”?');
  });

  it('loads nothing from elsewhere, and has no script or style of its own', async () => {
    const page = await readPage(app, '/e/conference-penitentiary-2025');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.html).not.toMatch(/ style=| on\w+=|<style|<script>/);
  });

  it('draws the same bytes each time', async () => {
    const path = '/e/conference-penitentiary-2025?lang=kk';
    expect((await readPage(app, path)).html).toBe((await readPage(app, path)).html);
  });
});
