import { promisify } from 'node:util';
import { runInNewContext, Script } from 'node:vm';
import { brotliDecompress, gunzip } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { askExamples } from '../../src/graphiql/ask-examples.js';
import { examples } from '../../src/graphiql/examples.js';
import { useService } from '../support/service.js';

describe('the page for a browser', () => {
  const service = useService();
  const { get } = service;

  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  let html: string;

  beforeAll(async () => {
    html = await (await get('/graphql', browser)).text();
  });

  it.each([
    ['br', 'gzip, deflate, br, zstd', promisify(brotliDecompress)],
    ['gzip', 'gzip, deflate', promisify(gunzip)],
    ['gzip', 'GZIP', promisify(gunzip)],
    [null, 'deflate', Promise.resolve.bind(Promise)],
  ] as const)(
    'is the same in the encoding %s, where %j are accepted',
    async (encoding, accepted, decode) => {
      const response = await get('/graphql', { ...browser, 'accept-encoding': accepted });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(response.headers.get('vary')).toBe('accept, accept-encoding');
      const body = await (decode as (data: Buffer) => Promise<Buffer>)(
        Buffer.from(await response.arrayBuffer()),
      );
      expect(body.toString() === html).toBe(true);
    },
  );

  it.each(['gzip, br', 'gzip', ''])(
    'is sent once to a browser that accepts “%s”',
    async (accepted) => {
      const headers = { ...browser, 'accept-encoding': accepted };
      const first = await get('/graphql', headers);
      expect(Number(first.headers.get('content-length'))).toBe(
        (await first.arrayBuffer()).byteLength,
      );
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]{43}"$/);
      for (const known of [etag, `"x", W/${etag}`]) {
        const again = await get('/graphql', { ...headers, 'if-none-match': known });
        expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([
          304,
          '',
          etag,
        ]);
      }
      const other = await get('/graphql', { ...headers, 'if-none-match': '"x"' });
      expect(other.status).toBe(200);
      await other.body?.cancel();
    },
  );

  it('has another tag in each encoding', async () => {
    const tags = ['br', 'gzip', ''].map(async (accepted) => {
      const response = await get('/graphql', { ...browser, 'accept-encoding': accepted });
      await response.body?.cancel();
      return response.headers.get('etag');
    });
    expect(new Set(await Promise.all(tags)).size).toBe(3);
  });

  it('is in memory once for all browsers that read it at once', async () => {
    const headers = { ...browser, 'accept-encoding': 'identity' };
    const first = await get('/graphql', headers);
    const { byteLength } = await first.arrayBuffer();
    const before = process.memoryUsage().arrayBuffers;
    const responses = await Promise.all(Array.from({ length: 64 }, () => get('/graphql', headers)));
    const readers = responses.map((response) => response.body!.getReader());
    await Promise.all(readers.map((reader) => reader.read()));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(byteLength);
    await Promise.all(readers.map((reader) => reader.cancel()));
  });

  it.each(['/graphql', '/graphql?query=%7Bentity%7D', '/graphql?variables='])(
    'is at %s, for GraphiQL keeps there what is edited',
    async (path) => {
      expect((await (await get(path, browser)).text()) === html).toBe(true);
    },
  );

  it('loads nothing from elsewhere', () => {
    const markup = html
      .replace(/(<script[^>]*>)[^]*?<\/script>/g, '$1')
      .replace(/(<style[^>]*>)[^]*?<\/style>/g, '$1');
    const styles = (html.match(/<style[^>]*>[^]*?<\/style>/g) ?? []).join('\n');
    expect([markup.includes('<script'), styles.length > 1_000]).toEqual([true, true]);
    const loads = [
      ...markup.matchAll(/\b(?:src|href|action|data|srcset)\s*=\s*(?!["']?data:)[^>]{0,80}/g),
      ...styles.matchAll(/@import[^;]{0,80}|url\(\s*(?!["']?data:)[^)]{0,80}/g),
    ];
    expect(loads.map(([text]) => text)).toEqual([]);
  });

  it('may load nothing from elsewhere', async () => {
    const response = await get('/graphql', browser);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'unsafe-inline' 'unsafe-eval' blob:",
      'worker-src blob:',
      "style-src 'unsafe-inline'",
      "img-src 'self' data:",
      'font-src data:',
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it('opens as many examples in tabs as fit, and lists all of them by their titles', () => {
    const inTabs = examples.filter(({ query }) => html.includes(JSON.stringify({ query })));
    expect(inTabs).toEqual(examples.slice(0, 3));
    const listed = examples.map(({ title, query }) =>
      JSON.stringify({ title, query }).slice(1, -1),
    );
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.filter((text) => !html.includes(text.replaceAll('<', '\\u003c')))).toEqual([]);
  });

  it.each([
    [
      'is as wide as the screen of a phone',
      '<meta name="viewport" content="width=device-width" />',
    ],
    ['wraps long lines', 'wordWrap:"on",scrollBeyondLastLine:!1'],
    [
      'has no tabs that can be dragged, for these lose the first click',
      'drag:!1,layout:!1,role:"tab"',
    ],
    ['has its examples beside the docs', 'plugins:[Kenes.panel,'],
    ['links to the README', "href: '/README.md'"],
  ])('%s', (_, text) => {
    expect(html.split(text)).toHaveLength(2);
  });

  it('names tabs in words', () => {
    const [, inWords = ''] = /const inWords = ([^]*?);\n\n/.exec(html) ?? [];
    const named = runInNewContext(inWords) as (name: string) => string;
    expect(
      ['FindByName', 'SpeakersOnATopic', 'WhatIsTheNPM', 'mine', '<untitled>'].map(named),
    ).toEqual(['Find by name', 'Speakers on a topic', 'What is the NPM', 'mine', '<untitled>']);
  });

  it('has scripts that can be parsed', () => {
    const [, script = ''] = /<script>([^]*)<\/script>/.exec(html) ?? [];
    expect(() => new Script(script)).not.toThrow();
  });

  it('has its example queries asked twice before anybody does, until the service ends', async () => {
    const queries = examples.map(({ query }) => query);
    const ending = new AbortController();
    const asked: string[] = [];
    await askExamples(async (request) => {
      const query = new URL(request.url).searchParams.get('query') ?? '';
      if (asked.push(query) === queries.length + 2) ending.abort();
      const response = await service.app.fetch(request);
      expect(response.status).toBe(200);
      return response;
    }, ending.signal);
    expect(asked).toEqual([...queries, ...queries.slice(0, 2)]);
  });

  it('is not for a client that asks for data', async () => {
    const response = await get('/graphql?query=%7B__typename%7D', { accept: 'application/json' });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });
});
