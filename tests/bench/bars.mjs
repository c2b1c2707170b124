/** What Kenes is to reach. */
import { firstSightRatio, milliseconds, ratioText, warmRatio } from './report.mjs';
import { isKenes, serverKinds } from './servers.mjs';
import { operations } from './workload.mjs';

const SIZE = 'M';
const FIRST_SIGHT_FACTOR = 5;
const ONE_LEVEL = { factor: 1.4, milliseconds: 0.7 };
const IMPORT_SECONDS = 90;
const MEMORY_GROWTH = 1.5; // of its own: what a garbage collector's moods may make of it
const START = { empty: 3, filled: 1, resident: 200 };

/**
 * @typedef {object} Bar
 * @property {string} bar
 * @property {boolean} [met] undefined: nothing of it was measured
 * @property {string} [worst] the measurement that is nearest to missing it, or misses it most
 *
 * @param {import('./run.mjs').Results} results
 * @param {{ clients: number }} options
 * @returns {Bar[]}
 */
export function evaluateBars(results, { clients }) {
  const { warm, firstSight } = results.worlds[SIZE] ?? {};
  const warmRows = clients === 1 ? (warm?.rows ?? []) : [];
  return [
    neverSlower(warmRows),
    fasterAtFirstSight(firstSight?.rows ?? []),
    oneLevel(warmRows),
    embeddedFastest(warmRows),
    ...importBars(results.imports.filter(({ size }) => size === SIZE)),
    ...startBars(results.starts.filter(({ engine }) => engine === 'sqlite')),
  ];
}

/**
 * A bar over measurements, each with a strain: how much of what is allowed it takes, over 1
 * missing the bar.
 *
 * @param {string} bar
 * @param {{ strain: number, text: string }[]} measurements those that could not be taken have
 *   no finite strain
 */
function toBar(bar, measurements) {
  const taken = measurements.filter(({ strain }) => Number.isFinite(strain));
  if (taken.length === 0) return { bar };
  const worst = taken.reduce((most, one) => (one.strain > most.strain ? one : most));
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

function oneLevel(rows) {
  const measurements = rows
    .filter((row) => has(row, 'oneLevel') && row.servers.handwritten)
    .flatMap((row) =>
      kenesOf(row).map((name) => {
        const base = row.servers.handwritten.p50;
        const allowed = base * ONE_LEVEL.factor + ONE_LEVEL.milliseconds;
        const { p50 } = row.servers[name];
        const text = `${label(row, name)}: ${milliseconds(p50)} of ${milliseconds(allowed)} ms`;
        return { strain: p50 / allowed, text };
      }),
    );
  return toBar('M, warm, one level: at most ×1.4 of hand-written plus 0.7 ms', measurements);
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
  const seconds = rows.map((row) => ({
    strain: row.seconds / IMPORT_SECONDS,
    text: `${row.engine}: ${row.seconds.toFixed(1)} s`,
  }));
  const growth = rows.map((row) => ({
    strain: row.own / row.ownOfFew / MEMORY_GROWTH,
    text: `${row.engine}: ${row.ownOfFew?.toFixed(0)} to ${row.own.toFixed(0)} MB`,
  }));
  return [
    toBar('M imports in under 90 s', seconds),
    toBar('M imports in memory that does not grow with the number of files', growth),
  ];
}

function startBars(rows) {
  const starts = (store) =>
    rows
      .filter((row) => row.store === store)
      .map(({ seconds }) => ({ strain: seconds / START[store], text: `${seconds.toFixed(2)} s` }));
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
