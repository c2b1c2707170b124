import { limits } from '../limits.js';
import { bareEntity } from '../store/reading.js';
import type { Store } from '../store/store.js';
import { findByFormerSlugs } from './former-slugs.js';
import { namedSo, nearestSlugs, type StoreWithNames } from './meant-slugs.js';

/**
 * Returns the slugs of the entities that may be meant by a slug that no entity has, the most likely
 * first: those with a similar slug, then those whose names a search for its words finds. Returns
 * none if an entity has the slug.
 */
export async function suggestedSlugs(
  store: StoreWithNames,
  slug: string,
): Promise<readonly string[]> {
  if (await exists(store, slug)) return [];
  const maximum = limits.suggestions.value;
  const [similar, named] = await Promise.all([
    nearestSlugs(store, slug),
    namedSo(store, slug, maximum),
  ]);
  const found = [...similar, ...named.map(({ entity }) => entity.slug)];
  return [...new Set(found)].slice(0, maximum);
}

async function exists(store: Pick<Store, 'read'>, slug: string): Promise<boolean> {
  const known = await findByFormerSlugs(store, [slug], async (slugs) => {
    const { found } = await store.read({ start: 'entities by slug', slugs, shape: bareEntity });
    return new Map(found.map((row) => [row.slug, row]));
  });
  return known.size > 0;
}
