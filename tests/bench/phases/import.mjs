import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dropDatabases, ensureDatabase, importDocuments, scratchFolder } from '../databases.mjs';
import { isKenes, serverKinds } from '../servers.mjs';

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
 * @property {number} [unchanged] seconds that the same documents take when they are imported again
 * @property {number} [corrected] seconds that one of them takes, in which one relation has changed
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
    if (isKenes(server)) Object.assign(row, await measureAgain(world, server, options));
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

/**
 * Imports all documents again, then the last one with a change, and then the last one as it was, so
 * that the database stays as it was.
 */
async function measureAgain(world, server, options) {
  const { layout } = serverKinds[server];
  const { folder } = await ensureDatabase(layout, world, options);
  const last = world.documents.at(-1);
  const scratch = scratchFolder('corrected');
  const corrected = path.join(scratch, path.basename(last)); // which is also the document's slug
  const document = JSON.parse(readFileSync(last, 'utf8'));
  const source = document.relations.find(({ evidence }) => evidence).evidence[0];
  document.relations.at(-1).evidence = [{ ...source, note: 'Corrected.' }];
  writeFileSync(corrected, JSON.stringify(document));
  const secondsOf = async (files) => {
    console.error(`  ${world.size} import: ${server}, ${files.length} again`);
    return (await importDocuments({ layout, folder, files }, options)).seconds;
  };
  const figures = {
    unchanged: await secondsOf(world.documents),
    corrected: await secondsOf([corrected]),
  };
  await secondsOf([last]);
  rmSync(scratch, { recursive: true, force: true });
  return figures;
}
