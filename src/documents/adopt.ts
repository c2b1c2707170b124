import type { Store } from '../store/store.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { replaceEntries } from '../writing/replacing-entries.js';
import { StaleKeys } from '../writing/stale-keys.js';
import { MergedDocument } from './collect.js';

/** The document that has the content of a store from before stores kept documents. */
const BEFORE_DOCUMENTS = 'before-documents';

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
      const document = new MergedDocument(BEFORE_DOCUMENTS, records, vocabulary);
      // Each record is already what the document says of it, so none is merged again.
      await replaceEntries(transaction, document, vocabulary, new StaleKeys(), () => undefined);
    }),
  );
}

async function isWithoutDocuments(store: Store): Promise<boolean> {
  const { documents, sources, entities } = await store.counts();
  return documents === 0 && (sources > 0 || entities.some(({ count }) => count > 0));
}
