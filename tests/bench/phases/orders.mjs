import { rmSync } from 'node:fs';
import { graphDigest, importDocuments, scratchFolder } from '../databases.mjs';
import { serverKinds } from '../servers.mjs';

/**
 * @typedef {object} OrderRow
 * @property {string} server whose command line imports
 * @property {number[]} order the numbers of the files
 * @property {number} seconds that the import took
 * @property {string} digest of the graph as one document
 */

/**
 * Imports a world's documents into empty stores in several orders, and exports what came of each.
 *
 * @param {string} name of the server
 * @param {import('../world.mjs').World} world
 * @param {import('../databases.mjs').DatabaseOptions} options
 * @returns {Promise<OrderRow[]>}
 * @throws if two of the graphs differ
 */
export async function measureOrders(name, world, options) {
  const { layout } = serverKinds[name];
  const rows = [];
  for (const order of ordersOf(world.documents.length)) {
    console.error(`  ${world.size} orders: ${name}, ${order.join(' ')}`);
    const folder = scratchFolder('orders');
    const files = order.map((number) => world.documents[number - 1]);
    const { seconds } = await importDocuments({ layout, folder, files }, options);
    rows.push({
      server: name,
      order,
      seconds,
      digest: await graphDigest({ layout, folder }, options),
    });
    rmSync(folder, { recursive: true, force: true });
  }
  const digests = new Set(rows.map(({ digest }) => digest));
  if (digests.size > 1) throw new Error(`The orders give ${digests.size} graphs.`);
  return rows;
}

/** Forward, backward, and three that start elsewhere. */
function ordersOf(count) {
  const forward = Array.from({ length: count }, (_, index) => index + 1);
  const from = (start) => [...forward.slice(start), ...forward.slice(0, start)];
  const starts = [1, Math.floor(count / 2), count - 1];
  return [forward, forward.toReversed(), ...starts.map(from)];
}
