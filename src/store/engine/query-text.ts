import sql, { empty, join as joinSql, raw, type Sql } from 'sql-template-tag';

// The text of SQL and Cypher queries, composed of fixed fragments. Every value is a parameter: in a
// template, a nested `Sql` becomes text and anything else becomes a parameter.

export { raw, sql, type Sql };

/**
 * Returns the text of a query. `parameter` returns the name of a parameter by its index, from 0.
 */
export function textOf({ strings, values }: Sql, parameter: (index: number) => string): string {
  let text = strings[0] ?? '';
  for (let index = 0; index < values.length; index++) {
    text += parameter(index) + (strings[index + 1] ?? '');
  }
  return text;
}

/** Joins parts with a separator; returns empty text if there are none. */
export function join(parts: readonly Sql[], separator: string): Sql {
  return parts.length === 0 ? empty : joinSql(parts, separator);
}

/** Joins conditions by AND; returns `true` if there are none. */
export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? raw('true') : join(conditions, ' AND ');
}
