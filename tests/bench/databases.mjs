/** The databases of the bench, built once and kept in the cache. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { startNeo4j } from '../support/neo4j/neo4j-server.mjs';
import { cacheFolder, digestOf, here, root } from './cache.mjs';
import { loadPeers } from './load-peers.mjs';
import { memoryOf, startNode, tailOf } from './processes.mjs';
import { worldDigest } from './world.mjs';

const databases = path.join(cacheFolder, 'databases');
const HEAP = '3g';

/**
 * A layout is what fills a database, and whether that is Neo4j.
 *
 * @typedef {'peers' | 'kenes-neo4j' | 'kenes-sqlite'} Layout
 */

/** Starts Neo4j on a folder. `environment` is what a server needs to find it. */
export async function openNeo4j(folder, version) {
  const password = randomUUID(); // another one each time: Neo4j refuses to set the one it has
  const { uri, stop } = await startNeo4j({ version, data: folder, password, heap: HEAP });
  const environment = { NEO4J_URI: uri, NEO4J_USERNAME: 'neo4j', NEO4J_PASSWORD: password };
  return { uri, password, environment, stop };
}

/**
 * The folder of a world's database, filled if it is not there.
 *
 * @param {Layout} layout
 * @param {import('./world.mjs').World} world
 * @param {string} neo4jVersion
 * @returns {Promise<{ folder: string, figures: ImportFigures }>}
 *
 * @typedef {object} ImportFigures what filling it took, when that was done
 * @property {number} seconds
 * @property {number} peak MB that Kenes' process held at most
 * @property {number} own MB of its own that it held at most, without mapped files
 */
export async function ensureDatabase(layout, world, neo4jVersion) {
  const key = keyOf(layout, neo4jVersion);
  const folder = path.join(databases, `${world.size}-${layout}-${key}`);
  const figuresFile = `${folder}.json`;
  if (!existsSync(figuresFile)) {
    dropDatabases(world.size, layout); // what another version of Kenes, Neo4j or the world left
    console.error(`Filling ${path.basename(folder)} …`);
    const figures = await fill(layout, world, folder, neo4jVersion);
    writeFileSync(figuresFile, JSON.stringify(figures));
  }
  return { folder, figures: JSON.parse(readFileSync(figuresFile, 'utf8')) };
}

/** Everything that the bytes of a database depend on, apart from the world's size. */
function keyOf(layout, neo4jVersion) {
  const parts = [worldDigest];
  if (layout === 'peers') parts.push(digestOf([path.join(here, 'load-peers.mjs')]));
  else parts.push(kenesSchemaDigest());
  if (layout !== 'kenes-sqlite') parts.push(neo4jVersion);
  return parts.join('-');
}

/** Changes when what Kenes stores may change: its vocabulary, values, store or writer. */
function kenesSchemaDigest() {
  const folders = ['vocabulary', 'values', 'store', 'documents'];
  return digestOf(folders.map((folder) => path.join(root, 'dist', folder)));
}

/** Drops the databases of a world: of one layout, or of all. */
export function dropDatabases(size, layout) {
  const prefix = layout ? `${size}-${layout}-` : `${size}-`;
  mkdirSync(databases, { recursive: true });
  for (const name of readdirSync(databases).filter((other) => other.startsWith(prefix))) {
    rmSync(path.join(databases, name), { recursive: true, force: true });
  }
}

async function fill(layout, world, folder, neo4jVersion) {
  if (layout === 'peers') {
    const began = performance.now();
    const neo4j = await openNeo4j(folder, neo4jVersion);
    try {
      await loadPeers(world, neo4j);
    } finally {
      await neo4j.stop();
    }
    return { seconds: (performance.now() - began) / 1000 };
  }
  const engine = layout === 'kenes-neo4j' ? 'neo4j' : 'sqlite';
  return importDocuments({ engine, folder, files: world.documents, neo4jVersion });
}

/**
 * Imports documents into an empty store by Kenes' command line. The time is the command's alone.
 *
 * @param {{ engine: 'neo4j' | 'sqlite', folder: string, files: string[], neo4jVersion: string
 *   }} options
 * @returns {Promise<ImportFigures>}
 */
export async function importDocuments({ engine, folder, files, neo4jVersion }) {
  if (engine === 'sqlite') return runImport(files, { KENES_DATA: folder });
  const neo4j = await openNeo4j(folder, neo4jVersion);
  try {
    return await runImport(files, neo4j.environment);
  } finally {
    await neo4j.stop();
  }
}

async function runImport(files, environment) {
  const began = performance.now();
  const settings = { ...environment, KENES_SEED: 'none' };
  const { child, pid, log } = startNode('import', ['dist/cli.js', 'import', ...files], settings);
  // What the kernel knows is lost with the process, so it is read until the end.
  const most = { peak: 0, own: 0 };
  const watch = setInterval(() => {
    const { peak, own } = memoryOf(pid);
    most.peak = Math.max(most.peak, peak || 0);
    most.own = Math.max(most.own, own || 0);
  }, 20);
  const [code, signal] = await once(child, 'exit');
  clearInterval(watch);
  if (code !== 0) throw new Error(`kenes import ended with ${signal ?? code}:\n${tailOf(log)}`);
  return { seconds: (performance.now() - began) / 1000, ...most };
}

/** A folder for a database that is thrown away. */
export function scratchFolder(name) {
  const folder = path.join(cacheFolder, 'scratch', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
