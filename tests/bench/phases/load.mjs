import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { requestOf, walkPages } from '../asking.mjs';
import { here } from '../cache.mjs';
import { HttpClient } from '../http-client.mjs';
import { loadRequests } from '../load-requests.mjs';
import { percentile } from '../measure.mjs';
import { residentOfTree, untilQuiet } from '../processes.mjs';
import { openDatabase, openServer, serverKinds } from '../servers.mjs';
import { toGraphqlRequest } from '../workload.mjs';

const AT_ONCE = [1, 32];
/** A load that is answered sooner is repeated, so that enough small requests are asked beside it. */
const LEAST_SECONDS = 3;
const MIXED = { clients: [16, 64, 200], warmUpSeconds: 20, seconds: 8 };
const LEAVING = { clients: 8, afterMilliseconds: 300, watchedSeconds: 5 };
const STOPPING = { requests: 10, afterMilliseconds: 500 };
const WATCH_MS = 50;

/**
 * @typedef {object} LoadRow what a service did while it was under load
 * @property {string} server
 * @property {string} load
 * @property {number} [seconds] until everything was answered, or until the process ended
 * @property {Record<string, number>} [statuses] how often each status was answered
 * @property {number[]} [live] how long `/health/live` took meanwhile, in milliseconds
 * @property {number[]} [point] how long small queries took meanwhile
 * @property {number[]} [times] how long the requests of the load took, where that is of interest
 * @property {number} [peak] resident memory of its processes together, in MB
 * @property {string | number} [exit] the status or the signal with which the process ended
 */

/**
 * Puts a Kenes under load, and meanwhile asks it for something small from another process.
 *
 * @param {string} name of the server
 * @param {import('../world.mjs').World} world
 * @param {import('../options.mjs').Options} options
 * @returns {Promise<LoadRow[]>}
 */
export async function measureLoad(name, world, options) {
  const { environment, close } = await openDatabase(serverKinds[name].layout, world, options);
  const rows = [];
  const note = (load, row) => rows.push({ server: name, load, ...row });
  const { heap } = options;
  const clients = Math.max(...MIXED.clients);
  const server = await openServer(name, environment, { clients, heap, log: 'load' });
  try {
    for (const [load, request] of Object.entries(loadRequests(world.handles))) {
      for (const count of AT_ONCE) {
        console.error(`  ${world.size} load: ${name}, ${count} × ${load}`);
        const work = () => askAgain(server, request, count);
        note(`${count} × ${load}`, await besidePings(server, world, work));
      }
    }
    console.error(`  ${world.size} load: ${name}, mixed`);
    await warmUp(server, world, options);
    for (const count of MIXED.clients) {
      const mixed = () => askFor(MIXED.seconds, server, world, { ...options, count });
      note(`${count} clients, all operations`, await besidePings(server, world, mixed));
    }
    console.error(`  ${world.size} load: ${name}, clients that leave`);
    const left = await besidePings(server, world, () => askAndLeave(server, world));
    note(`${LEAVING.clients} × filters, left after 0.3 s`, left);
    console.error(`  ${world.size} load: ${name}, stop`);
    note(`SIGTERM amid ${STOPPING.requests} × filters`, await stopAmid(server, world));
  } finally {
    await server.stop();
    await close();
  }
  return rows;
}

/** Does work, and measures how long small requests take and how much memory the server holds. */
export async function besidePings(server, { handles }, work) {
  await untilQuiet();
  const pinger = fork(path.join(here, 'pinger.mjs'), [server.url, handles.hub]);
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, residentOfTree(server.pid))), WATCH_MS);
  await wait(1_500);
  const began = performance.now();
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  await wait(200);
  clearInterval(watch);
  pinger.send('stop');
  const [{ live, point }] = await once(pinger, 'message');
  return { seconds, ...result, live, point, peak };
}

async function askAtOnce(server, { query, variables = {} }, count) {
  const request = toGraphqlRequest(query, variables);
  const clients = Array.from({ length: count }, () => new HttpClient(server.url));
  const statuses = {};
  await Promise.all(
    clients.map(async (client) => {
      const answer = await client.post(request).catch(({ code }) => ({ status: code }));
      const status = statusOf(answer);
      statuses[status] = (statuses[status] ?? 0) + 1;
      client.close();
    }),
  );
  return { statuses };
}

/** Asks until enough time has passed, and counts the answers of the first time. */
async function askAgain(server, request, count) {
  const end = performance.now() + LEAST_SECONDS * 1000;
  const first = await askAtOnce(server, request, count);
  while (performance.now() < end) await askAtOnce(server, request, count);
  return first;
}

/** Returns the status of an answer, with the code of its first error. */
export function statusOf({ status, body }) {
  const code = /"code":"(\w+)"/.exec(body?.toString('utf8', 0, 2_000) ?? '')?.[1];
  return code ? `${status} ${code}` : String(status);
}

async function warmUp(server, world, { operations }) {
  for (const operation of operations) await walkPages(server, operation, world);
  await askFor(MIXED.warmUpSeconds, server, world, { operations, count: MIXED.clients[0] });
}

/** So many clients each ask one operation after the other. */
async function askFor(seconds, server, world, { operations, count }) {
  const end = performance.now() + seconds * 1000;
  const times = [];
  const statuses = {};
  await Promise.all(
    server.clients.slice(0, count).map(async (client, offset) => {
      for (let index = offset; performance.now() < end; index += 1) {
        const operation = operations[(index * 7) % operations.length];
        const began = performance.now();
        const answer = await client.post(requestOf(server, operation, world, index));
        times.push(performance.now() - began);
        const status = statusOf(answer);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    }),
  );
  return { times, statuses };
}

async function askAndLeave(server, { handles }) {
  const { path: target, body } = toGraphqlRequest(loadRequests(handles).filters.query, {});
  const left = Array.from({ length: LEAVING.clients }, () =>
    fetch(server.url + target, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(LEAVING.afterMilliseconds),
    }).catch(() => undefined),
  );
  await Promise.all(left);
  await wait(LEAVING.watchedSeconds * 1000);
}

async function stopAmid(server, { handles }) {
  const { query } = loadRequests(handles).filters;
  const asked = askAtOnce(server, { query }, STOPPING.requests);
  await wait(STOPPING.afterMilliseconds);
  const began = performance.now();
  const exit = await server.end();
  const seconds = (performance.now() - began) / 1000;
  return { seconds, exit, ...(await asked) };
}

/** Returns the p50, p99 and the maximum of times. */
export const spreadOf = (times) => [50, 99, 100].map((percent) => percentile(times, percent));
