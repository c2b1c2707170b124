import { writeFileSync } from 'node:fs';
import { evaluateBars } from './bars.mjs';
import { root } from './cache.mjs';
import { dropDatabases } from './databases.mjs';
import { USAGE, readOptions } from './options.mjs';
import { compareAnswers } from './phases/compare.mjs';
import { measureCold } from './phases/cold.mjs';
import { measureExports } from './phases/exports.mjs';
import { measureFirstSight } from './phases/first-sight.mjs';
import { measureImports } from './phases/import.mjs';
import { measureLoad } from './phases/load.mjs';
import { measureMeasures } from './phases/measures.mjs';
import { measureNames } from './phases/names.mjs';
import { measureOrders } from './phases/orders.mjs';
import { measureSeedPages, measureWorldPages } from './phases/pages.mjs';
import { measureSoak } from './phases/soak.mjs';
import { measureStarts } from './phases/start.mjs';
import { measureTraffic } from './phases/traffic.mjs';
import { measureWarm, residentMemory } from './phases/warm.mjs';
import { measureYaml } from './phases/yaml.mjs';
import {
  answersSection,
  barsSection,
  coldSection,
  exportsSection,
  failuresSection,
  firstSightSection,
  importSection,
  loadSection,
  measuresSection,
  namesSection,
  ordersSection,
  pagesSection,
  soakSection,
  startSection,
  trafficSection,
  warmSection,
  yamlSection,
} from './report.mjs';
import { checkBuilt, isBefore, isKenes, openServers, serverKinds } from './servers.mjs';
import { ensureWorld } from './world.mjs';

/**
 * @typedef {object} WorldResults the results for one world
 * @property {import('./phases/compare.mjs').Problem[]} problems answers that differ
 * @property {import('./phases/cold.mjs').ColdRow[]} [cold]
 * @property {import('./phases/load.mjs').LoadRow[]} [load]
 * @property {import('./phases/measures.mjs').MeasureRow[]} [measures]
 * @property {import('./phases/exports.mjs').ExportRow[]} [exports]
 * @property {import('./phases/soak.mjs').SoakRow[]} [soak]
 * @property {import('./phases/yaml.mjs').YamlRow[]} [yaml]
 * @property {import('./phases/orders.mjs').OrderRow[]} [orders]
 * @property {{ rows: import('./phases/warm.mjs').WarmRow[], memory: Record<string, number> }}
 *   [warm]
 * @property {import('./phases/traffic.mjs').TrafficRow[]} [traffic]
 * @property {{ rows: import('./phases/first-sight.mjs').FirstSightRow[] }} [firstSight]
 *
 * @typedef {object} Results
 * @property {Record<string, WorldResults>} worlds by size
 * @property {import('./phases/import.mjs').ImportRow[]} imports
 * @property {import('./phases/start.mjs').StartRow[]} starts
 * @property {import('./phases/names.mjs').NamesRow[]} [names]
 * @property {import('./phases/pages.mjs').PageRow[]} pages
 * @property {string[]} failures phases that could not be measured
 */

/**
 * Runs the bench. Sections are printed as soon as they are measured. Failures are listed at the end
 * and do not stop the other measurements.
 *
 * @param {string[]} parameters
 * @returns {Promise<number>} exit status: 1 if answers differ or a phase fails
 */
export async function run(parameters) {
  const options = readOptions(parameters);
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  checkBuilt(options);
  /** @type {Results} */
  const results = { worlds: {}, imports: [], starts: [], pages: [], failures: [] };
  if (options.phases.some((phase) => phase !== 'names'))
    for (const size of options.sizes) await measureWorld(size, options, results);
  if (options.phases.includes('pages')) await measureAllSeedPages(options, results);
  if (options.phases.includes('start')) await measureAllStarts(options, results);
  if (options.phases.includes('names')) await measureAllNames(options, results);
  if (results.imports.length) print(importSection(results.imports));
  if (results.starts.length) print(startSection(results.starts));
  if (results.pages.length) print(pagesSection(results.pages));
  if (results.names) print(namesSection(results.names, options));
  const bars = evaluateBars(results, options);
  if (bars.some(({ met }) => met !== undefined)) print(barsSection(bars));
  if (results.failures.length) print(failuresSection(results.failures));
  if (options.json) writeFileSync(options.json, toJson(options, results, bars));
  const differ = Object.values(results.worlds).some(({ problems }) => problems.length);
  return differ || results.failures.length ? 1 : 0;
}

const print = (section) => console.log(`${section}\n`);

/** Returns the engines that Kenes is measured on. */
const enginesOf = ({ servers }) =>
  ['neo4j', 'sqlite'].filter((engine) => servers.includes(`kenes-${engine}`));

function noteFailure(results, name, error) {
  console.error(error);
  results.failures.push(`${name}: ${error.message.replace(/\s+/g, ' ').trim()}`);
}

async function attempt(name, results, work) {
  try {
    await work();
  } catch (error) {
    noteFailure(results, name, error);
  }
}

async function measureWorld(size, options, results) {
  console.error(`World ${size}`);
  const world = await ensureWorld(size);
  results.worlds[size] = { problems: [] };
  if (options.fresh) dropDatabases(size);
  if (options.phases.includes('import')) await measureAllImports(world, options, results);
  if (options.phases.includes('cold')) await measureAllCold(world, options, results);
  if (options.phases.includes('load')) await measureAllLoad(world, options, results);
  if (options.phases.includes('yaml')) await measureLargeYaml(world, results);
  if (options.phases.includes('orders')) await measureAllOrders(world, options, results);
  if (options.phases.includes('measures')) await measureAllMeasures(world, options, results);
  if (options.phases.includes('exports')) await measureAllExports(world, options, results);
  if (options.phases.includes('pages')) await measureAllPages(world, options, results);
  if (options.phases.includes('soak')) await measureAllSoaks(world, options, results);
  if (!options.phases.includes('warm') && !options.phases.includes('first-sight')) return;
  const onFailure = (name, error) => noteFailure(results, `${size}, ${name}`, error);
  const { servers, close } = await openServers(world, options, onFailure);
  await attempt(size, results, () => measureServers(servers, world, options, results));
  await close();
}

/** Measures the imports of each Kenes together with the Kenes of `--before` on the same engine. */
async function measureAllImports(world, options, results) {
  for (const server of options.servers.filter(isKenes)) {
    const before = options.servers.filter((name) => serverKinds[name].now === server);
    await attempt(`${world.size}, import, ${server}`, results, async () => {
      results.imports.push(...(await measureImports(world, [server, ...before], options)));
    });
  }
}

async function measureAllNames({ before }, results) {
  await attempt('names', results, async () => {
    results.names = await measureNames(before ? [root, before] : [root]);
  });
}

async function measureAllCold(world, options, results) {
  const rows = (results.worlds[world.size].cold = []);
  for (const server of options.servers.filter((name) => isKenes(name) || isBefore(name))) {
    await attempt(`${world.size}, cold, ${server}`, results, async () => {
      rows.push(await measureCold(server, world, options));
    });
  }
  if (rows.length) print(coldSection(world.size, rows));
}

async function measureAllLoad(world, options, results) {
  const rows = (results.worlds[world.size].load = []);
  for (const server of options.servers.filter(isKenes)) {
    await attempt(`${world.size}, load, ${server}`, results, async () => {
      rows.push(...(await measureLoad(server, world, options)));
    });
  }
  if (rows.length) print(loadSection(world.size, rows));
}

async function measureAllMeasures(world, options, results) {
  const rows = (results.worlds[world.size].measures = []);
  for (const server of options.servers.filter(isKenes)) {
    await attempt(`${world.size}, measures, ${server}`, results, async () => {
      rows.push(...(await measureMeasures(server, world, options)));
    });
  }
  if (rows.length) print(measuresSection(world.size, rows));
}

async function measureAllExports(world, options, results) {
  const rows = (results.worlds[world.size].exports = []);
  for (const server of options.servers.filter(isKenes)) {
    await attempt(`${world.size}, exports, ${server}`, results, async () => {
      rows.push(...(await measureExports(server, world, options)));
    });
  }
  if (rows.length) print(exportsSection(world.size, rows));
}

async function measureAllPages(world, options, results) {
  for (const server of options.servers.filter(isKenes)) {
    await attempt(`${world.size}, pages, ${server}`, results, async () => {
      results.pages.push(...(await measureWorldPages(server, world, options)));
    });
  }
}

async function measureAllSeedPages(options, results) {
  for (const server of options.servers.filter(isKenes)) {
    await attempt(`seed, pages, ${server}`, results, async () => {
      results.pages.push(...(await measureSeedPages(server, options)));
    });
  }
}

async function measureAllSoaks(world, options, results) {
  const rows = (results.worlds[world.size].soak = []);
  for (const server of options.servers.filter(isKenes)) {
    await attempt(`${world.size}, soak, ${server}`, results, async () => {
      console.error(`  ${world.size} soak: ${server}`);
      rows.push(await measureSoak(server, world, options));
    });
  }
  if (rows.length) print(soakSection(world.size, rows));
}

async function measureAllOrders(world, options, results) {
  const rows = (results.worlds[world.size].orders = []);
  for (const server of options.servers.filter(isKenes)) {
    await attempt(`${world.size}, orders, ${server}`, results, async () => {
      rows.push(...(await measureOrders(server, world, options)));
    });
  }
  if (rows.length) print(ordersSection(world.size, rows));
}

async function measureLargeYaml(world, results) {
  if (world.size === 'S') return; // too small for a document of the largest size
  await attempt(`${world.size}, yaml`, results, async () => {
    const rows = (results.worlds[world.size].yaml = await measureYaml(world));
    print(yamlSection(rows));
  });
}

async function measureAllStarts(options, results) {
  for (const engine of enginesOf(options)) {
    await attempt(`start, ${engine}`, results, async () => {
      results.starts.push(...(await measureStarts(engine, options.neo4jVersion)));
    });
  }
}

async function measureServers(servers, world, options, results) {
  const { size } = world;
  const found = results.worlds[size];
  const { problems, able } = await compareAnswers(servers, options.operations, world);
  print(answersSection(`World ${size}, answers`, problems, servers));
  found.problems = problems;
  const later = [];
  if (options.phases.includes('warm')) {
    const warm = await measureWarm(able, world, options);
    found.warm = { rows: warm.rows, memory: residentMemory(servers) };
    later.push(...warm.problems);
    print(warmSection(size, found.warm, options));
    await attempt(`${size}, traffic`, results, async () => {
      const traffic = await measureTraffic(able, world, options);
      found.traffic = traffic.rows;
      later.push(...traffic.problems);
      print(trafficSection(size, found.traffic, options));
    });
  }
  if (options.phases.includes('first-sight')) {
    const firstSight = await measureFirstSight(able, world, options);
    found.firstSight = { rows: firstSight.rows };
    later.push(...firstSight.problems);
    print(firstSightSection(size, firstSight.rows, options));
  }
  if (later.length) print(answersSection(`World ${size}, answers while measuring`, later, servers));
  problems.push(...later);
}

function toJson(options, results, bars) {
  const { rounds, seconds, clients, sights, before, neo4jVersion: neo4j } = options;
  const settings = { rounds, seconds, clients, sights, before, neo4j, node: process.version };
  const at = new Date().toISOString();
  return `${JSON.stringify({ at, settings, ...results, bars }, null, 2)}\n`;
}
