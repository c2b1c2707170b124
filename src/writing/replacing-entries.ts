import {
  entryKinds,
  type DocumentRecord,
  type EntryKind,
  type EntryRecord,
} from '../model/records.js';
import type { EntryComparison, Transaction } from '../store/store.js';
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
import { EntryChanges } from './entry-changes.js';
import type { StaleKeys } from './stale-keys.js';

/** Where the keys of changed entries are noted, and how many entries stay as they are. */
interface Replacing {
  readonly vocabulary: Vocabulary;
  /** Gets the keys of all entries that changed, as the documents write them. */
  readonly stale: StaleKeys;
  /** Is called with the number of entries that stay as they are. */
  readonly onUnchanged: (count: number) => void;
}

/**
 * Replaces the entries of documents by those that they have now. Entries that are the same are left.
 * The relations whose evidence is another default now are stale, too.
 */
export async function replaceDocuments(
  transaction: Transaction,
  documents: readonly NewDocument[],
  replacing: Replacing,
): Promise<void> {
  const changes = new EntryChanges(transaction);
  const found = await transaction.documents(documents.map(({ slug }) => slug));
  const stored = new Map(found.map((document) => [document.slug, document]));
  for (const document of documents) {
    const before = stored.get(document.slug);
    await new Replacement(transaction, document, before, changes, replacing).run();
  }
  await changes.apply();
}

/** Removes documents. The keys of all their entries become stale. */
export async function removeDocuments(
  transaction: Transaction,
  slugs: readonly string[],
  stale: StaleKeys,
): Promise<void> {
  if (slugs.length === 0) return;
  const changes = new EntryChanges(transaction);
  await transaction.documents(slugs);
  for (const slug of slugs) {
    for await (const batch of transaction.entriesOf(slug))
      await removeEntries(batch, changes, stale);
    changes.removeDocument(slug);
  }
  await changes.apply();
}

/** One document that replaces what the store has of it. */
class Replacement {
  private readonly kept = new Map<EntryKind, Set<string>>();
  /** The number of stored entries that the document has now, changed or not. */
  private foundCount = 0;

  constructor(
    private readonly transaction: Transaction,
    private readonly document: NewDocument,
    private readonly before: DocumentRecord | undefined,
    private readonly changes: EntryChanges,
    private readonly replacing: Replacing,
  ) {}

  async run(): Promise<void> {
    const { document, before, changes } = this;
    const { slug } = document;
    const defaults = printDefaults(document.defaults);
    const hasOtherDefaults = before !== undefined && before.defaults !== defaults;
    for (const kind of entryKinds) await this.putEntries(kind, hasOtherDefaults);
    if (before && this.foundCount < before.entryCount) await this.removeOthers();
    const entryCount = [...this.kept.values()].reduce((count, { size }) => count + size, 0);
    if (before?.entryCount === entryCount && !hasOtherDefaults) return;
    changes.putDocument({ slug, entryCount, defaults });
  }

  private async putEntries(kind: EntryKind, hasOtherDefaults: boolean): Promise<void> {
    const { vocabulary, stale, onUnchanged } = this.replacing;
    const keys = new Set<string>();
    this.kept.set(kind, keys);
    for await (const batch of this.document.entries(kind)) {
      const at = { document: this.document.slug, kind, vocabulary };
      const records = batch.map((located, index) =>
        entryRecord(located, { ...at, place: keys.size + index }),
      );
      for (const { key } of records) keys.add(key);
      const stored = await this.compare(records);
      const affected = batch.map(
        ({ entry }) => hasOtherDefaults && kind === 'RELATION' && takesDefaultEvidence(entry),
      );
      const said = records.filter(
        (record, index) => isSaidAnew(record, stored) || affected[index] === true,
      );
      onUnchanged(records.length - said.length);
      await stale.add(kind, said.map(({ key }) => key)); // prettier-ignore
      await this.changes.put(
        records.filter(({ key }) => stored.absent.has(key) || stored.different.has(key)),
      );
    }
  }

  /** A document that is new had no entries. */
  private async compare(records: readonly EntryRecord[]): Promise<EntryComparison> {
    if (!this.before)
      return { different: new Map(), absent: new Set(records.map(({ key }) => key)) };
    const comparison = await this.transaction.compareEntries(records);
    this.foundCount += records.length - comparison.absent.size;
    return comparison;
  }

  private async removeOthers(): Promise<void> {
    const { transaction, document, changes, kept } = this;
    for await (const batch of transaction.entriesOf(document.slug)) {
      const removed = batch.filter(({ kind, key }) => !kept.get(kind)?.has(key));
      await removeEntries(removed, changes, this.replacing.stale);
    }
  }
}

/** Returns whether a document says something else than before, and is not only written otherwise. */
function isSaidAnew({ key, content }: EntryRecord, stored: EntryComparison): boolean {
  if (stored.absent.has(key)) return true;
  const before = stored.different.get(key);
  return before !== undefined && before.content !== content;
}

async function removeEntries(
  entries: readonly EntryRecord[],
  changes: EntryChanges,
  stale: StaleKeys,
): Promise<void> {
  for (const { kind, key } of entries) await stale.add(kind, [key]);
  await changes.remove(entries);
}

function entryRecord(
  { entry, line, column }: LocatedEntry,
  at: Pick<EntryRecord, 'document' | 'kind' | 'place'> & { readonly vocabulary: Vocabulary },
): EntryRecord {
  const { document, kind, place, vocabulary } = at;
  return {
    document,
    kind,
    key: keyOf(kind, entry, vocabulary),
    place,
    line,
    column,
    mergedInto: isJoinEntry(entry) ? entry.mergedInto : null,
    content: JSON.stringify(entry),
  };
}

function keyOf(kind: EntryKind, entry: Entry, vocabulary: Vocabulary): string {
  return kind === 'RELATION' ? keyOfEntry(entry as RelationEntry, vocabulary) : String(entry.slug);
}
