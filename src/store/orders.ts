import type { EntityOrder, RelationOrder } from './reading.js';

/**
 * The stored values that each order compares, first to last. Both engines keep them under these
 * names. Undated entities and relations are last either way: `dateFirst` puts them after, and
 * `startEarliest` before all days.
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

/** Of relations seen from one end; `far` is the slug at the other one. */
export function relationOrderValues({ by, descending }: RelationOrder): readonly string[] {
  const slug = ['far', 'type', 'key'];
  return by === 'SLUG' ? slug : [descending ? 'startEarliest' : 'dateFirst', ...slug];
}
