import { orderBy, readsDown } from '../engine/ordering.js';
import type { Keyset, PageRequest } from '../page.js';
import { type Sql, raw, sql } from '../engine/query-text.js';

/** Sorts by the values and cuts the page, of which one more row shows that there are more. */
export function top(
  kept: string,
  values: readonly Sql[],
  page: PageRequest,
  descending = false,
): Sql {
  return sql`WITH ${raw(kept)} ORDER BY ${orderBy(values, readsDown(descending, page))} LIMIT ${page.limit + 1}`;
}

/**
 * The same for thousands of rows: they are cut by the first value, and the others are looked up for
 * the survivors alone, which takes as long as all else together. The rows are counted so that they
 * come without the lists: the server counts the lists as memory of each row that it sorts.
 */
export function topOfMany(kept: readonly string[], values: readonly Sql[], page: PageRequest): Sql {
  const [first = raw('null')] = values;
  const variables = kept.join(', ');
  const unpacked = kept.map((variable, index) => `row[${index}] AS ${variable}`).join(', ');
  const [order, within] = page.backward ? ['rank DESC', '>='] : ['rank', '<='];
  return sql`
    WITH ${raw(variables)}, ${first} AS rank ORDER BY ${raw(order)}
    WITH collect([${raw(variables)}]) AS rows, collect(rank) AS ranks
    WITH rows, size([rank IN ranks WHERE rank ${raw(within)} coalesce(ranks[${page.limit}], rank)]) AS cut
    UNWIND rows[..cut] AS row WITH ${raw(unpacked)}, count(*) AS once
    ${top(variables, values, page)}`;
}

/**
 * The conditions that put a row between the two keysets of a page. An index serves the comparison
 * of the first value; the others are in a CASE, since for an OR the planner makes two walks and sorts.
 */
export function keysetConditions(
  values: readonly Sql[],
  { after, before }: PageRequest,
  descending = false,
): Sql[] {
  const conditions: Sql[] = [];
  if (after) conditions.push(beyond(values, after, descending ? '<' : '>'));
  if (before) conditions.push(beyond(values, before, descending ? '>' : '<'));
  return conditions;
}

function beyond(
  [value, ...rest]: readonly Sql[],
  [limit, ...limits]: Keyset,
  operator: '<' | '>',
): Sql {
  if (!value) return raw('true');
  if (rest.length === 0) return sql`${value} ${raw(operator)} ${limit}`;
  const others = beyond(rest, limits, operator);
  return sql`${value} ${raw(operator)}= ${limit} AND CASE ${value} WHEN ${limit} THEN ${others} ELSE true END`;
}

/**
 * An index serves only a query that has a condition on each of its values: those that no keyset
 * compares are said to be there, which they always are.
 */
export function presence(values: readonly Sql[], keysets: readonly Sql[]): Sql[] {
  const compared = keysets.length > 0 ? 1 : 0;
  return values.slice(compared).map((value) => sql`${value} IS NOT NULL`);
}

/**
 * The hint for the index, such as `n:Person(sort_en, slug)`, that a page is read from in its order.
 * A page after a keyset seeks it: left to itself, the planner may choose to walk there.
 */
export function usingIndex(index: string, keysets: readonly Sql[]): Sql {
  return raw(`USING INDEX ${keysets.length > 0 ? 'SEEK ' : ''}${index}`);
}
