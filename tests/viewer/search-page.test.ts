import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage } from '../support/page.js';

describeOnEngines('the page of results', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  it('says which name matched, and in which language', async () => {
    const page = await readPage(app, '/search?q=омбуд&lang=en');
    const [first] = page.texts('.results > li');
    expect(first).toContain('Commissioner for Human Rights');
    expect(first).toMatch(/Found by the name: .*[Оо]мбуд.* \(Russian\)/);
    const match = page.document.querySelector('.results > li .match [lang]');
    expect(match?.getAttribute('lang')).toBe('ru');
  });

  it('shows the text in which the words are', async () => {
    const page = await readPage(app, '/search?q=organiser+named+here');
    expect(page.texts('.results .match')).toContain(
      '“The organiser named here is the National Centre for Human Rights.”',
    );
  });

  it('finds only entities of the types of its address, which check boxes repeat', async () => {
    const page = await readPage(app, '/search?q=rights&entityTypes=TOPIC&entityTypes=EVENT');
    const checked = [...page.document.querySelectorAll('.types input[checked]')];
    expect(checked.map((box) => box.getAttribute('value'))).toEqual(['EVENT', 'TOPIC']);
    for (const text of page.texts('.results > li')) expect(text).toMatch(/topic|event/i);
  });

  it('leads on to all results, page by page', async () => {
    const found: string[] = [];
    let path: string | null = '/search?q=rights';
    while (path) {
      const { document } = await readPage(app, path);
      for (const link of document.querySelectorAll('.results > li > a'))
        found.push(link.getAttribute('href') ?? '');
      const next = [...document.querySelectorAll('main .actions a')].at(-1);
      path = next?.textContent === 'Next page' ? next.getAttribute('href') : null;
    }
    const { search } = await app.data(
      '{ search(query: "rights", in: [NAMES, TEXTS], first: 100) { nodes { slug } } }',
    );
    expect(found).toEqual(search.nodes.map(({ slug }: { slug: string }) => `/e/${slug}`));
  });

  it('offers the nearest names and the questions where it finds nothing', async () => {
    const page = await readPage(app, '/search?q=ombudzmon-kz');
    expect(page.status).toBe(200);
    expect(page.texts('h1')).toEqual(['Nothing is called “ombudzmon-kz”']);
    expect(page.document.querySelector('main .plain a')?.getAttribute('href')).toBe(
      '/e/ombudsman-kz',
    );
    expect(page.texts('#questions ~ ol a')).toHaveLength(5);
  });

  it('asks what is looked for where nothing is, with questions to begin with', async () => {
    const page = await readPage(app, '/search?q=+');
    expect(page.texts('h1')).toEqual(['What are you looking for?']);
    expect(page.texts('#questions ~ ol a')).toHaveLength(5);
  });

  it('says which types there are where one is none, with 400', async () => {
    const page = await readPage(app, '/search?q=npm&entityTypes=TOPICS');
    expect(page.status).toBe(400);
    expect(page.texts('main li')[0]).toContain('TOPIC');
  });

  it('takes what is searched for as text, whatever it is', async () => {
    const q = '<script>alert(1)</script>"\'';
    const page = await readPage(app, `/search?q=${encodeURIComponent(q)}`);
    expect(page.document.querySelector('main script')).toBeNull();
    expect(page.texts('h1')[0]).toContain('<script>alert(1)</script>');
  });
});
