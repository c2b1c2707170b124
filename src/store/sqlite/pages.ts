import { inPageOrder } from '../engine/graph-rows.js';
import { orderBy, readsDown } from '../engine/ordering.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import type { Keyset, PageRequest, Row } from '../page.js';
import type { Columns } from './columns.js';
import type { Query } from './database.js';

/** A page, and the values that its order compares, as expressions of the query. */
export interface PageOrder {
  readonly values: readonly Sql[];
  readonly page: PageRequest;
  readonly descending: boolean;
}

/**
 * Reads the rows of a page that meet the conditions, in the order of the page; one more at most.
 */
export async function readPage<R>(
  query: Query,
  columns: Columns<R>,
  from: Sql,
  conditions: readonly Sql[],
  { values, page, descending }: PageOrder,
): Promise<Row<R>[]> {
  const all = [...conditions, ...keysetConditions(values, page, descending)];
  const found = await query<[Values, Keyset][]>(sql`
    SELECT json_group_array(json_array(${columns.json}, ${keysetJson(values.length)}))
    FROM (SELECT ${columns.selected}, ${keysetColumns(values)} FROM ${from} WHERE ${allOf(all)}
      ORDER BY ${orderBy(values, readsDown(descending, page))} LIMIT ${page.limit + 1})`);
  return inPageOrder(found, page).map(([row, keyset]) => ({ item: columns.read(row), keyset }));
}

/** Returns the conditions of rows between the two keysets of a page. */
export function keysetConditions(
  values: readonly Sql[],
  { after, before }: PageRequest,
  descending: boolean,
): Sql[] {
  const [greater, less] = descending ? [raw('<'), raw('>')] : [raw('>'), raw('<')];
  const row = sql`(${join(values, ', ')})`;
  const keyset = (limits: Keyset): Sql =>
    sql`(${join(
      limits.map((limit) => sql`${limit}`),
      ', ',
    )})`;
  return [
    ...(after ? [sql`${row} ${greater} ${keyset(after)}`] : []),
    ...(before ? [sql`${row} ${less} ${keyset(before)}`] : []),
  ];
}

/** Selects the values that an order compares under the names `keyset_0`, `keyset_1` and so on. */
export function keysetColumns(values: readonly Sql[]): Sql {
  return join(
    values.map((value, index) => sql`${value} AS ${raw(`keyset_${index}`)}`),
    ', ',
  );
}

export function keysetNames(length: number): Sql[] {
  return Array.from({ length }, (_, index) => raw(`keyset_${index}`));
}

export function keysetJson(length: number): Sql {
  return sql`json_array(${join(keysetNames(length), ', ')})`;
}

/**
 * Returns a query of the first rows of several queries together, each of which has its first rows.
 */
export function firstOf(
  queries: readonly Sql[],
  order: readonly Sql[],
  down: boolean,
  limit: number,
): Sql {
  const [first] = queries;
  if (queries.length === 1 && first) return first;
  const together = join(
    queries.map((query) => sql`SELECT * FROM (${query})`),
    ' UNION ALL ',
  );
  return sql`${together} ORDER BY ${orderBy(order, down)} LIMIT ${limit}`;
}
