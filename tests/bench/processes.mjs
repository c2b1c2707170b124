/**
 * The processes that the bench starts, and the figures that Linux has about them. On other systems
 * the figures are NaN.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync, readdirSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheFolder, root } from './cache.mjs';

const TICK_MS = 10; // the unit of CPU time in /proc
const KILL_GRACE_MS = 15_000; // the time that a process has to end before it is killed
const running = new Set();

/** The parameter of `node` for the heap in MB. */
export const HEAP = '--max-old-space-size=';

/** The parameters of `node` for the built service, as in `npm start`. */
export const SERVICE = [
  `${HEAP}512`,
  '--max-semi-space-size=32',
  '--heap-growing-percent=300',
  'dist/main.js',
];

process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/**
 * Starts `node` with a script. Its output goes to a log file in the cache.
 *
 * @param {string} name of the log
 * @param {string[]} parameters the script and what follows it
 * @param {Record<string, string>} environment beside the bench's own, without its NEO4J_ and
 *   KENES_ settings
 * @param {string} folder that the script's path is relative to: the project, or another checkout
 *   of it
 * @param {'pipe'} [output] where its output goes in the place of the log
 */
export function startNode(name, parameters, environment, folder = root, output) {
  const logs = path.join(cacheFolder, 'logs');
  mkdirSync(logs, { recursive: true });
  const log = path.join(logs, `${name}.log`);
  const file = openSync(log, 'w');
  const child = spawn(process.execPath, parameters, {
    cwd: folder,
    env: { ...ownEnvironment(), ...environment },
    stdio: ['ignore', output ?? file, file],
  });
  closeSync(file);
  running.add(child);
  child.once('exit', () => running.delete(child));
  return { child, pid: child.pid, log, stop: () => stop(child) };
}

function ownEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(NEO4J|KENES)_/.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: 'production' };
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const killTimer = setTimeout(() => child.kill('SIGKILL'), KILL_GRACE_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(killTimer);
}

/** Returns the last lines of a log, for the message of an error. */
export function tailOf(log) {
  return readFileSync(log, 'utf8').split('\n').slice(-12).join('\n');
}

/** Returns a port that no process listens on. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Returns the CPU time of a process in milliseconds, in steps of 10. */
export function cpuTime(pid) {
  const fields = readStat(pid);
  return fields ? (Number(fields[11]) + Number(fields[12])) * TICK_MS : NaN;
}

/**
 * Returns the memory of a process in MB: its resident memory now, the peak of that, and its private
 * memory now, without mapped files (such as a database, which the system may evict).
 */
export function memoryOf(pid) {
  const status = readProcess(pid, 'status');
  const megabytes = (name) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? NaN) / 1024;
  return {
    resident: megabytes('VmRSS'),
    peak: megabytes('VmHWM'),
    own: megabytes('RssAnon'),
  };
}

/** Returns the resident memory of a process and its children together, in MB. */
export function residentOfTree(pid) {
  const own = readProcesses().filter(
    (name) => Number(name) === pid || Number(readStat(name)?.[1]) === pid,
  );
  return own.reduce((sum, name) => sum + (memoryOf(name).resident || 0), 0);
}

/**
 * Waits until no process that the bench started is busy, so that the background work of one server
 * (planning, collecting garbage) does not slow the answers of the next one.
 */
export async function untilQuiet(mostMilliseconds = 2_000) {
  const end = performance.now() + mostMilliseconds;
  let before = cpuOfOthers();
  while (performance.now() < end) {
    await wait(40);
    const now = cpuOfOthers();
    if (now - before <= TICK_MS) return;
    before = now;
  }
}

/** Returns the CPU time of all processes that the bench started, in milliseconds. */
const cpuOfOthers = () => cpuOfTree(process.pid) - cpuTime(process.pid);

/** Returns the CPU time of a process and all that it started and that run, in milliseconds. */
export function cpuOfTree(root) {
  const parents = new Map();
  for (const name of readProcesses()) {
    const fields = readStat(name);
    if (fields) parents.set(Number(name), Number(fields[1]));
  }
  const isOurs = (pid) => pid === root || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isOurs).reduce((sum, pid) => sum + (cpuTime(pid) || 0), 0);
}

function readProcesses() {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Returns the fields of /proc/PID/stat after the name: state, parent and so on. */
function readStat(pid) {
  const stat = readProcess(pid, 'stat');
  return stat && stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
