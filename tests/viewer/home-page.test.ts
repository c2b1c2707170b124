import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage } from '../support/page.js';

describeOnEngines('the first page', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  it('has five questions, each a link to its answer', async () => {
    const { document } = await readPage(app, '/');
    const links = [...document.querySelectorAll('#questions ~ ol a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/paths?from=ombudsman-kz&to=un-human-rights-committee',
      '/e/npm/positions?event=conference-penitentiary-2025',
      '/claims?maxOrigins=1',
      '/disagreements',
      '/e/ombudsman-kz?during=2025&certainly=true',
    ]);
  });

  it('says how much there is', async () => {
    const { graphInfo } = await app.data('{ graphInfo { sourceCount evidenceCount } }');
    const [size = ''] = (await readPage(app, '/?lang=en')).texts('main .muted');
    expect(size).toContain(`${graphInfo.evidenceCount.toLocaleString('en')} pieces of evidence`);
    expect(size).toContain(`from ${graphInfo.sourceCount} sources`);
  });

  it.each([
    ['en', ['person', 'people'], 'events'],
    ['ru', ['человек', 'человека', 'человек'], 'мероприятий'],
    ['kk', ['адам'], 'іс-шара'],
  ])('counts what there is as one counts in %s', async (lang, people, events) => {
    const { graphInfo } = await app.data('{ graphInfo { entityCounts { type count } } }');
    const countOf = (wanted: string): number =>
      graphInfo.entityCounts.find(({ type }: { type: string }) => type === wanted).count;
    const [size = ''] = (await readPage(app, `/?lang=${lang}`)).texts('main .muted');
    expect(size).toMatch(new RegExp(`${countOf('PERSON')} (${people.join('|')}) · `));
    expect(size).toContain(` · ${countOf('EVENT')} ${events} · `);
  });

  it('lists disagreements, and the latest events with their days in the language', async () => {
    const page = await readPage(app, '/?lang=kk');
    expect(page.document.querySelectorAll('#disagreements ~ ul li')).toHaveLength(5);
    expect(page.texts('#events ~ ul li')[0]).toMatch(/· 2025 жылғы 10 желтоқсан$/);
  });

  it('searches by a form that keeps the language', async () => {
    const { document } = await readPage(app, '/?lang=ru');
    const [form] = document.querySelectorAll('main form');
    expect(form?.getAttribute('action')).toBe('/search');
    expect(form?.querySelector('[name=lang]')?.getAttribute('value')).toBe('ru');
  });
});

describeOnEngines('the first page of an empty graph', (engine) => {
  it('has the questions that need no name', async () => {
    const app = await openApp(engine, { documents: 'none' });
    const page = await readPage(app, '/');
    expect(page.status).toBe(200);
    expect(page.texts('#questions ~ ol a')).toHaveLength(2);
    await app.close();
  });
});
