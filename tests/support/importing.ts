import { afterEach, expect } from '@jest/globals';
import { MergedDocument } from '../../src/documents/collect.js';
import type { DocumentFile } from '../../src/documents/document-file.js';
import type { KenesDocument } from '../../src/documents/format.js';
import { importDocuments } from '../../src/documents/import.js';
import { wholeDocument } from '../../src/documents/kept-documents.js';
import { printProblem } from '../../src/documents/problem.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { isJoinEntry, type EntityEntry } from '../../src/writing/entries.js';
import type { ImportSummary } from '../../src/writing/change-counts.js';
import type { TestEngine } from './engines.js';
import type { Random } from './worlds.js';

const vocabulary = createVocabulary();

let fileCount = 0;

/** Returns the file of a document. Without a name, it is another document than all before. */
export const fileOf = (
  document: Omit<KenesDocument, 'kenes'>,
  name = `document-${++fileCount}.json`,
): DocumentFile => ({
  name,
  read: () => Promise.resolve(JSON.stringify({ kenes: 1, ...document })),
});

/** Returns the document of a graph, without its derived values. */
export const documentOf = ({
  sources,
  entities,
  relations,
}: Graph): Omit<KenesDocument, 'kenes'> => ({
  sources: sources ?? [],
  entities: entities ?? [],
  relations: relations ?? [],
});

/** Imports documents together; fails if they have any problem. */
export async function importAll(
  store: Store,
  files: readonly DocumentFile[],
): Promise<ImportSummary> {
  const { problems, summary } = await importDocuments(store, vocabulary, files);
  expect(problems.map(printProblem)).toEqual([]);
  return summary;
}

/** The whole graph as one document, and the derived values by slug or key. */
export interface Graph extends KenesDocument {
  readonly entities?: readonly EntityEntry[];
  readonly derived: Readonly<Record<string, object>>;
}

/** Reads the whole graph of a store. */
export function graphOf(store: Store): Promise<Graph> {
  return store.snapshot(async (records) => {
    const derived: Record<string, object> = {};
    const merged = new MergedDocument('merged', records, vocabulary);
    const { sources = [], relations = [], ...whole } = await wholeDocument(merged);
    const entities =
      whole.entities?.filter((entry): entry is EntityEntry => !isJoinEntry(entry)) ?? [];
    for await (const batch of records.entities()) {
      for (const { slug, time, degree } of batch) derived[slug] = { time, degree };
    }
    for await (const batch of records.relations()) {
      for (const {
        key,
        time,
        sources,
        publisherCount,
        originCount,
        standing,
        isContested,
      } of batch)
        derived[key] = { time, sources, publisherCount, originCount, standing, isContested };
    }
    return { kenes: 1, sources, entities, relations, derived };
  });
}

const nothing = { added: 0, changed: 0, removed: 0 };
export const unchanged: ImportSummary = {
  sources: nothing,
  entities: nothing,
  relations: nothing,
  evidence: nothing,
};

export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items];
  for (let index = order.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}

/** The stores that a test opened, to be closed after it. */
const stores: Store[] = [];

export async function openStore(engine: TestEngine): Promise<Store> {
  const store = await engine.open(vocabulary);
  stores.push(store);
  return store;
}

afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});
