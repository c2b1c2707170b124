import { once } from 'node:events';
import { Agent, get as httpGet, type IncomingMessage, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { limits } from '../../src/limits.js';
import { getRequest, listen, portOf, send } from '../support/raw-http.js';
import { useService } from '../support/service.js';

describe('the server', () => {
  const service = useService();
  let server: Server;
  let sockets: Socket[] = [];

  beforeEach(async () => {
    server = await listen(service.app.handle, { hosts: [] });
  });

  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets = [];
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  const postOf = (length: number, body: string): string =>
    [
      'POST /graphql HTTP/1.1',
      'host: localhost',
      'content-type: application/json',
      `content-length: ${String(length)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n');

  /** A query that is a text of this length. */
  const query = (length: number): string => {
    const envelope = JSON.stringify({ query: '{ __typename }' }).length;
    return JSON.stringify({ query: `{ __typename }${' '.repeat(length - envelope)}` });
  };

  const requests = (count: number): Promise<unknown> => {
    let arrived = 0;
    return new Promise((resolve) => {
      server.on('request', () => {
        arrived += 1;
        if (arrived === count) resolve(arrived);
      });
    });
  };

  it('reads only so many large bodies at once, and small ones always', async () => {
    const size = limits.requestBytes.value;
    const count = Math.floor(limits.largeBodies.value / size);
    const arrived = requests(count);
    for (let index = 0; index < count; index++) {
      const socket = connect(portOf(server), '127.0.0.1');
      sockets.push(socket);
      socket.write(postOf(size, '{'));
    }
    await arrived;
    const large = limits.smallBody.value + 1;
    const refused = await send(server, postOf(large, query(large)));
    expect([refused.status, JSON.parse(refused.body)]).toEqual([
      503,
      {
        errors: [
          {
            message:
              'Too many large requests are being answered. Send this one again in a few seconds.',
            extensions: { code: 'OVERLOADED' },
          },
        ],
      },
    ]);
    expect(refused.head).toMatch(/^retry-after: 5\r?$/im);
    const small = limits.smallBody.value;
    expect((await send(server, postOf(small, query(small)))).status).toBe(200);
    sockets.pop()?.destroy();
    let again = refused;
    while (again.status === 503) again = await send(server, postOf(large, query(large)));
    expect(again.status).toBe(200);
  });

  it('gives back what a body took, however its request ends', async () => {
    const large = limits.requestBytes.value;
    const count = Math.floor(limits.largeBodies.value / large);
    for (let index = 0; index < count + 2; index++) {
      const body = index % 2 === 0 ? query(large) : 'x'.repeat(large);
      expect((await send(server, postOf(large, body))).status).toBe(index % 2 === 0 ? 200 : 400);
    }
  });

  it('refuses a body that is too large before it arrives, and counts it with none', async () => {
    const socket = connect(portOf(server), '127.0.0.1');
    sockets.push(socket);
    socket.write(postOf(1e12, '{'));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('closes idle connections if there are too many, so that another can be made', async () => {
    server.maxConnections = 2;
    const agent = new Agent({ keepAlive: true });
    const path = '/health/live';
    const port = portOf(server);
    const get = (): Promise<void> =>
      new Promise((resolve) => {
        httpGet({ agent, port, path, host: '127.0.0.1' }, (response: IncomingMessage) => {
          response.resume().on('end', resolve);
        });
      });
    await Promise.all([get(), get()]);
    const dropped = await send(server, getRequest(path, 'host: localhost')).catch(() => null);
    expect(dropped?.status || null).toBeNull();
    expect((await send(server, getRequest(path, 'host: localhost'))).status).toBe(200);
    agent.destroy();
  });

  it('bounds the time in which a request arrives and its response is read', () => {
    expect([server.headersTimeout, server.requestTimeout, server.timeout]).toEqual([
      limits.arrivalOfHeaders.value,
      limits.arrivalOfRequest.value,
      limits.departureOfResponse.value,
    ]);
    expect(server.maxConnections).toBe(limits.connections.value);
  });
});
