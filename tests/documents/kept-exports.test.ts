import { expect, it } from '@jest/globals';
import { keptDocuments } from '../../src/documents/kept-documents.js';
import type { KenesDocument } from '../../src/documents/format.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { engines } from '../support/engines.js';
import { fileOf, importAll, openStore } from '../support/importing.js';
import { declarations, randomDocumentNamed } from '../support/random-documents.js';
import { Random, randomSeed, randomWorld } from '../support/worlds.js';
import { everything } from '../support/written-store.js';

const vocabulary = createVocabulary();

/** Returns the lines of an export: a document each. */
function exportOf(store: Store): Promise<string[]> {
  return store.snapshot(async (records) => {
    const lines: string[] = [];
    for await (const document of keptDocuments(records)) lines.push(JSON.stringify(document));
    return lines;
  });
}

const recordsOf = (store: Store) => store.snapshot(everything);

it(`the documents of a store give the same graph and the same export in another one, on each engine in turn (KENES_TEST_SEED=${randomSeed})`, async () => {
  const random = new Random(randomSeed);
  const documents: KenesDocument[] = [
    ...['a', 'b', 'c'].map((slug) => randomDocumentNamed(slug, random)),
    { ...randomWorld(random, vocabulary), document: 'world' },
    { kenes: 1, document: 'empty' },
    declarations('z'),
  ];
  const [first, ...others] = [...engines, ...engines.slice(0, 1)];
  const store = await openStore(first!);
  for (const document of [...documents].reverse()) await importAll(store, [fileOf(document)]);
  const exported = await exportOf(store);
  expect(exported.map((line) => (JSON.parse(line) as KenesDocument).document)).toEqual(
    documents.map(({ document }) => document).sort(),
  );
  const firstRecords = await recordsOf(store);
  await store.close();
  for (const engine of others) {
    const other = await openStore(engine);
    await importAll(
      other,
      exported.map((line) => fileOf(JSON.parse(line) as KenesDocument)),
    );
    expect(await exportOf(other)).toEqual(exported);
    expect(withoutVersions(await recordsOf(other))).toEqual(withoutVersions(firstRecords));
    await other.close();
  }
}, 240_000);

function withoutVersions(records: Awaited<ReturnType<typeof everything>>): object {
  const without = <T extends object>(record: T): T => ({ ...record, version: 0 });
  return {
    ...records,
    entities: records.entities.map(without),
    relations: records.relations.map(without),
  };
}
