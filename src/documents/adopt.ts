import { EDITORIAL_SOURCE } from '../model/attestation.js';
import type { EntryKind } from '../model/records.js';
import type { GraphRecords, Store } from '../store/store.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { takesDefaultEvidence } from '../writing/defaults.js';
import {
  keyOfEntry,
  type Defaults,
  type EntriesByKind,
  type LocatedEntry,
  type NewDocument,
  type RelationEntry,
} from '../writing/entries.js';
import { replaceDocuments } from '../writing/replacing-entries.js';
import { StaleKeys } from '../writing/stale-keys.js';
import { mergeStale } from '../writing/writer.js';
import { MergedDocument } from './collect.js';

/** The document that has the content of a store from before stores kept documents. */
const BEFORE_DOCUMENTS = 'before-documents';

/** The note of the evidence of relations that an earlier version of Kenes took without any. */
const WITHOUT_EVIDENCE_NOTE = 'An earlier version of Kenes took this without evidence.';

/**
 * Makes one document of the graph in a store that keeps none, since an earlier version of Kenes
 * wrote it. All of it is written, or nothing. Does nothing in any other store.
 */
export async function adoptGraph(store: Store, vocabulary: Vocabulary): Promise<void> {
  if (!(await isWithoutDocuments(store))) return;
  await store.snapshot((records) =>
    store.write(async (transaction) => {
      // Another process may have done it while this one waited for its turn.
      if (!(await isWithoutDocuments(store))) return;
      const document = new AdoptedDocument(records, vocabulary);
      // Each record is already what the document says of it, so none is merged again, but for the
      // relations that have the evidence of the document now.
      const replacing = { vocabulary, stale: new StaleKeys(), onUnchanged: () => undefined };
      await replaceDocuments(transaction, [document], replacing);
      await mergeStale(transaction, document.withoutEvidence, vocabulary);
    }),
  );
}

/** The graph as one document, whose default evidence is for the relations that have none. */
class AdoptedDocument implements NewDocument {
  readonly slug = BEFORE_DOCUMENTS;
  readonly defaults: Defaults = {
    evidence: [{ source: EDITORIAL_SOURCE, note: WITHOUT_EVIDENCE_NOTE }],
  };
  /** The relations without evidence, as far as the entries were read. */
  readonly withoutEvidence = new StaleKeys();
  private readonly merged: MergedDocument;

  constructor(
    records: GraphRecords,
    private readonly vocabulary: Vocabulary,
  ) {
    this.merged = new MergedDocument(BEFORE_DOCUMENTS, records, vocabulary);
  }

  async *entries<K extends EntryKind>(
    kind: K,
  ): AsyncGenerator<readonly LocatedEntry<EntriesByKind[K]>[]> {
    for await (const batch of this.merged.entries(kind)) {
      if (kind === 'RELATION') {
        const relations = batch.map(({ entry }) => entry as RelationEntry);
        await this.withoutEvidence.add(
          kind,
          relations
            .filter(takesDefaultEvidence)
            .map((relation) => keyOfEntry(relation, this.vocabulary)),
        );
      }
      yield batch;
    }
  }
}

async function isWithoutDocuments(store: Store): Promise<boolean> {
  const { documents, sources, entities } = await store.counts();
  return documents === 0 && (sources > 0 || entities.some(({ count }) => count > 0));
}
