import { post, requestOf, walkPages } from '../asking.mjs';
import { openBoltRelay } from '../bolt-relay.mjs';
import { untilQuiet } from '../processes.mjs';
import { openServer } from '../servers.mjs';

/** Enough for Kenes to have the statement planned that answers a reading in one round trip. */
const WARM_UP = { requests: 40, milliseconds: 3_000 };
const COUNTED = 20;

/**
 * @typedef {{ [Name in keyof import('../bolt-relay.mjs').Traffic]: number[] }} TrafficOfRequests
 *   a number for each counted request; the n-th request is the same on all servers
 *
 * @typedef {object} TrafficRow
 * @property {string} operation
 * @property {Record<string, TrafficOfRequests>} servers those that speak Bolt
 */

/**
 * Counts what the servers send to Neo4j and receive from it. A second process of each server does
 * that, whose connections go through a relay, so that the relay slows no request that is timed.
 *
 * @param {import('./compare.mjs').Able} able
 * @param {import('../world.mjs').World} world
 * @param {{ before?: string }} options
 * @returns {Promise<{ rows: TrafficRow[], problems: import('./compare.mjs').Problem[] }>}
 */
export async function measureTraffic(able, world, options) {
  const rows = new Map(
    [...able.keys()].map(({ name }) => [name, { operation: name, servers: {} }]),
  );
  const problems = [];
  const servers = new Set([...able.values()].flat());
  for (const server of [...servers].filter(({ environment }) => environment.NEO4J_URI)) {
    console.error(`  ${world.size} traffic: ${server.name}`);
    const relayed = await openRelayed(server, options);
    for (const [operation, answering] of able) {
      if (!answering.includes(server)) continue;
      const { name } = operation;
      try {
        rows.get(name).servers[server.name] = await countRequests(relayed, operation, world);
      } catch (error) {
        problems.push({ operation: name, text: `while traffic was counted: ${error.message}` });
      }
    }
    await relayed.close();
  }
  return { rows: [...rows.values()], problems };
}

/** A second process of a server, and the relay between it and Neo4j. */
async function openRelayed({ name, environment }, { before }) {
  const relay = await openBoltRelay(environment.NEO4J_URI);
  const relayedEnvironment = { ...environment, NEO4J_URI: relay.uri };
  try {
    const options = { clients: 1, before, log: `${name}-relayed` };
    const server = await openServer(name, relayedEnvironment, options);
    const close = async () => {
      await server.stop();
      await relay.close();
    };
    return { server, relay, close };
  } catch (error) {
    await relay.close();
    throw error;
  }
}

/** @returns {Promise<TrafficOfRequests>} */
async function countRequests({ server, relay }, operation, world) {
  await walkPages(server, operation, world);
  await warmUp(server, operation, world);
  await untilQuiet();
  const counted = { up: [], down: [], roundTrips: [] };
  for (let index = 0; index < COUNTED; index++) {
    const before = relay.read();
    await post(server, requestOf(server, operation, world, index));
    const after = relay.read();
    for (const name of Object.keys(counted)) counted[name].push(after[name] - before[name]);
  }
  return counted;
}

async function warmUp(server, operation, world) {
  const end = performance.now() + WARM_UP.milliseconds;
  for (let index = 0; index < WARM_UP.requests && performance.now() < end; index++) {
    await post(server, requestOf(server, operation, world, index));
  }
}
