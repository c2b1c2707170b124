import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * The traffic through a relay.
 *
 * @typedef {object} Traffic
 * @property {number} up bytes sent to Neo4j
 * @property {number} down bytes received from Neo4j
 * @property {number} roundTrips the number of times that a sender waited for Neo4j, over all of its
 *   connections; messages that are sent together count once
 */

/**
 * Opens a relay in front of Neo4j. A server that uses the relay's address talks to Neo4j through
 * the relay, which counts the traffic.
 *
 * @param {string} uri of Neo4j, such as bolt://127.0.0.1:7687
 * @returns {Promise<{ uri: string, read: () => Traffic, close: () => Promise<void> }>} `read`
 *   returns the traffic since the relay was opened
 */
export async function openBoltRelay(uri) {
  const { hostname, port } = new URL(uri);
  const traffic = { up: 0, down: 0, roundTrips: 0 };
  const sockets = new Set();
  const listener = createServer((client) => {
    const neo4j = connect(Number(port), hostname);
    count(client, neo4j, traffic);
    join(client, neo4j, sockets);
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const close = async () => {
    listener.close();
    for (const socket of sockets) socket.destroy();
    await once(listener, 'close');
  };
  return {
    uri: `bolt://127.0.0.1:${listener.address().port}`,
    read: () => ({ ...traffic }),
    close,
  };
}

function count(client, neo4j, traffic) {
  let isWaiting = false;
  client.on('data', (bytes) => {
    traffic.up += bytes.length;
    if (!isWaiting) traffic.roundTrips++;
    isWaiting = true;
  });
  neo4j.on('data', (bytes) => {
    traffic.down += bytes.length;
    isWaiting = false;
  });
}

/** Forwards the data of either socket to the other, and ends both when one ends. */
function join(client, neo4j, sockets) {
  const end = () => {
    for (const socket of [client, neo4j]) {
      socket.destroy();
      sockets.delete(socket);
    }
  };
  for (const socket of [client, neo4j]) {
    sockets.add(socket);
    socket.setNoDelay(true).on('error', end).on('close', end);
  }
  client.pipe(neo4j);
  neo4j.pipe(client);
}
