import type { EntryRecord } from '../../model/records.js';
import type { EntryComparison } from '../store.js';

/**
 * Reads the rows of the entries that are not the same: the key and what is stored under it, which is
 * null where nothing is.
 */
export function comparisonOf<Row>(
  rows: readonly (readonly [key: string, stored: Row | null])[],
  read: (row: Row) => EntryRecord,
): EntryComparison {
  const different = new Map<string, EntryRecord>();
  const absent = new Set<string>();
  for (const [key, stored] of rows) {
    if (stored === null) absent.add(key);
    else different.set(key, read(stored));
  }
  return { different, absent };
}
