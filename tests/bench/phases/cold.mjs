import { post, requestOf } from '../asking.mjs';
import { ensureDatabase } from '../databases.mjs';
import { timed } from '../measure.mjs';
import { dropPageCache } from '../page-cache.mjs';
import { layoutOf, openDatabase, openServer } from '../servers.mjs';

/** What is asked, in this order. */
const ASKED = [
  'point',
  'list50',
  'deep3',
  'neighbours100',
  'search',
  'path',
  'network2',
  'interlocks',
  'disagreements',
];

/**
 * @typedef {object} ColdRow
 * @property {string} server
 * @property {boolean} dropped whether the database's files were dropped from the page cache
 * @property {number} seconds from the start of the service until it was ready
 * @property {ColdAnswer[]} answers in the order in which they were asked for
 *
 * @typedef {object} ColdAnswer the first one of an operation
 * @property {string} operation
 * @property {number} milliseconds
 * @property {string} [error]
 */

/**
 * Starts a server on a filled database that nothing has read yet: its files are not in the page
 * cache, and Neo4j was started for it. Then asks for a few operations, each once.
 *
 * @param {string} name of the server
 * @param {import('../world.mjs').World} world
 * @param {import('../options.mjs').Options} options
 * @returns {Promise<ColdRow>}
 */
export async function measureCold(name, world, options) {
  console.error(`  ${world.size} cold: ${name}`);
  const layout = layoutOf(name, options);
  const { folder } = await ensureDatabase(layout, world, options);
  const dropped = dropPageCache(folder);
  const database = await openDatabase(layout, world, options);
  try {
    const { before } = options;
    const { milliseconds, result: server } = await timed(() =>
      openServer(name, database.environment, { clients: 1, before }),
    );
    const answers = await askEachOnce(server, world, options.operations);
    await server.stop();
    return { server: name, dropped, seconds: milliseconds / 1000, answers };
  } finally {
    await database.close();
  }
}

/** @returns {Promise<ColdAnswer[]>} */
async function askEachOnce(server, world, operations) {
  const asked = ASKED.map((name) => operations.find((operation) => operation.name === name));
  const answers = [];
  for (const operation of asked.filter(Boolean)) {
    const request = requestOf(server, operation, world, 0);
    const { milliseconds, result: error } = await timed(() => errorOf(post(server, request)));
    answers.push({ operation: operation.name, milliseconds, error });
  }
  return answers;
}

/** The message of what an answer fails with, or undefined. */
const errorOf = (answer) =>
  answer.then(
    () => undefined,
    (error) => error.message,
  );
