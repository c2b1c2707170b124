import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { formats } from '../../src/exports/formats.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { download } from '../support/exports.js';

const paths = [
  ...formats.map(({ name }) => name),
  ...formats.map(({ name }) => `${name}?center=npm,opcat&depth=2&lang=ru&without=kt-2025-12-11`),
  'json?during=2025&minOrigins=2&lang=kk',
  'json?entityTypes=PERSON,ORGANIZATION&publishedUntil=2025-12-10',
];

/** The bytes of the engine that was first. */
const known = new Map<string, Uint8Array>();

describeOnEngines('an export', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  }, 60_000);

  afterAll(() => app.close(), 60_000);

  it.each(paths)(
    'has the same bytes each time and on each engine: %s',
    async (path) => {
      const first = await download(app, path);
      expect(first.length).toBeGreaterThan(200);
      expect(await download(app, path)).toEqual(first);
      const other = known.get(path) ?? first;
      known.set(path, first);
      expect(Buffer.compare(other, first)).toBe(0);
    },
    60_000,
  );
});
