import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { download, downloadText } from '../support/exports.js';

const languages = [
  ['en', 'Title', 'The whole graph', 'Left out', 'nothing'],
  ['ru', 'Название', 'Весь граф', 'Не вошло', 'ничего'],
  ['kk', 'Атауы', 'Бүкіл граф', 'Кірмегені', 'ештеңе'],
] as const;

describeOnEngines('what an export says of itself', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  }, 60_000);
  afterAll(() => app.close(), 60_000);

  it.each(languages)(
    'is wholly in the language of the request in files for people: %s',
    async (lang, title, whole, cut, nothing) => {
      const workbook = Buffer.from(await download(app, `xlsx?lang=${lang}`));
      const rows = await readSheet(workbook, 'About');
      expect(rows).toContainEqual([title, whole]);
      expect(rows).toContainEqual([cut, nothing]);
      const { 'README.md': readme } = unzipSync(await download(app, `md.zip?lang=${lang}`));
      const text = strFromU8(readme ?? new Uint8Array());
      expect(text).toContain(`# ${whole}\n\n- **${title}:** ${whole}\n`);
      // The address, the version and the licence have names that are the same in all languages.
      const rest = text.replace(/https?:\S+|Kenes|Apache-2\.0/g, '');
      if (lang !== 'en') expect(rest).not.toMatch(/[a-z]{3}/i);
    },
    60_000,
  );

  it.each([
    ['en', '## Relations', 'sources disagree', 'says otherwise', 'by our reading'],
    ['ru', '## Связи', 'источники расходятся', 'противоречит', 'по оценке составителей'],
    ['kk', '## Байланыстар', 'дереккөздер келіспейді', 'қайшы келеді', 'біздің бағалауымызша'],
  ])(
    'and what a file of Markdown says of an entity, too: %s',
    async (lang, heading, contested, contradicts, editorial) => {
      const archive = unzipSync(
        await download(app, `md.zip?center=conference-penitentiary-2025,npm&lang=${lang}`),
      );
      const [event = '', topic = ''] = ['conference-penitentiary-2025.md', 'npm.md'].map((name) =>
        strFromU8(archive[name] ?? new Uint8Array()),
      );
      expect(event).toContain(`\n${heading}\n`);
      expect(event).toContain(` (≠ ${contested})[^`);
      expect(event).toMatch(new RegExp(`\n\\[\\^\\d+\\]: ≠ ${contradicts}: `));
      expect(topic).toContain(` (${editorial})`);
      expect(event + topic).not.toMatch(/\((STATED|INFERRED|EDITORIAL|DENIED)\)/);
    },
    60_000,
  );

  it.each(languages.map(([lang, , whole]) => [lang, whole] as const))(
    'keeps its names in files for programs, whatever the language: %s',
    async (lang, whole) => {
      const { graph } = JSON.parse(await downloadText(app, `json?center=npm&lang=${lang}`));
      expect(Object.keys(graph as object)).toEqual([
        'title', 'address', 'exportedOn', 'version', 'filter', 'entityCount', 'relationCount',
        'cut', 'selection', 'licence', 'citation',
      ]); // prettier-ignore
      expect(await downloadText(app, `graphml?lang=${lang}`)).toMatch(
        new RegExp(`attr\\.name="Title"[^]*>${whole}<`),
      );
      expect(await downloadText(app, `gexf?lang=${lang}`)).toContain(`Title: ${whole}`);
      const sheets = Buffer.from(await download(app, `xlsx?center=npm&lang=${lang}`));
      const [heads] = await readSheet(sheets, 'Entities');
      expect(heads?.slice(0, 3)).toEqual(['name', 'slug', 'type']);
    },
    60_000,
  );
});
