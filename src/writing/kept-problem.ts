import { quoted } from '../values/shown-input.js';
import type { KeptEntry } from './entries.js';

/**
 * What is wrong with an entry that the store would keep, once other entries are replaced, removed or
 * read under another slug.
 */
export interface KeptProblem {
  /** The document of the entry, and its line there; null if not known. */
  readonly document: string;
  readonly line: number | null;
  /** The slug or the key of the entry, as the document writes it. */
  readonly record: string;
  readonly message: string;
}

/** An entry of a document, where it stands. */
export type EntryPlace = Pick<KeptEntry, 'document' | 'line'>;

/** Returns the problem that an entry needs a record which no document would state any more. */
export function missingRecord(
  { document, line }: EntryPlace,
  record: string,
  { kind, missing }: { readonly kind: 'SOURCE' | 'ENTITY'; readonly missing: string },
): KeptProblem {
  const what = kind === 'SOURCE' ? 'the source' : 'the entity';
  const message = `It needs ${what} ${quoted(missing)}, which no document would state any more.`;
  return { document, line, record, message };
}

/** Returns each problem once, in the order of documents and lines. */
export function sortedProblems(problems: readonly KeptProblem[]): readonly KeptProblem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...once.values()].sort(
    (a, b) =>
      compare(a.document, b.document) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      compare(a.record, b.record),
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
