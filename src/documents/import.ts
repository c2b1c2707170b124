import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Store } from '../store/store.js';
import { ChangeCounts, type ImportSummary } from '../writing/change-counts.js';
import { writeOrRollBack } from '../writing/write-or-roll-back.js';
import { writeEntries } from '../writing/writer.js';
import { DocumentBatch } from './document-batch.js';
import type { DocumentFile } from './document-file.js';
import type { Problem } from './problem.js';

export interface ImportOptions {
  /** If true, changes are only counted, and nothing is written. */
  readonly dryRun?: boolean;
  /**
   * Is called after each slice with the number of written entries and the number of all entries.
   */
  readonly onProgress?: (written: number, all: number) => void;
}

export interface ImportResult {
  /** If the list is not empty, nothing was written. */
  readonly problems: readonly Problem[];
  readonly summary: ImportSummary;
}

/**
 * Checks documents against the vocabulary, the store and each other, and merges them into the store
 * in one transaction.
 */
export async function importDocuments(
  store: Store,
  vocabulary: Vocabulary,
  files: readonly DocumentFile[],
  { dryRun = false, onProgress }: ImportOptions = {},
): Promise<ImportResult> {
  const batch = await batchOf(vocabulary, files);
  const counts = new ChangeCounts();
  let written = 0;
  let problems: readonly Problem[] = [];
  await writeOrRollBack(store, async (transaction) => {
    problems = await batch.check(transaction);
    if (problems.length > 0) return 'ROLLBACK';
    await writeEntries(transaction, batch, vocabulary, ({ entryCount, changes }) => {
      written += entryCount;
      counts.add(changes);
      onProgress?.(written, batch.entryCount);
    });
    return dryRun ? 'ROLLBACK' : 'COMMIT';
  });
  return { problems, summary: counts.summary() };
}

/** Checks documents against the vocabulary and each other, without a store. */
export async function checkDocuments(
  vocabulary: Vocabulary,
  files: readonly DocumentFile[],
): Promise<readonly Problem[]> {
  return (await batchOf(vocabulary, files)).check();
}

async function batchOf(
  vocabulary: Vocabulary,
  files: readonly DocumentFile[],
): Promise<DocumentBatch> {
  const batch = new DocumentBatch(vocabulary);
  for (const file of files) await batch.add(file);
  return batch;
}
