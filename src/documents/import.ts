import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { ChangeSet } from '../writing/change-set.js';
import type { Store, Transaction } from '../store/store.js';
import { ChangeCounts, type ImportSummary } from '../writing/change-counts.js';
import { writeOrRollBack } from '../writing/write-or-roll-back.js';
import { writeDocuments } from '../writing/writer.js';
import { DocumentBatch } from './document-batch.js';
import type { DocumentFile } from './document-file.js';
import { requireDocuments } from './kept-documents.js';
import { problemOfKept, type Report } from './problem.js';
import type { ReportOptions } from './report-on.js';
import { withSuggestions } from './suggested-slugs.js';
import { TwinSearch } from './twins.js';

export interface ImportOptions extends ReportOptions {
  /** If true, changes are only counted, and nothing is written. */
  readonly dryRun?: boolean;
  /** False to leave out the warnings of entities that may be one. */
  readonly findsTwins?: boolean;
  /**
   * Is called after each slice with the number of written entries and the number of all entries.
   */
  readonly onProgress?: (written: number, all: number) => void;
  /** Is called with the changes of each slice. */
  readonly onChanges?: (changes: ChangeSet) => void;
}

/** If there are problems, nothing was written. */
export interface ImportResult extends Report {
  readonly summary: ImportSummary;
}

/**
 * Checks documents against the vocabulary, the store and each other, and replaces what they said
 * before, in one transaction.
 */
export async function importDocuments(
  store: Store,
  vocabulary: Vocabulary,
  files: readonly DocumentFile[],
  { dryRun = false, findsTwins = true, strict = false, ...callbacks }: ImportOptions = {},
): Promise<ImportResult> {
  const { onProgress, onChanges } = callbacks;
  const batch = await batchOf(vocabulary, files);
  const counts = new ChangeCounts();
  let written = 0;
  let report = NOTHING_FOUND;
  const work = async (transaction: Transaction): Promise<'COMMIT' | 'ROLLBACK'> => {
    report = await batch.check({ store: transaction, strict });
    if (report.problems.length > 0) return 'ROLLBACK';
    const twins = new TwinSearch(transaction, vocabulary);
    const { documents, entryCount: all } = batch;
    const found = await writeDocuments(
      transaction,
      { documents },
      vocabulary,
      ({ entryCount, changes }) => {
        written += entryCount;
        counts.add(changes);
        twins.add(changes);
        onChanges?.(changes);
        onProgress?.(Math.min(written, all), all);
      },
    );
    const { warnings } = report;
    const problems = found.map((problem) => problemOfKept(problem, batch.fileOf(problem.document)));
    report = { problems, warnings };
    if (problems.length > 0) return 'ROLLBACK';
    const more = findsTwins ? await batch.reportTwins(twins, { strict }) : NOTHING_FOUND;
    report = { problems: more.problems, warnings: [...warnings, ...more.warnings] };
    return dryRun || report.problems.length > 0 ? 'ROLLBACK' : 'COMMIT';
  };
  await writeOrRollBack(store, work, { isTrial: dryRun });
  const problems = await withSuggestions(report.problems, store);
  return { ...report, problems, summary: counts.summary() };
}

const NOTHING_FOUND: Report = { problems: [], warnings: [] };

/**
 * Removes documents, in one transaction. Records that no other document speaks of are removed.
 * @throws KenesError BAD_USER_INPUT if the store has no such document; nothing is removed then.
 */
export async function removeDocuments(
  store: Store,
  vocabulary: Vocabulary,
  slugs: readonly string[],
  { dryRun = false, onChanges }: Pick<ImportOptions, 'dryRun' | 'onChanges'> = {},
): Promise<ImportResult> {
  const counts = new ChangeCounts();
  let report = NOTHING_FOUND;
  const removed = [...new Set(slugs)];
  await requireDocuments(store, removed);
  const work = async (transaction: Transaction): Promise<'COMMIT' | 'ROLLBACK'> => {
    const writing = { documents: [], removed };
    const found = await writeDocuments(transaction, writing, vocabulary, ({ changes }) => {
      counts.add(changes);
      onChanges?.(changes);
    });
    report = { problems: found.map((problem) => problemOfKept(problem)), warnings: [] };
    return dryRun || found.length > 0 ? 'ROLLBACK' : 'COMMIT';
  };
  await writeOrRollBack(store, work, { isTrial: dryRun });
  return { ...report, summary: counts.summary() };
}

/** Checks documents against the vocabulary and each other, without a store. */
export async function checkDocuments(
  vocabulary: Vocabulary,
  files: readonly DocumentFile[],
  options: ReportOptions = {},
): Promise<Report> {
  return (await batchOf(vocabulary, files)).check(options);
}

async function batchOf(
  vocabulary: Vocabulary,
  files: readonly DocumentFile[],
): Promise<DocumentBatch> {
  const batch = new DocumentBatch(vocabulary);
  for (const file of files) await batch.add(file);
  return batch;
}
