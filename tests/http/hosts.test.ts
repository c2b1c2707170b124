import type { RequestListener, Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AllowedHosts } from '../../src/http/server.js';
import { waitingHandler } from '../../src/http/routes.js';
import { getRequest, listen, send } from '../support/raw-http.js';
import { useService } from '../support/service.js';

const service = useService();

const foreign: string[] = [];
const servers: Server[] = [];

afterAll(() => {
  for (const server of servers) server.close();
});

async function start(listener: RequestListener, hosts: AllowedHosts): Promise<Server> {
  const server = await listen(listener, { hosts, onForeignHost: (host) => foreign.push(host) });
  servers.push(server);
  return server;
}

const malformed = ['[', 'a b', '%', 'x:99999', '<script>', 'x:', 'a/b', 'user@x', '', '1.2.3.4.5'];
const loopback = [
  'localhost',
  'LOCALHOST:1',
  'localhost.',
  'kenes.localhost',
  '127.9.9.9',
  '[::1]:80',
];

describe.each(['ready', 'still opening its store'])('a service that is %s', (stage) => {
  let local: Server;
  let named: Server;
  let open: Server;
  /** The status of an allowed request for /health/ready. */
  const allowed = stage === 'ready' ? 200 : 503;

  beforeAll(async () => {
    const listener =
      stage === 'ready' ? service.app.handle : waitingHandler(() => 'The store is being opened.');
    local = await start(listener, []);
    named = await start(listener, ['kenes.example']);
    open = await start(listener, 'any');
  });

  it.each(malformed)('refuses the malformed host “%s” in one sentence', async (host) => {
    for (const server of [local, open]) {
      const { status, body } = await send(server, getRequest('/health/live', `Host: ${host}`));
      expect([status, JSON.parse(body)]).toEqual([
        400,
        {
          errors: [
            {
              message:
                'The host header must be one name or address, with a port if it is not the usual one, such as localhost:4000.',
              extensions: { code: 'BAD_REQUEST' },
            },
          ],
        },
      ]);
    }
  });

  it('refuses two hosts', async () => {
    const request = getRequest('/health/live', 'Host: localhost', 'hOST: localhost');
    expect((await send(open, request)).status).toBe(400);
  });

  it.each(loopback)('answers for the loopback host %s', async (host) => {
    for (const server of [local, named, open]) {
      const { status } = await send(server, getRequest('/health/ready', `Host: ${host}`));
      expect(status).toBe(allowed);
    }
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', '128.0.0.1'])(
    'answers for the foreign host %s only if any is allowed',
    async (host) => {
      const request = getRequest('/health/ready', `Host: ${host}:4000`);
      foreign.length = 0;
      for (const server of [local, named]) {
        const { status, body } = await send(server, request);
        expect([status, JSON.parse(body)]).toEqual([
          421,
          {
            errors: [
              {
                message: `This service does not answer for the host “${host}”. Use a host that its operator allows, or localhost on its own machine.`,
                extensions: { code: 'BAD_REQUEST' },
              },
            ],
          },
        ]);
      }
      expect(foreign).toEqual([host, host]);
      expect((await send(open, request)).status).toBe(allowed);
    },
  );

  it('answers for a host that is allowed by name, at any port and in any case', async () => {
    for (const host of ['kenes.example', 'Kenes.Example:4000', 'kenes.example.']) {
      const { status } = await send(named, getRequest('/health/ready', `Host: ${host}`));
      expect(status).toBe(allowed);
    }
  });

  it('answers a request of HTTP/1.0 without a host', async () => {
    const { status } = await send(local, 'GET /health/ready HTTP/1.0\r\n\r\n');
    expect(status).toBe(allowed);
  });

  it.each([
    ['http://localhost/health/ready', allowed],
    ['HTTP://127.0.0.1:4000/health/ready?x', allowed],
    ['http://evil.example/health/ready', 421],
    ['http://[/health/ready', 400],
    ['http://user@localhost/health/ready', 400],
    ['*', 400],
    ['ftp://localhost/', 400],
  ])('goes by the host of the target %s', async (target, status) => {
    expect((await send(local, getRequest(target, 'Host: localhost'))).status).toBe(status);
  });

  it('refuses a malformed host beside a target with a host of its own', async () => {
    const request = getRequest('http://localhost/health/ready', 'Host: [');
    expect((await send(local, request)).status).toBe(400);
  });
});

describe('a query', () => {
  it('is answered in absolute form', async () => {
    const server = await start(service.app.handle, []);
    const target = 'http://localhost/graphql?query={__typename}';
    const { status, body } = await send(
      server,
      getRequest(target, 'Host: other.example', 'accept: application/json'),
    );
    expect([status, body]).toEqual([200, '{"data":{"__typename":"Query"}}']);
  });
});
