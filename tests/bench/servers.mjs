/** The servers that are compared, their databases, and the code that starts them. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './cache.mjs';
import { canShareGraph, ensureDatabase, openNeo4j } from './databases.mjs';
import { HttpClient } from './http-client.mjs';
import { HEAP, SERVICE, freePort, startNode, tailOf } from './processes.mjs';

const READY_TIMEOUT_MS = 60_000;

/**
 * @typedef {object} ServerKind
 * @property {string} title
 * @property {import('./workload.mjs').Dialect} dialect
 * @property {import('./databases.mjs').Layout} layout
 * @property {string[]} parameters
 * @property {string} [ready] path that answers 200 when the server can be asked; without it, any
 *   answer will do
 * @property {string} [now] of a server of `--before`: the server that it is compared with
 */

const kenes = (title, layout, now) => ({
  title,
  dialect: 'kenes',
  layout,
  parameters: SERVICE,
  ready: '/health/ready',
  now,
});

/**
 * The kinds of servers, in the order of the tables' columns. Ratios are to the first one.
 *
 * @type {Record<string, ServerKind>}
 */
export const serverKinds = {
  handwritten: {
    title: 'hand-written',
    dialect: 'handWritten',
    layout: 'peers',
    parameters: ['tests/bench/peers/handwritten.mjs'],
  },
  'neo4j-graphql': {
    title: '@neo4j/graphql',
    dialect: 'neo4jGraphql',
    layout: 'peers',
    parameters: ['tests/bench/peers/neo4j-graphql.mjs'],
  },
  'kenes-neo4j': kenes('Kenes, Neo4j', 'kenes-neo4j'),
  'kenes-sqlite': kenes('Kenes, SQLite', 'kenes-sqlite'),
  'kenes-neo4j-before': kenes('Kenes before, Neo4j', 'before-neo4j', 'kenes-neo4j'),
  'kenes-sqlite-before': kenes('Kenes before, SQLite', 'before-sqlite', 'kenes-sqlite'),
};

/** Returns whether a server is of the checkout that `--before` names. */
export const isBefore = (name) => serverKinds[name].now !== undefined;

/** Returns whether a server is Kenes of this checkout. */
export const isKenes = (name) => serverKinds[name].dialect === 'kenes' && !isBefore(name);

/**
 * A running server, with as many clients as send requests to it at the same time.
 *
 * @typedef {object} Server
 * @property {string} name
 * @property {string} title
 * @property {import('./workload.mjs').Dialect} dialect
 * @property {number} pid
 * @property {Record<string, string>} environment in which it finds its database
 * @property {HttpClient[]} clients
 * @property {Map<string, string[]>} cursors by operation: the cursor behind each page that was
 *   walked
 * @property {string} url
 * @property {() => Promise<number | string>} end sends SIGTERM, and returns the status or the signal
 *   with which the process ends
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {import('./databases.mjs').DatabaseOptions & { servers: string[], clients: number
 *   }} ServerOptions
 */

/**
 * Starts servers on a world's databases: the peers share one Neo4j, and Kenes has its own. A server
 * that does not start is reported, and the others are measured without it.
 *
 * @param {import('./world.mjs').World} world
 * @param {ServerOptions} options
 * @param {(name: string, error: Error) => void} onFailure
 * @returns {Promise<{ servers: Server[], close: () => Promise<void> }>}
 */
export async function openServers(world, options, onFailure) {
  const closing = [];
  const databases = new Map();
  const servers = [];
  for (const layout of new Set(options.servers.map((name) => layoutOf(name, options)))) {
    try {
      const database = await openDatabase(layout, world, options);
      closing.push(database.close);
      databases.set(layout, database);
    } catch (error) {
      onFailure(`database ${layout}`, error);
    }
  }
  for (const name of options.servers) {
    const database = databases.get(layoutOf(name, options));
    if (!database) continue;
    try {
      const server = await openServer(name, database.environment, options);
      closing.push(server.stop);
      servers.push(server);
    } catch (error) {
      onFailure(`server ${name}`, error);
    }
  }
  const close = async () => {
    for (const stop of closing.reverse()) await stop();
  };
  return { servers, close };
}

/**
 * Returns the layout of a server's database. The Kenes of `--before` shares the graph in Neo4j of
 * the Kenes of this checkout if it can, so that no third Neo4j takes memory.
 */
export function layoutOf(name, { before }) {
  const { layout } = serverKinds[name];
  return layout === 'before-neo4j' && canShareGraph(before, root) ? 'kenes-neo4j' : layout;
}

/**
 * Opens a world's database and fills it if necessary. `environment` has the variables by which a
 * server finds it.
 *
 * @param {import('./databases.mjs').Layout} layout
 * @param {import('./world.mjs').World} world
 * @param {import('./databases.mjs').DatabaseOptions} options
 */
export async function openDatabase(layout, world, options) {
  const { folder } = await ensureDatabase(layout, world, options);
  if (layout.endsWith('sqlite')) {
    return { environment: { KENES_DATA: folder, KENES_SEED: 'none' }, close: async () => {} };
  }
  const { environment, stop } = await openNeo4j(folder, options.neo4jVersion);
  return { environment: { ...environment, KENES_SEED: 'none' }, close: stop };
}

/**
 * Starts a server and waits until it accepts requests.
 *
 * @param {string} name
 * @param {Record<string, string>} environment
 * @param {{ clients: number, before?: string, log?: string, heap?: number }} options `log` names its
 *   log, which is named after the server otherwise; `heap` is that of the service in MB
 * @returns {Promise<Server>}
 */
export async function openServer(name, environment, { clients: count, before, log = name, heap }) {
  const { title, dialect, ready } = serverKinds[name];
  const parameters = serverKinds[name].parameters.map((parameter) =>
    heap && parameter.startsWith(HEAP) ? `${HEAP}${heap}` : parameter,
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = { ...environment, PORT: String(port), HOST: '127.0.0.1' };
  const started = startNode(log, parameters, settings, isBefore(name) ? before : root);
  await untilReady(started, `${url}${ready ?? '/'}`, ready !== undefined);
  const clients = Array.from({ length: count }, () => new HttpClient(url));
  const stop = async () => {
    for (const client of clients) client.close();
    await started.stop();
  };
  const { pid } = started;
  const end = async () => {
    started.child.kill('SIGTERM');
    const [status, signal] = await once(started.child, 'exit');
    return signal ?? status;
  };
  return { name, title, dialect, pid, url, environment, clients, cursors: new Map(), end, stop };
}

async function untilReady({ child, log, stop }, url, mustBeOk) {
  const end = performance.now() + READY_TIMEOUT_MS;
  while (performance.now() < end && child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response && (response.ok || !mustBeOk)) return;
    await wait(100);
  }
  await stop();
  throw new Error(`${url} does not answer:\n${tailOf(log)}`);
}

/** @throws if a Kenes that is to be measured has not been built */
export function checkBuilt({ servers, before }) {
  if (servers.some(isKenes) && !isBuilt(root)) {
    throw new Error('Kenes is not built: run `npm run build`, or measure the peers alone.');
  }
  if (servers.some(isBefore) && !isBuilt(before)) {
    throw new RangeError(
      `--before: there is no built Kenes in ${before}: run \`npm run build\` there.`,
    );
  }
}

const isBuilt = (checkout) => existsSync(path.join(checkout, 'dist', 'main.js'));
