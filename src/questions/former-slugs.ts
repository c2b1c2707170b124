import { JoinedSlugs, noJoins } from '../model/joined-slugs.js';
import { slugsIn } from '../model/records.js';
import type { EntityConditions } from '../store/reading.js';
import type { Store } from '../store/store.js';

/**
 * Reads which of some slugs, and of the ends of some relation keys, are former slugs. It is called
 * only with records that were not found, so that other requests do not wait for it.
 */
export async function joinsOf(
  store: Pick<Store, 'read'>,
  records: readonly string[],
): Promise<JoinedSlugs> {
  if (records.length === 0) return noJoins;
  const slugs = records.flatMap(slugsIn);
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

/** Returns conditions with the slugs that their slugs are read as. */
export function withCurrentSlugs(
  conditions: EntityConditions,
  joined: JoinedSlugs,
): EntityConditions {
  if (joined.isEmpty) return conditions;
  const { slugs, related, and, or, not } = conditions;
  const each = (list: readonly EntityConditions[]): EntityConditions[] =>
    list.map((one) => withCurrentSlugs(one, joined));
  return {
    ...conditions,
    ...(slugs && { slugs: currentSlugs(slugs, joined) }),
    ...(related && {
      related: related.map((one) => ({ ...one, entity: withCurrentSlugs(one.entity, joined) })),
    }),
    ...(and && { and: each(and) }),
    ...(or && { or: each(or) }),
    ...(not && { not: withCurrentSlugs(not, joined) }),
  };
}

/** Returns the slugs that slugs are read as, each once. */
export function currentSlugs(slugs: readonly string[], joined: JoinedSlugs): readonly string[] {
  return joined.isEmpty ? slugs : [...new Set(slugs.map((slug) => joined.into(slug)))];
}
