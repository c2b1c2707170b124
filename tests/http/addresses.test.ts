import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, printSchema } from 'graphql';
import { KenesError } from '../../src/errors.js';
import { waitingHandler } from '../../src/http/routes.js';
import { useService } from '../support/service.js';

describe('the service', () => {
  const service = useService();
  const { get, failing } = service;

  it.each([
    ['/health/live', 'live\n'],
    ['/health/ready', 'ready\n'],
  ])('answers at %s with %j', async (path, text) => {
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
    [
      'no more than that it fails, where it is not known why',
      new Error('at /secret/place'),
      'The store does not answer.\n',
    ],
  ])('with a store that fails says at /health/ready %s', async (_what, error, text) => {
    const broken = failing('check', error);
    const response = await get('/health/ready', {}, broken);
    expect([response.status, await response.text()]).toEqual([503, text]);
    expect((await get('/health/live', {}, broken)).status).toBe(200);
  });

  it('has its schema at /schema.graphql', async () => {
    const response = await get('/schema.graphql');
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toBe(`${printSchema(service.app.schema)}\n`);
    expect(`${printSchema(buildSchema(text))}\n`).toBe(text);
  });

  it('has the README at /README.md, to which GraphiQL links', async () => {
    const response = await get('/README.md');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/plain; charset=utf-8',
    ]);
    expect(await response.text()).toBe(readFileSync('README.md', 'utf8'));
  });

  it.each(['/nothing', '/graphql/x', '/schema', '//', '/%zz'])(
    'has nothing at %s, and says so',
    async (path) => {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([
        404,
        `There is nothing at ${path}. GraphiQL and the API are at /graphql.\n`,
      ]);
    },
  );

  it.each([
    ['/health/live', 200, 'live\n', null],
    ['/health/ready', 503, 'The seed is being loaded.\n', '2'],
    ['/graphql', 503, 'The seed is being loaded.\n', '2'],
    ['/', 503, 'The seed is being loaded.\n', '2'],
  ])(
    'answers at %s with the status %d until its store is there',
    async (path, status, text, retry) => {
      const waiting = createServer(waitingHandler(() => 'The seed is being loaded.'));
      await once(waiting.listen(0, '127.0.0.1'), 'listening');
      const { port } = waiting.address() as AddressInfo;
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      expect([response.status, await response.text()]).toEqual([status, text]);
      expect(response.headers.get('retry-after')).toBe(retry);
      waiting.close();
    },
  );

  it('answers a posted query with a GraphQL error until its store is there', async () => {
    const waiting = createServer(waitingHandler(() => 'The seed is being loaded.'));
    await once(waiting.listen(0, '127.0.0.1'), 'listening');
    const { port } = waiting.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect([response.status, await response.json()]).toEqual([
      503,
      {
        errors: [
          { message: 'The seed is being loaded.', extensions: { code: 'STORE_UNAVAILABLE' } },
        ],
      },
    ]);
    waiting.close();
  });
});
