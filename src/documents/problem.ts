/** One problem of a document, with its location and what was expected. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units as editors count. */
  readonly column: number;
  /** The path in the document's structure, such as `entities[3].kind`. */
  readonly path: string;
  readonly message: string;
}

/** The keys and indexes that lead to a part of a document. */
export type Path = readonly (string | number)[];

/** A problem that has no line yet. */
export interface Finding {
  readonly path: Path;
  /** Whether the key is wrong, and not its value. */
  readonly isKey?: boolean;
  readonly message: string;
}

export function printPath(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`,
    )
    .join('');
}

/** `FILE:LINE:COLUMN: MESSAGE`, as compilers print it and editors read it. */
export function printProblem({ file, line, column, path, message }: Problem): string {
  const location = `${file}:${line}:${column}`;
  return path === '' ? `${location}: ${message}` : `${location}: ${path}: ${message}`;
}
