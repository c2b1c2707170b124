import type { Transaction } from '../store/store.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { ChangeSet } from './change-set.js';
import type { NewDocument } from './entries.js';
import { GraphWriter, type WrittenSlice } from './graph-writer.js';
import { Joins } from './joins.js';
import type { KeptProblem } from './kept-problem.js';
import { removeDocuments, replaceDocuments } from './replacing-entries.js';
import { StaleKeys } from './stale-keys.js';

/** The documents that are written at once. */
export interface Writing {
  readonly documents: readonly NewDocument[];
  /** The slugs of documents that are removed. */
  readonly removed?: readonly string[];
}

/**
 * Replaces and removes documents, and brings the graph to what all kept documents say. Nobody but
 * the transaction sees the graph between two steps:
 *
 *   1. replace the entries of the documents (replacing-entries.ts), and note the keys of the records
 *      that they speak of (stale-keys.ts);
 *   2. merge the entries of each such source, entity and relation, of all documents, into its record
 *      (merging-*.ts), and remove a record without an entry;
 *   3. recompute what follows from it for that record and for others (derived/);
 *   4. apply the difference to the store (change-set.ts), slice by slice.
 *
 * Returns what is wrong with entries that are kept then, such as a relation whose end no document
 * states any more; if there is anything, the caller must roll the transaction back.
 * @param onSlice is called after each slice.
 */
export async function writeDocuments(
  transaction: Transaction,
  { documents, removed = [] }: Writing,
  vocabulary: Vocabulary,
  onSlice: (slice: WrittenSlice) => void,
): Promise<readonly KeptProblem[]> {
  const before = new Joins(await transaction.joins());
  const stale = new StaleKeys();
  const onUnchanged = (entryCount: number): void => {
    onSlice({ entryCount, changes: NO_CHANGES });
  };
  await removeDocuments(transaction, removed, stale);
  await replaceDocuments(transaction, documents, { vocabulary, stale, onUnchanged });
  const joins = new Joins(await transaction.joins());
  const newDocuments = new Set(documents.map(({ slug }) => slug));
  const context = { vocabulary, joins, newDocuments };
  return new GraphWriter(transaction, context, onSlice).write(stale, before);
}

/**
 * Merges the entries of stale records anew, which the store keeps already, and writes these records
 * even if they do not change: engines store more than records have, such as what names are sorted by.
 */
export async function mergeStale(
  transaction: Transaction,
  stale: StaleKeys,
  vocabulary: Vocabulary,
): Promise<void> {
  const joins = new Joins(await transaction.joins());
  const context = { vocabulary, joins, newDocuments: new Set<string>(), writesAll: true };
  await new GraphWriter(transaction, context, () => undefined).write(stale, joins);
}

const NO_DIFFERENCE = { added: [], changed: [], removed: [] };
const NO_CHANGES: ChangeSet = {
  sources: NO_DIFFERENCE,
  entities: NO_DIFFERENCE,
  relations: NO_DIFFERENCE,
  evidence: NO_DIFFERENCE,
};
