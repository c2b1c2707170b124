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
} from 'node:fs';
import { join, resolve } from 'node:path';

/** Inside the project, so that the built files find their packages. */
const CACHE = resolve('node_modules/.cache/kenes-tests');

/** What was made of earlier sources is removed after a day: a run that goes on may still use it. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

/**
 * Returns the path of something that is made once for the same sources, and shared by all test
 * files and runs, which must not change it.
 * @param make makes it at a path, below a new folder.
 */
export async function madeOnce(
  name: string,
  folders: readonly string[],
  make: (folder: string) => Promise<string> | string,
): Promise<string> {
  const made = join(CACHE, `${name}-${digestOf(folders)}`);
  if (existsSync(made)) return made;
  mkdirSync(CACHE, { recursive: true });
  removeOld();
  const folder = mkdtempSync(join(CACHE, 'new-'));
  const path = await make(folder);
  try {
    renameSync(path, made);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(made)) throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return made;
}

/** Returns a digest of all files in the folders, and of what they are built with. */
function digestOf(folders: readonly string[]): string {
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile())
      .sort(),
  );
  const digest = createHash('sha256');
  const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.js'];
  for (const file of [...settings, ...sources])
    digest.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return digest.digest('hex').slice(0, 16);
}

function removeOld(): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true });
  }
}
