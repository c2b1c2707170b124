import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { runKenes, scratchFolder } from '../databases.mjs';
import { root } from '../cache.mjs';

/** Just under the size that a document may have. */
const MOST_BYTES = 31 * 1024 * 1024;

/**
 * @typedef {object} YamlRow
 * @property {string} file
 * @property {number} megabytes
 * @property {number} seconds that `kenes check` takes
 * @property {number} peak MB that it holds at most
 */

/**
 * Checks a document of almost the size that is allowed, as YAML in block style, and one with as many
 * aliases as a person may come to write.
 *
 * @param {import('../world.mjs').World} world of at least that size
 * @returns {Promise<YamlRow[]>}
 */
export async function measureYaml(world) {
  const folder = scratchFolder('yaml');
  const texts = { 'block style': blockStyle(world), '50,000 aliases': aliases(50_000) };
  const rows = [];
  for (const [file, text] of Object.entries(texts)) {
    console.error(`  ${world.size} yaml: ${file}`);
    const name = path.join(folder, 'large.yaml');
    writeFileSync(name, text);
    const { seconds, peak } = await runKenes(root, ['check', name], { KENES_SEED: 'none' });
    rows.push({ file, megabytes: statSync(name).size / 1024 / 1024, seconds, peak });
  }
  return rows;
}

/** The entities of the world, and as many relations as there is room for. */
function blockStyle(world) {
  const documents = world.documents.map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const sources = documents.flatMap((document) => document.sources ?? []);
  const entities = documents.flatMap((document) => document.entities ?? []);
  const parts = [
    stringify({ ...documents.at(-1), sources, entities, relations: undefined }),
    'relations:\n',
  ];
  let room = MOST_BYTES - parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  for (const relation of repeated(documents.flatMap((document) => document.relations ?? []))) {
    const text = stringify([relation]);
    room -= Buffer.byteLength(text);
    if (room < 0) break;
    parts.push(text);
  }
  return parts.join('');
}

/** Yields the relations, and then again and again those that can be told apart by an instance. */
function* repeated(relations) {
  yield* relations;
  const plain = relations.filter(({ repeat }) => repeat === undefined);
  for (let copy = 1; ; copy++)
    for (const relation of plain) yield { ...relation, instance: `copy-${copy}` };
}

function aliases(count) {
  return `kenes: 1
sources: [{ slug: paper, publisher: press }]
entities:
  - slug: press
    type: Organization
    evidence:
      - &cited { source: paper }
${'      - *cited\n'.repeat(count)}`;
}
