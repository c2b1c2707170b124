import type { EntityOrder, RelationOrder } from './reading.js';

/**
 * Returns the names of the stored values that an order compares, the most significant first. Both
 * engines use these names. Undated entities and relations come last in both directions: `dateFirst`
 * sorts them after all days, for ascending orders, and `startEarliest` before all days, for
 * descending ones.
 */
export function entityOrderValues({ by, descending, language }: EntityOrder): readonly string[] {
  switch (by) {
    case 'NAME':
      return [`sort_${language}`, 'slug'];
    case 'SLUG':
      return ['slug'];
    case 'DEGREE':
      return ['degree', 'slug'];
    case 'DATE':
      return [descending ? 'startEarliest' : 'dateFirst', 'slug'];
  }
}

/** The same for relations that are seen from one end; `far` is the slug at the other end. */
export function relationOrderValues({ by, descending }: RelationOrder): readonly string[] {
  const slug = ['far', 'type', 'key'];
  return by === 'SLUG' ? slug : [descending ? 'startEarliest' : 'dateFirst', ...slug];
}
