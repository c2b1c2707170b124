import type { DocumentFile } from '../../src/documents/document-file.js';
import { checkDocuments } from '../../src/documents/import.js';
import type { Problem } from '../../src/documents/problem.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';

const vocabulary = createVocabulary();

export const fileOf = (content: string | Uint8Array, name = 'document.yaml'): DocumentFile => ({
  name,
  read: () => Promise.resolve(content),
});

/** Prints `LINE:COLUMN PATH: MESSAGE`. */
export const print = ({ line, column, path, message }: Problem): string =>
  `${line}:${column} ${path === '' ? '' : `${path}: `}${message}`;

/** Checks documents together, without a store. */
export async function problemsOf(...contents: (string | Uint8Array)[]): Promise<string[]> {
  const files = contents.map((content, index) => fileOf(content, `document-${index + 1}.yaml`));
  return (await checkDocuments(vocabulary, files)).problems.map(print);
}
