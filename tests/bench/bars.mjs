/** The bars: the targets that Kenes has to meet. */
import { median, percentile } from './measure.mjs';
import {
  cpuRatio,
  firstSightRatio,
  milliseconds,
  ratioText,
  trafficRatio,
  warmRatio,
} from './report.mjs';
import { isKenes, serverKinds } from './servers.mjs';
import { operations } from './workload.mjs';

const SIZE = 'M';
const LARGE = 'L';
const FIRST_SIGHT_FACTOR = 5;
const NEAR_HAND_WRITTEN = { factor: 1.3, milliseconds: 0.7 };
const HUB_SHARE = 0.1; // of a sort over all relations of the hub
const FILTERED_PATH = { p50: 10, p99: 100 }; // milliseconds
const SEARCH_P50 = 20; // milliseconds
const NETWORK_CPU = 30; // milliseconds
const IMPORT_SECONDS = { 'kenes-neo4j': 90, 'kenes-sqlite': 30 };
const AGAIN_SECONDS = { 'kenes-neo4j': 60, 'kenes-sqlite': 15 };
const CORRECTED_SECONDS = 2;
const MEMORY_GROWTH = 1.5; // of private memory, which varies with the timing of garbage collection
const START = { empty: 3, filled: 1, resident: 200 };
const NEO4J_START_SECONDS = 8; // on an empty store
const TO_BEFORE = 1.1;
const BYTES = { operations: ['list50', 'deep3', 'neighbours100'], factor: 1.5 };
const NEIGHBOURS_CPU = 1.8;
const LOAD = { live: 50, point: 250, clients: 64, mixed: 400, peak: 1_200 }; // milliseconds and MB
const YAML = { seconds: 15, peak: 500 };
const SOAK_GROWTH = 1; // MB a minute
const MEASURES_MS = { PAGERANK: 3_000, BETWEENNESS: 10_000 };
const EXPORT = { seconds: 20, growth: 150 }; // of GEXF; MB of private memory beyond that before
// Milliseconds, and kilobytes by gzip. `web` is a page with its web.
const PAGE = { seedCpu: 60, worldCpu: 120, hub: 60, view: 45, web: 100, paint: 700 };
const COLD_TIMEOUT_MS = 60_000; // after which the client stops waiting

/**
 * @typedef {object} Bar
 * @property {string} bar
 * @property {boolean} [met] undefined if nothing was measured for it
 * @property {string} [worst] the measurement that is nearest to missing it, or misses it most
 *
 * @param {import('./run.mjs').Results} results
 * @param {{ clients: number }} options
 * @returns {Bar[]}
 */
export function evaluateBars(results, { clients }) {
  const warmRowsOf = (size) => (clients === 1 ? (results.worlds[size]?.warm?.rows ?? []) : []);
  const warmRows = warmRowsOf(SIZE);
  const startsOn = (engine) => results.starts.filter((row) => row.engine === engine);
  return [
    neverSlower(warmRows),
    fasterAtFirstSight(results.worlds[SIZE]?.firstSight?.rows ?? []),
    nearHandWritten(warmRows),
    embeddedFastest(warmRows),
    networkCpu([...warmRows, ...warmRowsOf(LARGE)]),
    ...largeBars(warmRowsOf(LARGE)),
    ...importBars(results.imports.filter(({ size }) => size === SIZE)),
    ...startBars(startsOn('sqlite')),
    startOnNeo4j(startsOn('neo4j')),
    noSlowerThanBefore(warmRows),
    neighboursCpu(warmRows),
    interlocksInEveryRound(warmRows),
    ...trafficBars(results.worlds[SIZE]?.traffic ?? []),
    answeredCold(results.worlds[LARGE]?.cold ?? []),
    ...loadBars(results.worlds[SIZE]?.load ?? []),
    soakBar(results.worlds[SIZE]?.soak ?? []),
    ...yamlBars(results.worlds[SIZE]?.yaml ?? []),
    ...measureBars(results.worlds[SIZE]?.measures ?? []),
    exportBar(results.worlds[SIZE]?.exports ?? []),
    ...pageBars(results.pages.filter(({ world }) => world === 'seed' || world === SIZE)),
  ];
}

/**
 * Returns a bar over measurements. The strain of a measurement is its share of the allowed value;
 * above 1, it misses the bar.
 *
 * @param {string} bar
 * @param {{ strain: number, text: string }[]} measurements those that could not be taken have
 *   no finite strain
 */
function toBar(bar, measurements) {
  const taken = measurements.filter(({ strain }) => Number.isFinite(strain));
  if (taken.length === 0) return { bar };
  const worst = taken.reduce((worse, one) => (one.strain > worse.strain ? one : worse));
  return { bar, met: worst.strain <= 1, worst: worst.text };
}

const has = (row, property) =>
  operations.find(({ name }) => name === row.operation)[property] === true;
const kenesOf = (row) => Object.keys(row.servers).filter(isKenes);
const label = (row, name) => `\`${row.operation}\`, ${serverKinds[name].title}`;

function neverSlower(rows) {
  const measurements = rows.flatMap((row) =>
    kenesOf(row).map((name) => {
      const ratio = warmRatio(row, 'neo4j-graphql', name);
      return { strain: 1 / ratio, text: `${label(row, name)}: ${ratioText(ratio)}` };
    }),
  );
  return toBar('M, warm: never slower than `@neo4j/graphql`', measurements);
}

function fasterAtFirstSight(rows) {
  const measurements = rows.flatMap((row) =>
    kenesOf(row).map((name) => {
      const ratio = firstSightRatio(row, 'neo4j-graphql', name);
      const text = `${label(row, name)}: ${ratioText(ratio)}`;
      return { strain: FIRST_SIGHT_FACTOR / ratio, text };
    }),
  );
  return toBar('M, at first sight: at least 5 times faster than `@neo4j/graphql`', measurements);
}

function nearHandWritten(rows) {
  const measurements = rows
    .filter((row) => row.servers.handwritten)
    .flatMap((row) =>
      kenesOf(row).map((name) => {
        const base = row.servers.handwritten.p50;
        const allowed = base * NEAR_HAND_WRITTEN.factor + NEAR_HAND_WRITTEN.milliseconds;
        return ofTime(row, name, 'p50', allowed);
      }),
    );
  return toBar('M, warm: at most ×1.3 of hand-written plus 0.7 ms', measurements);
}

/** Measures the time of an operation against the allowed time, both in milliseconds. */
function ofTime(row, name, property, allowed) {
  const value = row.servers[name][property];
  const text = `${label(row, name)}: ${milliseconds(value)} of ${milliseconds(allowed)} ms`;
  return { strain: value / allowed, text };
}

/** Measures the times of some operations on both engines against the allowed time. */
function timesOf(rows, names, property, allowed) {
  return rows
    .filter((row) => names.includes(row.operation))
    .flatMap((row) => kenesOf(row).map((name) => ofTime(row, name, property, allowed)));
}

function networkCpu(rows) {
  const measurements = timesOf(rows, ['network2'], 'cpu', NETWORK_CPU);
  return toBar('M and L, warm: a network of 500 in under 30 ms of CPU', measurements);
}

function largeBars(rows) {
  const hub = rows
    .filter((row) => row.operation === 'hub' && row.servers.handwritten)
    .flatMap((row) => {
      const sort = row.servers.handwritten.p50; // it sorts all relations of the hub
      return kenesOf(row).map((name) => ofTime(row, name, 'p50', sort * HUB_SHARE));
    });
  const filteredPath = ['p50', 'p99'].flatMap((property) =>
    timesOf(rows, ['pathFiltered'], property, FILTERED_PATH[property]),
  );
  const searches = timesOf(rows, ['search', 'searchMistaken'], 'p50', SEARCH_P50);
  return [
    toBar('L, warm: a page of the hub in a tenth of a sort over all it has', hub),
    toBar('L, warm: a filtered path in 10 ms, 99 of 100 in 100 ms', filteredPath),
    toBar('L, warm: a search in 20 ms', searches),
  ];
}

function embeddedFastest(rows) {
  const measurements = rows
    .filter((row) => has(row, 'readsEntity') && row.servers['kenes-sqlite'])
    .flatMap((row) =>
      ['handwritten', 'neo4j-graphql'].map((peer) => {
        const ratio = warmRatio(row, 'kenes-sqlite', peer);
        const text = `\`${row.operation}\`: ${ratioText(ratio)} of ${serverKinds[peer].title}`;
        return { strain: ratio, text };
      }),
    );
  return toBar('M, warm, an entity and its relations: SQLite faster than both peers', measurements);
}

function importBars(rows) {
  const ofNow = rows.filter(({ server }) => isKenes(server));
  const under = (property, allowed) =>
    ofNow.map((row) => ({
      strain: row[property] / allowed(row.server),
      text: `${serverKinds[row.server].title}: ${row[property]?.toFixed(1)} s`,
    }));
  const growth = ofNow.map((row) => ({
    strain: row.own / row.ownOfFew / MEMORY_GROWTH,
    text: `${serverKinds[row.server].title}: ${row.ownOfFew?.toFixed(0)} to ${row.own.toFixed(0)} MB`,
  }));
  const toBefore = ofNow.map((row) => {
    const before = rows.find(({ server }) => serverKinds[server].now === row.server);
    const ratio = row.seconds / before?.seconds;
    const text = `${serverKinds[row.server].title}: ${ratioText(ratio)}`;
    return { strain: ratio / TO_BEFORE, text };
  });
  return [
    toBar(
      'M imports in under 90 s on Neo4j, 30 s on SQLite',
      under('seconds', (server) => IMPORT_SECONDS[server]),
    ),
    toBar(
      'M imports again, unchanged, in under 60 s on Neo4j, 15 s on SQLite',
      under('unchanged', (server) => AGAIN_SECONDS[server]),
    ),
    toBar(
      'M: one document is corrected in under 2 s',
      under('corrected', () => CORRECTED_SECONDS),
    ),
    toBar('M imports in memory that does not grow with the number of files', growth),
    toBar('M imports in at most ×1.1 of the time it took before', toBefore),
  ];
}

const startSeconds = (rows, store, allowed) =>
  rows
    .filter((row) => row.store === store)
    .map(({ seconds }) => ({ strain: seconds / allowed, text: `${seconds.toFixed(2)} s` }));

function startBars(rows) {
  const starts = (store) => startSeconds(rows, store, START[store]);
  const resident = rows.map((row) => ({
    strain: row.resident / START.resident,
    text: `${row.resident.toFixed(0)} MB, ${row.store} store`,
  }));
  return [
    toBar('SQLite, empty store: seed and first answer within 3 s', starts('empty')),
    toBar('SQLite, filled store: first answer within 1 s', starts('filled')),
    toBar('SQLite: under 200 MB resident', resident),
  ];
}

function startOnNeo4j(rows) {
  const starts = startSeconds(rows, 'empty', NEO4J_START_SECONDS);
  return toBar('Neo4j that runs, empty store: seed and first answer within 8 s', starts);
}

function noSlowerThanBefore(rows) {
  const measurements = rows.flatMap((row) =>
    kenesOf(row).map((name) => {
      const ratio = warmRatio(row, name, `${name}-before`);
      return { strain: ratio / TO_BEFORE, text: `${label(row, name)}: ${ratioText(ratio)}` };
    }),
  );
  return toBar('M, warm: every operation in at most ×1.1 of its p50 before', measurements);
}

function neighboursCpu(rows) {
  const measurements = rows
    .filter(({ operation }) => operation === 'neighbours100')
    .flatMap((row) =>
      kenesOf(row).map((name) => {
        const ratio = cpuRatio(row, name, 'handwritten');
        return { strain: ratio / NEIGHBOURS_CPU, text: `${label(row, name)}: ${ratioText(ratio)}` };
      }),
    );
  return toBar('M, warm: `neighbours100` in at most ×1.8 of the CPU of hand-written', measurements);
}

function interlocksInEveryRound(rows) {
  const { servers } = rows.find(({ operation }) => operation === 'interlocks') ?? {};
  const peer = servers?.['neo4j-graphql']?.rounds ?? [];
  const measurements = (servers?.['kenes-sqlite']?.rounds ?? []).map((p50, round) => {
    const ratio = peer[round] / p50;
    return { strain: 1 / ratio, text: `round ${round + 1}: ${ratioText(ratio)}` };
  });
  return toBar(
    'M, warm: `interlocks` on SQLite in every round no slower than `@neo4j/graphql`',
    measurements,
  );
}

function trafficBars(rows) {
  const name = 'kenes-neo4j';
  const bytes = rows
    .filter(({ operation }) => BYTES.operations.includes(operation))
    .map((row) => {
      const ratio = trafficRatio(row, 'down', name, 'handwritten');
      return { strain: ratio / BYTES.factor, text: `\`${row.operation}\`: ${ratioText(ratio)}` };
    });
  const roundTrips = rows
    .filter(({ operation }) => operation === 'disagreements')
    .map((row) => {
      const count = median(row.servers[name]?.roundTrips ?? []);
      return { strain: count, text: `${count}` };
    });
  return [
    toBar(
      'M, warm: `list50`, `deep3`, `neighbours100` receive at most ×1.5 of the bytes that hand-written does',
      bytes,
    ),
    toBar('M, warm: `disagreements` on Neo4j in one round trip', roundTrips),
  ];
}

function answeredCold(rows) {
  const measurements = rows
    .filter(({ server }) => isKenes(server))
    .flatMap(({ server, answers }) =>
      answers.map(({ operation, milliseconds: taken, error }) => {
        if (error) return { strain: 2, text: `\`${operation}\`, ${error}` };
        const text = `\`${operation}\`, ${serverKinds[server].title}: ${milliseconds(taken)} ms`;
        return { strain: taken / COLD_TIMEOUT_MS, text };
      }),
    );
  return toBar('L, cold: the first answer of each operation is no error', measurements);
}

function loadBars(all) {
  // Where 64 clients take all that the machine has, everybody waits.
  const payloads = all.filter(({ times }) => times === undefined);
  const mixed = all.filter(({ load }) => load.startsWith(`${LOAD.clients} clients`));
  const over = (property, allowed, rows = payloads) =>
    rows
      .filter((row) => row[property] !== undefined)
      .map((row) => {
        const value = property === 'peak' ? row.peak : percentile(row[property], 99);
        const text = `${serverKinds[row.server].title}, ${row.load}: ${value.toFixed(0)}`;
        return { strain: value / allowed, text };
      });
  return [
    toBar(
      'M, beside each heavy request: 99 of 100 small queries in 250 ms',
      over('point', LOAD.point),
    ),
    toBar(
      'M, beside each heavy request: 99 of 100 `/health/live` in 50 ms',
      over('live', LOAD.live),
    ),
    toBar(
      'M, under load: 99 of 100 requests of 64 clients in 400 ms',
      over('times', LOAD.mixed, mixed),
    ),
    toBar('M, under load: less than 1.2 GB of memory', over('peak', LOAD.peak, all)),
  ];
}

function yamlBars(rows) {
  const under = (property, unit) =>
    rows.map((row) => ({
      strain: row[property] / YAML[property],
      text: `${row.file}: ${row[property].toFixed(1)} ${unit}`,
    }));
  return [
    toBar('31 MB of YAML are checked in 15 s', under('seconds', 's')),
    toBar('31 MB of YAML are checked with 500 MB', under('peak', 'MB')),
  ];
}

function measureBars(rows) {
  const over = (name, value, allowed) => ({
    strain: value / allowed,
    text: `${name}: ${milliseconds(value)} ms`,
  });
  const times = rows
    .filter(({ measure }) => MEASURES_MS[measure])
    .map(({ server, measure, milliseconds: first }) =>
      over(`${serverKinds[server].title}, \`${measure}\``, first, MEASURES_MS[measure]),
    );
  const live = rows.map(({ server, measure, live: all }) =>
    over(`${serverKinds[server].title}, \`${measure}\``, percentile(all, 99), LOAD.live),
  );
  return [
    toBar('M: PageRank in 3 s, betweenness in 10 s', times),
    toBar('M, beside each measure: 99 of 100 `/health/live` in 50 ms', live),
  ];
}

function soakBar(rows) {
  const measurements = rows.map(({ server, growth }) => ({
    strain: growth / SOAK_GROWTH,
    text: `${serverKinds[server].title}: ${growth.toFixed(2)} MB`,
  }));
  return toBar('M, for a long time: memory grows by less than 1 MB a minute', measurements);
}

function exportBar(rows) {
  const measurements = rows
    .filter(({ format }) => format === 'gexf')
    .map(({ server, seconds, most, before }) => ({
      strain: Math.max(seconds / EXPORT.seconds, (most - before) / EXPORT.growth),
      text: `${serverKinds[server].title}: ${seconds.toFixed(1)} s, ${(most - before).toFixed(0)} MB`,
    }));
  const bar = 'M: all of it as GEXF in less than 20 s, with at most 150 MB of own memory more';
  return toBar(bar, measurements);
}

function pageBars(rows) {
  const under = (chosen, property, allowed, unit) =>
    chosen.map((row) => ({
      strain: row[property] / allowed,
      text: `${serverKinds[row.server].title}, \`${row.page}\`: ${row[property].toFixed(1)} ${unit}`,
    }));
  const ofSeed = rows.filter(({ world }) => world === 'seed');
  const ofWorld = rows.filter(({ world }) => world === SIZE);
  const isWeb = ({ page }) => page.includes('view=web');
  const withoutWeb = rows.filter((row) => !isWeb(row));
  return [
    toBar('seed: a page in 60 ms of CPU', under(ofSeed, 'cpu', PAGE.seedCpu, 'ms')),
    toBar('M: a page in 120 ms of CPU', under(ofWorld, 'cpu', PAGE.worldCpu, 'ms')),
    toBar('M: a page in 60 kB', under(ofWorld, 'html', PAGE.hub, 'kB')),
    toBar('a first view in 45 kB', under(withoutWeb, 'view', PAGE.view, 'kB')),
    toBar('a first view with the web in 100 kB', under(rows.filter(isWeb), 'view', PAGE.web, 'kB')),
    toBar('a page is painted in 0.7 s', under(rows, 'largestPaint', PAGE.paint, 'ms')),
  ];
}
