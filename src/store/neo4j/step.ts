import { type Sql, sql } from '../engine/query-text.js';
import type { Query } from './connection.js';

/** A statement in two: what finds, and the one list that it answers with. */
export interface Finding {
  readonly find: Sql;
  readonly list: Sql;
}

/** Keys that a step is for: values, or a variable of the statement around it. */
export type Keys = readonly string[] | Sql;

/** A statement that readings are answered with. For many keys, each row begins with its key. */
export interface Step {
  /** What tells it from other steps: its kind, and what it asks. */
  readonly name: string;
  /** Records that each of its rows has at most, where that is more than one. */
  readonly recordsEach?: number;
  /** It is for those keys; a page or a count is for none. */
  of(keys: Keys): Finding;
}

/** Where the rows of a step come from. */
export type RowSource = <Row>(step: Step, keys?: readonly string[]) => Promise<Row[]>;

/** One statement for each step. */
export function statementEach(query: Query): RowSource {
  return (step, keys = []) => {
    return query(inParts(step.of(keys), rowsTogether(step)));
  };
}

/** Records that travel together. */
const TOGETHER = 25;

export function rowsTogether({ recordsEach = 1 }: Step): number {
  return Math.ceil(TOGETHER / Math.max(1, recordsEach));
}

/**
 * The statement that answers with the list, some rows at a time. The driver reads rows that travel
 * together faster than each for itself, but slowly what comes in several packets.
 */
export function inParts({ find, list }: Finding, rows = TOGETHER): Sql {
  return sql`${find} WITH ${list} AS list
    UNWIND range(0, size(list) - 1, ${rows}) AS place RETURN list[place..place + ${rows}]`;
}
