import { entityTypeNames } from '../../vocabulary/entity-types.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { raw } from '../engine/query-text.js';
import type { Counts } from '../store.js';
import type { Finding } from './step.js';

/** One bare count each, which the server's count store answers without a look at the graph. */
export function countsFinding({ relationTypeNames }: Vocabulary): Finding {
  const counts = [
    ...[...entityTypeNames, 'Source', 'Evidence'].map((label) => `COUNT { (:${label}) }`),
    ...relationTypeNames.map((type) => `COUNT { ()-[:${type}]->() }`),
  ];
  return { find: raw(''), list: raw(`[${counts.join(', ')}]`) };
}

export function countsOf(row: readonly number[], { relationTypeNames }: Vocabulary): Counts {
  const [sources = 0, evidence = 0, ...ofRelations] = row.slice(entityTypeNames.length);
  return {
    entities: present(entityTypeNames, row),
    relations: present(relationTypeNames, ofRelations),
    sources,
    evidence,
  };
}

/** The types that there are any of, in the order of their names. */
function present<T extends string>(
  types: readonly T[],
  counts: readonly number[],
): { type: T; count: number }[] {
  return types
    .map((type, index) => ({ type, count: counts[index] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => (one.type < other.type ? -1 : 1));
}
