/**
 * The command of the bench (`npm run bench -- --help`): installs the peers' packages, then runs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf, here } from './cache.mjs';

/** Runs `npm ci` in this folder, unless the installed packages match the lock file. */
function install() {
  const installed = path.join(here, 'node_modules', '.installed-from');
  const wanted = digestOf([path.join(here, 'package-lock.json')]);
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  console.error('Installing what the peers need …');
  const npm = spawnSync('npm', ['ci', '--prefix', here], { cwd: here, stdio: ['ignore', 2, 2] });
  if (npm.status !== 0) throw new Error('npm ci did not succeed.');
  writeFileSync(installed, wanted);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

/** Whether only names are measured, for which the peers are not needed. */
function isWithoutPeers(parameters) {
  const index = parameters.indexOf('--only');
  return index >= 0 && parameters[index + 1] === 'names';
}

try {
  if (!isWithoutPeers(process.argv)) install();
  const { run } = await import('./run.mjs');
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const isMisuse = error instanceof RangeError || error.code?.startsWith('ERR_PARSE_ARGS');
  console.error(isMisuse ? error.message : error);
  process.exitCode = 1;
}
