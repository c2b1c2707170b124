/**
 * How many names a search finds that is written in another way, and how many that are not the same:
 * the pairs of `names/pairs.tsv`, all of whose names are in one store in memory.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { here } from '../cache.mjs';

const FIRST = 20; // a name is found if it is among so many
const BATCH = 25; // searches of one request

const QUERY = `query($query: String!) { search(query: $query, first: ${FIRST}) { nodes { slug } } }`;

/** What is not to be found. */
export const isFalsePair = ({ kind }) => kind.startsWith('not the same');

/**
 * @typedef {object} NamesRow
 * @property {string} kind
 * @property {number} pairs
 * @property {number[]} found by folder
 * @property {{ stored: string, asked: string }[]} wrong of the first folder: a name that is not
 *   found, or one that is found and is not the same
 *
 * @param {string[]} folders checkouts of Kenes that are built
 * @returns {Promise<NamesRow[]>}
 */
export async function measureNames(folders) {
  const pairs = readPairs();
  const answers = [];
  for (const folder of folders) answers.push(await answersOf(folder, pairs));
  const kinds = [...new Set(pairs.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const indexes = pairs.flatMap((pair, index) => (pair.kind === kind ? [index] : []));
    return {
      kind,
      pairs: indexes.length,
      found: answers.map((found) => indexes.filter((index) => found[index]).length),
      wrong: indexes
        .filter((index) => answers[0][index] === isFalsePair({ kind }))
        .map((index) => ({ stored: pairs[index].stored, asked: pairs[index].asked })),
    };
  });
}

function readPairs() {
  const [head, ...lines] = readFileSync(path.join(here, 'names', 'pairs.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
  });
}

/** Returns whether each pair's stored name is found by what is asked. */
async function answersOf(folder, pairs) {
  const load = (file) => import(pathToFileURL(path.join(folder, 'dist', file)).href);
  const { createVocabulary } = await load('vocabulary/vocabulary.js');
  const { openStore } = await load('store/open-store.js');
  const { importDocuments } = await load('documents/import.js');
  const { createApp } = await load('http/app.js');
  const { pino } = await import('pino');
  const vocabulary = createVocabulary();
  const store = await openStore({ engine: 'SQLite', folder: 'memory' }, vocabulary);
  try {
    const slugs = slugsOf(pairs);
    const file = { name: 'names.json', read: () => Promise.resolve(documentOf(pairs, slugs)) };
    const { problems } = await importDocuments(store, vocabulary, [file]);
    if (problems.length > 0) throw new Error(problems[0].message);
    const { fetch } = createApp({ store, vocabulary, logger: pino({ level: 'silent' }) });
    const found = [];
    for (let start = 0; start < pairs.length; start += BATCH) {
      const asked = pairs.slice(start, start + BATCH).map(async (pair) => {
        const nodes = await search(fetch, pair.asked);
        return nodes.some(({ slug }) => slug === slugs.get(pair.stored));
      });
      found.push(...(await Promise.all(asked)));
    }
    return found;
  } finally {
    await store.close();
  }
}

async function search(fetch, query) {
  const body = JSON.stringify({ query: QUERY, variables: { query } });
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
  };
  const response = await fetch(
    new Request('http://kenes/graphql', { method: 'POST', headers, body }),
  );
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data.search.nodes;
}

function slugsOf(pairs) {
  return new Map(
    [...new Set(pairs.map(({ stored }) => stored))].map((name, n) => [name, `n-${n}`]),
  );
}

function documentOf(pairs, slugs) {
  const entities = new Map(
    pairs.map(({ type, language, stored }) => [
      stored,
      { slug: slugs.get(stored), type, names: { [language]: stored } },
    ]),
  );
  return JSON.stringify({ kenes: 1, entities: [...entities.values()] });
}
