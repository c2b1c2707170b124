import type { Draft } from './draft.js';
import type { DocumentSchema, KenesDocument } from './format.js';
import type { Finding, Problem } from './problem.js';

/** A document that is read when it is needed. */
export interface DocumentFile {
  readonly name: string;
  /** Resolves to the content; it may be called more than once. */
  readonly read: () => Promise<string | Uint8Array>;
  /** Parses the content; by default as YAML or JSON in the format of Kenes. */
  readonly reader?: DocumentReader;
}

/**
 * Parses content of one format and checks its form. It never throws: all problems are returned at
 * once.
 */
export type DocumentReader = (
  file: string,
  content: string | Uint8Array,
  schema: DocumentSchema,
) => ReadDocument;

export interface ReadDocument {
  /** Null if anything in its form is wrong. */
  readonly document: KenesDocument | null;
  /** The parts whose meaning can be checked; null if the content could not be parsed at all. */
  readonly draft: Draft;
  /** The problems of its form and the findings, in the order of lines. */
  problems(findings?: readonly Finding[]): Problem[];
}
