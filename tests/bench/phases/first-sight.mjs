import { commonCursor, dataOf, post } from '../asking.mjs';
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
 * @param {import('./compare.mjs').Able} able
 * @param {import('../world.mjs').World} world
 * @param {{ sights: number }} options
 * @returns {Promise<{ rows: FirstSightRow[], problems: import('./compare.mjs').Problem[] }>}
 */
export async function measureFirstSight(able, world, { sights }) {
  const rows = [];
  const problems = [];
  for (const [operation, answering] of able) {
    if (!operation.variant) continue;
    console.error(`  ${world.size} first sight: ${operation.name}`);
    const servers = answering.filter(({ dialect }) => dialect in printers);
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

/** Variants of which no two are the same query, apart from page sizes, in any dialect. */
function drawVariants(operation, world, count) {
  const draw = createDraw(SEED);
  const known = new Set(Object.keys(printers).map((dialect) => planOf(operation[dialect])));
  const variants = [];
  for (let attempt = 0; variants.length < count; attempt++) {
    if (attempt > count * DRAWS) throw new Error(`${operation.name} has too few variants.`);
    const variant = operation.variant(draw, world.handles, attempt);
    const queries = Object.fromEntries(
      Object.entries(printers).map(([dialect, print]) => [dialect, print(variant)]),
    );
    const plans = Object.values(queries).map(planOf);
    if (plans.some((plan) => known.has(plan))) continue;
    for (const plan of plans) known.add(plan);
    variants.push({ variables: variant.variables, queries });
  }
  return variants;
}

/** A query without its page sizes, which are parameters to whoever plans it. */
const planOf = (query) => query.replace(/first: \d+/g, 'first');

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
