import { lstat, rm, writeFile } from 'node:fs/promises';
import { CommandFailure, reasonOf } from './failure.js';

/**
 * Writes a file. One that cannot be finished is removed, since it would look whole.
 * @throws CommandFailure if it cannot be written, and whatever the content throws.
 */
export async function writeWhole(
  path: string,
  content: string | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    // What is not a regular file, such as the device /dev/stdout, must not be removed.
    if (await isFile(path)) await rm(path, { force: true });
    if (!isOfSystem(error)) throw error;
    throw new CommandFailure(`Could not write ${path}: ${reasonOf(error)}.`, 1);
  }
}

function isOfSystem(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errno' in error;
}

async function isFile(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found?.isFile() ?? false;
}
