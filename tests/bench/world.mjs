/**
 * The worlds: graphs of public life from a seeded generator, so that one size always has the same
 * bytes.
 *
 *   node tests/bench/world.mjs S|M|L        writes the world into the cache and prints where
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, digestOf, here } from './cache.mjs';
import { toDocuments } from './world/documents.mjs';
import { countEntities, makeEntities } from './world/entities.mjs';
import { chooseHandles } from './world/handles.mjs';
import { createRandom } from './world/random.mjs';
import { makeRelations } from './world/relations.mjs';
import { sourcesOf } from './world/sources.mjs';

export const SIZES = {
  S: { entities: 1_000, relations: 5_000 },
  M: { entities: 20_000, relations: 100_000 },
  L: { entities: 200_000, relations: 1_000_000 },
};

const SEED = 20251211;

/** The digest of the generator's code, on which the worlds depend. */
export const worldDigest = digestOf([path.join(here, 'world')]);

export function generateWorld(size) {
  const total = SIZES[size];
  const random = createRandom(SEED + total.entities);
  const counts = countEntities(total.entities);
  const entities = makeEntities(random, counts);
  const relations = makeRelations(random, entities, total.relations);
  const nodes = Object.values(entities).flat();
  const handles = chooseHandles(size, counts, entities, relations);
  return { nodes, sources: sourcesOf(entities), relations, handles };
}

/**
 * Returns the world in the cache. Writes it if it does not exist.
 *
 * @typedef {object} World
 * @property {string} size
 * @property {string} nodes file of `{ type, props }`, one a line, for the peers
 * @property {string} relations file of relations, one a line, for the peers
 * @property {string[]} documents files for `kenes import`, in order
 * @property {object} handles the slugs that the workload asks for
 *
 * @param {string} size
 * @returns {Promise<World>}
 */
export async function ensureWorld(size) {
  const folder = path.join(cacheFolder, `world-${size}-${worldDigest}`);
  const handlesFile = path.join(folder, 'handles.json');
  if (!existsSync(handlesFile)) await writeWorld(folder, handlesFile, generateWorld(size));
  const documents = path.join(folder, 'documents');
  return {
    size,
    nodes: path.join(folder, 'nodes.ndjson'),
    relations: path.join(folder, 'relations.ndjson'),
    documents: readdirSync(documents)
      .sort()
      .map((name) => path.join(documents, name)),
    handles: JSON.parse(readFileSync(handlesFile, 'utf8')),
  };
}

/** Writes the handles last, so that their file shows that the world is complete. */
async function writeWorld(folder, handlesFile, world) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'documents'), { recursive: true });
  await writeLines(path.join(folder, 'nodes.ndjson'), world.nodes.map(toPeerNode));
  await writeLines(path.join(folder, 'relations.ndjson'), world.relations);
  let number = 0;
  for (const document of toDocuments(world)) {
    const name = `${String(++number).padStart(4, '0')}.json`;
    writeFileSync(path.join(folder, 'documents', name), JSON.stringify(document));
  }
  writeFileSync(handlesFile, JSON.stringify(world.handles, null, 1));
}

const PEER_PROPERTIES = ['act', 'birthDate', 'foundedDate', 'startDate', 'endDate', 'adoptedDate'];

/** Returns a node in the form of the peers: flat, with one property per language. */
function toPeerNode(node) {
  const { slug, type, kind, names } = node;
  const props = { slug, kind, name: names.en ?? names.ru };
  for (const [language, name] of Object.entries(names)) {
    props[`name${language[0].toUpperCase()}${language[1]}`] = name;
  }
  const aliases = Object.values(node.aliases).flat();
  if (aliases.length) props.aliases = aliases;
  if (node.text) props.textRu = node.text.ru;
  for (const property of PEER_PROPERTIES) {
    if (node[property] !== undefined) props[property] = node[property];
  }
  return { type, props };
}

async function writeLines(file, items) {
  const stream = createWriteStream(file);
  for (const item of items) {
    if (!stream.write(`${JSON.stringify(item)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const world = await ensureWorld(process.argv[2] ?? 'M');
  console.log(path.dirname(world.nodes), world.handles.counts);
}
