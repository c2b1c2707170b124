import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { AllowedOrigins } from '../../src/http/cross-origin.js';
import { waitingHandler } from '../../src/http/routes.js';
import { limits } from '../../src/limits.js';
import { getRequest, listen, portOf, send, type RawResponse } from '../support/raw-http.js';
import { useService } from '../support/service.js';

const origin = 'https://page.example';

describe('a page of another origin that the server refuses', () => {
  const service = useService();
  let servers: Server[] = [];
  let sockets: Socket[] = [];

  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    for (const server of servers) server.close().closeAllConnections();
    [servers, sockets] = [[], []];
  });

  const start = async (origins: AllowedOrigins, handle: RequestListener): Promise<Server> => {
    const server = await listen(handle, { hosts: [], origins });
    servers.push(server);
    return server;
  };
  const waiting = waitingHandler(() => 'The store is being opened.');
  const handleOf = (name: string): RequestListener =>
    name === 'opening' ? waiting : service.app.handle;

  /** Fills the room for large bodies. */
  const fill = async (server: Server): Promise<void> => {
    const size = limits.requestBytes.value;
    const count = Math.floor(limits.largeBodies.value / size);
    for (let index = 0; index < count; index++) {
      const socket = connect(portOf(server), '127.0.0.1');
      sockets.push(socket);
      socket.write(post(`content-length: ${String(size)}`));
      await once(server, 'request');
    }
  };

  const post = (...headers: readonly string[]): string =>
    ['POST /graphql HTTP/1.1', ...common, ...headers, '', ''].join('\r\n');
  const from = `Origin: ${origin}`;
  const common = ['host: localhost', from, 'content-type: application/json', 'connection: close'];
  const long = 'x'.repeat(20_000);
  const larger = String(limits.smallBody.value + 1);
  const tooLarge = String(limits.requestBytes.value + 1);

  const refusals: readonly [status: number, why: string, request: string, service: string][] = [
    [400, 'its host is malformed', getRequest('/graphql', 'Host: a b', from), 'ready'],
    [400, 'it is no HTTP', `GET /graphql HTTP/1.1\r\n${from}\r\nx y\r\n\r\n`, 'ready'],
    [411, 'its length is missing', post(), 'ready'],
    [413, 'it is too large', post(`content-length: ${tooLarge}`), 'ready'],
    [415, 'it is compressed', post('content-encoding: gzip', 'content-length: 1'), 'ready'],
    [421, 'its host is foreign', getRequest('/graphql', 'Host: evil.example', from), 'ready'],
    [431, 'it is too long', getRequest(`/graphql?query=${long}`, from), 'ready'],
    [503, 'others are too large', post(`content-length: ${larger}`), 'full'],
    [503, 'the store is being opened', post('content-length: 2'), 'opening'],
  ];

  const granted = ({ head }: RawResponse): string[] =>
    head.split('\r\n').filter((line) => /^(access-control|vary)/i.test(line));

  describe.each(refusals)('with %d, since %s,', (status, _why, request, state) => {
    it.each([
      ['its origin', [origin], [`access-control-allow-origin: ${origin}`, 'vary: origin']],
      ['any origin', 'any' as const, ['access-control-allow-origin: *']],
    ])('reads so if %s is allowed', async (_which, origins, headers) => {
      const server = await start(origins, handleOf(state));
      if (state === 'full') await fill(server);
      const refused = await send(server, request);
      const expose = 'access-control-expose-headers: retry-after';
      expect([refused.status, granted(refused).sort()]).toEqual([
        status,
        [...headers, expose].sort(),
      ]);
      expect(refused.body).toMatch(/{"errors":\[{"message":/);
    });

    it.each([
      ['no origin', [], []],
      ['another origin', ['https://other.example'], ['vary: origin']],
    ])('does not if %s is allowed', async (_which, origins, headers) => {
      const server = await start(origins, handleOf(state));
      if (state === 'full') await fill(server);
      const refused = await send(server, request);
      expect([refused.status, granted(refused)]).toEqual([status, headers]);
    });
  });

  it('may ask while the store is being opened, and reads that it is', async () => {
    const server = await start([origin], waiting);
    const preflight = `OPTIONS${getRequest('/graphql', 'host: localhost', from).slice(3)}`;
    const response = await send(server, preflight);
    expect([response.status, granted(response)]).toEqual([
      204,
      expect.arrayContaining([
        `access-control-allow-origin: ${origin}`,
        'access-control-allow-headers: content-type',
      ]),
    ]);
  });
});

describe('a connection', () => {
  const service = useService();
  let server: Server;

  afterEach(() => {
    server.close().closeAllConnections();
  });

  it('has its second request refused in words, too', async () => {
    server = await listen(service.app.handle, { hosts: [] });
    const socket = connect(portOf(server), '127.0.0.1').setEncoding('utf8');
    socket.write('GET /health/live HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await once(socket, 'data');
    socket.write('nonsense\r\n\r\n');
    let text = '';
    for await (const part of socket) text += String(part);
    expect(text).toMatch(/^HTTP\/1.1 400 Bad Request\r\n[^]*can be read\."/);
  });
});
