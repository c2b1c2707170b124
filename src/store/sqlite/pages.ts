import { inOrder } from '../page.js';
import { orderBy, placeConditions, readsDown } from '../engine/ordering.js';
import type { PageRequest } from '../reading.js';
import type { Keyset } from '../../model/records.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { Query } from './database.js';
import type { Columns } from './rows.js';

export interface PageOrder {
  readonly values: readonly Sql[];
  readonly page: PageRequest;
  readonly descending: boolean;
}

/** Rows that meet the conditions, each with its place. */
export async function readPage(
  query: Query,
  { json, selected }: Columns,
  from: Sql,
  conditions: readonly Sql[],
  { values, page, descending }: PageOrder,
): Promise<[unknown, Keyset][]> {
  const all = [...conditions, ...placeConditions(values, page, descending)];
  const found = await query<[unknown, Keyset][]>(sql`
    SELECT json_group_array(json_array(${json}, ${keysetJson(values.length)}))
    FROM (SELECT ${selected}, ${keyset(values)} FROM ${from} WHERE ${allOf(all)}
      ORDER BY ${orderBy(values, readsDown(descending, page))} LIMIT ${page.limit + 1})`);
  return inOrder(found, page);
}

/** The values that an order compares, under the names `place_0`, `place_1` and so on. */
export function keyset(values: readonly Sql[]): Sql {
  return join(
    values.map((value, index) => sql`${value} AS ${raw(`place_${String(index)}`)}`),
    ', ',
  );
}

export function keysetJson(length: number): Sql {
  return raw(
    `json_array(${Array.from({ length }, (_, index) => `place_${String(index)}`).join(', ')})`,
  );
}

/** A page either way is the first of the two ways' pages together. */
export function oneOrUnion(
  ways: readonly Sql[],
  places: readonly Sql[],
  down: boolean,
  limit: number,
): Sql {
  const [first] = ways;
  if (ways.length === 1 && first) return first;
  const together = join(
    ways.map((way) => sql`SELECT * FROM (${way})`),
    ' UNION ALL ',
  );
  return sql`${together} ORDER BY ${orderBy(places, down)} LIMIT ${limit}`;
}
