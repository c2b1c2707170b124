import type { Draft } from './draft.js';
import type { DocumentSchema } from './format.js';
import type { Location } from './location.js';
import type { Finding } from './problem.js';

/** A document that is read when it is needed. */
export interface DocumentFile {
  readonly name: string;
  /** Resolves to the content; it is called again to locate problems. */
  readonly read: () => Promise<string | Uint8Array>;
  /** Parses the content; by default as YAML or JSON in the format of Kenes. */
  readonly reader?: DocumentReader;
}

/** Parses content of one format. It never throws because of the content. */
export interface DocumentReader {
  /** Parses content and checks its form. All problems are returned at once. */
  read(content: string | Uint8Array, schema: DocumentSchema): ReadDocument;
  /** Returns the location of each finding in the content. */
  locate(content: string | Uint8Array, findings: readonly Finding[]): readonly Location[];
}

export interface ReadDocument {
  /** True if nothing in its form is wrong: the draft is the document. */
  readonly isValid: boolean;
  /** The parts whose meaning can be checked; null if the content could not be parsed at all. */
  readonly draft: Draft;
  /** What is wrong in the syntax. */
  readonly mistakes: readonly Mistake[];
  /** What else is wrong in the form. */
  readonly findings: readonly Finding[];
  readonly locations: EntryLocations;
}

/** Where each entry of each list starts, in the order of the list. */
export type EntryLocations = Readonly<
  Record<'sources' | 'entities' | 'relations', readonly Location[]>
>;

/** A problem of the syntax, which has no path. */
export interface Mistake extends Location {
  readonly message: string;
}
