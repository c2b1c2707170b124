import type { PageRequest } from '../page.js';
import { type Sql, join, sql } from './query-text.js';

/**
 * Returns whether a query reads the greatest first: for descending pages, or ascending backward.
 */
export function readsDown(descending: boolean, page: PageRequest): boolean {
  return descending !== page.backward;
}

/** Returns the text after ORDER BY. */
export function orderBy(values: readonly Sql[], down: boolean): Sql {
  return join(
    values.map((value) => (down ? sql`${value} DESC` : value)),
    ', ',
  );
}
