import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { collectDocuments } from '../documents/collect.js';
import type { KenesDocument } from '../documents/format.js';
import { joinEntries } from '../writing/entries.js';
import { withExistingStore, type Terminal } from './command.js';
import { CommandFailure, systemCode } from './failure.js';

export interface ExportOptions {
  /** The folder to write documents to; if absent, one document goes to the standard output. */
  readonly folder?: string;
  readonly json?: boolean;
}

/** `kenes export`: writes the whole graph as documents that `kenes import` reads. */
export async function exportCommand(
  terminal: Terminal,
  { folder, json = false }: ExportOptions,
): Promise<void> {
  await withExistingStore(terminal, (store, vocabulary) =>
    store.snapshot(async (records) => {
      const documents = collectDocuments(records, vocabulary);
      if (folder !== undefined) return writeAll(terminal, documents, folder, json);
      const all: KenesDocument[] = [];
      for await (const document of documents) all.push(document);
      await terminal.out(print({ kenes: 1, ...joinEntries(all) }, json));
    }),
  );
}

async function writeAll(
  terminal: Terminal,
  documents: AsyncIterable<KenesDocument>,
  folder: string,
  json: boolean,
): Promise<void> {
  let number = 0;
  for await (const document of documents) {
    const name = `${String(++number).padStart(4, '0')}.${json ? 'json' : 'yaml'}`;
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, name), print(document, json));
    } catch (error) {
      throw new CommandFailure(`Could not write ${join(folder, name)} (${systemCode(error)}).`, 1);
    }
  }
  terminal.error(`Wrote ${number} ${number === 1 ? 'document' : 'documents'} to ${folder}.`);
}

function print(document: KenesDocument, json: boolean): string {
  return json
    ? `${JSON.stringify(document, null, 1)}\n`
    : stringify(document, { lineWidth: 100, aliasDuplicateObjects: false });
}
