/** Prints the results as Markdown for the documentation. */
import { median, medianRatio } from './measure.mjs';
import { spreadOf } from './phases/load.mjs';
import { isFalsePair } from './phases/names.mjs';
import { isBefore, isKenes, serverKinds } from './servers.mjs';
import { operations } from './workload.mjs';

const ENGINES = { neo4j: 'Neo4j', sqlite: 'SQLite' };

const SHOWN = 3; // differences per operation

const missing = '–';
const number = (value, digits) => (Number.isFinite(value) ? value.toFixed(digits) : missing);

/** Prints milliseconds with about three significant digits. */
export const milliseconds = (value) => number(value, value < 10 ? 2 : value < 100 ? 1 : 0);
export const ratioText = (value) =>
  Number.isFinite(value) ? `×${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)}` : missing;
const whole = (value) => number(value, 0);

function table(headers, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = headers.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(headers), line(rule), ...rows.map(line)].join('\n');
}

const titleOf = (name) => serverKinds[name].title;

/** Prints the name and the title of an operation. */
function operationCell(name) {
  return `\`${name}\` ${operations.find((operation) => operation.name === name).title}`;
}

/** Prints a table with a row for each operation and a column for each server. */
function serverTable(rows, names, toCell) {
  const cells = rows.map((row) => [
    `\`${row.operation}\``,
    ...names.map((name) => toCell(row.servers[name] ?? {})),
  ]);
  return table(['operation', ...names.map(titleOf)], cells);
}

/** Returns the servers whose ratios to hand-written are printed: all others except `--before`. */
function comparedToHandWritten(names) {
  if (!names.includes('handwritten')) return [];
  return names.filter((name) => name !== 'handwritten' && !isBefore(name));
}

/** Prints a table with the milliseconds of each server, then the ratios of the peers and Kenes. */
function timingTable(rows, names, timeOf, ratioOf) {
  const kenes = names.filter(isKenes);
  const toHandWritten = comparedToHandWritten(names);
  const toKenes = names.includes('neo4j-graphql') ? kenes : [];
  const headers = [
    'operation',
    ...names.map((name) => `${titleOf(name)}, ms`),
    ...toHandWritten.map((name) => `${titleOf(name)} ÷ hand-written`),
    ...toKenes.map((name) => `@neo4j/graphql ÷ ${titleOf(name)}`),
  ];
  const cells = rows.map((row) => [
    operationCell(row.operation),
    ...names.map((name) => milliseconds(timeOf(row, name))),
    ...toHandWritten.map((name) => ratioText(ratioOf(row, name, 'handwritten'))),
    ...toKenes.map((name) => ratioText(ratioOf(row, 'neo4j-graphql', name))),
  ]);
  return table(headers, cells);
}

/** Returns the ratio of the times of two servers in a warm row. */
export const warmRatio = (row, name, base) =>
  medianRatio(row.servers[name]?.rounds, row.servers[base]?.rounds);

/** Returns the ratio of the CPU times of two servers in a warm row. */
export const cpuRatio = (row, name, base) => row.servers[name]?.cpu / row.servers[base]?.cpu;

/**
 * Returns the ratio of the traffic of two servers with Neo4j: the median of the ratios of the same
 * requests.
 *
 * @param {import('./phases/traffic.mjs').TrafficRow} row
 * @param {keyof import('./bolt-relay.mjs').Traffic} what
 */
export const trafficRatio = (row, what, name, base) =>
  medianRatio(row.servers[name]?.[what], row.servers[base]?.[what]);

/** Returns the median, over the same queries, of the ratios of two servers in a first-sight row. */
export const firstSightRatio = (row, name, base) =>
  medianRatio(row.servers[name]?.times, row.servers[base]?.times);

export function loadSection(size, rows) {
  const spread = (times) => (times?.length ? spreadOf(times).map(whole).join(' / ') : missing);
  const cells = rows.map(({ server, load, seconds, statuses = {}, exit, ...row }) => [
    `${titleOf(server)}: ${load}`,
    number(seconds, 1),
    spread(row.live),
    spread(row.point),
    spread(row.times),
    whole(row.peak),
    [
      ...Object.entries(statuses).map(([status, count]) => `${count} × ${status}`),
      ...(exit === undefined ? [] : [`exit ${exit}`]),
    ].join(', '),
  ]);
  const headers = [
    'load',
    's',
    '`/health/live`',
    'small query',
    'the load itself',
    'MB',
    'answers',
  ];
  return [
    `## World ${size}, under load`,
    'A process of its own asks for something small every 20 ms meanwhile. Times are p50 / p99 / ' +
      'maximum in ms; MB is the most memory that the processes of the service held together.',
    table(headers, cells),
  ].join('\n\n');
}

export function measuresSection(size, rows) {
  const cells = rows.map(({ server, measure, milliseconds: first, again, live }) => [
    `${titleOf(server)}: \`${measure}\``,
    milliseconds(first),
    milliseconds(again),
    spreadOf(live).map(whole).join(' / '),
  ]);
  return [
    `## World ${size}, measures`,
    'Each measure over all relations, in ms: the first time, when the graph is read and the measure ' +
      'computed, and again, when its result is kept. `/health/live`, asked every 20 ms meanwhile, ' +
      'is p50 / p99 / maximum.',
    table(['measure', 'first', 'again', '`/health/live`'], cells),
  ].join('\n\n');
}

export function soakSection(size, rows) {
  const headers = ['server', 'minutes', 'MB, warm', 'MB, at the end', 'MB a minute', 'answers'];
  const cells = rows.map(({ server, minutes, warm, end, growth, statuses }) => [
    titleOf(server),
    minutes,
    whole(warm),
    whole(end),
    number(growth, 2),
    Object.entries(statuses)
      .map(([status, count]) => `${count} × ${status}`)
      .join(', '),
  ]);
  return [
    `## World ${size}, for a long time`,
    'Eight clients ask all operations, and now and then for too much. Memory is that of all ' +
      'processes of the service; what the first third of the time adds is caches, and left out.',
    table(headers, cells),
  ].join('\n\n');
}

export function ordersSection(size, rows) {
  const headers = ['server', 'order of files', 's', 'SHA-256 of the graph'];
  const cells = rows.map(({ server, order, seconds, digest }) => [
    titleOf(server),
    order.join(' '),
    number(seconds, 1),
    `\`${digest.slice(0, 16)}…\``,
  ]);
  return [
    `## World ${size}, in several orders`,
    '`kenes import` into an empty store, and the digest of `kenes export --merged`.',
    table(headers, cells),
  ].join('\n\n');
}

export function yamlSection(rows) {
  const headers = ['document', 'MB', 's', 'peak MB'];
  const cells = rows.map(({ file, megabytes, seconds, peak }) => [
    file,
    number(megabytes, 1),
    number(seconds, 1),
    whole(peak),
  ]);
  return ['## YAML', '`kenes check` of one document.', table(headers, cells)].join('\n\n');
}

export function warmSection(size, { rows, memory }, { servers, clients, rounds, seconds }) {
  const asked = clients === 1 ? 'one client' : `${clients} clients`;
  const notes = operations
    .filter(({ name, note }) => note && rows.some(({ operation }) => operation === name))
    .map(({ name, note }) => `\`${name}\`: ${note}`);
  const ofServers = (toCell) => serverTable(rows, servers, toCell);
  const resident = servers.map((name) => `${titleOf(name)} ${whole(memory[name])}`);
  return [
    `## World ${size}, warm`,
    `p50 over HTTP, ${asked}; ${rounds} rounds of ${seconds} s, each server in each round; ` +
      `ratios are the median of the rounds' ratios.`,
    timingTable(rows, servers, (row, name) => row.servers[name]?.p50, warmRatio),
    ...notes,
    `p99, in ms:`,
    ofServers(({ p99 }) => milliseconds(p99)),
    `CPU time of the Node process for a request, in ms:`,
    ofServers(({ cpu }) => milliseconds(cpu)),
    `Requests a second, ${asked}:`,
    ofServers(({ throughput }) => whole(throughput)),
    `Resident after it, in MB: ${resident.join('; ')}.`,
    ...nowAndBefore(rows, servers),
  ].join('\n\n');
}

/** Returns no rows without `--before`. */
function nowAndBefore(rows, names) {
  const pairs = names
    .map((before) => ({ before, now: serverKinds[before].now }))
    .filter(({ now }) => names.includes(now));
  if (pairs.length === 0) return [];
  const headers = [
    'operation',
    ...pairs.flatMap(({ now }) => [`${titleOf(now)}, p50`, `${titleOf(now)}, CPU`]),
  ];
  const cells = rows.map((row) => [
    `\`${row.operation}\``,
    ...pairs.flatMap(({ now, before }) => [
      ratioText(warmRatio(row, now, before)),
      ratioText(cpuRatio(row, now, before)),
    ]),
  ]);
  return ['Now ÷ before:', table(headers, cells)];
}

export function trafficSection(size, rows, { servers }) {
  const names = servers.filter((name) => rows.some((row) => row.servers[name]));
  const compared = comparedToHandWritten(names);
  const headers = [
    'operation',
    ...names.map((name) => `${titleOf(name)}, bytes`),
    ...compared.map((name) => `${titleOf(name)} ÷ hand-written`),
  ];
  const cells = rows.map((row) => [
    `\`${row.operation}\``,
    ...names.map((name) => whole(median(row.servers[name]?.down ?? []))),
    ...compared.map((name) => ratioText(trafficRatio(row, 'down', name, 'handwritten'))),
  ]);
  return [
    `## World ${size}, warm, over Bolt`,
    `Median of requests that were not timed. Received from Neo4j for a request:`,
    table(headers, cells),
    `Sent to Neo4j for a request, in bytes:`,
    serverTable(rows, names, ({ up = [] }) => whole(median(up))),
    `Round trips to Neo4j for a request:`,
    serverTable(rows, names, ({ roundTrips = [] }) => number(median(roundTrips), 1)),
  ].join('\n\n');
}

export function coldSection(size, rows) {
  const dropped = rows.every((row) => row.dropped);
  const heading =
    `The service started on a filled store that nothing had read yet; then each operation asked ` +
    `once, in this order, in ms. The files of the databases were ${dropped ? '' : 'not '}dropped ` +
    `from the page cache.`;
  const operationNames = rows[0].answers.map(({ operation }) => operation);
  const answerOf = (row, name) => row.answers.find(({ operation }) => operation === name);
  const cells = operationNames.map((name) => [
    `\`${name}\``,
    ...rows.map((row) => coldCell(answerOf(row, name))),
  ]);
  const ready = ['start to ready', ...rows.map(({ seconds }) => milliseconds(seconds * 1000))];
  const headers = ['operation', ...rows.map(({ server }) => titleOf(server))];
  const errors = rows.flatMap(({ answers }) =>
    answers.flatMap(({ operation, error }) => (error ? [`- \`${operation}\`, ${error}`] : [])),
  );
  const parts = [`## World ${size}, cold`, heading, table(headers, [ready, ...cells])];
  return [...parts, ...(errors.length ? [errors.join('\n')] : [])].join('\n\n');
}

const coldCell = ({ milliseconds: taken, error }) =>
  error ? `${milliseconds(taken)}, **an error**` : milliseconds(taken);

export function firstSightSection(size, rows, { servers, sights }) {
  const names = servers.filter((name) => serverKinds[name].dialect !== 'handWritten');
  return [
    `## World ${size}, at first sight`,
    `Median of ${sights} queries a row that no server had seen, each sent once, to a server that ` +
      `was warm; ratios are the median of the queries' ratios.`,
    timingTable(rows, names, (row, name) => row.servers[name]?.median, firstSightRatio),
  ].join('\n\n');
}

export function importSection(rows) {
  const heading =
    '## Import\n\n`kenes import FILE…` into an empty store; the memory that the command held at ' +
    'most, what of it was its own (without mapped files), and the same for the first two files. ' +
    'Then all files again, unchanged, and the last one of them, in which one relation has changed. ' +
    'Beside an earlier Kenes each imports twice, and the faster import counts.';
  const headers = [
    'world',
    'server',
    'files',
    's',
    'peak MB',
    'own MB',
    'own MB, two files',
    's, unchanged',
    's, one corrected',
  ];
  const cells = rows.map((row) => [
    row.size,
    titleOf(row.server),
    row.files,
    number(row.seconds, 1),
    whole(row.peak),
    whole(row.own),
    whole(row.ownOfFew),
    number(row.unchanged, 1),
    number(row.corrected, 1),
  ]);
  return `${heading}\n\n${table(headers, cells)}`;
}

export function exportsSection(size, rows) {
  const headers = [
    'server',
    'format',
    's',
    'CPU s',
    'MB sent',
    'own MB before',
    'most',
    'live, ms',
  ];
  const cells = rows.map((row) => [
    titleOf(row.server),
    row.format,
    number(row.seconds, 1),
    number(row.cpu, 1),
    number(row.megabytes, 1),
    whole(row.before),
    whole(row.most),
    whole(row.live),
  ]);
  return `## World ${size}, exports\n\nThe whole world, one format after the other. \`live\` is the longest answer of /health/live meanwhile.\n\n${table(headers, cells)}`;
}

export function pagesSection(rows) {
  const headers = [
    'server',
    'world',
    'page',
    'CPU, ms',
    'HTML, kB',
    'all, kB',
    'first paint, ms',
    'largest paint, ms',
  ];
  const cells = rows.map((row) => [
    titleOf(row.server),
    row.world,
    `\`${row.page}\``,
    whole(row.cpu),
    number(row.html, 1),
    number(row.view, 1),
    whole(row.firstPaint),
    whole(row.largestPaint),
  ]);
  return `## Pages\n\nCPU of all processes of the service for a request. Bytes by gzip: of the page, and of all that a browser loads for it that was never there. Paints in Chromium, which shares the machine with the service.\n\n${table(headers, cells)}`;
}

export function startSection(rows) {
  const headers = ['engine', 'store', 's to the first answer', 'resident MB', 'peak MB'];
  const cells = rows.map((row) => [
    ENGINES[row.engine],
    row.store,
    number(row.seconds, 2),
    whole(row.resident),
    whole(row.peak),
  ]);
  return `## Start\n\nThe service with its seed, built.\n\n${table(headers, cells)}`;
}

/** Prints the share of names that were found, by kind, and the pairs that are wrong now. */
export function namesSection(rows, { before }) {
  const heading =
    '## Names\n\nPairs of made-up names (`names/pairs.tsv`), all stored ones in one embedded store: ' +
    'how many of those that mean the same are among the first 20 that a search finds, and how many ' +
    'of those that do not.';
  const versions = before ? ['now', 'before'] : ['now'];
  const share = (found, pairs) => `${found} (${Math.round((100 * found) / pairs)} %)`;
  const cells = rows.map(({ kind, pairs, found }) => [
    kind,
    pairs,
    ...found.map((number) => share(number, pairs)),
  ]);
  const sums = [false, true].map((areFalse) => {
    const ofKind = rows.filter((row) => isFalsePair(row) === areFalse);
    const sumOf = (numberOf) => ofKind.reduce((sum, row) => sum + numberOf(row), 0);
    const pairs = sumOf((row) => row.pairs);
    const found = versions.map((_, index) => sumOf((row) => row.found[index]));
    return [
      areFalse ? '**not the same**' : '**the same**',
      pairs,
      ...found.map((number) => share(number, pairs)),
    ];
  });
  const wrong = rows.flatMap(({ kind, wrong: pairs }) =>
    pairs.map(({ stored, asked }) => `- ${kind}: ${stored} ← ${asked}`),
  );
  return [
    heading,
    table(['kind', 'pairs', ...versions], [...cells, ...sums]),
    ...(wrong.length ? [`Wrong now:\n\n${wrong.join('\n')}`] : []),
  ].join('\n\n');
}

/** Prints the first few differences of each operation: the others are mostly similar. */
export function answersSection(title, problems, servers) {
  const heading = `## ${title}`;
  if (problems.length === 0) {
    const titles = servers.map((server) => server.title).join('; ');
    return `${heading}\n\nThe same from all: ${titles}.`;
  }
  const lines = operations.flatMap(({ name }) => {
    const texts = problems.filter(({ operation }) => operation === name).map(({ text }) => text);
    const shown = texts.slice(0, SHOWN).map((text) => `- \`${name}\`, ${text}`);
    if (texts.length > SHOWN) shown.push(`- \`${name}\`: and ${texts.length - SHOWN} more`);
    return shown;
  });
  return `${heading}\n\n${lines.join('\n')}`;
}

export function failuresSection(failures) {
  return `## Not measured\n\n${failures.map((failure) => `- ${failure}`).join('\n')}`;
}

export function barsSection(bars) {
  const verdicts = new Map([
    [true, 'met'],
    [false, '**not met**'],
    [undefined, 'not measured'],
  ]);
  const lines = bars.map(({ bar, met, worst }) => {
    const measured = worst ? `; the worst: ${worst}` : '';
    return `- ${bar}: ${verdicts.get(met)}${measured}`;
  });
  return `## Bars\n\n${lines.join('\n')}`;
}
