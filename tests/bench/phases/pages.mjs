import { rmSync } from 'node:fs';
import { openBrowser, openPage } from '../browser.mjs';
import { openNeo4j, scratchFolder } from '../databases.mjs';
import { download } from '../http-client.mjs';
import { median } from '../measure.mjs';
import { cpuOfTree } from '../processes.mjs';
import { openDatabase, openServer, serverKinds } from '../servers.mjs';

const WARM_UP = 20; // requests of a page, after which its queries are compiled and planned
const TIMES = 20;
const PAINTS = 5; // after a first one, with which the browser itself gets warm

/** The pages of the seed. */
const SEED_PAGES = [
  '/',
  '/e/conference-penitentiary-2025',
  '/e/conference-penitentiary-2025?view=web',
  '/e/ombudsman-kz',
  '/e/ombudsman-kz/positions',
  '/paths?from=ombudsman-kz&to=undp',
  '/disagreements',
  '/claims',
  '/network?center=npm,opcat',
  '/search?q=омбудсмен',
];

/** The pages of a world. */
const pagesOf = ({ hub, organizations, events, people, networkCenters }) => [
  `/e/${hub}`,
  `/e/${organizations[0]}`,
  `/e/${events[0]}`,
  `/e/${people[0]}`,
  `/e/${people[0]}?without=source-0`,
  `/network?center=${networkCenters[0]}`,
  '/disagreements',
  '/claims',
];

/**
 * @typedef {object} PageRow
 * @property {string} server
 * @property {string} world its size, or `seed`
 * @property {string} page
 * @property {number} cpu of all processes of the service for a request, in milliseconds
 * @property {number} html kilobytes of the HTML, by gzip
 * @property {number} view kilobytes of all that a browser loads for it, by gzip
 * @property {number} firstPaint milliseconds
 * @property {number} largestPaint milliseconds
 */

/**
 * Measures pages of the seed.
 *
 * @param {string} name of the server
 * @param {{ neo4jVersion: string }} options
 * @returns {Promise<PageRow[]>}
 */
export async function measureSeedPages(name, { neo4jVersion }) {
  const folder = scratchFolder('pages');
  const isOnNeo4j = !serverKinds[name].layout.endsWith('sqlite');
  const neo4j = isOnNeo4j ? await openNeo4j(folder, neo4jVersion) : undefined;
  try {
    const environment = neo4j?.environment ?? { KENES_DATA: folder };
    return await measurePages(name, environment, 'seed', SEED_PAGES);
  } finally {
    await neo4j?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Measures pages of a world.
 *
 * @param {string} name of the server
 * @param {import('../world.mjs').World} world
 * @param {{ neo4jVersion: string }} options
 * @returns {Promise<PageRow[]>}
 */
export async function measureWorldPages(name, world, options) {
  const { environment, close } = await openDatabase(serverKinds[name].layout, world, options);
  try {
    return await measurePages(name, environment, world.size, pagesOf(world.handles));
  } finally {
    await close();
  }
}

async function measurePages(name, environment, world, pages) {
  const server = await openServer(name, environment, { clients: 1, log: 'pages' });
  const browser = await openBrowser();
  const rows = [];
  try {
    await openPage(browser, server.url);
    for (const page of pages) {
      console.error(`  ${world} pages: ${name}, ${page}`);
      const answered = await measureAnswers(server, page);
      const view = await measureView(browser, server, page);
      rows.push({ server: name, world, page, ...answered, ...view });
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return rows;
}

async function measureAnswers({ url, pid }, page) {
  const ask = () => askFor(`${url}${encodeURI(page)}`);
  for (let time = 0; time < WARM_UP; time++) await ask();
  const before = cpuOfTree(pid);
  let bytes = 0;
  for (let time = 0; time < TIMES; time++) bytes = await ask();
  return { cpu: (cpuOfTree(pid) - before) / TIMES, html: bytes / 1024 };
}

async function measureView(browser, { url }, page) {
  const views = [];
  for (let time = 0; time < PAINTS; time++)
    views.push(await openPage(browser, `${url}${encodeURI(page)}`));
  let bytes = 0;
  for (const path of views[0].paths) bytes += await askFor(`${url}${path}`);
  return {
    view: bytes / 1024,
    firstPaint: median(views.map(({ firstPaint }) => firstPaint)),
    largestPaint: median(views.map(({ largestPaint }) => largestPaint)),
  };
}

/** Returns the bytes of an answer, by gzip. */
async function askFor(url) {
  const { status, bytes } = await download(url);
  if (status !== 200) throw new Error(`${url} was answered with ${status}.`);
  return bytes;
}
