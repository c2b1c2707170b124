import { inOrder } from '../page.js';
import { orderBy, placeConditions, readsDown } from '../engine/ordering.js';
import type { PageRequest } from '../reading.js';
import type { Keyset } from '../../model/records.js';
import { allOf, fixed, join, statement, type StatementText } from '../engine/statement-text.js';
import type { Query } from './database.js';
import type { Columns } from './rows.js';

export interface PageOrder {
  readonly values: readonly StatementText[];
  readonly page: PageRequest;
  readonly descending: boolean;
}

/** Rows that meet the conditions, each with its place. */
export async function readPage(
  query: Query,
  { json, selected }: Columns,
  from: StatementText,
  conditions: readonly StatementText[],
  { values, page, descending }: PageOrder,
): Promise<[unknown, Keyset][]> {
  const all = [...conditions, ...placeConditions(values, page, descending)];
  const found = await query<[unknown, Keyset][]>(statement`
    SELECT json_group_array(json_array(${json}, ${keysetJson(values.length)}))
    FROM (SELECT ${selected}, ${keyset(values)} FROM ${from} WHERE ${allOf(all)}
      ORDER BY ${orderBy(values, readsDown(descending, page))} LIMIT ${page.limit + 1})`);
  return inOrder(found, page);
}

/** The values that an order compares, under the names `place_0`, `place_1` and so on. */
export function keyset(values: readonly StatementText[]): StatementText {
  return join(
    values.map((value, index) => statement`${value} AS ${fixed(`place_${String(index)}`)}`),
    ', ',
  );
}

export function keysetJson(length: number): StatementText {
  return fixed(
    `json_array(${Array.from({ length }, (_, index) => `place_${String(index)}`).join(', ')})`,
  );
}

/** A page either way is the first of the two ways' pages together. */
export function oneOrUnion(
  ways: readonly StatementText[],
  places: readonly StatementText[],
  down: boolean,
  limit: number,
): StatementText {
  const [first] = ways;
  if (ways.length === 1 && first) return first;
  const together = join(
    ways.map((way) => statement`SELECT * FROM (${way})`),
    ' UNION ALL ',
  );
  return statement`${together} ORDER BY ${orderBy(places, down)} LIMIT ${limit}`;
}
