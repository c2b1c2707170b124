import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { MergedDocument } from '../documents/collect.js';
import type { KenesDocument } from '../documents/format.js';
import { keptDocuments, wholeDocument } from '../documents/kept-documents.js';
import type { GraphRecords } from '../store/store.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { withExistingStore, type Terminal } from './command.js';
import { CommandFailure, systemCode } from './failure.js';

export interface ExportOptions {
  /** The folder to write documents to, a file each; if absent, the standard output. */
  readonly folder?: string;
  readonly json?: boolean;
  /** True for the graph as one document, instead of the documents as they are kept. */
  readonly merged?: boolean;
}

/** The slug of the one document that the whole graph is exported as. */
const MERGED = 'merged';

/** `kenes export`: writes the documents of the store, which `kenes import` reads. */
export async function exportCommand(
  terminal: Terminal,
  { folder, json = false, merged = false }: ExportOptions,
): Promise<void> {
  await withExistingStore(terminal, (store, vocabulary) =>
    store.snapshot(async (records) => {
      const documents = merged ? mergedDocument(records, vocabulary) : keptDocuments(records);
      if (folder !== undefined) return writeAll(terminal, documents, folder, json);
      let isFirst = true;
      for await (const document of documents) {
        if (!json && !isFirst) await terminal.out('---\n');
        await terminal.out(print(document, json));
        isFirst = false;
      }
    }),
  );
}

async function* mergedDocument(
  records: GraphRecords,
  vocabulary: Vocabulary,
): AsyncGenerator<KenesDocument> {
  yield await wholeDocument(new MergedDocument(MERGED, records, vocabulary));
}

async function writeAll(
  terminal: Terminal,
  documents: AsyncIterable<KenesDocument>,
  folder: string,
  json: boolean,
): Promise<void> {
  let count = 0;
  for await (const document of documents) {
    const name = `${document.document ?? MERGED}.${json ? 'json' : 'yaml'}`;
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, name), print(document, json));
    } catch (error) {
      throw new CommandFailure(`Could not write ${join(folder, name)} (${systemCode(error)}).`, 1);
    }
    count++;
  }
  terminal.error(`Wrote ${count} ${count === 1 ? 'document' : 'documents'} to ${folder}.`);
}

/** Prints a document as YAML, or as JSON in one line, so that several make JSON lines. */
function print(document: KenesDocument, json: boolean): string {
  return json
    ? `${JSON.stringify(document)}\n`
    : stringify(document, { lineWidth: 100, aliasDuplicateObjects: false });
}
