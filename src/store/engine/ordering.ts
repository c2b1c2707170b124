import type { PageRequest } from '../reading.js';
import { fixed, join, statement, type StatementText } from './statement-text.js';

/** Whether rows are read from the greatest on: a descending page, or an ascending one backward. */
export function readsDown(descending: boolean, page: PageRequest): boolean {
  return descending !== page.backward;
}

/** What puts a row between the two places of a page; `values` as the statement names them. */
export function placeConditions(
  values: readonly StatementText[],
  page: PageRequest,
  descending: boolean,
): StatementText[] {
  const conditions: StatementText[] = [];
  if (page.after) conditions.push(beyond(values, page.after, descending ? '<' : '>'));
  if (page.before) conditions.push(beyond(values, page.before, descending ? '>' : '<'));
  return conditions;
}

/** `a > 1 OR (a = 1 AND b > 2)`, with the first comparison repeated in front for the index. */
function beyond(
  values: readonly StatementText[],
  place: readonly (string | number)[],
  operator: '<' | '>',
): StatementText {
  const [value, ...rest] = values;
  const [limit, ...limits] = place;
  if (!value) return fixed('true');
  const strict = statement`${value} ${fixed(operator)} ${limit}`;
  if (rest.length === 0) return strict;
  const loose = statement`${value} ${fixed(`${operator}=`)} ${limit}`;
  return statement`(${loose} AND (${strict} OR ${beyond(rest, limits, operator)}))`;
}

export function orderBy(values: readonly StatementText[], down: boolean): StatementText {
  return join(
    values.map((value) => (down ? statement`${value} DESC` : value)),
    ', ',
  );
}
