import { isRelationKey, type EntryKind } from '../model/records.js';
import type { Transaction } from '../store/store.js';
import type { Joins } from './joins.js';
import { missingRecord, type KeptProblem } from './kept-problem.js';

interface Missing {
  readonly kind: 'SOURCE' | 'ENTITY';
  readonly missing: string;
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
): Promise<readonly KeptProblem[]> {
  const needs: KeptProblem[] = [];
  const add = async (kind: EntryKind, key: string, missing: Missing) => {
    const keys = kind === 'RELATION' ? joins.keysInto(key) : joins.slugsInto(key);
    for (const entry of await transaction.entries(kind, keys))
      needs.push(missingRecord(entry, entry.key, missing));
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
