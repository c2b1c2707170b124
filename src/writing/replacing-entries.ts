import { entryKinds, type EntryKind, type EntryRecord } from '../model/records.js';
import type { Transaction } from '../store/store.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import {
  isJoinEntry,
  keyOfEntry,
  type Entry,
  type LocatedEntry,
  type NewDocument,
  type RelationEntry,
} from './entries.js';
import { printDefaults, takesDefaultEvidence } from './defaults.js';
import type { StaleKeys } from './stale-keys.js';

/**
 * Replaces the entries of a document by those that it has now. Entries that are the same are left.
 * Adds the keys of all others to the stale ones, as the document writes them, and those of the
 * relations whose evidence is another default now.
 * @param onUnchanged is called with the number of entries that stay as they are.
 */
export async function replaceEntries(
  transaction: Transaction,
  document: NewDocument,
  vocabulary: Vocabulary,
  stale: StaleKeys,
  onUnchanged: (count: number) => void,
): Promise<void> {
  const { slug } = document;
  const [stored] = await transaction.documents([slug]);
  const defaults = printDefaults(document.defaults);
  const hasOtherDefaults = stored !== undefined && stored.defaults !== defaults;
  const kept = new Map<EntryKind, Set<string>>();
  let foundCount = 0;
  for (const kind of entryKinds) {
    const keys = new Set<string>();
    for await (const batch of document.entries(kind)) {
      const records = batch.map((located, index) =>
        entryRecord(located, { document: slug, kind, place: keys.size + index, vocabulary }),
      );
      const affected = batch.map(
        ({ entry }) => hasOtherDefaults && kind === 'RELATION' && takesDefaultEvidence(entry),
      );
      const isAffected = (index: number): boolean => affected[index] === true;
      foundCount += await putEntries(
        transaction,
        { kind, records, isAffected, isNew: stored === undefined },
        stale,
        onUnchanged,
      );
      for (const { key } of records) keys.add(key);
    }
    kept.set(kind, keys);
  }
  if (stored && foundCount < stored.entryCount)
    await removeEntries(transaction, slug, stale, (kind, key) => !kept.get(kind)?.has(key));
  const entryCount = [...kept.values()].reduce((count, { size }) => count + size, 0);
  if (stored?.entryCount === entryCount && !hasOtherDefaults) return;
  await apply(transaction, { documents: [{ slug, entryCount, defaults }] });
}

/** Removes a document. Adds the keys of all its entries to the stale ones. */
export async function removeDocument(
  transaction: Transaction,
  slug: string,
  stale: StaleKeys,
): Promise<void> {
  await transaction.documents([slug]);
  await removeEntries(transaction, slug, stale, () => true);
  await apply(transaction, { removed: { documents: [slug] } });
}

/** Entries of a document, of which the record is stale if they changed or are affected. */
interface PutEntries {
  readonly kind: EntryKind;
  readonly records: readonly EntryRecord[];
  /** Returns whether the entry at an index says something else without being changed itself. */
  readonly isAffected: (index: number) => boolean;
  /** True if the document has no entry yet. */
  readonly isNew: boolean;
}

/** Returns the number of entries that the document had of the same keys. */
async function putEntries(
  transaction: Transaction,
  { kind, records, isAffected, isNew }: PutEntries,
  stale: StaleKeys,
  onUnchanged: (count: number) => void,
): Promise<number> {
  const keys = records.map(({ key }) => key);
  const [document] = records.map((record) => record.document);
  const entries = isNew ? [] : await transaction.entries(kind, keys);
  const found = entries.filter((entry) => entry.document === document);
  const stored = new Map(found.map((entry) => [entry.key, entry]));
  const isSaid = ({ key, content }: EntryRecord): boolean => stored.get(key)?.content !== content;
  const isMoved = ({ key, place, line }: EntryRecord): boolean => {
    const before = stored.get(key);
    return before?.place !== place || before.line !== line;
  };
  const said = records.filter((record, index) => isSaid(record) || isAffected(index));
  onUnchanged(records.length - said.length);
  await stale.add(kind, said.map(({ key }) => key)); // prettier-ignore
  const changed = records.filter((record) => isSaid(record) || isMoved(record));
  if (changed.length > 0) await apply(transaction, { entries: changed });
  return found.length;
}

async function removeEntries(
  transaction: Transaction,
  document: string,
  stale: StaleKeys,
  isRemoved: (kind: EntryKind, key: string) => boolean,
): Promise<void> {
  for await (const batch of transaction.entriesOf(document)) {
    const removed = batch.filter(({ kind, key }) => isRemoved(kind, key));
    if (removed.length === 0) continue;
    for (const { kind, key } of removed) await stale.add(kind, [key]);
    await apply(transaction, { removed: { entries: removed } });
  }
}

function entryRecord(
  { entry, line }: LocatedEntry,
  at: Pick<EntryRecord, 'document' | 'kind' | 'place'> & { readonly vocabulary: Vocabulary },
): EntryRecord {
  const { document, kind, place, vocabulary } = at;
  return {
    document,
    kind,
    key: keyOf(kind, entry, vocabulary),
    place,
    line,
    mergedInto: isJoinEntry(entry) ? entry.mergedInto : null,
    content: JSON.stringify(entry),
  };
}

function keyOf(kind: EntryKind, entry: Entry, vocabulary: Vocabulary): string {
  return kind === 'RELATION' ? keyOfEntry(entry as RelationEntry, vocabulary) : String(entry.slug);
}

const NOTHING = { sources: [], entities: [], relations: [], evidence: [] };

function apply(
  transaction: Transaction,
  changes: Partial<Parameters<Transaction['apply']>[0]>,
): Promise<void> {
  return transaction.apply({ ...NOTHING, ...changes });
}
