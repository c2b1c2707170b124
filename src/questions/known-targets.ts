import { badInput, type KenesError } from '../errors.js';
import { limits } from '../limits.js';
import { JoinedSlugs } from '../model/joined-slugs.js';
import { isRelationKey, recordsOfDisagreement } from '../model/records.js';
import { itemsOf } from '../store/page.js';
import { bareGraph, bareRelation } from '../store/reading.js';
import { nearestName } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';
import { joinsOf } from './former-slugs.js';
import { requireEntities } from './known-slugs.js';
import type { StoreWithNames } from './meant-slugs.js';

const ARGUMENT = 'targets';

/**
 * Checks that each of the targets of disagreements is known: the slug of an entity, the key of a
 * relation, or the key of a rival that only evidence names. Returns the slugs that some of them, and
 * of the ends of keys, are read as, because documents joined two slugs.
 * @throws KenesError BAD_USER_INPUT for unknown ones, with similar ones.
 */
export async function requireTargets(
  store: StoreWithNames,
  targets: readonly string[],
): Promise<JoinedSlugs> {
  const keys = [...new Set(targets.filter(isRelationKey))];
  const slugs = targets.filter((target) => !isRelationKey(target));
  const [ofSlugs, ofKeys] = await Promise.all([
    requireEntities(store, slugs, { argument: ARGUMENT }),
    requireRelations(store, keys),
  ]);
  if (ofKeys.isEmpty) return ofSlugs;
  return new JoinedSlugs([...ofSlugs.joins(), ...ofKeys.joins()]);
}

async function requireRelations(
  store: StoreWithNames,
  keys: readonly string[],
): Promise<JoinedSlugs> {
  const unknown = await unknownKeys(store, keys);
  const joined = await joinsOf(store, unknown);
  const moved = unknown.filter((key) => joined.keyInto(key) !== key);
  const stillUnknown = await unknownKeys(
    store,
    moved.map((key) => joined.keyInto(key)),
  );
  for (const key of unknown) {
    const current = joined.keyInto(key);
    if (current === key || stillUnknown.includes(current))
      throw await unknownKey(store, key, current);
  }
  return joined;
}

/** Returns those of the keys that neither a relation nor a rival has. */
async function unknownKeys(
  store: StoreWithNames,
  keys: readonly string[],
): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const { found } = await store.read({ start: 'relations by key', keys, shape: bareRelation });
  const known = new Set(found.map(({ key }) => key));
  const unknown: string[] = [];
  for (const key of keys) {
    if (!known.has(key) && !(await isRival(store, key))) unknown.push(key);
  }
  return unknown;
}

/** Returns whether the key is that of a rival that the graph does not have. */
async function isRival(store: StoreWithNames, key: string): Promise<boolean> {
  const { found } = await store.read({
    start: 'page of disagreements',
    question: { kinds: null, targets: [key] },
    page: { limit: 1, backward: false },
    wantsRows: true,
    wantsCount: false,
    shape: bareGraph,
  });
  return itemsOf(found).flatMap(recordsOfDisagreement).includes(key);
}

/** @param current the key that it is read as, which has the slugs that similar keys have. */
async function unknownKey(
  store: StoreWithNames,
  key: string,
  current: string,
): Promise<KenesError> {
  const [from = ''] = current.split('~');
  const { found } = await store.read({
    start: 'page of relations',
    question: { types: null, from: [from], to: null, filter: {} },
    page: { limit: limits.pageSize.value, backward: false },
    wantsRows: true,
    wantsCount: false,
    shape: bareRelation,
  });
  const similar = itemsOf(found).map((relation) => relation.key);
  return badInput(`Unknown key ${quoted(key)} in \`${ARGUMENT}\`.`, {
    hint: '`relations` lists valid keys.',
    nearest: nearestName(current, similar),
    argument: ARGUMENT,
  });
}
