import { setTimeout as wait } from 'node:timers/promises';
import { requestOf, walkPages } from '../asking.mjs';
import { loadRequests } from '../load-requests.mjs';
import { residentOfTree } from '../processes.mjs';
import { openDatabase, openServer, serverKinds } from '../servers.mjs';
import { toGraphqlRequest } from '../workload.mjs';
import { statusOf } from './load.mjs';

const CLIENTS = 8;
/** Each client waits as long after an answer: the load is to last, not to be as high as possible. */
const PAUSE_MS = 100;
/** After as many requests, a client asks for too much instead. */
const TOO_MUCH_EVERY = 200;
const WATCH_MS = 2_000;
/** The share of the time in which caches fill, which is left out of the growth. */
const WARM_UP = 1 / 3;

/**
 * @typedef {object} SoakRow
 * @property {string} server
 * @property {number} minutes
 * @property {Record<string, number>} statuses how often each status was answered
 * @property {number} warm resident memory of its processes together after the warm-up, in MB
 * @property {number} end the same at the end
 * @property {number} growth in MB a minute, by the line that fits best to what was seen since then
 */

/**
 * Asks all operations for a long time, and now and then for too much, and watches the memory.
 *
 * @param {string} name of the server
 * @param {import('../world.mjs').World} world
 * @param {import('../options.mjs').Options} options
 * @returns {Promise<SoakRow>}
 * @throws if the service ends meanwhile
 */
export async function measureSoak(name, world, options) {
  const { environment, close } = await openDatabase(serverKinds[name].layout, world, options);
  const server = await openServer(name, environment, { clients: CLIENTS, log: 'soak' });
  const { operations, minutes } = options;
  try {
    for (const operation of operations) await walkPages(server, operation, world);
    const began = performance.now();
    const minute = () => (performance.now() - began) / 60_000;
    const seen = [];
    const watch = setInterval(() => {
      seen.push({ minute: minute(), memory: residentOfTree(server.pid) });
    }, WATCH_MS);
    const statuses = {};
    await Promise.all(
      server.clients.map(async (client, offset) => {
        for (let index = 1; minute() < minutes; index += 1) {
          const request = requestAt(server, world, operations, offset, index);
          const status = statusOf(
            await client.post(request).catch(({ code }) => ({ status: code })),
          );
          statuses[status] = (statuses[status] ?? 0) + 1;
          await wait(PAUSE_MS);
        }
      }),
    );
    clearInterval(watch);
    if (statuses.ECONNREFUSED) throw new Error('The service ended before the load did.');
    const later = seen.filter((one) => one.minute >= minutes * WARM_UP);
    const [warm, end] = [later.at(0).memory, later.at(-1).memory];
    return { server: name, minutes, statuses, warm, end, growth: slopeOf(later) };
  } finally {
    await server.stop();
    await close();
  }
}

function requestAt(server, world, operations, offset, index) {
  const tooMuch = Object.values(loadRequests(world.handles));
  if (index % TOO_MUCH_EVERY === 0) {
    const { query, variables = {} } = tooMuch[(index / TOO_MUCH_EVERY + offset) % tooMuch.length];
    return toGraphqlRequest(query, variables);
  }
  const operation = operations[(index + offset * 7) % operations.length];
  return requestOf(server, operation, world, index * CLIENTS + offset);
}

/** Returns the slope of the line of least squares, in MB a minute. */
function slopeOf(seen) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(seen.map(({ minute }) => minute)), mean(seen.map(({ memory }) => memory))];
  const over = seen.reduce((sum, { minute, memory }) => sum + (minute - x) * (memory - y), 0);
  const under = seen.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
  return over / under;
}
