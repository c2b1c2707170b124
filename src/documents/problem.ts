import type { KeptProblem } from '../writing/kept-problem.js';
import { inOneLine, visible } from '../values/shown-input.js';
import type { Location } from './location.js';

/** One problem of a document. Its message says what was wrong and what is allowed. */
export interface Problem extends Location {
  readonly file: string;
  /** The path in the document's structure, such as `entities[3].kind`. */
  readonly path: string;
  readonly message: string;
  /** True for a slug that these documents do not declare, and which a store may have. */
  readonly isUnknown?: boolean;
  /** The number of problems that it stands for, if these are not listed; else it is one. */
  readonly standsFor?: number;
}

/** What was found in documents. */
export interface Report {
  readonly problems: readonly Problem[];
  /** What is allowed, and may be a mistake. */
  readonly warnings: readonly Problem[];
}

/** The keys and indexes that lead to a part of a document. */
export type Path = readonly (string | number)[];

/** A problem whose line and column are not known yet. */
export interface Finding {
  readonly path: Path;
  /** True if the key is wrong; else its value is. */
  readonly isKey?: boolean;
  /** True for what is allowed, and may be a mistake. */
  readonly isWarning?: boolean;
  /** True for a slug that no document declares. */
  readonly isUnknown?: boolean;
  readonly message: string;
}

/** Prints a path such as `entities[3].kind`; an empty text for the document itself. */
export function printPath(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`,
    )
    .join('');
}

/** Prints `FILE:LINE:COLUMN: PATH: MESSAGE`, the form of compilers, which editors understand. */
export function printProblem({ file, line, column, path, message }: Problem): string {
  const location = `${inOneLine(file)}:${line}:${column}`;
  const parts = [location, ...(path === '' ? [] : [inOneLine(path)]), visible(message)];
  return parts.join(': ');
}

/** Returns the problem of an entry. Its document stands in the place of a file that is not known. */
export function problemOfKept(
  { document, line, column, record, message }: KeptProblem,
  file = document,
): Problem {
  return { file, line: line ?? 1, column: column ?? 1, path: record, message };
}

/** Prints `FILE:LINE:COLUMN: PATH: warning: MESSAGE`. */
export function printWarning(warning: Problem): string {
  return printProblem({ ...warning, message: `warning: ${warning.message}` });
}
