import { statement, type StatementText } from '../statement-text.js';
import type { Query } from './connection.js';

/** A statement in two: what finds, and the one list that it answers with. */
export interface Finding {
  readonly find: StatementText;
  readonly list: StatementText;
}

/** Keys that a step is for: values, or a variable of the statement around it. */
export type Keys = readonly string[] | StatementText;

/** A statement that readings are answered with. For many keys, each row begins with its key. */
export interface Step {
  /** What tells it from other steps: its kind, and what it asks. */
  readonly name: string;
  /** It is for those keys; a page or a count is for none. */
  of(keys: Keys): Finding;
}

/** Where the rows of a step come from. */
export type RowSource = <Row>(step: Step, keys?: readonly string[]) => Promise<Row[]>;

/** One statement for each step. */
export function statementEach(query: Query): RowSource {
  return (step, keys = []) => {
    const { find, list } = step.of(keys);
    return query(statement`${find} RETURN ${list}`);
  };
}
