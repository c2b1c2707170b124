import { commonCursor, dataOf, post, walkPages } from '../asking.mjs';
import { createDraw } from '../first-sight/draw.mjs';
import { printers } from '../first-sight/print.mjs';
import { median, rotated, timed } from '../measure.mjs';
import { untilQuiet } from '../processes.mjs';
import { slugsIn, toGraphqlRequest } from '../workload.mjs';
import { describeDifferences } from './compare.mjs';

const SEED = 20251210;
const UNMEASURED = 3; // variants that only warm the way up
const DRAWS = 100; // a variant, before it is given up

/**
 * @typedef {object} FirstSightRow
 * @property {string} operation
 * @property {Record<string, { median: number, times: number[] }>} servers milliseconds, in the
 *   order of variants
 */

/**
 * Times queries that no server has seen: variants of each operation, each sent once to every
 * GraphQL server, when nothing else is at work. Their answers are compared afterwards.
 *
 * @param {import('../servers.mjs').Server[]} allServers
 * @param {import('../workload.mjs').Operation[]} operations
 * @param {import('../world.mjs').World} world
 * @param {{ sights: number }} options
 * @returns {Promise<{ rows: FirstSightRow[], problems: import('./compare.mjs').Problem[] }>}
 */
export async function measureFirstSight(allServers, operations, world, { sights }) {
  const servers = allServers.filter(({ dialect }) => dialect in printers);
  const rows = [];
  const problems = [];
  for (const operation of operations.filter(({ variant }) => variant)) {
    console.error(`  ${world.size} first sight: ${operation.name}`);
    for (const server of servers) await walkPages(server, operation, world);
    const times = new Map(servers.map((server) => [server, []]));
    const variants = drawVariants(operation, world, UNMEASURED + sights);
    for (const [index, variant] of variants.entries()) {
      const seen = await showVariant(rotated(servers, index), servers, operation, variant);
      for (const text of seen.problems) {
        problems.push({ operation: operation.name, text: `at first sight: ${text}` });
      }
      if (index < UNMEASURED) continue;
      for (const server of servers) times.get(server).push(seen.times.get(server) ?? NaN);
    }
    rows.push({ operation: operation.name, servers: toColumns(times) });
  }
  return { rows, problems };
}

/** Variants of which no two are the same query in any dialect. */
function drawVariants(operation, world, count) {
  const draw = createDraw(SEED + [...operation.name].reduce((sum, c) => sum + c.charCodeAt(0), 0));
  const known = new Set(Object.keys(printers).map((dialect) => operation[dialect]));
  const variants = [];
  for (let attempt = 0; variants.length < count; attempt++) {
    if (attempt > count * DRAWS) throw new Error(`${operation.name} has too few variants.`);
    const variant = operation.variant(draw, world.handles, attempt);
    const queries = Object.fromEntries(
      Object.entries(printers).map(([dialect, print]) => [dialect, print(variant)]),
    );
    if (Object.values(queries).some((query) => known.has(query))) continue;
    for (const query of Object.values(queries)) known.add(query);
    variants.push({ variables: variant.variables, queries });
  }
  return variants;
}

/** Sends one variant to each server in turn. */
async function showVariant(inTurn, servers, operation, { variables, queries }) {
  const times = new Map();
  const answers = new Map();
  const problems = [];
  for (const server of inTurn) {
    const after = commonCursor(server, servers, operation);
    const query = queries[server.dialect];
    const request = toGraphqlRequest(query, after ? { ...variables, after } : variables);
    await untilQuiet();
    try {
      const { milliseconds, result } = await timed(() => post(server, request));
      times.set(server, milliseconds);
      answers.set(server, slugsIn(dataOf(result)));
    } catch (error) {
      problems.push(`${error.message}: \`${query}\``);
    }
  }
  const answering = servers.filter((server) => answers.has(server));
  const compared = answering.map((server) => answers.get(server));
  for (const difference of describeDifferences(answering, compared)) {
    problems.push(`${difference}: \`${queries.kenes}\``);
  }
  return { times, problems };
}

function toColumns(times) {
  return Object.fromEntries(
    [...times].map(([{ name }, list]) => [name, { median: median(list), times: list }]),
  );
}
