import type { KeyField } from '../answering/plan.js';
import { join, raw, sql, type Sql } from '../engine/query-text.js';
import type { Columns } from './columns.js';

// How an ask is answered in Cypher, as data: what finds, the one list that it is answered with, and
// the reader of that list's rows. An entry runs as a query of its own (engine.ts), or many of them
// as one query (fusion.ts); both read the same rows with the same reader.

/** Keys that an entry is for: values, or the name of a variable in the query around it. */
export type Keys = readonly string[] | Sql;

/** A row that begins with the key that it is for. */
export type KeyedRow = readonly [key: string, ...values: unknown[]];

/** Answers a keyed ask: one row for each key that something is found for. */
export interface KeyedEntry<A> {
  readonly find: (keys: Keys) => Sql;
  readonly list: Sql;
  readonly read: (row: KeyedRow) => A;
  /** Records that each row has at most; 1 where it is absent. */
  readonly recordsEach?: number;
  readonly records?: RecordsByKind;
}

/** Answers an ask that has one answer. */
export interface SingleEntry<A> {
  readonly find: Sql;
  readonly list: Sql;
  readonly read: (rows: readonly unknown[]) => A;
  /** Records that all rows have at most; 1 where it is absent. */
  readonly recordCount?: number;
  readonly records?: RecordsByKind;
}

/** Where the rows of an entry hold records, for the entries that follow from them. */
export type RecordsByKind = Readonly<Partial<Record<RecordKind, RecordsIn>>>;

export type RecordKind = 'entity' | 'relation' | 'evidence' | 'source' | 'disagreement';

export interface RecordsIn {
  /** Cypher that unwinds a table of rows into records. */
  readonly unwind: (table: string) => Sql;
  /** A value of an unwound record, as Cypher; undefined where the rows do not have it. */
  readonly valueOf: (field: KeyField | 'type') => string | undefined;
  /** How many there are at most, where that differs from the records of the entry. */
  readonly count?: number;
}

/** An entry whose one row is a number. */
export function counting(find: Sql, count: Sql): SingleEntry<number> {
  return {
    find,
    list: sql`[${count}]`,
    read: (rows) => {
      const [found = 0] = rows as readonly number[];
      return found;
    },
  };
}

/** An entry with a number for each key: what is `found` for each `owner`. */
export function countingEach(find: (keys: Keys) => Sql): KeyedEntry<number> {
  return {
    find,
    list: ownerRows,
    read: (row) => {
      const [, found] = row as readonly [owner: string, found: number];
      return found;
    },
  };
}

/** Values as a Cypher list in the order of their names, and where each of them is in a row. */
export interface Tuple<N extends string> {
  readonly list: Sql;
  readonly at: (row: string, name: N) => string;
}

export function tuple<N extends string>(values: Readonly<Partial<Record<N, Sql>>>): Tuple<N> {
  const present = Object.entries<Sql | undefined>(values).filter(([, value]) => value);
  const names = present.map(([name]) => name);
  return {
    list: sql`[${join(
      present.flatMap(([, value]) => value ?? []),
      ', ',
    )}]`,
    at: (row, name) => {
      const index = names.indexOf(name);
      if (index < 0) throw new Error(`The row has no value ${name}.`);
      return `${row}[${index}]`;
    },
  };
}

/** Records whose columns are at an expression of each unwound row. */
export function recordsAt(
  row: string,
  { valueOf }: Pick<Columns<unknown>, 'valueOf'>,
  unwind: RecordsIn['unwind'],
): RecordsIn {
  return { unwind, valueOf: (field) => valueOf(row, field) };
}

/** Names each row of a table `row`. */
export function eachRow(table: string): Sql {
  return sql`UNWIND ${raw(table)} AS row`;
}

/** Names each of the first rows of a table `row`: a page has one more where there are more. */
export function firstRows(limit: number): (table: string) => Sql {
  return (table) => sql`UNWIND ${raw(table)}[..${limit}] AS row`;
}

/** Rows of an owner and what is found for it. */
export const ownerRow = tuple({ owner: raw('owner'), found: raw('found') });

/** The list of these rows. */
export const ownerRows = sql`collect(${ownerRow.list})`;

/** Finds `found` for each `owner`: what the Cypher of it returns last. */
export function findEach(found: Sql): (owners: Keys) => Sql {
  return (owners) => sql`UNWIND ${owners} AS owner CALL (owner) { ${found} AS found }`;
}

/** Names each row of a page `row`, and the row that has the page `owner`. */
export function firstRowsOfOwners(limit: number): (table: string) => Sql {
  const found = raw(ownerRow.at('owner', 'found'));
  return (table) => sql`UNWIND ${raw(table)} AS owner UNWIND ${found}[..${limit}] AS row`;
}

/** Rows that are sent together: the driver reads them faster than each for itself. */
const TOGETHER = 25;

/** How many rows of an entry are sent together: what comes in several packets is read slowly. */
export function rowsTogether(recordsEach = 1): number {
  return Math.ceil(TOGETHER / Math.max(1, recordsEach));
}

/** The query that answers with a list, some of its rows at a time. */
export function queryOf(find: Sql, list: Sql, rows = TOGETHER): Sql {
  return sql`${find} WITH ${list} AS list
    UNWIND range(0, size(list) - 1, ${rows}) AS start RETURN list[start..start + ${rows}]`;
}
