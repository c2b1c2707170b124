import { post, requestOf } from '../asking.mjs';
import { median, percentile, rotated } from '../measure.mjs';
import { cpuTime, memoryOf, untilQuiet } from '../processes.mjs';

/** Node and Java compile for a good while: thousands of requests, where they are not slow. */
const WARM_UP = { least: 4_000, milliseconds: 2_000, most: 8_000 };

/**
 * @typedef {object} Timing of one operation on one server
 * @property {number} p50 milliseconds
 * @property {number} p99 milliseconds, of the requests of all rounds
 * @property {number} throughput requests a second
 * @property {number[]} rounds the p50 of each round: ratios are taken within a round
 * @property {number} cpu milliseconds that the server's Node process uses for a request
 *
 * @typedef {object} WarmRow
 * @property {string} operation
 * @property {Record<string, Timing>} servers
 */

/**
 * Times each operation on the servers that answer it. Every round visits every server, in another
 * order.
 *
 * @param {import('./compare.mjs').Able} able
 * @param {import('../world.mjs').World} world
 * @param {{ rounds: number, seconds: number, clients: number }} options
 * @returns {Promise<{ rows: WarmRow[], problems: import('./compare.mjs').Problem[] }>}
 */
export async function measureWarm(able, world, options) {
  const rows = [];
  const problems = [];
  for (const [operation, servers] of able) {
    console.error(`  ${world.size} warm: ${operation.name}`);
    try {
      rows.push(await measureOperation(servers, operation, world, options));
    } catch (error) {
      problems.push({ operation: operation.name, text: `warm: ${error.message}` });
    }
  }
  return { rows, problems };
}

async function measureOperation(servers, operation, world, options) {
  for (const server of servers) await warmUp(server, operation, world);
  await untilQuiet();
  const rounds = Object.fromEntries(servers.map(({ name }) => [name, []]));
  for (let round = 0; round < options.rounds; round++) {
    for (const server of rotated(servers, round)) {
      rounds[server.name].push(await measureRound(server, operation, world, options));
    }
  }
  const timings = Object.entries(rounds).map(([name, list]) => [name, toTiming(list)]);
  return { operation: operation.name, servers: Object.fromEntries(timings) };
}

/** MB that each server's Node process holds. */
export function residentMemory(servers) {
  return Object.fromEntries(servers.map(({ name, pid }) => [name, memoryOf(pid).resident]));
}

async function warmUp(server, operation, world) {
  const began = performance.now();
  for (let index = 0; ; index++) {
    const elapsed = performance.now() - began;
    const enough = index >= WARM_UP.least && elapsed >= WARM_UP.milliseconds;
    if (enough || elapsed >= WARM_UP.most) return;
    await post(server, requestOf(server, operation, world, index));
  }
}

async function measureRound(server, operation, world, { seconds, clients }) {
  const latencies = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  const cpuBefore = cpuTime(server.pid);
  const loop = async (worker) => {
    for (let index = 0; performance.now() < end || index < 5; index++) {
      const request = requestOf(server, operation, world, index * 31 + worker * 7 + 1);
      const sent = performance.now();
      await post(server, request, worker);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, worker) => loop(worker)));
  const taken = performance.now() - began;
  return { p50: median(latencies), latencies, taken, cpu: cpuTime(server.pid) - cpuBefore };
}

function toTiming(rounds) {
  const sum = (property) => rounds.reduce((total, round) => total + round[property], 0);
  const p50s = rounds.map(({ p50 }) => p50);
  const latencies = rounds.flatMap((round) => round.latencies);
  return {
    p50: median(p50s),
    p99: percentile(latencies, 99),
    throughput: (latencies.length / sum('taken')) * 1000,
    rounds: p50s,
    cpu: sum('cpu') / latencies.length,
  };
}
