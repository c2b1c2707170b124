import type { DocumentRecord, EntryRecord } from '../model/records.js';
import type { Transaction } from '../store/store.js';

/** The number of entries that are applied together. */
const BATCH = 2_000;

/**
 * Collects changes of documents and their entries, and applies them together: many small documents
 * take no more queries than a large one.
 */
export class EntryChanges {
  private entries: EntryRecord[] = [];
  private documents: DocumentRecord[] = [];
  private removedEntries: EntryRecord[] = [];
  private removedDocuments: string[] = [];

  constructor(private readonly transaction: Transaction) {}

  async put(entries: readonly EntryRecord[]): Promise<void> {
    this.entries.push(...entries);
    await this.applyMany();
  }

  async remove(entries: readonly EntryRecord[]): Promise<void> {
    this.removedEntries.push(...entries);
    await this.applyMany();
  }

  putDocument(document: DocumentRecord): void {
    this.documents.push(document);
  }

  removeDocument(slug: string): void {
    this.removedDocuments.push(slug);
  }

  /** Applies what was collected. */
  async apply(): Promise<void> {
    const { entries, documents, removedEntries, removedDocuments } = this;
    const all = [entries, documents, removedEntries, removedDocuments];
    if (all.every(({ length }) => length === 0)) return;
    this.entries = [];
    this.documents = [];
    this.removedEntries = [];
    this.removedDocuments = [];
    await this.transaction.apply({
      ...NO_RECORDS,
      entries,
      documents,
      removed: { entries: removedEntries, documents: removedDocuments },
    });
  }

  private async applyMany(): Promise<void> {
    if (this.entries.length + this.removedEntries.length >= BATCH) await this.apply();
  }
}

const NO_RECORDS = { sources: [], entities: [], relations: [], evidence: [] };
