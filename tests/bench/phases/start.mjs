import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openNeo4j, scratchFolder } from '../databases.mjs';
import { HttpClient } from '../http-client.mjs';
import { median } from '../measure.mjs';
import { SERVICE, freePort, memoryOf, startNode, tailOf } from '../processes.mjs';
import { toGraphqlRequest } from '../workload.mjs';

const TIMES = 3;
const READY_TIMEOUT_MS = 60_000;
const QUERY = '{ entity(slug: "conference-penitentiary-2025") { slug name } }';

/**
 * @typedef {object} StartRow
 * @property {'neo4j' | 'sqlite'} engine
 * @property {'empty' | 'filled'} store
 * @property {number} seconds from the start of the process to the first answer that has the
 *   seed's conference
 * @property {number} resident MB, a second after that
 * @property {number} peak MB
 */

/**
 * Starts Kenes with its seed on stores of an engine that are empty, and again on the same ones, now
 * filled.
 *
 * @param {'neo4j' | 'sqlite'} engine
 * @param {string} neo4jVersion
 * @returns {Promise<StartRow[]>}
 */
export async function measureStarts(engine, neo4jVersion) {
  console.error(`  start: ${engine}`);
  const starts = { empty: [], filled: [] };
  for (let time = 0; time < TIMES; time++) {
    const { empty, filled } = await startTwice(engine, neo4jVersion);
    starts.empty.push(empty);
    starts.filled.push(filled);
  }
  return ['empty', 'filled'].map((store) => toRow(engine, store, starts[store]));
}

function toRow(engine, store, starts) {
  const of = (property) => median(starts.map((start) => start[property]));
  return { engine, store, seconds: of('seconds'), resident: of('resident'), peak: of('peak') };
}

async function startTwice(engine, neo4jVersion) {
  const folder = scratchFolder('start');
  const neo4j = engine === 'neo4j' ? await openNeo4j(folder, neo4jVersion) : undefined;
  const environment = neo4j ? neo4j.environment : { KENES_DATA: folder };
  try {
    return { empty: await measureStart(environment), filled: await measureStart(environment) };
  } finally {
    await neo4j?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureStart(environment) {
  const port = await freePort();
  const began = performance.now();
  const settings = { ...environment, PORT: String(port), HOST: '127.0.0.1' };
  const started = startNode('start', SERVICE, settings);
  try {
    await firstAnswer(started, `http://127.0.0.1:${port}`);
    const seconds = (performance.now() - began) / 1000;
    await wait(1_000);
    return { seconds, ...memoryOf(started.pid) };
  } finally {
    await started.stop();
  }
}

async function firstAnswer({ child, log }, url) {
  const end = performance.now() + READY_TIMEOUT_MS;
  const client = new HttpClient(url);
  const request = toGraphqlRequest(QUERY, {});
  while (performance.now() < end && child.exitCode === null) {
    const answer = await client.post(request).catch(() => undefined);
    if (answer?.status === 200 && JSON.parse(answer.body).data?.entity) return client.close();
    await wait(5);
  }
  client.close();
  throw new Error(`Kenes did not answer with its seed:\n${tailOf(log)}`);
}
