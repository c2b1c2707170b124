/** The databases of the bench, built once and kept in the cache. */
import { createHash, randomUUID } from 'node:crypto';
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
 * The layout of a database: its engine, and the program that fills it, which is the loader of the
 * peers, Kenes, or the Kenes of `--before`.
 *
 * @typedef {'peers' | 'kenes-neo4j' | 'kenes-sqlite' | 'before-neo4j' | 'before-sqlite'} Layout
 */

/**
 * The versions of the programs that fill and open databases.
 *
 * @typedef {object} DatabaseOptions
 * @property {string} neo4jVersion
 * @property {string} [before] the folder of the other checkout of Kenes
 */

const isNeo4j = (layout) => !layout.endsWith('sqlite');

/** Starts Neo4j on a folder. `environment` has the variables by which a server finds it. */
export async function openNeo4j(folder, version) {
  // A new one each time: Neo4j refuses to set its current password again.
  const password = randomUUID();
  const { uri, stop } = await startNeo4j({ version, data: folder, password, heap: HEAP });
  const environment = { NEO4J_URI: uri, NEO4J_USERNAME: 'neo4j', NEO4J_PASSWORD: password };
  return { uri, password, environment, stop };
}

/**
 * Returns the folder of a world's database. Fills the database if it does not exist.
 *
 * @param {Layout} layout
 * @param {import('./world.mjs').World} world
 * @param {DatabaseOptions} options
 * @returns {Promise<{ folder: string, figures: ImportFigures }>}
 *
 * @typedef {object} ImportFigures the time and the memory that filling the database took
 * @property {number} seconds
 * @property {number} peak the largest resident memory of Kenes' process, in MB
 * @property {number} own the largest private memory, without mapped files, in MB
 */
export async function ensureDatabase(layout, world, options) {
  const key = keyOf(layout, options);
  const folder = path.join(databases, `${world.size}-${layout}-${key}`);
  const figuresFile = `${folder}.json`;
  if (!existsSync(figuresFile)) {
    dropDatabases(world.size, layout); // those of another version of Kenes, Neo4j or the world
    console.error(`Filling ${path.basename(folder)} …`);
    const figures = await fill(layout, world, folder, options);
    writeFileSync(figuresFile, JSON.stringify(figures));
  }
  return { folder, figures: JSON.parse(readFileSync(figuresFile, 'utf8')) };
}

/** Returns a key of everything that a database depends on, except the world's size. */
function keyOf(layout, options) {
  const parts = [worldDigest];
  if (layout === 'peers') parts.push(digestOf([path.join(here, 'load-peers.mjs')]));
  else parts.push(storageDigest(checkoutOf(layout, options)));
  if (isNeo4j(layout)) parts.push(options.neo4jVersion);
  return parts.join('-');
}

/** Returns the folder of the Kenes that fills a layout's database. */
export const checkoutOf = (layout, { before }) => (layout.startsWith('before') ? before : root);

/** The folders of `dist/` that decide what Kenes stores. A checkout need not have all of them. */
const STORAGE = ['vocabulary', 'values', 'model', 'store', 'writing', 'documents'];

function storageDigest(checkout) {
  const folders = STORAGE.map((folder) => path.join(checkout, 'dist', folder));
  return digestOf(folders.filter((folder) => existsSync(folder)));
}

/**
 * Returns whether two checkouts of Kenes can share a graph in Neo4j, because they use the same
 * version of its schema. They cannot if a checkout does not state its version.
 */
export function canShareGraph(one, other) {
  const version = graphVersionOf(one);
  return version !== undefined && version === graphVersionOf(other);
}

function graphVersionOf(checkout) {
  const file = path.join(checkout, 'dist', 'store', 'neo4j', 'schema.js');
  if (!existsSync(file)) return undefined;
  return /\bSCHEMA_VERSION = (\d+)/.exec(readFileSync(file, 'utf8'))?.[1];
}

/** Deletes the databases of a world: those of one layout, or all of them. */
export function dropDatabases(size, layout) {
  const prefix = layout ? `${size}-${layout}-` : `${size}-`;
  mkdirSync(databases, { recursive: true });
  for (const name of readdirSync(databases).filter((other) => other.startsWith(prefix))) {
    rmSync(path.join(databases, name), { recursive: true, force: true });
  }
}

async function fill(layout, world, folder, options) {
  if (layout === 'peers') {
    const began = performance.now();
    const neo4j = await openNeo4j(folder, options.neo4jVersion);
    try {
      await loadPeers(world, neo4j);
    } finally {
      await neo4j.stop();
    }
    return { seconds: (performance.now() - began) / 1000 };
  }
  return importDocuments({ layout, folder, files: world.documents }, options);
}

/**
 * Imports documents into an empty store by Kenes' command line. The time is that of the command
 * only.
 *
 * @param {{ layout: Layout, folder: string, files: string[] }} what
 * @param {DatabaseOptions} options
 * @returns {Promise<ImportFigures>}
 */
export async function importDocuments({ layout, folder, files }, options) {
  const checkout = checkoutOf(layout, options);
  if (layout.startsWith('before')) files = withoutDefaults(files);
  if (!isNeo4j(layout)) return runImport(checkout, files, { KENES_DATA: folder });
  const neo4j = await openNeo4j(folder, options.neo4jVersion);
  try {
    return await runImport(checkout, files, neo4j.environment);
  } finally {
    await neo4j.stop();
  }
}

/**
 * Returns the SHA-256 of what the graph of a database is exported as, as one document.
 *
 * @param {{ layout: Layout, folder: string }} what
 * @param {DatabaseOptions} options
 */
export async function graphDigest({ layout, folder }, options) {
  const checkout = checkoutOf(layout, options);
  if (!isNeo4j(layout)) return exportDigest(checkout, { KENES_DATA: folder });
  const neo4j = await openNeo4j(folder, options.neo4jVersion);
  try {
    return await exportDigest(checkout, neo4j.environment);
  } finally {
    await neo4j.stop();
  }
}

async function exportDigest(checkout, environment) {
  const { child, log } = startNode('export', EXPORT, environment, checkout, 'pipe');
  const digest = createHash('sha256');
  child.stdout.on('data', (chunk) => digest.update(chunk));
  const [code, signal] = await once(child, 'close');
  if (code !== 0) throw new Error(`kenes export ended with ${signal ?? code}:\n${tailOf(log)}`);
  return digest.digest('hex');
}

const EXPORT = ['dist/cli.js', 'export', '--merged', '--json'];

/** Kenes 0.1.0 knows no default evidence, and needs none. */
function withoutDefaults(files) {
  const folder = scratchFolder('before');
  return files.map((file) => {
    const document = JSON.parse(readFileSync(file, 'utf8'));
    delete document.evidence;
    const copy = path.join(folder, path.basename(file));
    writeFileSync(copy, JSON.stringify(document));
    return copy;
  });
}

const runImport = (checkout, files, environment) =>
  runKenes(checkout, ['import', ...files], { ...environment, KENES_SEED: 'none' });

/**
 * Runs a command of a Kenes, and watches its memory.
 *
 * @param {string} checkout
 * @param {string[]} command
 * @param {Record<string, string>} environment
 * @returns {Promise<ImportFigures>}
 */
export async function runKenes(checkout, command, environment) {
  const began = performance.now();
  const parameters = ['dist/cli.js', ...command];
  const { child, pid, log } = startNode(command[0], parameters, environment, checkout);
  // The kernel's figures are lost when the process ends, so they are read until then.
  const largest = { peak: 0, own: 0 };
  const watch = setInterval(() => {
    const { peak, own } = memoryOf(pid);
    largest.peak = Math.max(largest.peak, peak || 0);
    largest.own = Math.max(largest.own, own || 0);
  }, 20);
  const [code, signal] = await once(child, 'exit');
  clearInterval(watch);
  if (code !== 0)
    throw new Error(`kenes ${command[0]} ended with ${signal ?? code}:\n${tailOf(log)}`);
  return { seconds: (performance.now() - began) / 1000, ...largest };
}

/** Returns a new, empty folder for a temporary database. */
export function scratchFolder(name) {
  const folder = path.join(cacheFolder, 'scratch', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
