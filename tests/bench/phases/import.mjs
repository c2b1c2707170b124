import { rmSync } from 'node:fs';
import { dropDatabases, ensureDatabase, importDocuments, scratchFolder } from '../databases.mjs';

const FEW = 2;

/**
 * @typedef {object} ImportRow
 * @property {string} size
 * @property {'neo4j' | 'sqlite'} engine
 * @property {number} files
 * @property {number} seconds
 * @property {number} peak MB that the command held at most
 * @property {number} own MB of these at most that are its own, without mapped files
 * @property {number} [ownOfFew] the same for the first two files alone: the difference is what more
 *   files cost
 */

/**
 * Imports a world's documents into an empty store of an engine. The database stays for the other
 * phases.
 *
 * @param {import('../world.mjs').World} world
 * @param {'neo4j' | 'sqlite'} engine
 * @param {string} neo4jVersion
 * @returns {Promise<ImportRow>}
 */
export async function measureImport(world, engine, neo4jVersion) {
  console.error(`  ${world.size} import: ${engine}`);
  const layout = `kenes-${engine}`;
  dropDatabases(world.size, layout);
  const { figures } = await ensureDatabase(layout, world, neo4jVersion);
  const row = { size: world.size, engine, files: world.documents.length, ...figures };
  if (row.files > FEW) row.ownOfFew = await ownOfFewFiles(world, engine, neo4jVersion);
  return row;
}

async function ownOfFewFiles(world, engine, neo4jVersion) {
  const folder = scratchFolder('import');
  const files = world.documents.slice(0, FEW);
  const { own } = await importDocuments({ engine, folder, files, neo4jVersion });
  rmSync(folder, { recursive: true, force: true });
  return own;
}
