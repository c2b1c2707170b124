import type { EntityOrder, RelationOrder } from './reading.js';

/** The name of the one value that is not stored: the number of relations that an order counts. */
export const RELATED_COUNT = 'relatedCount';

/**
 * Returns the names of the values that an order compares, the most significant first. Both
 * engines use these names. Undated entities and relations come last in both directions: `dateFirst`
 * sorts them after all days, for ascending orders, and `startEarliest` before all days, for
 * descending ones.
 */
export function entityOrderValues(order: EntityOrder): readonly string[] {
  const { by, descending, language, relations } = order;
  switch (by) {
    case 'NAME':
      return [`sort_${language}`, 'slug'];
    case 'SLUG':
      return ['slug'];
    case 'DEGREE':
      return [relations ? RELATED_COUNT : 'degree', 'slug'];
    case 'DATE':
      return [descending ? 'startEarliest' : 'dateFirst', 'slug'];
  }
}

/** The same for relations that are seen from one end; `far` is the slug at the other end. */
export function relationOrderValues({ by, descending }: RelationOrder): readonly string[] {
  const slug = ['far', 'type', 'key'];
  return by === 'SLUG' ? slug : [descending ? 'startEarliest' : 'dateFirst', ...slug];
}
