import { importDocuments, removeDocuments } from '../../src/documents/import.js';
import { printProblem } from '../../src/documents/problem.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { keyOfEntry } from '../../src/writing/entries.js';
import { graphOf } from './importing.js';

const vocabulary = createVocabulary();

/** Imports documents of YAML or JSON together, and returns their problems. */
export async function problemsIn(store: Store, ...documents: string[]): Promise<string[]> {
  const files = documents.map((content, index) => ({
    name: `file-${index + 1}.yaml`,
    read: () => Promise.resolve(withDefault(content)),
  }));
  const { problems } = await importDocuments(store, vocabulary, files);
  return problems.map(printProblem);
}

/** Gives the relations without evidence that of the editors, behind all other lines. */
function withDefault(content: string): string {
  const evidence = [{ source: 'kenes-editorial' }];
  if (!content.startsWith('{')) return `${content}evidence: ${JSON.stringify(evidence)}\n`;
  return JSON.stringify({ ...(JSON.parse(content) as object), evidence });
}

/** Removes documents, and returns what others still need. */
export async function problemsWithout(store: Store, ...documents: string[]): Promise<string[]> {
  const { problems } = await removeDocuments(store, vocabulary, documents);
  return problems.map(printProblem);
}

/** Returns the instance of each relation in an export, by the key of the relation. */
export async function instancesOf(store: Store): Promise<Record<string, string | undefined>> {
  const { relations = [] } = await graphOf(store);
  return Object.fromEntries(
    relations.map((relation) => [keyOfEntry(relation, vocabulary), relation.instance]),
  );
}
