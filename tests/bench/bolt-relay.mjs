import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * What went through a relay.
 *
 * @typedef {object} Traffic
 * @property {number} up bytes sent to Neo4j
 * @property {number} down bytes received from Neo4j
 * @property {number} roundTrips how many times a sender had to wait for Neo4j, over all of its
 *   connections; messages that are sent together count once
 */

/**
 * Opens a relay in front of Neo4j: a server that is given the relay's address speaks with Neo4j
 * through it, and the relay counts.
 *
 * @param {string} uri of Neo4j, such as bolt://127.0.0.1:7687
 * @returns {Promise<{ uri: string, read: () => Traffic, close: () => Promise<void> }>} `read` gives
 *   the traffic since the relay was opened
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

/** Passes on what either socket sends, and ends both when one ends. */
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
