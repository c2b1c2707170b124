import { badInput, type KenesError } from '../errors.js';
import { limits } from '../limits.js';
import { isRelationKey, recordsOfDisagreement } from '../model/records.js';
import { itemsOf } from '../store/page.js';
import { bareGraph, bareRelation } from '../store/reading.js';
import type { Store } from '../store/store.js';
import { nearestName } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';
import { requireEntities } from './known-slugs.js';

const ARGUMENT = 'targets';

/**
 * Checks that each of the targets of disagreements is known: the slug of an entity, the key of a
 * relation, or the key of a rival that only evidence names.
 * @throws KenesError BAD_USER_INPUT for unknown ones, with similar ones.
 */
export async function requireTargets(
  store: Pick<Store, 'read'>,
  targets: readonly string[],
): Promise<void> {
  const keys = [...new Set(targets.filter(isRelationKey))];
  const slugs = targets.filter((target) => !isRelationKey(target));
  await Promise.all([
    requireEntities(store, slugs, { argument: ARGUMENT }),
    requireRelations(store, keys),
  ]);
}

async function requireRelations(
  store: Pick<Store, 'read'>,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  const { found } = await store.read({ start: 'relations by key', keys, shape: bareRelation });
  const known = new Set(found.map(({ key }) => key));
  for (const key of keys) {
    if (!known.has(key) && !(await isRival(store, key))) throw await unknownKey(store, key);
  }
}

/** Returns whether the key is that of a rival that the graph does not have. */
async function isRival(store: Pick<Store, 'read'>, key: string): Promise<boolean> {
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

async function unknownKey(store: Pick<Store, 'read'>, key: string): Promise<KenesError> {
  const [from = ''] = key.split('~');
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
    nearest: nearestName(key, similar),
    argument: ARGUMENT,
  });
}
