import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeOnce } from './made-once.js';

/** Returns the folder of the built service. Types are not checked. */
export function buildService(): Promise<string> {
  return madeOnce('service', ['src'], (folder) => {
    compileInto(folder);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    return folder;
  });
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
  const bundled = spawnSync(
    process.execPath,
    [bundler, 'build', '--outDir', join(folder, 'viewer', 'assets')],
    { encoding: 'utf8' },
  );
  if (bundled.status !== 0) throw new Error(`Not bundled: ${bundled.stderr}`);
}
