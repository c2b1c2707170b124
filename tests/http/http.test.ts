import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema, printSchema } from 'graphql';
import { pino } from 'pino';
import { createApp, type App } from '../../src/http/app.js';
import { waitingHandler } from '../../src/http/routes.js';
import { KenesError, type KenesErrorCode } from '../../src/errors.js';
import { askExamples } from '../../src/graphiql/ask-examples.js';
import { examples } from '../../src/graphiql/examples.js';
import { seedStore } from '../../src/documents/seed.js';
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { SEED } from '../support/app.js';

interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly operation?: string | null;
  readonly milliseconds?: number;
  readonly errors?: readonly string[];
  readonly err?: { readonly message: string; readonly stack: string };
}

const vocabulary = createVocabulary();
const lines: string[] = [];
const logger = pino(
  { level: 'info', base: null, timestamp: false },
  {
    write: (line: string) => {
      lines.push(line);
    },
  },
);

function logged(): LogLine[] {
  return lines.map((line) => JSON.parse(line) as LogLine);
}

const environment = process.env['NODE_ENV'];
let store: Store;
let app: App;

beforeAll(async () => {
  // As where the service runs: what is shown of an error must not hang on it.
  delete process.env['NODE_ENV'];
  store = await SqliteStore.open({ folder: 'memory', vocabulary, timeLimit: 20_000 });
  await seedStore(store, vocabulary, SEED);
  app = createApp({ store, vocabulary, logger });
});

afterAll(async () => {
  process.env['NODE_ENV'] = environment;
  await store.close();
});

beforeEach(() => {
  lines.length = 0;
});

type Headers = Record<string, string>;

function get(path: string, headers: Headers = {}, of = app): Promise<Response> {
  return of.fetch(new Request(`http://kenes.example${path}`, { headers }));
}

/** Sends a body with its length, as every client does that knows it. */
function post(body: string, headers: Headers = {}, of = app): Promise<Response> {
  return of.fetch(
    new Request('http://kenes.example/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        ...headers,
      },
      body,
    }),
  );
}

function ask(query: string, more: object = {}, of = app): Promise<Response> {
  return post(JSON.stringify({ query, ...more }), {}, of);
}

/** A store of which one thing fails. */
function failing(name: 'read' | 'check', error: Error): Store {
  return new Proxy(store, {
    get(target, property) {
      if (property === name) return () => Promise.reject(error);
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

describe('the addresses of the service', () => {
  it('lead from the root to GraphiQL', async () => {
    const response = await get('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });

  it.each([
    ['/health/live', 'live\n'],
    ['/health/ready', 'ready\n'],
  ])('%s says so', async (path, text) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([200, text]);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    [
      'why, where it is known',
      new KenesError('STORE_UNAVAILABLE', 'No Neo4j answers at bolt://host.', {
        hint: 'Start it.',
      }),
      'No Neo4j answers at bolt://host. Start it.\n',
    ],
    ['no more than that, else', new Error('at /secret/place'), 'The store does not answer.\n'],
  ])('/health/ready says %s', async (_what, error, text) => {
    const broken = createApp({ store: failing('check', error), vocabulary, logger });
    const response = await get('/health/ready', {}, broken);
    expect([response.status, await response.text()]).toEqual([503, text]);
    expect((await get('/health/live', {}, broken)).status).toBe(200);
  });

  it('/schema.graphql is the schema', async () => {
    const response = await get('/schema.graphql');
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toBe(`${printSchema(app.schema)}\n`);
    expect(`${printSchema(buildSchema(text))}\n`).toBe(text);
  });

  it.each(['/nothing', '/graphql/x', '/schema', '//', '/%zz'])('%s is none', async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([
      404,
      `There is nothing at ${path}. GraphiQL and the API are at /graphql.\n`,
    ]);
  });

  it.each([
    ['/health/live', 200, 'live\n', null],
    ['/health/ready', 503, 'The seed is being loaded.\n', '2'],
    ['/graphql', 503, 'The seed is being loaded.\n', '2'],
    ['/', 503, 'The seed is being loaded.\n', '2'],
  ])('%s has the status %d until the store is there', async (path, status, text, retry) => {
    const waiting = createServer(waitingHandler(() => 'The seed is being loaded.'));
    await once(waiting.listen(0, '127.0.0.1'), 'listening');
    const { port } = waiting.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    expect([response.status, await response.text()]).toEqual([status, text]);
    expect(response.headers.get('retry-after')).toBe(retry);
    waiting.close();
  });
});

describe('the page for a browser', () => {
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
  ] as const)('is the same in %s, of %j', async (encoding, accepted, decode) => {
    const response = await get('/graphql', { ...browser, 'accept-encoding': accepted });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('accept, accept-encoding');
    const body = await (decode as (data: Buffer) => Promise<Buffer>)(
      Buffer.from(await response.arrayBuffer()),
    );
    expect(body.toString() === html).toBe(true);
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

  it('has all example queries in its tabs', () => {
    const queries = examples.map(({ query }) => JSON.stringify({ query }));
    expect(queries.length).toBeGreaterThan(0);
    expect(queries.filter((query) => !html.includes(query))).toEqual([]);
  });

  it('has its example queries asked twice before anybody does, until the service ends', async () => {
    const queries = examples.map(({ query }) => query);
    const ending = new AbortController();
    const asked: string[] = [];
    await askExamples(async (request) => {
      const query = new URL(request.url).searchParams.get('query') ?? '';
      if (asked.push(query) === queries.length + 2) ending.abort();
      const response = await app.fetch(request);
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

describe('a query', () => {
  const answer = { data: { entity: { slug: 'npm' } } };
  const query = 'query Find($slug: String!) { entity(slug: $slug) { slug } }';
  const variables = { slug: 'npm' };

  it('is asked by POST', async () => {
    const response = await ask(query, { variables, operationName: 'Find' });
    expect([response.status, await response.json()]).toEqual([200, answer]);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('is asked by GET', async () => {
    const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const response = await get(`/graphql?${parameters.toString()}`);
    expect([response.status, await response.json()]).toEqual([200, answer]);
  });

  it('is answered in the media type that its client asks for', async () => {
    const accept = 'application/graphql-response+json';
    const response = await post(JSON.stringify({ query, variables }), { accept });
    expect([response.status, await response.json()]).toEqual([200, answer]);
    expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
  });

  it.each(['application/json; charset=utf-8', 'application/graphql+json'])(
    'may be sent as %s',
    async (type) => {
      const response = await post(JSON.stringify({ query, variables }), { 'content-type': type });
      expect([response.status, await response.json()]).toEqual([200, answer]);
    },
  );

  it('chooses among several by their names', async () => {
    const several = 'query A { __typename } query B { entity(slug: "npm") { slug } }';
    expect(await (await ask(several, { operationName: 'B' })).json()).toEqual(answer);
  });
});

describe('a request that is wrong', () => {
  const json = (query: string, more: object = {}): string => JSON.stringify({ query, ...more });

  it.each([
    [
      'a syntax error',
      json('{ entity('),
      200,
      'Syntax Error: Expected Name, found <EOF>.',
      'GRAPHQL_PARSE_FAILED',
    ],
    [
      'an unknown field',
      json('{ entty }'),
      200,
      'Cannot query field "entty" on type "Query". Did you mean "entity"?',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an unknown argument',
      json('{ people(frist: 1) { totalCount } }'),
      200,
      'Unknown argument "frist" on field "Query.people". Did you mean "first" or "last"?',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an operation that is not in it',
      json('query A { __typename }', { operationName: 'B' }),
      400,
      'Could not determine what operation to execute.',
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'several operations and no name',
      json('query A { __typename } query B { __typename }'),
      400,
      'Could not determine what operation to execute.',
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['no JSON', '{"query":', 400, 'POST body sent invalid JSON.', 'BAD_REQUEST'],
    ['an empty body', '', 400, 'POST body sent invalid JSON.', 'BAD_REQUEST'],
    ['a list', '[{"query":"{ __typename }"}]', 400, 'Batching is not supported.', 'BAD_REQUEST'],
    [
      'no object',
      'null',
      400,
      'POST body is expected to be object but received null',
      'BAD_REQUEST',
    ],
    ['no query', '{}', 400, 'Must provide query string.', 'BAD_REQUEST'],
    [
      'a query that is no text',
      '{"query":5}',
      400,
      'Expected "query" param to be a string, but given number.',
      'BAD_REQUEST',
    ],
    [
      'variables that are no object',
      json('{ __typename }', { variables: 'x' }),
      400,
      'Expected "variables" param to be empty or an object, but given string.',
      'BAD_REQUEST',
    ],
    [
      'a variable of another type',
      json('query Q($slug: String!) { entity(slug: $slug) { slug } }', { variables: { slug: 5 } }),
      400,
      'Variable "$slug" got invalid value 5; String cannot represent a non string value: 5',
      'BAD_USER_INPUT',
    ],
    [
      'a variable too few',
      json('query Q($slug: String!) { entity(slug: $slug) { slug } }'),
      400,
      'Variable "$slug" of required type "String!" was not provided.',
      'BAD_USER_INPUT',
    ],
    [
      'a date that is none',
      json(
        'query Q($date: PartialDate) { people(filter: { during: { from: $date } }) { totalCount } }',
        {
          variables: { date: '2025-13' },
        },
      ),
      400,
      'Variable "$date" got invalid value "2025-13"; “2025-13” is not a date. Write dates in EDTF, such as 2025, 2025-12, 2025-12-10 or 2025-06-24/2025-06-25.',
      {
        code: 'BAD_USER_INPUT',
        hint: 'Write dates in EDTF, such as 2025, 2025-12, 2025-12-10 or 2025-06-24/2025-06-25.',
      },
    ],
    [
      'a page that is too large',
      json('{ people(first: 101) { totalCount } }'),
      200,
      '`first` must be between 0 and 100 (got 101). Page with `after: endCursor`.',
      { code: 'BAD_USER_INPUT', hint: 'Page with `after: endCursor`.', argument: 'first' },
    ],
    [
      'more than 5,000 tokens',
      json(`{${' __typename'.repeat(5_000)} }`),
      200,
      'The query has more than 5,000 tokens. Split it into several requests.',
      { code: 'TOO_LARGE', hint: 'Split it into several requests.' },
    ],
    [
      '50,000 open braces',
      json('{'.repeat(50_000)),
      200,
      'The request is nested more than 100 levels deep.',
      'TOO_LARGE',
    ],
    [
      '50,000 open brackets',
      json(`{ entity(slug: ${'['.repeat(50_000)}`),
      200,
      'The request is nested more than 100 levels deep.',
      'TOO_LARGE',
    ],
    [
      'a filter in itself, thousands of times',
      `{"query":"query Q($filter: EntityFilter) { people(filter: $filter) { totalCount } }","variables":{"filter":${'{"not":'.repeat(20_000)}{}${'}'.repeat(20_000)}}}`,
      200,
      'The request is nested more than 100 levels deep.',
      'TOO_LARGE',
    ],
    [
      'fragments in each other, hundreds of times',
      json(
        `{ entity(slug: "npm") { ...F0 } } ${Array.from({ length: 200 }, (_, level) => `fragment F${level} on Entity { relations(first: 1) { nodes { ...F${level + 1} } } }`).join(' ')} fragment F200 on Entity { slug }`,
      ),
      200,
      'The request is nested more than 100 levels deep.',
      'TOO_LARGE',
    ],
    [
      'a selection in itself, hundreds of times',
      json(
        `{ entity(slug: "npm") ${'{ relations(first: 1) { nodes '.repeat(400)}{ slug }${'} }'.repeat(400)} }`,
      ),
      200,
      'The request is nested more than 100 levels deep.',
      'TOO_LARGE',
    ],
    [
      'a field of the entries of a list',
      json('{ people { name } }'),
      200,
      'Cannot query field "name" on type "PersonConnection". Select it in `nodes { name }`.',
      { code: 'GRAPHQL_VALIDATION_FAILED', hint: 'Select it in `nodes { name }`.' },
    ],
    [
      'a field that is like no other',
      json('{ graphInfo { size } }'),
      200,
      'Cannot query field "size" on type "GraphInfo". `GraphInfo` has the fields engine, engineVersion, entityCounts, evidenceCount, relationCounts, sourceCount, version.',
      {
        code: 'GRAPHQL_VALIDATION_FAILED',
        hint: '`GraphInfo` has the fields engine, engineVersion, entityCounts, evidenceCount, relationCounts, sourceCount, version.',
      },
    ],
    [
      'a value of a thousand letters',
      json(
        'query Q($date: PartialDate) { people(filter: { during: { from: $date } }) { totalCount } }',
        {
          variables: { date: 'x'.repeat(1_000) },
        },
      ),
      400,
      `Variable "$date" got invalid value "${'x'.repeat(200)}…"; “${'x'.repeat(200)}…” is not a date. Write dates in EDTF, such as 2025, 2025-12, 2025-12-10 or 2025-06-24/2025-06-25.`,
      {
        code: 'BAD_USER_INPUT',
        hint: 'Write dates in EDTF, such as 2025, 2025-12, 2025-12-10 or 2025-06-24/2025-06-25.',
      },
    ],
  ])('with %s is answered with what is wrong', async (_what, body, status, message, parts) => {
    const response = await post(body);
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: object }[];
    };
    expect(errors.map((error) => [error.message, error.extensions])).toEqual([
      [message, typeof parts === 'string' ? { code: parts } : parts],
    ]);
    expect(response.status).toBe(status);
    expect(logged().filter(({ level }) => level >= 50)).toEqual([]);
  });

  it.each([
    ['application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['text/plain', '{"query":"{ __typename }"}'],
    ['application/xml', '<query/>'],
    ['json', '{"query":"{ __typename }"}'],
    ['', '{"query":"{ __typename }"}'],
  ])('of the content type %j is told which to send', async (type, body) => {
    const response = await post(body, { 'content-type': type });
    expect([response.status, await response.json()]).toEqual([
      415,
      {
        errors: [
          {
            message: 'The content-type must be application/json. Send the query as JSON.',
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      },
    ]);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'HEAD'])('by %s is refused', async (method) => {
    const response = await app.fetch(new Request('http://kenes.example/graphql', { method }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('by GET that would change something is refused', async () => {
    const response = await get('/graphql?query=mutation%7B__typename%7D');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each(['variables', 'extensions'])(
    'by GET with %s that are no JSON is told so',
    async (name) => {
      const parameters = new URLSearchParams({ query: '{ __typename }', [name]: '{' });
      const response = await get(`/graphql?${parameters.toString()}`);
      const message = `\`${name}\` must be JSON.`;
      expect([response.status, await response.json()]).toEqual([
        400,
        { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] },
      ]);
      expect(logged()).toEqual([]);
    },
  );

  it.each(['-1', '1e3', '0x10', ' ', '1, 2'])('of the length “%s” is refused', async (length) => {
    const headers = { 'content-type': 'application/json', 'content-length': length };
    const body = json('{ __typename }');
    const request = new Request('http://kenes.example/graphql', { method: 'POST', headers, body });
    expect((await app.fetch(request)).status).toBe(411);
  });

  it('without a length is refused', async () => {
    const response = await app.fetch(
      new Request('http://kenes.example/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: json('{ __typename }'),
      }),
    );
    expect([response.status, await response.json()]).toEqual([
      411,
      {
        errors: [
          {
            message: 'The content-length header is missing. Send the length of the body.',
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      },
    ]);
  });

  it('of more than a mebibyte is refused', async () => {
    const envelope = json('{ __typename }', { variables: { text: '' } }).length;
    const sized = (size: number): string =>
      json('{ __typename }', { variables: { text: 'x'.repeat(size - envelope) } });
    expect((await post(sized(1_048_576))).status).toBe(200);
    const response = await post(sized(1_048_577));
    expect([response.status, await response.json()]).toEqual([
      413,
      {
        errors: [
          {
            message: 'The body must have at most 1,048,576 bytes (got 1,048,577).',
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      },
    ]);
  });
});

describe('a page elsewhere', () => {
  const origin = 'https://page.example';

  it('may ask, without the cookies of its visitor', async () => {
    const response = await app.fetch(
      new Request('http://kenes.example/graphql', {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      }),
    );
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST, OPTIONS');
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each([
    ['an answer', JSON.stringify({ query: '{ __typename }' }), {}, 200],
    ['what is wrong with a query', JSON.stringify({ query: '{ x }' }), {}, 200],
    ['what is wrong with a body', '{', {}, 400],
    ['that its body is too large', '{}', { 'content-length': '9999999' }, 413],
    ['that its content type is wrong', '{}', { 'content-type': 'text/plain' }, 415],
  ])('may read %s', async (_what, body, headers: Headers, status) => {
    const response = await post(body, { origin, ...headers });
    expect(response.status).toBe(status);
    expect([origin, '*']).toContain(response.headers.get('access-control-allow-origin'));
  });
});

describe('an error inside', () => {
  const slug = 'a-slug-that-nobody-should-see';
  const failWith = (error: Error): App =>
    createApp({ store: failing('read', error), vocabulary, logger });
  const find = (of: App): Promise<Response> =>
    ask(
      'query Find($slug: String!) { found: entity(slug: $slug) { slug } }',
      { variables: { slug } },
      of,
    );

  it('is told to clients as such, and logged whole', async () => {
    const cause = new Error('the disk is on fire');
    const response = await find(failWith(new TypeError('no such column', { cause })));
    expect([response.status, await response.json()]).toEqual([
      200,
      {
        errors: [
          {
            message: 'Something went wrong inside the service. It was logged.',
            locations: [{ line: 1, column: 30 }],
            path: ['found'],
            extensions: { code: 'INTERNAL_SERVER_ERROR' },
          },
        ],
        data: { found: null },
      },
    ]);
    const [, line] = logged();
    expect([line!.level, line!.msg]).toEqual([50, 'internal error']);
    expect(line!.err!.message).toBe('no such column: the disk is on fire');
    expect(line!.err!.stack).toMatch(
      /^TypeError: no such column\n {4}at [^]*caused by: Error: the disk is on fire\n {4}at /,
    );
  });

  it.each([['a text'], [null], [{ a: 'thing' }]])(
    'is told so, too, where %j is thrown',
    async (thrown) => {
      const response = await find(failWith(thrown as unknown as Error));
      expect(await response.json()).toMatchObject({
        errors: [
          {
            message: 'Something went wrong inside the service. It was logged.',
            extensions: { code: 'INTERNAL_SERVER_ERROR' },
          },
        ],
      });
      expect(logged().map(({ level }) => level)).toContain(50);
    },
  );

  it.each<[KenesErrorCode, number]>([
    ['STORE_UNAVAILABLE', 40],
    ['STORE_REFUSED', 40],
    ['TIMED_OUT', 40],
    ['TOO_LARGE', 40],
  ])(
    'that a caller can act on keeps its code %s, its message and its parts',
    async (code, level) => {
      const error = new KenesError(code, 'What was wrong.', {
        hint: 'What to do.',
        nearest: 'near',
        argument: 'filter.types[0]',
        cause: new Error('of the driver'),
      });
      const response = await find(failWith(error));
      expect(await response.json()).toEqual({
        errors: [
          {
            message: 'What was wrong. Did you mean “near”? What to do.',
            locations: [{ line: 1, column: 30 }],
            path: ['found'],
            extensions: { code, hint: 'What to do.', nearest: 'near', argument: 'filter.types[0]' },
          },
        ],
        data: { found: null },
      });
      const [operation, line] = logged();
      expect(operation!.errors).toEqual([code]);
      expect(line).toMatchObject({
        level,
        err: { message: 'What was wrong.: of the driver', hint: 'What to do.' },
      });
    },
  );

  it('does not end the others that were asked for', async () => {
    const once = new Proxy(store, {
      get: (target, name) =>
        name === 'read'
          ? (reading: Parameters<Store['read']>[0]) =>
              reading.start === 'sources by slug'
                ? Promise.reject(new Error('broken'))
                : target.read(reading)
          : (Reflect.get(target, name, target) as unknown),
    });
    const partly = createApp({ store: once, vocabulary, logger });
    const response = await ask(
      '{ entity(slug: "npm") { slug } source(slug: "x") { slug } }',
      {},
      partly,
    );
    expect(await response.json()).toMatchObject({
      data: { entity: { slug: 'npm' }, source: null },
      errors: [{ path: ['source'] }],
    });
  });

  it('leaves no value of a variable in the log', async () => {
    for (const error of [new Error('x'), new KenesError('TIMED_OUT', 'x')]) {
      await find(failWith(error));
    }
    await find(app);
    await ask(
      'query Q($slug: String!, $first: Int) { entity(slug: $slug) { relations(first: $first) { totalCount nodes { slug } } } }',
      {
        variables: { slug, first: 12_345 },
      },
    );
    await ask(
      'query Q($slug: Int!) { __typename @skip(if: false) entity(slug: "npm") { relations(first: $slug) { totalCount } } }',
      {
        variables: { slug },
      },
    );
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.filter((line) => line.includes(slug) || line.includes('12345'))).toEqual([]);
  });
});

describe('the log', () => {
  it('has no line of an operation that it is told to leave out', async () => {
    const url = 'http://kenes.example/graphql?query=%7B__typename%7D';
    const response = await app.fetch(new Request(url), { isLogged: false });
    expect([response.status, logged()]).toEqual([200, []]);
  });

  it('has a line for each operation, with its name and the codes of its errors', async () => {
    await ask('query Named { __typename }');
    await ask('{ __typename }');
    await ask('query Wrong { people(first: 101) { totalCount } entity(slug: "npm") { slug } }');
    const milliseconds = expect.any(Number) as unknown as number;
    expect(logged()).toEqual([
      { level: 30, operation: 'Named', milliseconds, msg: 'operation' },
      { level: 30, operation: null, milliseconds, msg: 'operation' },
      {
        level: 30,
        operation: 'Wrong',
        milliseconds,
        errors: ['BAD_USER_INPUT'],
        msg: 'operation',
      },
    ]);
  });
});
