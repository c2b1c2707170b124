import { type Sql, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import type { Columns } from './columns.js';
import { inList } from './conditions.js';
import type { Query } from './database.js';

/** The rows of a table whose key is one of some: `readByKey(query, columns, 'entity e', 'e.slug', …)`. */
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

/** A query that answers pairs of each key and its own answer, in which the key is `k.value`. */
export function forEachKey(keys: readonly string[], answer: Sql): Sql {
  return sql`
    SELECT json_group_array(json_array(k.value, (${answer})))
    FROM json_each(${JSON.stringify(keys)}) k`;
}
