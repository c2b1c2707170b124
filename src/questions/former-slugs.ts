import { JoinedSlugs, noJoins } from '../model/joined-slugs.js';
import { isRelationKey } from '../model/records.js';
import type { Store } from '../store/store.js';

/**
 * Reads which of some slugs, and of the ends of some relation keys, are former slugs. It is asked
 * only about records that were not found, so that other requests do not wait for it.
 */
export async function joinsOf(
  store: Pick<Store, 'read'>,
  records: readonly string[],
): Promise<JoinedSlugs> {
  if (records.length === 0) return noJoins;
  const slugs = records.flatMap((record) => {
    const [from = '', , to = ''] = record.split('~');
    return isRelationKey(record) ? [from, to] : [record];
  });
  const { found } = await store.read({ start: 'joins', slugs });
  return found.length === 0 ? noJoins : new JoinedSlugs(found);
}

/**
 * Finds records by their slugs or keys, and those that are not found by the slugs or keys that they
 * are read as since documents joined two slugs. Returns them by the slug or key that was asked for.
 */
export async function findByFormerSlugs<R>(
  store: Pick<Store, 'read'>,
  records: readonly string[],
  find: (records: readonly string[]) => Promise<ReadonlyMap<string, R>>,
): Promise<ReadonlyMap<string, R>> {
  if (records.length === 0) return new Map();
  const found = await find(records);
  const missing = records.filter((record) => !found.has(record));
  const joined = await joinsOf(store, missing);
  if (joined.isEmpty) return found;
  const current = await find([...new Set(missing.map((record) => joined.recordInto(record)))]);
  const all = new Map(found);
  for (const record of missing) {
    const row = current.get(joined.recordInto(record));
    if (row !== undefined) all.set(record, row);
  }
  return all;
}
