import { orderBy, readsDown } from '../engine/ordering.js';
import type { PageRequest } from '../reading.js';
import type { Keyset } from '../../model/records.js';
import { fixed, statement, type StatementText } from '../engine/statement-text.js';

/** Sorts by the values and cuts the page, of which one more row shows that there are more. */
export function top(
  kept: string,
  values: readonly StatementText[],
  page: PageRequest,
  descending = false,
): StatementText {
  return statement`WITH ${fixed(kept)} ORDER BY ${orderBy(values, readsDown(descending, page))} LIMIT ${page.limit + 1}`;
}

/**
 * The same of rows that are thousands: by the first value it is seen which ones the page can have,
 * and only of these the others are looked up, which takes as long as all else. The rows are counted
 * so that they come without the lists: the server takes the lists of each row that it sorts for
 * memory of its own.
 */
export function topOfMany(
  kept: readonly string[],
  values: readonly StatementText[],
  page: PageRequest,
): StatementText {
  const [first = fixed('null')] = values;
  const variables = kept.join(', ');
  const unpacked = kept.map((variable, place) => `row[${place}] AS ${variable}`).join(', ');
  const [order, within] = page.backward ? ['rank DESC', '>='] : ['rank', '<='];
  return statement`
    WITH ${fixed(variables)}, ${first} AS rank ORDER BY ${fixed(order)}
    WITH collect([${fixed(variables)}]) AS rows, collect(rank) AS ranks
    WITH rows, size([rank IN ranks WHERE rank ${fixed(within)} coalesce(ranks[${page.limit}], rank)]) AS cut
    UNWIND rows[..cut] AS row WITH ${fixed(unpacked)}, count(*) AS once
    ${top(variables, values, page)}`;
}

/**
 * What puts a row between the two places of a page. An index serves the comparison of the first
 * value; the others stand in a CASE, since of an OR the planner makes two walks and sorts.
 */
export function placeConditions(
  values: readonly StatementText[],
  { after, before }: PageRequest,
  descending = false,
): StatementText[] {
  const conditions: StatementText[] = [];
  if (after) conditions.push(beyond(values, after, descending ? '<' : '>'));
  if (before) conditions.push(beyond(values, before, descending ? '>' : '<'));
  return conditions;
}

function beyond(
  [value, ...rest]: readonly StatementText[],
  [limit, ...limits]: Keyset,
  operator: '<' | '>',
): StatementText {
  if (!value) return fixed('true');
  if (rest.length === 0) return statement`${value} ${fixed(operator)} ${limit}`;
  const others = beyond(rest, limits, operator);
  return statement`${value} ${fixed(operator)}= ${limit} AND CASE ${value} WHEN ${limit} THEN ${others} ELSE true END`;
}

/**
 * An index serves a statement that has a condition on each of its values: where the place of a
 * page compares none, they are said to be there, which they always are.
 */
export function presence(
  values: readonly StatementText[],
  places: readonly StatementText[],
): StatementText[] {
  const compared = places.length > 0 ? 1 : 0;
  return values.slice(compared).map((value) => statement`${value} IS NOT NULL`);
}

/**
 * The hint for the index, such as `n:Person(sort_en, slug)`, that a page is read from in its order.
 * A page after a place seeks it: left to itself, the planner may choose to walk there.
 */
export function usingIndex(index: string, places: readonly StatementText[]): StatementText {
  return fixed(`USING INDEX ${places.length > 0 ? 'SEEK ' : ''}${index}`);
}
