import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { MergedDocument } from '../documents/collect.js';
import type { KenesDocument } from '../documents/format.js';
import { printParts, type PrintedDocument, type Printing } from '../documents/document-parts.js';
import {
  DOCUMENT_KINDS,
  keptDocuments,
  requireDocuments,
  wholeDocument,
  type WholeDocument,
} from '../documents/kept-documents.js';
import { limits } from '../limits.js';
import type { GraphRecords } from '../store/store.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { quoted } from '../values/shown-input.js';
import { withExistingStore, type Terminal } from './command.js';
import { exportGraph, type GraphExportOptions } from './export-graph.js';
import { CommandFailure, reasonOf } from './failure.js';
import { writeWhole } from './written-file.js';

/** The options of the command: those of an export of documents, or of one in another format. */
export type ExportCommandOptions = ExportOptions & Partial<GraphExportOptions>;

export interface ExportOptions {
  /** The folder to write documents to, a file each; if absent, the standard output. */
  readonly folder?: string;
  readonly json?: boolean;
  /** True for the graph as one document, instead of the documents as they are kept. */
  readonly merged?: boolean;
}

/** The slug of the one document that the whole graph is exported as. */
const MERGED = 'merged';

/**
 * `kenes export DOCUMENT…`: writes documents of the store, all of them if none is named, or the graph
 * in the format of another program.
 */
export async function exportCommand(
  terminal: Terminal,
  slugs: readonly string[],
  { format, query, output, origin, ...options }: ExportCommandOptions,
): Promise<void> {
  const ofGraph = { query, output, origin };
  if (format === undefined) {
    const needing = Object.entries(ofGraph).find(([, value]) => value !== undefined);
    if (needing) throw new CommandFailure(`--${needing[0]} needs --format.`, 2);
    return exportDocuments(terminal, slugs, options);
  }
  if (slugs.length > 0)
    throw new CommandFailure('--format takes no documents. --query says which part to write.', 2);
  const [refused] = Object.keys(options);
  if (refused !== undefined)
    throw new CommandFailure(`--${refused} is not possible with --format.`, 2);
  return exportGraph(terminal, { format, ...ofGraph });
}

/** Writes documents of the store, which `kenes import` reads. */
async function exportDocuments(
  terminal: Terminal,
  slugs: readonly string[],
  { folder, json = false, merged = false }: ExportOptions,
): Promise<void> {
  if (merged && slugs.length > 0)
    throw new CommandFailure('--merged takes no documents: it is the whole graph.', 2);
  await withExistingStore(terminal, async (store, vocabulary) => {
    const named = slugs.length > 0 ? new Set(slugs) : undefined;
    if (named) await requireDocuments(store, [...named]);
    const write = (documents: AsyncIterable<WholeDocument>, taken: ReadonlySet<string>) => {
      const texts = printAll(terminal, documents, {
        print: (document) => print(document, json),
        maximumBytes: limits.documentBytes.value,
        isTaken: (slug) => taken.has(slug),
      });
      return folder === undefined
        ? writeStream(terminal, texts, json)
        : writeFiles(terminal, texts, folder, json);
    };
    return merged
      ? store.snapshot((records) => write(mergedDocument(records, vocabulary), new Set()))
      : store.snapshot(
          async (records) => write(keptDocuments(records, named), await slugsOf(records)),
          { kinds: DOCUMENT_KINDS, ...(named && { entriesOf: named }) },
        );
  });
}

async function* mergedDocument(
  records: GraphRecords,
  vocabulary: Vocabulary,
): AsyncGenerator<WholeDocument> {
  yield await wholeDocument(new MergedDocument(MERGED, records, vocabulary));
}

async function slugsOf(records: Pick<GraphRecords, 'documents'>): Promise<ReadonlySet<string>> {
  const slugs = new Set<string>();
  for await (const batch of records.documents()) for (const { slug } of batch) slugs.add(slug);
  return slugs;
}

/** Prints documents, and says which of them are divided. */
async function* printAll(
  terminal: Terminal,
  documents: AsyncIterable<WholeDocument>,
  printing: Printing,
): AsyncGenerator<PrintedDocument> {
  for await (const document of documents) {
    const parts = printParts(document, printing);
    yield* parts;
    const [first, last] = [parts[0]?.slug ?? '', parts.at(-1)?.slug ?? ''];
    if (first !== last)
      terminal.error(
        `The document ${quoted(document.document)} is larger than one may be when it is imported. It was written as ${parts.length}, ${quoted(first)} to ${quoted(last)}, which give the same graph together.`,
      );
  }
}

async function writeStream(
  terminal: Terminal,
  documents: AsyncIterable<PrintedDocument>,
  json: boolean,
): Promise<void> {
  let isFirst = true;
  for await (const { text } of documents) {
    if (!json && !isFirst) await terminal.out('---\n');
    await terminal.out(text);
    isFirst = false;
  }
}

async function writeFiles(
  terminal: Terminal,
  documents: AsyncIterable<PrintedDocument>,
  folder: string,
  json: boolean,
): Promise<void> {
  let count = 0;
  for await (const { slug, text } of documents) {
    await makeFolder(folder);
    await writeWhole(join(folder, `${slug}.${json ? 'json' : 'yaml'}`), text);
    count++;
  }
  terminal.error(`Wrote ${count} ${count === 1 ? 'document' : 'documents'} to ${folder}.`);
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new CommandFailure(`Could not make the folder ${folder}: ${reasonOf(error)}.`, 1);
  }
}

/** Prints a document as YAML, or as JSON in one line, so that several make JSON lines. */
function print(document: KenesDocument, json: boolean): string {
  return json
    ? `${JSON.stringify(document)}\n`
    : stringify(document, { lineWidth: 100, aliasDuplicateObjects: false });
}
