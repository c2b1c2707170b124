import sql, { empty, join as joinSql, raw, type Sql } from 'sql-template-tag';

// Text of SQL and Cypher queries, composed of fixed fragments; every value in it is a parameter. In
// a template, a nested `Sql` becomes text and anything else becomes a parameter.

export { raw, sql, type Sql };

/** The text of a query, with its parameters named by their index, from 0. */
export function textOf({ strings, values }: Sql, parameter: (index: number) => string): string {
  let text = strings[0] ?? '';
  for (let index = 0; index < values.length; index++) {
    text += parameter(index) + (strings[index + 1] ?? '');
  }
  return text;
}

/** The parts with a separator between them; empty text where there are none. */
export function join(parts: readonly Sql[], separator: string): Sql {
  return parts.length === 0 ? empty : joinSql(parts, separator);
}

/** A condition that holds where all of the conditions do. */
export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? raw('true') : join(conditions, ' AND ');
}
