import { isRelationKey, type EntryKind } from '../model/records.js';
import type { Transaction } from '../store/store.js';
import type { Joins } from './joins.js';

/** A record that an entry needs and that no document states any more. */
export interface Need {
  /** The document of the entry that needs it, and its line there. */
  readonly document: string;
  readonly line: number | null;
  /** The slug or the key of that entry. */
  readonly record: string;
  readonly missing: string;
  readonly kind: 'SOURCE' | 'ENTITY';
}

interface Gone {
  readonly sources: readonly string[];
  readonly entities: readonly string[];
}

/** Returns what the graph still needs of the records that no entry is left for. */
export async function needsOf(
  transaction: Transaction,
  { sources, entities }: Gone,
  joins: Joins,
): Promise<readonly Need[]> {
  const needs: Need[] = [];
  const add = async (kind: EntryKind, key: string, missing: Pick<Need, 'missing' | 'kind'>) => {
    const keys = kind === 'RELATION' ? joins.keysInto(key) : joins.slugsInto(key);
    for (const { document, line, key: record } of await transaction.entries(kind, keys))
      needs.push({ document, line, record, ...missing });
  };
  const goneEntities = new Set(entities);
  const goneSources = new Set(sources);
  if (entities.length > 0) {
    for (const { key, fromSlug, toSlug } of await transaction.relationsOf(entities, [])) {
      for (const missing of [fromSlug, toSlug])
        if (goneEntities.has(missing)) await add('RELATION', key, { missing, kind: 'ENTITY' });
    }
    for (const { slug, publisherSlug, informerSlugs } of await transaction.sourcesOf(entities)) {
      if (goneSources.has(slug)) continue;
      for (const missing of [publisherSlug, ...informerSlugs])
        if (goneEntities.has(missing)) await add('SOURCE', slug, { missing, kind: 'ENTITY' });
    }
  }
  for (const missing of sources) {
    for (const target of await transaction.targetsOfSources([missing])) {
      if (goneEntities.has(target)) continue;
      await add(isRelationKey(target) ? 'RELATION' : 'ENTITY', target, { missing, kind: 'SOURCE' });
    }
  }
  return needs;
}
