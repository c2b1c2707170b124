import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { badInput } from '../errors.js';
import type { DocumentFile } from './document-file.js';
import { documentNamesIn } from './document-folder.js';
import { importDocuments } from './import.js';
import { printProblem } from './problem.js';
import type { ImportSummary } from '../writing/change-counts.js';
import type { Store } from '../store/store.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

/** Returns the documents of a folder, in the order of their names. */
export async function documentsOf(folder: string): Promise<DocumentFile[]> {
  const names = await documentNamesIn(folder);
  return names.map((name) => ({ name, read: () => readFile(join(folder, name)) }));
}

/** Returns whether a store has nothing that a document says, so that the seed is loaded into it. */
export async function isEmpty(store: Pick<Store, 'counts'>): Promise<boolean> {
  const { entities, sources } = await store.counts();
  return sources === 0 && entities.every(({ count }) => count === 0);
}

/**
 * Fills an empty store with the documents of a folder. Returns null if the store is not empty.
 * @throws KenesError BAD_USER_INPUT with all problems of the documents.
 */
export async function seedStore(
  store: Store,
  vocabulary: Vocabulary,
  folder: string,
): Promise<ImportSummary | null> {
  if (!(await isEmpty(store))) return null;
  // Warnings are for those who write documents: nobody sees them here.
  const { problems, summary } = await importDocuments(
    store,
    vocabulary,
    await documentsOf(folder),
    { findsTwins: false },
  );
  if (problems.length > 0) {
    throw badInput(
      `The seed in ${folder} could not be loaded:\n${problems.map(printProblem).join('\n')}`,
    );
  }
  return summary;
}
