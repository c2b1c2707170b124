import type { PageRequest } from '../page.js';
import { type Sql, join, sql } from './query-text.js';

/** Whether rows are read from the greatest on: a descending page, or an ascending one backward. */
export function readsDown(descending: boolean, page: PageRequest): boolean {
  return descending !== page.backward;
}

export function orderBy(values: readonly Sql[], down: boolean): Sql {
  return join(
    values.map((value) => (down ? sql`${value} DESC` : value)),
    ', ',
  );
}
