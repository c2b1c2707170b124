import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOMParser } from 'linkedom';
import { FILE_COLOURS } from '../../src/viewer/picture/file-style.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage } from '../support/page.js';

const PICTURE = '/export/svg?center=conference-penitentiary-2025';

describeOnEngines('the picture of an entity as a file', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  const read = async (path: string) => {
    const response = await app.fetch(path);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  };

  it.each(['', '&minOrigins=2', '&roles=ORGANIZER&lang=ru', '&entityTypes=TOPIC&lang=kk'])(
    'has the lines and the rows of its page with %j',
    async (filter) => {
      const { status, text } = await read(PICTURE + filter);
      expect(status).toBe(200);
      const file = new DOMParser().parseFromString(text, 'image/svg+xml');
      const { document } = await readPage(
        app,
        `/e/conference-penitentiary-2025?${filter.slice(1)}`,
      );
      const drawn = (root: Pick<Document, 'querySelectorAll'>, name: string) =>
        [...root.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name));
      const ladder = document.querySelector('.ladder') as Element;
      for (const name of ['data-key', 'data-slug', 'd'])
        expect(drawn(file as unknown as Document, name)).toEqual(
          expect.arrayContaining(drawn(ladder, name)),
        );
    },
  );

  it('says inside from where and from which day it is, with what filter, and what it has', async () => {
    const { text } = await read(`${PICTURE}&minOrigins=2`);
    const metadata = /<metadata>([^]*?)<\/metadata>/.exec(text)?.[1] ?? '';
    expect(metadata).toContain(
      'Address: http://kenes/export/svg?center=conference-penitentiary-2025&amp;minOrigins=2\n',
    );
    expect(metadata).toMatch(/\nExported on: \d{4}-\d\d-\d\d\nFilter: minOrigins=2\n/);
    expect(metadata).toMatch(/\nRelations: \d+\n/);
  });

  it.each([
    ['ru', 'Дата выгрузки', 'Условия: нет', 'Связи', 'Не вошло: ничего'],
    ['kk', 'Жүктеп алынған күні', 'Шарттар: жоқ', 'Байланыстар', 'Кірмегені: ештеңе'],
  ])('says so in the language of the request: %s', async (lang, day, filter, relations, cut) => {
    const { text } = await read(`${PICTURE}&lang=${lang}`);
    const metadata = /<metadata>([^]*?)<\/metadata>/.exec(text)?.[1] ?? '';
    expect(metadata).toMatch(new RegExp(`\n${day}: \\d{4}-\\d\\d-\\d\\d\n${filter}\n`));
    expect(metadata).toMatch(new RegExp(`\n${relations}: \\d+\n[^]*\n${cut}\n`));
    expect(metadata.replace(/http\S+/, '')).not.toMatch(/[a-z]{3}/i);
  });

  it('needs nothing else, and its links lead to the service', async () => {
    const { text, headers } = await read(PICTURE);
    expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('kenes-conference-penitentiary-2025.svg');
    expect(text).not.toMatch(/var\(--|@import|url\(|<script|<image/);
    const addresses = [...text.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(40);
    for (const address of addresses) expect(address).toMatch(/^http:\/\/kenes\/(e|r|export)\//);
  });

  it.each([
    ['/export/svg', 400, /`center`/],
    ['/export/svg?center=npm,opcat', 400, /one entity/],
    ['/export/svg?center=npm&depth=2', 400, /`depth` 1/],
    ['/export/svg?center=npm&roles=SPEAKR', 400, /SPEAKER/],
    ['/export/svg?center=nothing-at-all', 404, /nothing-at-all/],
    ['/export/svg?center=opcta', 404, /Did you mean “opcat”/],
  ])('is refused for %s with %s', async (path, status, reason) => {
    const answer = await read(path);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(reason);
  });
});

describe('the style of pictures as files', () => {
  it('has the colours of the pages', () => {
    const [, root = ''] =
      /:root \{([^}]*)\}/.exec(readFileSync('src/viewer/islands/main.css', 'utf8')) ?? [];
    for (const [name, colour] of Object.entries(FILE_COLOURS))
      expect(root).toContain(`--${name}: light-dark(${colour}, `);
  });
});
