import { setTimeout as wait } from 'node:timers/promises';
import { download } from '../http-client.mjs';
import { cpuTime, memoryOf } from '../processes.mjs';
import { layoutOf, openDatabase, openServer } from '../servers.mjs';

/** The formats that are written while they are read; `md.zip` reads the relations of each entity. */
const FORMATS = ['gexf', 'graphml', 'json', 'jsonld', 'csv.zip', 'xlsx', 'dot', 'md.zip'];
const WATCH_MS = 100;
/** How often /health/live is asked meanwhile. */
const LIVE_MS = 20;

/**
 * @typedef {object} ExportRow
 * @property {string} server
 * @property {string} format
 * @property {number} seconds until the whole file had come
 * @property {number} cpu seconds of the service's process
 * @property {number} megabytes of the file, as it was sent
 * @property {number} before private memory of the service before the export, in MB
 * @property {number} most the most private memory meanwhile
 * @property {number} live the longest time that /health/live took meanwhile, in ms
 */

/**
 * Exports a whole world in each format, one after the other, and watches the service.
 *
 * @param {string} name of the server
 * @param {import('../world.mjs').World} world
 * @param {import('../options.mjs').Options} options
 * @returns {Promise<ExportRow[]>}
 */
export async function measureExports(name, world, options) {
  const { environment, close } = await openDatabase(layoutOf(name, options), world, options);
  const server = await openServer(name, environment, { clients: 1, log: 'exports' });
  const rows = [];
  try {
    await download(`${server.url}/export/gexf?center=nobody`); // so that the code is compiled
    for (const format of FORMATS) {
      console.error(`  ${world.size} exports: ${name}, ${format}`);
      rows.push({ server: name, format, ...(await measureExport(server, format)) });
    }
    return rows;
  } finally {
    await server.stop();
    await close();
  }
}

async function measureExport({ url, pid }, format) {
  const before = memoryOf(pid).own;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, memoryOf(pid).own)), WATCH_MS);
  const ending = new AbortController();
  const live = longestLive(url, ending.signal);
  const [began, cpuBefore] = [performance.now(), cpuTime(pid)];
  const { status, bytes } = await download(`${url}/export/${format}`);
  if (status !== 200) throw new Error(`The export as ${format} was answered with ${status}.`);
  const seconds = (performance.now() - began) / 1000;
  const cpu = (cpuTime(pid) - cpuBefore) / 1000;
  clearInterval(watch);
  ending.abort();
  return { seconds, cpu, megabytes: bytes / 1024 / 1024, before, most, live: await live };
}

async function longestLive(url, signal) {
  let longest = 0;
  while (!signal.aborted) {
    const began = performance.now();
    await download(`${url}/health/live`);
    longest = Math.max(longest, performance.now() - began);
    await wait(LIVE_MS);
  }
  return longest;
}
