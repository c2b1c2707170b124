import type { EntryKind } from '../model/records.js';
import type { Transaction } from '../store/store.js';
import { groupBy } from '../values/group-by.js';
import { parseDefaults, takesDefaultEvidence } from './defaults.js';
import type { Defaults, EntriesByKind, Entry, EvidenceEntry, KeptEntry } from './entries.js';

/** The entries that the store keeps, as their documents mean them. */
export class KeptEntries {
  /** The defaults of the documents that were needed so far. */
  private readonly defaults = new Map<string, Defaults>();

  constructor(private readonly transaction: Pick<Transaction, 'documents' | 'entries'>) {}

  /** Returns the entries of all documents for the keys, by key as the documents write it. */
  async byKey<K extends EntryKind>(
    kind: K,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, readonly KeptEntry<EntriesByKind[K]>[]>> {
    return groupBy(await this.read(kind, keys), ({ key }) => key);
  }

  /**
   * Returns the entries of all documents for the keys, by key and document. A relation without
   * evidence of its own has the default evidence of its document.
   */
  async read<K extends EntryKind>(
    kind: K,
    keys: readonly string[],
  ): Promise<readonly KeptEntry<EntriesByKind[K]>[]> {
    const kept = await this.transaction.entries(kind, [...new Set(keys)]);
    const parsed = kept.map(({ key, document, line, column, content }) => ({
      key,
      document,
      line,
      column,
      entry: JSON.parse(content) as EntriesByKind[K],
    }));
    const takesDefault = ({ entry }: { readonly entry: Entry }): boolean =>
      kind === 'RELATION' && takesDefaultEvidence(entry);
    await this.loadDefaults(parsed.filter(takesDefault).map(({ document }) => document));
    return parsed.map((one) => {
      const evidence = takesDefault(one) ? this.defaultEvidence(one.document) : undefined;
      return evidence ? { ...one, entry: { ...one.entry, evidence } } : one;
    });
  }

  private async loadDefaults(documents: readonly string[]): Promise<void> {
    const missing = [...new Set(documents)].filter((slug) => !this.defaults.has(slug));
    if (missing.length === 0) return;
    for (const { slug, defaults } of await this.transaction.documents(missing))
      this.defaults.set(slug, parseDefaults(defaults));
  }

  private defaultEvidence(document: string): readonly EvidenceEntry[] | undefined {
    return this.defaults.get(document)?.evidence;
  }
}
