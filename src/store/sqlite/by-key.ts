import { type Sql, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import type { Columns } from './columns.js';
import { inList } from './conditions.js';
import type { Query } from './database.js';

/**
 * Reads the rows of a table by their keys: `readByKey(query, columns, 'entity e', 'e.slug', …)`.
 * Keys without a row are absent from the map.
 */
export async function readByKey<R>(
  query: Query,
  { selected, json, read }: Columns<R>,
  table: string,
  column: string,
  keys: readonly string[],
  keyOf: (row: R) => string,
): Promise<Map<string, R>> {
  const found = await query<Values[]>(
    sql`
      SELECT json_group_array(${json})
      FROM (SELECT ${selected} FROM ${raw(table)} WHERE ${inList(raw(column), keys)})`,
    keys.length,
  );
  return new Map(
    found.map((values) => {
      const row = read(values);
      return [keyOf(row), row];
    }),
  );
}

/**
 * Returns a query of `[key, answer]` pairs. `answer` is a query for one key, which is `k.value`.
 */
export function forEachKey(keys: readonly string[], answer: Sql): Sql {
  return sql`
    SELECT json_group_array(json_array(k.value, (${answer})))
    FROM json_each(${JSON.stringify(keys)}) k`;
}
