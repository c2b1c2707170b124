import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder tests/bench. */
export const here = path.dirname(fileURLToPath(import.meta.url));

/** The root of the project. */
export const root = path.resolve(here, '..', '..');

/** The folder that keeps worlds and databases between runs. */
export const cacheFolder = path.resolve(
  process.env.KENES_BENCH_CACHE || path.join(homedir(), '.cache', 'kenes', 'bench'),
);

/** Returns a short digest of the contents of files, and of all files under folders. */
export function digestOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder)) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** Returns the files under a folder in a fixed order; for a file, the file itself. */
export function filesUnder(fileOrFolder) {
  if (!statSync(fileOrFolder).isDirectory()) return [fileOrFolder];
  return readdirSync(fileOrFolder)
    .sort()
    .flatMap((name) => filesUnder(path.join(fileOrFolder, name)));
}
