import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { openJoinedWorld } from '../support/joined-world.js';
import { readPage } from '../support/page.js';

const ORGANIZER = 'ombudsman-kz~PARTICIPATED_IN~conference-penitentiary-2025~ORGANIZER';
const RIVAL =
  'national-centre-for-human-rights-kz~PARTICIPATED_IN~conference-penitentiary-2025~ORGANIZER';

describeOnEngines('the page of a relation', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  it('has the sentence as its title, with the names of entities as links', async () => {
    const key = 'matilda-bogner~MADE~st-bogner-npm';
    const page = await readPage(app, `/r/${key}?lang=ru`);
    const { relation } = await app.data(`{ relation(key: "${key}") { sentence(language: RU) } }`);
    expect(page.texts('h1')).toEqual([relation.sentence]);
    const links = [...page.document.querySelectorAll('h1 a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/e/matilda-bogner?lang=ru',
      '/e/st-bogner-npm?lang=ru',
    ]);
  });

  it('leads from each passage to its place on the page of the source', async () => {
    const { document } = await readPage(app, '/r/matilda-bogner~MADE~st-bogner-npm');
    const passage = document.querySelector('.evidence .passage');
    expect(passage?.textContent).toBe('characters 2529–2739');
    expect(passage?.getAttribute('href')).toBe('/s/kt-2025-12-11#c2529');
  });

  it('has what confirms it beside what contradicts it and its rivals', async () => {
    const page = await readPage(app, `/r/${ORGANIZER}?lang=en`);
    const [confirming, contradicting] = page.texts('.sides > section');
    expect(confirming).toMatch(
      /^Confirms 3\s*The Astana Times ← informed by Ministry of Foreign Affairs/,
    );
    expect(contradicting).toMatch(/^≠ Contradicts 1\s*Kazakhstanskaya Pravda ← /);
    expect(contradicting).toContain('The National Human Rights Center organized the conference');
    expect(
      page.document.querySelector('.rival > p:last-child > a')?.getAttribute('href'),
    ).toContain(encodeURIComponent(RIVAL));
  });

  it('says without which sources it falls', async () => {
    const page = await readPage(app, '/r/matilda-bogner~MADE~st-bogner-npm?lang=en');
    expect(page.texts('.falls > *')).toEqual([
      'It rests on one source alone:',
      'Kazakhstan Today, probably 11 December 2025 (news) kt-2025-12-11',
      'Set aside',
    ]);
    const aside = await readPage(
      app,
      '/r/matilda-bogner~MADE~st-bogner-npm?without=kt-2025-12-11&lang=en',
    );
    expect(aside.texts('article > .notice')).toEqual([
      'Without the sources that you set aside, nothing supports this relation.',
    ]);
  });

  it('counts anew what is left of it without sources', async () => {
    const page = await readPage(app, `/r/${ORGANIZER}?without=astana-times-2025-12&lang=en`);
    expect(page.texts('article > .notice')).toEqual([
      'Without the sources that you set aside: 1 publisher · 1 origin.',
    ]);
  });

  it('draws when it held, and says so in words', async () => {
    const page = await readPage(app, '/r/aleska-simkic~MEMBER_OF~eu-delegation-kazakhstan?lang=en');
    expect(page.document.querySelector('svg.period')?.getAttribute('aria-label')).toBe(
      'Certainly: September 30, 2024 – December 1, 2024. Possibly: since September 1, 2024.',
    );
    const oneDay = await readPage(app, '/r/matilda-bogner~MADE~st-bogner-npm?lang=kk');
    expect(oneDay.document.querySelector('svg.period')).toBeNull();
    expect(oneDay.texts('article > .muted')).toEqual(['Анық: 2025 ж. 10 желтоқсан.']);
  });

  it('says how to cite it: its address, its version, and the day', async () => {
    const page = await readPage(app, '/r/matilda-bogner~MADE~st-bogner-npm?lang=en&theme=dark');
    expect(page.texts('.citing p')[0]).toMatch(
      /^Kenes, http:\/\/kenes\/r\/matilda-bogner~MADE~st-bogner-npm\?lang=en, version \d+, read on /,
    );
  });

  it('offers the relations between the same two where none has the key, with 404', async () => {
    const page = await readPage(app, '/r/ombudsman-kz~MADE~conference-penitentiary-2025');
    expect(page.status).toBe(404);
    expect(page.document.querySelector('main li a')?.getAttribute('href')).toContain(
      '/r/ombudsman',
    );
    expect((await readPage(app, '/r/nothing')).status).toBe(404);
  });
});

describeOnEngines('the page of a relation by a former key', (engine) => {
  it('is that of the current one, and says so', async () => {
    const app = await openJoinedWorld(engine);
    const page = await readPage(app, '/r/ayda~MEMBER_OF~the-council?lang=en');
    expect(page.status).toBe(200);
    expect(page.texts('main > .notice')).toEqual([
      'ayda~MEMBER_OF~the-council is read as this relation.',
    ]);
    expect(page.texts('.citing a')[0]).toContain('/r/aida~MEMBER_OF~council');
    await app.close();
  });
});
