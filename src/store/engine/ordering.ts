import type { PageRequest } from '../reading.js';
import { type Sql, join, raw, sql } from './query-text.js';

/** Whether rows are read from the greatest on: a descending page, or an ascending one backward. */
export function readsDown(descending: boolean, page: PageRequest): boolean {
  return descending !== page.backward;
}

/** What puts a row between the two places of a page; `values` as the statement names them. */
export function placeConditions(
  values: readonly Sql[],
  page: PageRequest,
  descending: boolean,
): Sql[] {
  const conditions: Sql[] = [];
  if (page.after) conditions.push(beyond(values, page.after, descending ? '<' : '>'));
  if (page.before) conditions.push(beyond(values, page.before, descending ? '>' : '<'));
  return conditions;
}

/** `a > 1 OR (a = 1 AND b > 2)`, with the first comparison repeated in front for the index. */
function beyond(
  values: readonly Sql[],
  place: readonly (string | number)[],
  operator: '<' | '>',
): Sql {
  const [value, ...rest] = values;
  const [limit, ...limits] = place;
  if (!value) return raw('true');
  const strict = sql`${value} ${raw(operator)} ${limit}`;
  if (rest.length === 0) return strict;
  const loose = sql`${value} ${raw(`${operator}=`)} ${limit}`;
  return sql`(${loose} AND (${strict} OR ${beyond(rest, limits, operator)}))`;
}

export function orderBy(values: readonly Sql[], down: boolean): Sql {
  return join(
    values.map((value) => (down ? sql`${value} DESC` : value)),
    ', ',
  );
}
