import { post } from '../asking.mjs';
import { timed } from '../measure.mjs';
import { openDatabase, openServer, serverKinds } from '../servers.mjs';
import { toGraphqlRequest } from '../workload.mjs';
import { besidePings } from './load.mjs';

/** What is computed, in this order. */
const ASKED = {
  components: (filter) => `components(${filter}) { totalCount nodes { size } }`,
  communities: (filter) => `communities(${filter}) { modularity nodes { size } }`,
  DEGREE: (filter) => centrality('DEGREE', filter),
  PAGERANK: (filter) => centrality('PAGERANK', filter),
  BETWEENNESS: (filter) => centrality('BETWEENNESS', filter),
};

const centrality = (measure, filter) => `centrality(measure: ${measure}, ${filter}) {
  relationCount sample { nodeCount } edges { score node { slug name } } }`;

/**
 * @typedef {object} MeasureRow
 * @property {string} server
 * @property {string} measure
 * @property {number} milliseconds of the first time, when the graph is read and the measure computed
 * @property {number} again of the second time, when the result is kept
 * @property {number[]} live how long `/health/live` took the first time, in milliseconds
 */

/**
 * Computes each measure over all relations, twice. Each has a filter of its own that all of them
 * match, so that none finds the graph of another one.
 *
 * @param {string} name of the server
 * @param {import('../world.mjs').World} world
 * @param {{ neo4jVersion: string }} options
 * @returns {Promise<MeasureRow[]>}
 */
export async function measureMeasures(name, world, options) {
  const { environment, close } = await openDatabase(serverKinds[name].layout, world, options);
  const server = await openServer(name, environment, { clients: 1, log: 'measures' });
  const rows = [];
  try {
    // Starts the worker, and has queries planned.
    const ask = (field, most) =>
      post(server, toGraphqlRequest(`{ ${field(`filter: { maxPublishers: ${most} }`)} }`, {}));
    await ask(ASKED.components, 1_000_000);
    for (const [index, [measure, field]] of Object.entries(ASKED).entries()) {
      console.error(`  ${world.size} measures: ${name}, ${measure}`);
      const work = () => timed(() => ask(field, 1_000_001 + index));
      const { milliseconds, live } = await besidePings(server, world, work);
      const again = await work();
      rows.push({ server: name, measure, milliseconds, again: again.milliseconds, live });
    }
  } finally {
    await server.stop();
    await close();
  }
  return rows;
}
