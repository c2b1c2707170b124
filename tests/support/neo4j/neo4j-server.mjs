/**
 * A real Neo4j for tests and benchmarks, without Docker: Maven downloads its jars, and a JDK of
 * this machine runs it.
 *
 *   NEO4J_PASSWORD=… node tests/support/neo4j/neo4j-server.mjs --version 5.26.20 --data FOLDER
 *     [--port 7687] [--heap 1g] [--keep-plans]
 *
 * The command prints `ready bolt://127.0.0.1:PORT` and runs until SIGINT or SIGTERM. The user is
 * `neo4j`; port 0 means any free one. Tests change all data often: with `--keep-plans`, Neo4j does not
 * plan their queries anew for that.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { jarsOf } from './jars.mjs';
import { findJava } from './jdk.mjs';

const READY_WITHIN_MS = 120_000;
const STOPPED_WITHIN_MS = 30_000;
/** Neo4j's own: after that time, it plans a query anew if the data have changed much. */
const REPLAN_INTERVAL = 'PT10S';
const program = path.join(import.meta.dirname, 'Neo4jServer.java');

async function freePort() {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address();
  listener.close();
  await once(listener, 'close');
  return port;
}

/**
 * Resolves to the address that the server prints once it listens; rejects if it ends or is too
 * slow.
 */
function addressFrom(child) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`Neo4j was not ready after ${READY_WITHIN_MS / 1000} s.`));
    }, READY_WITHIN_MS);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('ready ')) return;
      clearTimeout(timer);
      resolve(line.slice('ready '.length));
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`Neo4j ended before it was ready (${signal ?? code}).`));
    });
  });
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  // The server shuts its databases down and ends when its standard input ends.
  child.stdin.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
  await exited;
  clearTimeout(timer);
}

/**
 * Starts a Neo4j server, and returns its address once it answers.
 *
 * @param {object} options
 * @param {string} options.version a release on Maven Central, such as 5.26.20
 * @param {string} options.data the folder of its databases, created if it is missing
 * @param {string} options.password of the user `neo4j`, at least 8 characters
 * @param {number} [options.port] 0 (the default) means any free port
 * @param {string} [options.heap] Java's heap, such as 1g
 * @param {boolean} [options.keepPlans] whether plans are kept for a day, however the data change
 * @returns {Promise<{ uri: string, stop: () => Promise<void>, ended: Promise<unknown> }>} `ended`
 *   settles when the server has ended, for any reason
 */
export async function startNeo4j({
  version,
  data,
  password,
  port = 0,
  heap = '1g',
  keepPlans = false,
}) {
  const java = findJava(version);
  const jars = await jarsOf(version);
  await mkdir(data, { recursive: true });
  const parameters = [`-Xmx${heap}`, '-cp', path.join(jars, '*'), program, path.resolve(data)];
  parameters.push(String(port || (await freePort())), keepPlans ? 'P1D' : REPLAN_INTERVAL);
  const child = spawn(java, parameters, {
    env: { ...process.env, NEO4J_PASSWORD: password },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child, 'spawn');
  const ended = once(child, 'exit');
  try {
    return { uri: await addressFrom(child), stop: () => stop(child), ended };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      version: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string', default: '7687' },
      heap: { type: 'string', default: '1g' },
      'keep-plans': { type: 'boolean', default: false },
    },
  });
  const { version, data, heap, 'keep-plans': keepPlans } = values;
  const password = process.env.NEO4J_PASSWORD;
  if (!version || !data) throw new Error('Give --version and --data.');
  if (!password)
    throw new Error('Set NEO4J_PASSWORD: the password that the user neo4j shall have.');
  const port = Number(values.port);
  const server = await startNeo4j({ version, data, password, port, heap, keepPlans });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.stop());
  console.log(`ready ${server.uri}`);
  const [code] = await server.ended;
  process.exitCode = code ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
