import { quoted } from '../values/shown-input.js';
import type { EntryLocation, KeptEntry } from './entries.js';

/**
 * What is wrong with an entry that the store would keep, once other entries are replaced, removed or
 * read under another slug.
 */
export interface KeptProblem extends EntryLocation {
  readonly document: string;
  /** The slug or the key of the entry, as the document writes it. */
  readonly record: string;
  readonly message: string;
}

/** An entry of a document, where it stands. */
export type EntryPlace = Pick<KeptEntry, 'document' | 'line' | 'column'>;

/** Returns the problem that an entry needs a record which no document would state any more. */
export function missingRecord(
  { document, line, column }: EntryPlace,
  record: string,
  { kind, missing }: { readonly kind: 'SOURCE' | 'ENTITY'; readonly missing: string },
): KeptProblem {
  const what = kind === 'SOURCE' ? 'the source' : 'the entity';
  const message = `It needs ${what} ${quoted(missing)}, which no document would state any more.`;
  return { document, line, column, record, message };
}

/** Returns each problem once, in the order of documents, lines and columns. */
export function sortedProblems(problems: readonly KeptProblem[]): readonly KeptProblem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...once.values()].sort(
    (a, b) =>
      compare(a.document, b.document) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.record, b.record),
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
