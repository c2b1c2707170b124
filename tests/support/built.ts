import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Builds the service into a new folder inside the project, so that it finds its packages. */
export function buildService(): string {
  mkdirSync('node_modules/.cache', { recursive: true });
  const built = resolve(mkdtempSync('node_modules/.cache/kenes-test-'));
  const compiler = 'node_modules/typescript/bin/tsc';
  const options = ['--incremental', 'false', '--tsBuildInfoFile', 'null', '--sourceMap', 'false'];
  const { stdout } = spawnSync(
    process.execPath,
    [compiler, '-p', 'tsconfig.build.json', '--outDir', built, ...options],
    { encoding: 'utf8' },
  );
  if (!existsSync(join(built, 'main.js'))) throw new Error(`Not built: ${stdout}`);
  writeFileSync(join(built, 'package.json'), '{ "type": "module" }');
  return built;
}
