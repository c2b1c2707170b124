import { entryKinds, type EntryKind } from '../model/records.js';
import type { Store } from '../store/store.js';
import { groupBy } from '../values/group-by.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { StaleKeys } from '../writing/stale-keys.js';
import { mergeStale } from '../writing/writer.js';

/**
 * Merges all records of a store anew from the entries that it keeps, since an earlier version of
 * Kenes derived them by other rules. Each batch is a transaction of its own; if it is interrupted,
 * the next opening starts again. Does nothing in any other store.
 */
export async function mergeAnew(store: Store, vocabulary: Vocabulary): Promise<void> {
  if (!(await store.isStale())) return;
  const stale = await keysOfEntries(store);
  for (const kind of entryKinds)
    for await (const keys of stale.batches(kind)) {
      const batch = await staleKeys(kind, keys);
      await store.write((transaction) => mergeStale(transaction, batch, vocabulary));
    }
  await store.write((transaction) => transaction.markMerged());
}

function keysOfEntries(store: Store): Promise<StaleKeys> {
  return store.snapshot(
    async (records) => {
      const keys = new StaleKeys();
      for await (const entries of records.entries())
        for (const [kind, ofKind] of groupBy(entries, (entry) => entry.kind))
          await keys.add(
            kind,
            ofKind.map(({ key }) => key),
          );
      return keys;
    },
    { kinds: ['entries'] },
  );
}

async function staleKeys(kind: EntryKind, keys: readonly string[]): Promise<StaleKeys> {
  const stale = new StaleKeys();
  await stale.add(kind, keys);
  return stale;
}
