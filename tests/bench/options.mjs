import path from 'node:path';
import { parseArgs } from 'node:util';
import { isBefore, serverKinds } from './servers.mjs';
import { operations } from './workload.mjs';
import { SIZES } from './world.mjs';

const PHASES = [
  'import',
  'cold',
  'warm',
  'first-sight',
  'load',
  'measures',
  'exports',
  'pages',
  'start',
  'names',
  'yaml',
];
/** They take long, and are measured only if they are named. */
const SOAK = 'soak';
const LONG = [SOAK, 'orders'];

export const USAGE = `npm run bench -- [options]

  --size S,M            the worlds to measure on (${Object.keys(SIZES).join(', ')}); S,M without it
  --only warm,…         of ${[...PHASES, ...LONG].join(', ')}; all but ${LONG.join(', ')} without it
  --ops point,…         of ${operations.map(({ name }) => name).join(', ')}
  --servers …           of ${Object.keys(serverKinds).join(', ')}
  --before FOLDER       another checkout of Kenes, built, that is measured beside this one
  --rounds 5            rounds of the warm readings
  --seconds 0.5         how long a server is asked in a round
  --clients 1           how many ask at once; the bars are for one
  --sights 15           queries that no server has seen, an operation
  --fresh               build the worlds' databases again
  --minutes 30          of ${SOAK}
  --heap 512            of the service under load, in MB
  --neo4j 2026.09.0     the release of Neo4j
  --json FILE           the results as data, too`;

/**
 * @typedef {object} Options
 * @property {string[]} sizes
 * @property {string[]} phases
 * @property {import('./workload.mjs').Operation[]} operations
 * @property {string[]} servers in the order of the tables' columns
 * @property {string} [before] the folder of another checkout of Kenes
 * @property {number} rounds
 * @property {number} seconds
 * @property {number} clients
 * @property {number} sights
 * @property {number} minutes of `soak`
 * @property {number} heap of the service in `load`, in MB
 * @property {boolean} fresh
 * @property {boolean} help
 * @property {string} neo4jVersion
 * @property {string} [json]
 *
 * @returns {Options}
 * @throws if an option is unknown or has an unknown value
 */
export function readOptions(parameters) {
  const { values } = parseArgs({
    args: parameters,
    options: {
      size: { type: 'string', default: 'S,M' },
      only: { type: 'string' },
      ops: { type: 'string' },
      servers: { type: 'string' },
      before: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '0.5' },
      clients: { type: 'string', default: '1' },
      sights: { type: 'string', default: '15' },
      minutes: { type: 'string', default: '30' },
      heap: { type: 'string', default: '512' },
      fresh: { type: 'boolean', default: false },
      neo4j: { type: 'string', default: '2026.09.0' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const names = operations.map(({ name }) => name);
  const before = values.before && path.resolve(values.before);
  const kinds = Object.keys(serverKinds).filter((name) => before || !isBefore(name));
  const chosen = choose('--ops', values.ops, names);
  return {
    sizes: choose('--size', values.size, Object.keys(SIZES)),
    phases: values.only ? choose('--only', values.only, [...PHASES, ...LONG]) : PHASES,
    operations: operations.filter(({ name }) => chosen.includes(name)),
    servers: choose('--servers', values.servers, kinds),
    before,
    rounds: positive('--rounds', values.rounds),
    seconds: positive('--seconds', values.seconds),
    clients: positive('--clients', values.clients),
    sights: positive('--sights', values.sights),
    minutes: positive('--minutes', values.minutes),
    heap: positive('--heap', values.heap),
    fresh: values.fresh,
    help: values.help,
    neo4jVersion: values.neo4j,
    json: values.json,
  };
}

/** Returns the named elements in the order of all known ones; all of them if none is named. */
function choose(option, text, known) {
  if (text === undefined) return known;
  const named = text.split(',');
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length)
    throw new RangeError(`${option}: no ${unknown.join(', ')}. There is ${known.join(', ')}.`);
  return known.filter((name) => named.includes(name));
}

function positive(option, text) {
  const number = Number(text);
  if (!(number > 0)) throw new RangeError(`${option} is to be a number above 0, not ${text}.`);
  return number;
}
