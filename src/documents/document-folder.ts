import { readdir } from 'node:fs/promises';

/**
 * Returns the names of the documents of a folder, by their endings, in the order of the names.
 * Folders within it are not looked into.
 */
export async function documentNamesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && /\.(ya?ml|json)$/i.test(entry.name))
    .map(({ name }) => name)
    .sort();
}
