/**
 * The processes that the bench starts, and what Linux tells of them; elsewhere the figures are
 * not a number.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync, readdirSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheFolder, root } from './cache.mjs';

const TICK = 10; // milliseconds of CPU time that /proc counts in
const GRACE = 15_000; // milliseconds to end in before a process is killed
const running = new Set();

/** The service as `npm start` has it, once it is built. */
export const SERVICE = ['--max-semi-space-size=32', 'dist/main.js'];

process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/**
 * Starts `node` with a script. What it prints goes to a file in the cache.
 *
 * @param {string} name of the log
 * @param {string[]} parameters the script and what follows it
 * @param {Record<string, string>} environment beside the bench's own, without its NEO4J_ and
 *   KENES_ settings
 * @param {string} folder that the script's path is relative to: the project, or another checkout
 *   of it
 */
export function startNode(name, parameters, environment, folder = root) {
  const logs = path.join(cacheFolder, 'logs');
  mkdirSync(logs, { recursive: true });
  const log = path.join(logs, `${name}.log`);
  const file = openSync(log, 'w');
  const child = spawn(process.execPath, parameters, {
    cwd: folder,
    env: { ...ownEnvironment(), ...environment },
    stdio: ['ignore', file, file],
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
  const patience = setTimeout(() => child.kill('SIGKILL'), GRACE);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(patience);
}

/** What a process printed last, for the message of an error. */
export function tailOf(log) {
  return readFileSync(log, 'utf8').split('\n').slice(-12).join('\n');
}

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** CPU time that a process has used, in milliseconds; steps of 10. */
export function cpuTime(pid) {
  const fields = readStat(pid);
  return fields ? (Number(fields[11]) + Number(fields[12])) * TICK : NaN;
}

/**
 * Memory of a process in MB: what it holds now, the most that it ever held, and what of the former
 * is its own, without files that are mapped (a database, which the system may take back).
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

/**
 * Waits until nothing that the bench started is busy, so that what one server still does in the
 * background (planning, collecting garbage) does not slow the next one's answer.
 */
export async function untilQuiet(mostMilliseconds = 2_000) {
  const end = performance.now() + mostMilliseconds;
  let before = cpuOfDescendants();
  while (performance.now() < end) {
    await wait(40);
    const now = cpuOfDescendants();
    if (now - before <= TICK) return;
    before = now;
  }
}

function cpuOfDescendants() {
  const parents = new Map();
  for (const name of readProcesses()) {
    const fields = readStat(name);
    if (fields) parents.set(Number(name), Number(fields[1]));
  }
  const isOurs = (pid) => pid === process.pid || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  return [...parents.keys()]
    .filter((pid) => pid !== process.pid && isOurs(pid))
    .reduce((sum, pid) => sum + (cpuTime(pid) || 0), 0);
}

function readProcesses() {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** The fields of /proc/PID/stat behind the name: state, parent, … */
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
