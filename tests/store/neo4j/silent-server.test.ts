import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { raw } from '../../../src/store/engine/query-text.js';
import { limits } from '../../../src/limits.js';
import { Neo4jConnection } from '../../../src/store/neo4j/connection.js';

/** No client waits for longer, in milliseconds. */
const LONGEST_WAIT_MS = 8_000;

describe('a connection to a server that accepts and never answers', () => {
  const sockets: Socket[] = [];
  let server: Server;
  let connection: Neo4jConnection;

  beforeAll(async () => {
    server = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined).resume());
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    connection = new Neo4jConnection({
      uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
      username: 'neo4j',
      password: 'a-password',
      timeLimit: limits.queryTime.value,
    });
  });

  afterAll(async () => {
    await connection.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it('gives up within eight seconds, whatever is asked', async () => {
    const start = performance.now();
    const lock = raw('MERGE (k:Kenes {id: 1})');
    const outcomes = await Promise.allSettled([
      connection.version(),
      connection.check(),
      connection.query(raw('RETURN [1]')),
      connection.startupQuery(raw('RETURN [1]')),
      connection.write(lock, () => Promise.resolve()),
    ]);
    expect(performance.now() - start).toBeLessThan(LONGEST_WAIT_MS);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: {
          code: 'STORE_UNAVAILABLE',
          fullMessage: 'The store does not answer. Try again in a few seconds.',
        },
      });
    }
  });
});
