import { writeFileSync } from 'node:fs';
import { evaluateBars } from './bars.mjs';
import { dropDatabases } from './databases.mjs';
import { USAGE, readOptions } from './options.mjs';
import { compareAnswers } from './phases/compare.mjs';
import { measureFirstSight } from './phases/first-sight.mjs';
import { measureImports } from './phases/import.mjs';
import { measureStarts } from './phases/start.mjs';
import { measureWarm, residentMemory } from './phases/warm.mjs';
import {
  answersSection,
  barsSection,
  firstSightSection,
  importSection,
  startSection,
  warmSection,
} from './report.mjs';
import { checkBuilt, openServers } from './servers.mjs';
import { ensureWorld } from './world.mjs';

/**
 * @typedef {object} WorldResults of one world
 * @property {import('./phases/compare.mjs').Problem[]} problems answers that differ
 * @property {{ rows: import('./phases/warm.mjs').WarmRow[], memory: Record<string, number> }}
 *   [warm]
 * @property {{ rows: import('./phases/first-sight.mjs').FirstSightRow[] }} [firstSight]
 *
 * @typedef {object} Results
 * @property {Record<string, WorldResults>} worlds by size
 * @property {import('./phases/import.mjs').ImportRow[]} imports
 * @property {import('./phases/start.mjs').StartRow[]} starts
 */

/**
 * The bench. Sections are printed as soon as they are measured.
 *
 * @param {string[]} parameters
 * @returns {Promise<number>} exit status: 1 if answers differ
 */
export async function run(parameters) {
  const options = readOptions(parameters);
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  checkBuilt(options.servers);
  /** @type {Results} */
  const results = { worlds: {}, imports: [], starts: [] };
  for (const size of options.sizes) await measureWorld(size, options, results);
  if (results.imports.length) print(importSection(results.imports));
  if (options.phases.includes('start')) results.starts = await measureStarts(options);
  if (results.starts.length) print(startSection(results.starts));
  const bars = evaluateBars(results, options);
  print(barsSection(bars));
  if (options.json) writeFileSync(options.json, toJson(options, results, bars));
  return Object.values(results.worlds).some(({ problems }) => problems.length) ? 1 : 0;
}

const print = (section) => console.log(`${section}\n`);

async function measureWorld(size, options, results) {
  console.error(`World ${size}`);
  const world = await ensureWorld(size);
  if (options.fresh) dropDatabases(size);
  if (options.phases.includes('import')) {
    results.imports.push(...(await measureImports(world, options)));
  }
  if (!options.phases.includes('warm') && !options.phases.includes('first-sight')) return;
  const { servers, close } = await openServers(world, options);
  try {
    results.worlds[size] = await measureServers(servers, world, options);
  } finally {
    await close();
  }
}

async function measureServers(servers, world, options) {
  const { problems, able } = await compareAnswers(servers, options.operations, world);
  const results = { problems };
  if (options.phases.includes('warm')) {
    const rows = await measureWarm(able, world, options);
    results.warm = { rows, memory: residentMemory(servers) };
  }
  if (options.phases.includes('first-sight')) {
    results.firstSight = await measureFirstSight(servers, options.operations, world, options);
    problems.push(...results.firstSight.problems);
  }
  print(answersSection(world.size, problems));
  if (results.warm) print(warmSection(world.size, results.warm, options));
  if (results.firstSight) print(firstSightSection(world.size, results.firstSight.rows, options));
  return results;
}

function toJson({ rounds, seconds, clients, sights, neo4jVersion }, results, bars) {
  const settings = { rounds, seconds, clients, sights, neo4j: neo4jVersion, node: process.version };
  const at = new Date().toISOString();
  return `${JSON.stringify({ at, settings, ...results, bars }, null, 2)}\n`;
}
