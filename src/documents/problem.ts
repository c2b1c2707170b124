/** One thing wrong in a document: where it stands, what was expected. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units as editors count. */
  readonly column: number;
  /** Where in the document's structure, such as `entities[3].kind`. */
  readonly path: string;
  readonly message: string;
}

/** A place in a document's structure, before it has a line. */
export type Path = readonly (string | number)[];

export interface Finding {
  readonly path: Path;
  /** Whether it is the key that is wrong, and not its value. */
  readonly isKey?: boolean;
  readonly message: string;
}

export function printPath(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${String(part)}]` : index === 0 ? part : `.${part}`,
    )
    .join('');
}

/** `FILE:LINE:COLUMN: MESSAGE`, as compilers and editors have it. */
export function printProblem({ file, line, column, path, message }: Problem): string {
  const place = `${file}:${String(line)}:${String(column)}`;
  return path === '' ? `${place}: ${message}` : `${place}: ${path}: ${message}`;
}
