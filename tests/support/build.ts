import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

/** Inside the project, so that the built files find their packages. */
const CACHE = resolve('node_modules/.cache/kenes-tests');

/** The builds of earlier sources are removed after a day: a run that goes on may still use them. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

/**
 * Returns the folder of the built service. It is built once for the same sources, and shared by
 * all test files and runs, which must not change its files. Types are not checked.
 */
export function buildService(): string {
  const built = join(CACHE, digestOfSources());
  if (existsSync(built)) return built;
  mkdirSync(CACHE, { recursive: true });
  removeOldBuilds();
  const folder = mkdtempSync(join(CACHE, 'new-'));
  compileInto(folder);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  try {
    renameSync(folder, built);
  } catch (error) {
    // Another process was faster.
    rmSync(folder, { recursive: true });
    if (!existsSync(built)) throw error;
  }
  return built;
}

function compileInto(folder: string): void {
  const compiler = 'node_modules/typescript/bin/tsc';
  const unlike = ['--incremental', 'false', '--tsBuildInfoFile', 'null', '--sourceMap', 'false'];
  const { stdout } = spawnSync(
    process.execPath,
    [compiler, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', folder, ...unlike],
    { encoding: 'utf8' },
  );
  if (!existsSync(join(folder, 'main.js'))) throw new Error(`Not built: ${stdout}`);
  const bundler = 'node_modules/vite/bin/vite.js';
  const assets = join(folder, 'viewer', 'assets');
  const bundled = spawnSync(process.execPath, [bundler, 'build', '--outDir', assets], {
    encoding: 'utf8',
  });
  if (bundled.status !== 0) throw new Error(`Not bundled: ${bundled.stderr}`);
}

/** Returns a digest of all that the build depends on. */
function digestOfSources(): string {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => join('src', name))
    .filter((file) => statSync(file).isFile())
    .sort();
  const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.js'];
  const digest = createHash('sha256');
  for (const file of [...settings, ...sources])
    digest.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return digest.digest('hex').slice(0, 16);
}

function removeOldBuilds(): void {
  for (const name of readdirSync(CACHE)) {
    const folder = join(CACHE, name);
    if (Date.now() - statSync(folder).mtimeMs > KEPT_MS) rmSync(folder, { recursive: true });
  }
}
