import { entityTypeNames } from '../../vocabulary/entity-types.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { raw } from '../engine/query-text.js';
import type { Counts } from '../store.js';
import type { SingleEntry } from './entry.js';

/** One bare count each, which the server answers from its count store without reading the graph. */
export function allCounts({ relationTypeNames }: Vocabulary): SingleEntry<Counts> {
  const counts = [
    ...[...entityTypeNames, 'Source', 'Evidence', 'Document'].map(
      (label) => `COUNT { (:${label}) }`,
    ),
    ...relationTypeNames.map((type) => `COUNT { ()-[:${type}]->() }`),
  ];
  return {
    find: raw(''),
    list: raw(`[${counts.join(', ')}]`),
    read: (rows) => {
      const row = rows as readonly number[];
      const [sources = 0, evidence = 0, documents = 0, ...ofRelations] = row.slice(
        entityTypeNames.length,
      );
      return {
        entities: present(entityTypeNames, row),
        relations: present(relationTypeNames, ofRelations),
        sources,
        evidence,
        documents,
      };
    },
  };
}

/** The sum of some of these counts: the query is the same, and so planned, whichever they are. */
export function storedCounts(
  vocabulary: Vocabulary,
  some: (counts: Counts) => readonly { readonly count: number }[],
): SingleEntry<number> {
  const { read, ...entry } = allCounts(vocabulary);
  return {
    ...entry,
    read: (rows) => some(read(rows)).reduce((sum, { count }) => sum + count, 0),
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
