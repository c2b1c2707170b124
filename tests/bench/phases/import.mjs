import { rmSync } from 'node:fs';
import { dropDatabases, ensureDatabase, importDocuments, scratchFolder } from '../databases.mjs';
import { serverKinds } from '../servers.mjs';

const FEW = 2;

/**
 * @typedef {object} ImportRow
 * @property {string} size
 * @property {string} server whose command line imports
 * @property {number} files
 * @property {number} seconds
 * @property {number} peak MB that the command held at most
 * @property {number} own MB of these at most that are its own, without mapped files
 * @property {number} [ownOfFew] the same for the first two files alone: the difference is what more
 *   files cost
 */

/**
 * Imports a world's documents into empty stores of an engine. The last database of each server stays
 * for the other phases. Where two servers are compared, each imports twice, in the order A B B A,
 * and the faster of its two imports counts.
 *
 * @param {import('../world.mjs').World} world
 * @param {string[]} servers one, or the two that are compared
 * @param {import('../databases.mjs').DatabaseOptions} options
 * @returns {Promise<ImportRow[]>} a row for each server
 */
export async function measureImports(world, servers, options) {
  const fastest = new Map();
  for (const server of servers.length > 1 ? [...servers, ...servers.toReversed()] : servers) {
    console.error(`  ${world.size} import: ${server}`);
    const { layout } = serverKinds[server];
    dropDatabases(world.size, layout);
    const { figures } = await ensureDatabase(layout, world, options);
    const least = fastest.get(server)?.seconds ?? Infinity;
    if (figures.seconds < least) fastest.set(server, figures);
  }
  const rows = [];
  for (const [server, figures] of fastest) {
    const row = { size: world.size, server, files: world.documents.length, ...figures };
    if (row.files > FEW) row.ownOfFew = await ownOfFewFiles(world, server, options);
    rows.push(row);
  }
  return rows;
}

async function ownOfFewFiles(world, server, options) {
  const { layout } = serverKinds[server];
  const folder = scratchFolder('import');
  const files = world.documents.slice(0, FEW);
  const { own } = await importDocuments({ layout, folder, files }, options);
  rmSync(folder, { recursive: true, force: true });
  return own;
}
