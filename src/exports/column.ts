export type ColumnValue = string | number | boolean | null;

/** A value that all records of a format have, or may have. */
export interface Column<R> {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'double' | 'boolean';
  /** Shown to who reads the file. */
  readonly description: string;
  readonly of: (record: R) => ColumnValue;
}

export function text<R>(
  name: string,
  description: string,
  of: (record: R) => string | null,
): Column<R> {
  return { name, type: 'string', description, of };
}

export function count<R>(
  name: string,
  description: string,
  of: (record: R) => number | null,
): Column<R> {
  return { name, type: 'integer', description, of };
}

export function flag<R>(name: string, description: string, of: (record: R) => boolean): Column<R> {
  return { name, type: 'boolean', description, of };
}

/** Returns the values of a record by the names of its columns, without those that are not known. */
export function valuesOf<R>(
  record: R,
  columns: readonly Column<R>[],
): Record<string, Exclude<ColumnValue, null>> {
  const values: Record<string, Exclude<ColumnValue, null>> = {};
  for (const { name, of } of columns) {
    const value = of(record);
    if (value !== null) values[name] = value;
  }
  return values;
}
