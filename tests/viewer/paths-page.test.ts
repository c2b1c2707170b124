import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage } from '../support/page.js';

const ENDS = '/paths?from=ombudsman-kz&to=undp-kazakhstan';

describeOnEngines('the page of paths', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  it('has the number of routes and of their steps under the names of both ends', async () => {
    const page = await readPage(app, `${ENDS}&lang=ru`);
    expect(page.status).toBe(200);
    expect(page.texts('h1')).toEqual(['Уполномоченный по правам человека → ПРООН в Казахстане']);
    expect(page.texts('main > p.muted')).toEqual(['2 маршрута по 2 шага']);
    expect(page.texts('.routes > li')).toHaveLength(2);
  });

  it('draws each entity in one box, and each relation of the routes as a line', async () => {
    const { document } = await readPage(app, ENDS);
    const { paths } = await app.data(`{ paths(from: "ombudsman-kz", to: "undp-kazakhstan") {
      paths { entities { slug } hops { relations { key } } } } }`);
    const all = paths.paths as {
      entities: { slug: string }[];
      hops: { relations: { key: string }[] }[];
    }[];
    const drawn = (selector: string, attribute: string): string[] =>
      [...document.querySelectorAll(selector)].map((one) => one.getAttribute(attribute)!).sort();
    const slugs = all.flatMap(({ entities }) => entities.map(({ slug }) => slug));
    const keys = all.flatMap(({ hops }) =>
      hops.flatMap(({ relations }) => relations.map(({ key }) => key)),
    );
    expect(drawn('.columns .box', 'data-slug')).toEqual([...new Set(slugs)].sort());
    expect(drawn('.columns .relation', 'data-key')).toEqual([...new Set(keys)].sort());
  });

  it('tells each step of a route in a paragraph of its own', async () => {
    const { document } = await readPage(app, ENDS);
    const { paths } = await app.data(
      '{ paths(from: "ombudsman-kz", to: "undp-kazakhstan", limit: 1) { paths { length } } }',
    );
    const told = [...document.querySelectorAll('#route-1 .explanation p')];
    expect(told).toHaveLength(paths.paths[0].length);
    for (const { textContent } of told) expect(textContent).toMatch(/^\S.+\[\d+[^\]]*\]\.\s?$/);
  });

  it('leads from each number in the text to its citation', async () => {
    const { document } = await readPage(app, ENDS);
    const marks = [...document.querySelectorAll('.explanation .marks a')];
    expect(marks.length).toBeGreaterThan(3);
    for (const mark of marks) {
      const citation = document.querySelector(mark.getAttribute('href')!);
      expect(citation?.textContent).toMatch(/20\d\d|https?:/);
    }
    expect(document.querySelector('.citations')?.textContent).not.toMatch(/\[\d+\]/);
  });

  it('says which condition is in the way where there is no route, with the way without it', async () => {
    const page = await readPage(app, `${ENDS}&minOrigins=3`);
    expect(page.texts('.no-route li')).toEqual([
      'Without “Origins, at least: 3”: 2 routes of 2 steps',
    ]);
    expect(page.document.querySelector('.no-route a')?.getAttribute('href')).toBe(ENDS);
  });

  it('says that several conditions are in the way together', async () => {
    const page = await readPage(app, `${ENDS}&minOrigins=3&minPublishers=4`);
    expect(page.texts('.no-route li')).toEqual(['Without any condition: 2 routes of 2 steps']);
  });

  it('offers what may be meant by a text that is no slug', async () => {
    const page = await readPage(app, '/paths?from=ombudsman-kz&to=ПРООН&lang=ru');
    const links = page.document.querySelectorAll('.end ul a');
    expect(
      [...links].slice(0, 2).map((link) => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['Программа развития ООН', '/paths?from=ombudsman-kz&to=undp&lang=ru'],
      ['ПРООН в Казахстане', `${ENDS}&lang=ru`],
    ]);
  });

  it('asks for both ends where the address names none', async () => {
    const { document } = await readPage(app, '/paths');
    const names = [...document.querySelectorAll('.end input')].map((one) =>
      one.getAttribute('name'),
    );
    expect(names).toEqual(['from', 'to']);
  });

  it('says that both ends are the same', async () => {
    const page = await readPage(app, '/paths?from=npm&to=npm');
    expect(page.texts('main > p')).toContain('Both ends are the same.');
  });
});
