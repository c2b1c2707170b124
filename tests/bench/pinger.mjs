/**
 * Asks a service for something small again and again, in a process of its own, so that what keeps
 * the bench busy does not count: `node pinger.mjs URL SLUG`, with an IPC channel. At the message
 * `stop` it sends how long each answer took, in milliseconds.
 */
import { HttpClient } from './http-client.mjs';
import { toGraphqlRequest } from './workload.mjs';

const INTERVAL_MS = 20;
const CLIENTS = 200; // more than can be waiting, unless the service hangs

const [url, slug] = process.argv.slice(2);
const point = toGraphqlRequest('query ($slug: String!) { entity(slug: $slug) { slug name } }', {
  slug,
});

/** Sends a request on a connection that is free, and keeps the time until the answer. */
function createPing(send) {
  const free = Array.from({ length: CLIENTS }, () => new HttpClient(url));
  // Node accepts one connection in each turn of its event loop, which would be measured instead.
  const opened = Promise.all(free.map((client) => client.get('/health/live')));
  const times = [];
  const ping = async () => {
    const client = free.pop();
    if (!client) return;
    const began = performance.now();
    await send(client).catch(() => undefined);
    times.push(performance.now() - began);
    free.push(client);
  };
  return { opened, times, ping };
}

const pings = {
  live: createPing((client) => client.get('/health/live')),
  point: createPing((client) => client.post(point)),
};

await Promise.all(Object.values(pings).map(({ opened }) => opened));

setInterval(() => Object.values(pings).forEach(({ ping }) => void ping()), INTERVAL_MS);

process.on('message', () => {
  const times = Object.entries(pings).map(([name, { times }]) => [name, times]);
  process.send(Object.fromEntries(times), () => process.exit());
});
process.once('disconnect', () => process.exit());
