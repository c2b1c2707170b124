import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sortKey } from '../../src/values/sort-key.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage, type ReadPage } from '../support/page.js';

const POSITIONS = '/e/npm/positions?event=conference-penitentiary-2025';

function slugsOf({ document }: ReadPage, selector: string): (string | null)[] {
  return [...document.querySelectorAll(selector)].map((one) => one.getAttribute('data-slug'));
}

describeOnEngines('a page that answers a question across entities:', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  it('positions list statements by speaker beside those who have none, who were not silent', async () => {
    const page = await readPage(app, POSITIONS);
    expect(slugsOf(page, '.speaker')).toEqual([
      'artur-lastaev',
      'matilda-bogner',
      'stanislav-vassilenko',
      'sukhrob-khojimatov',
    ]);
    expect(page.texts('.sides h2')).toEqual([
      'Have a statement 5 statements',
      'Could have spoken; there is no source here 15',
    ]);
    expect(slugsOf(page, '.sides .relations li')).toHaveLength(15);
    expect(page.texts('main')[0]).not.toMatch(/silent/i);
  });

  it.each(['en', 'ru', 'kk'])(
    'positions count the passages that they list, in %s',
    async (lang) => {
      const { document } = await readPage(app, `/e/npm/positions?lang=${lang}`);
      const counts = [...document.querySelectorAll('.position details')].map((details) => [
        details.querySelector('summary')?.textContent.replace(/\D/g, ''),
        String(details.querySelectorAll('li').length),
      ]);
      expect(counts.length).toBeGreaterThan(0);
      for (const [told, listed] of counts) expect(told).toBe(listed);
    },
  );

  it.each(['en', 'ru', 'kk'])(
    'positions list those without a statement by the names that are shown, in %s',
    async (lang) => {
      const page = await readPage(app, `${POSITIONS}&lang=${lang}`);
      const names = page.texts('.sides .relations li a');
      expect(names).toHaveLength(15);
      const keys = names.map(sortKey);
      expect(keys).toEqual([...keys].sort());
    },
  );

  it('positions offer the events at which something was said, where the address names none', async () => {
    const { document } = await readPage(app, '/e/npm/positions');
    const events = [...document.querySelectorAll('main > ul a')].map((one) =>
      one.getAttribute('href'),
    );
    expect(events).toContain(POSITIONS);
  });

  it('positions of an event have all that was said there', async () => {
    const page = await readPage(app, '/e/conference-penitentiary-2025/positions?acts=WELCOMED');
    expect(slugsOf(page, '.position').length).toBeGreaterThan(0);
    expect(new Set(page.texts('.position b'))).toEqual(new Set(['welcomed']));
  });

  it('disagreements have a row each, with the rule by which a side is shown', async () => {
    const page = await readPage(app, '/disagreements');
    const { disagreements } = await app.data('{ disagreements { totalCount } }');
    expect(page.texts('.disagreements tbody')).toHaveLength(disagreements.totalCount);
    expect(page.texts('.disagreements tbody:nth-of-type(1) tr:first-child .side')).toEqual([
      '3 3 publishers · 4 origins',
      '4 1 publisher · 1 origin',
    ]);
    expect(page.texts('.disagreements tbody:nth-of-type(1) td p')[0]).toBe(
      'shown because more origins say so',
    );
  });

  it('disagreements are narrowed to an entity and to a kind', async () => {
    const page = await readPage(app, '/disagreements?center=npm&kinds=PROPERTY');
    expect(page.texts('.disagreements th[scope=row]')).toEqual([
      'National Preventive Mechanism model',
    ]);
    const passages = page.document.querySelectorAll('.disagreements details section');
    expect(passages).toHaveLength(2);
  });

  it('claims begin with the source that most relations rest on', async () => {
    const page = await readPage(app, '/claims?maxOrigins=1');
    const { one, all, source } = await app.data(`{
      one: relations(first: 0, filter: { maxOrigins: 1, standing: [STATED] }) { totalCount }
      all: relations(first: 0, filter: { standing: [STATED] }) { totalCount }
      source(slug: "kt-2025-12-11") { soleSupportOf(first: 0) { totalCount } } }`);
    expect(page.texts('main > p')[0]).toBe(
      `${one.totalCount} of the ${all.totalCount} stated relations rest on a single origin.`,
    );
    expect(slugsOf(page, '.claims tbody tr')[0]).toBe('kt-2025-12-11');
    expect(page.texts('.claims tbody tr:first-child td')[1]).toBe(
      `${source.soleSupportOf.totalCount} relations`,
    );
  });

  it('claims of one source are its relations of one origin', async () => {
    const page = await readPage(app, '/claims?sources=adilet-2008-opcat');
    const keys = [...page.document.querySelectorAll('ol.claims li')].map((one) =>
      one.getAttribute('data-key'),
    );
    expect(keys).toContain('law-48-iv-2008~IMPLEMENTS~opcat');
  });

  it('a network is a ladder around one entity, and tables around several', async () => {
    const one = await readPage(app, '/network?center=npm');
    expect(one.document.querySelectorAll('.ladder')).toHaveLength(1);
    const page = await readPage(app, '/network?center=npm,opcat');
    const { network } = await app.data(`{ network(center: ["npm", "opcat"], fold: STATEMENTS) {
      nodes { slug } links { count } } }`);
    expect(slugsOf(page, 'tbody tr[data-slug]')).toEqual(
      network.nodes.map(({ slug }: { slug: string }) => slug),
    );
    expect(page.texts('main > p.muted')).toEqual([
      `${network.nodes.length} entities, ${network.links.length} links`,
    ]);
  });

  it('a network of several has what was said at the events among them', async () => {
    const path = '/network?center=penal-system-briefing-2024-07,spt-visit-2016';
    const page = await readPage(app, path);
    expect(page.texts('main tbody tr')).toContain(
      'Tenizzhan Dzhanibekov3 statementsprison population',
    );
    const silent = await readPage(app, `${path}&roles=ORGANIZER`);
    expect(silent.html).not.toContain('3 statements');
  });

  it('a network that is cut says so in words', async () => {
    const page = await readPage(app, '/network?center=ombudsman-kz&depth=3');
    expect(page.texts('main > p.muted')[0]).toContain('There are more');
  });

  it('a network as a web has the same as tables, and says what the web needs', async () => {
    const page = await readPage(app, '/network?center=npm&view=web');
    expect(page.texts('.web')[0]).toContain('The web needs JavaScript.');
    expect(slugsOf(page, 'tbody tr[data-slug]').length).toBeGreaterThan(5);
  });

  it('says with 404 what may be meant by the centre of a network', async () => {
    expect((await readPage(app, '/network?center=np')).status).toBe(404);
  });

  it('what the service is about is said in each language', async () => {
    const titles = ['en', 'ru', 'kk'].map(async (lang) => {
      const page = await readPage(app, `/about?lang=${lang}`);
      return page.texts('h1')[0];
    });
    expect(await Promise.all(titles)).toEqual(['About', 'О сервисе', 'Сервис туралы']);
  });

  it('loads nothing from elsewhere, and has no script or style of its own', async () => {
    for (const path of [POSITIONS, '/disagreements', '/claims', '/network', '/about', '/paths']) {
      expect((await readPage(app, path)).html).not.toMatch(/ style=| on\w+=|<style|<script>/);
    }
  });
});
