import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { formats } from '../../src/exports/formats.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { downloadText } from '../support/exports.js';
import { readPage } from '../support/page.js';

interface Exported {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
}

describeOnEngines('a page offers as files', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  it.each([
    ['/e/opcat?minPublishers=2', 'center=opcat&minPublishers=2'],
    ['/e/opcat?during=2025&view=table&lang=ru', 'center=opcat&during=2025&lang=ru'],
    ['/network?center=opcat,npm&depth=2', 'center=opcat,npm&depth=2'],
  ])('of %s exactly what it shows, and counts it', async (path, query) => {
    const page = await readPage(app, path);
    const picture = path.startsWith('/e/') ? ['svg'] : [];
    const names = [...formats.map(({ name }) => name), ...picture];
    const addresses = [...page.document.querySelectorAll('.take-away a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(addresses.toSorted()).toEqual(
      names.map((name) => `/export/${name}?${query}`).toSorted(),
    );
    const { nodes, edges } = JSON.parse(await downloadText(app, `json?${query}`));
    const isStatement = new Set(
      nodes.flatMap(({ id, type }: Exported) => (type === 'STATEMENT' ? [id] : [])),
    );
    const between = edges.filter(
      ({ source, target }: Exported) => !isStatement.has(source) && !isStatement.has(target),
    );
    const [entities, relations, statements = 0] =
      page.texts('.take-away p')[0]?.match(/\d+/g)?.map(Number) ?? [];
    expect([entities, relations]).toEqual([nodes.length - isStatement.size, between.length]);
    expect(statements).toBeLessThanOrEqual(isStatement.size);
  });

  it('of the routes between two entities what is on these routes', async () => {
    const path = '/paths?from=sukhrob-khojimatov&to=osce-programme-office-astana';
    const page = await readPage(app, path);
    const address = page.document.querySelector('.take-away a')?.getAttribute('href') ?? '';
    const [, query = ''] = address.split('?');
    const { nodes } = JSON.parse(await downloadText(app, `json?${query}`));
    const ids = nodes.map(({ id }: { id: string }) => id);
    expect(query).toContain('depth=0');
    expect(ids).toEqual(
      expect.arrayContaining(['sukhrob-khojimatov', 'osce-programme-office-astana']),
    );
  });
});
