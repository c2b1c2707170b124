/** What is measured against what: the servers, their databases, and how they are started. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './cache.mjs';
import { ensureDatabase, openNeo4j } from './databases.mjs';
import { HttpClient } from './http-client.mjs';
import { SERVICE, freePort, startNode, tailOf } from './processes.mjs';

const READY_WITHIN = 60_000; // milliseconds

/**
 * @typedef {object} ServerKind
 * @property {string} title
 * @property {import('./workload.mjs').Dialect} dialect
 * @property {import('./databases.mjs').Layout} layout
 * @property {string[]} parameters
 * @property {string} ready path that answers 200 when the server can be asked; without it, any
 *   answer will do
 *
 * @type {Record<string, ServerKind>} in the order of the tables' columns; ratios are to the
 *   first one
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
  'kenes-neo4j': {
    title: 'Kenes, Neo4j',
    dialect: 'kenes',
    layout: 'kenes-neo4j',
    parameters: SERVICE,
    ready: '/health/ready',
  },
  'kenes-sqlite': {
    title: 'Kenes, SQLite',
    dialect: 'kenes',
    layout: 'kenes-sqlite',
    parameters: SERVICE,
    ready: '/health/ready',
  },
};

export const isKenes = (name) => serverKinds[name].dialect === 'kenes';

/**
 * A running server, with a client for each of those that will ask it at once.
 *
 * @typedef {object} Server
 * @property {string} name
 * @property {string} title
 * @property {import('./workload.mjs').Dialect} dialect
 * @property {number} pid
 * @property {HttpClient[]} clients
 * @property {Map<string, string[]>} cursors by operation: the cursor behind each page that was
 *   walked
 */

/**
 * Starts servers on a world's databases: the peers share one Neo4j, Kenes has its own. What does not
 * start is told, and the others are measured without it.
 *
 * @param {import('./world.mjs').World} world
 * @param {{ servers: string[], clients: number, neo4jVersion: string }} options
 * @param {(name: string, error: Error) => void} onFailure
 * @returns {Promise<{ servers: Server[], close: () => Promise<void> }>}
 */
export async function openServers(world, options, onFailure) {
  const closing = [];
  const environments = new Map();
  const servers = [];
  for (const layout of new Set(options.servers.map((name) => serverKinds[name].layout))) {
    try {
      const { folder } = await ensureDatabase(layout, world, options.neo4jVersion);
      environments.set(layout, await openDatabase(layout, folder, options.neo4jVersion, closing));
    } catch (error) {
      onFailure(`database ${layout}`, error);
    }
  }
  for (const name of options.servers) {
    const environment = environments.get(serverKinds[name].layout);
    if (!environment) continue;
    try {
      const server = await openServer(name, environment, options.clients);
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

/** The environment in which a server finds its database. */
async function openDatabase(layout, folder, neo4jVersion, closing) {
  if (layout === 'kenes-sqlite') return { KENES_DATA: folder, KENES_SEED: 'none' };
  const neo4j = await openNeo4j(folder, neo4jVersion);
  closing.push(neo4j.stop);
  return { ...neo4j.environment, KENES_SEED: 'none' };
}

async function openServer(name, environment, clientCount) {
  const { title, dialect, parameters, ready } = serverKinds[name];
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = { ...environment, PORT: String(port), HOST: '127.0.0.1' };
  const started = startNode(name, parameters, settings);
  await untilReady(started, `${url}${ready ?? '/'}`, ready !== undefined);
  const clients = Array.from({ length: clientCount }, () => new HttpClient(url));
  const stop = async () => {
    for (const client of clients) client.close();
    await started.stop();
  };
  return { name, title, dialect, pid: started.pid, clients, cursors: new Map(), stop };
}

async function untilReady({ child, log, stop }, url, mustBeOk) {
  const end = performance.now() + READY_WITHIN;
  while (performance.now() < end && child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response && (response.ok || !mustBeOk)) return;
    await wait(100);
  }
  await stop();
  throw new Error(`${url} does not answer:\n${tailOf(log)}`);
}

/** @throws if Kenes is to be measured and has not been built */
export function checkBuilt(servers) {
  if (servers.some(isKenes) && !existsSync(path.join(root, 'dist', 'main.js'))) {
    throw new Error('Kenes is not built: run `npm run build`, or measure the peers alone.');
  }
}
