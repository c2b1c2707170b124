import type { Need } from '../writing/needs.js';
import { inOneLine, quoted, visible } from '../values/shown-input.js';
import type { Location } from './location.js';

/** One problem of a document. Its message says what was wrong and what is allowed. */
export interface Problem extends Location {
  readonly file: string;
  /** The path in the document's structure, such as `entities[3].kind`. */
  readonly path: string;
  readonly message: string;
}

/** The keys and indexes that lead to a part of a document. */
export type Path = readonly (string | number)[];

/** A problem whose line and column are not known yet. */
export interface Finding {
  readonly path: Path;
  /** True if the key is wrong; else its value is. */
  readonly isKey?: boolean;
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

/** Returns the problem that a kept document needs a record which no document would state any more. */
export function problemOfNeed({ document, line, record, missing, kind }: Need): Problem {
  return {
    file: document,
    line: line ?? 1,
    column: 1,
    path: record,
    message: messageOf(missing, kind),
  };
}

function messageOf(missing: string, kind: Need['kind']): string {
  if (kind === 'TYPE')
    return `It cannot name ${quoted(missing)} with the type that this would have.`;
  const what = kind === 'SOURCE' ? 'the source' : 'the entity';
  return `It needs ${what} ${quoted(missing)}, which no document would state any more.`;
}
