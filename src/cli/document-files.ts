import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentFile } from '../documents/document-file.js';
import { documentNamesIn } from '../documents/document-folder.js';
import { belowLines } from '../documents/document-stream.js';
import { kenesReader } from '../documents/read.js';
import { limits } from '../limits.js';
import { collectMemoryEarly } from './collecting-memory.js';
import type { Terminal } from './command.js';
import { CommandFailure, reasonOf } from './failure.js';
import { partsOfFile } from './large-files.js';

/** The name with which a command line names the standard input. */
const STANDARD_INPUT = '-';

/**
 * Returns the files as documents, which are read on demand; `-` is the standard input, and a folder
 * stands for the documents in it.
 * @throws CommandFailure if a folder has no document.
 */
export async function documentFiles(
  terminal: Terminal,
  paths: readonly string[],
): Promise<DocumentFile[]> {
  const files = await Promise.all(
    paths.map(async (path) =>
      path === STANDARD_INPUT
        ? [standardInput(terminal)]
        : (await Promise.all((await pathsAt(path)).map(documentsAt))).flat(),
    ),
  );
  return files.flat();
}

/**
 * Returns a file as a document, or as several if it is larger than one may be and holds several:
 * these are read one by one.
 */
async function documentsAt(path: string): Promise<DocumentFile[]> {
  const whole = { name: path, read: readerOf(path) };
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile() || found.size <= LIMIT) return [whole];
  const parts = await partsOfFile(path).catch(() => []);
  if (parts.length < 2) return [whole];
  return parts.map(({ start, end, linesBefore }) => ({
    name: path,
    read: () => {
      const last = Math.min(end - 1, start + LIMIT);
      return startOf(createReadStream(path, { start, end: last }), path);
    },
    reader: belowLines(kenesReader, linesBefore),
  }));
}

function standardInput({ input }: Terminal): DocumentFile {
  let content: Promise<Uint8Array> | undefined;
  const read = (): Promise<Uint8Array> => (content ??= startOf(input, 'the standard input'));
  return { name: 'standard input', read };
}

async function pathsAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) return [path];
  const names = await documentNamesIn(path).catch((error: unknown) => {
    throw new CommandFailure(`Could not read ${path}: ${reasonOf(error)}.`, 1);
  });
  if (names.length > 0) return names.map((name) => join(path, name));
  throw new CommandFailure(
    `The folder ${path} has no document: no file that ends in .yaml, .yml or .json. Folders within it are not looked into; name them, too.`,
    1,
  );
}

/** A pipe can be read once, so its content is kept. A file is read again to locate its problems. */
function readerOf(path: string): () => Promise<Uint8Array> {
  let ofPipe: Uint8Array | undefined;
  return async () => {
    if (ofPipe) return ofPipe;
    const content = await startOf(createReadStream(path, { end: LIMIT }), path);
    const isFile = (await stat(path).catch(() => undefined))?.isFile() ?? false;
    if (!isFile) ofPipe = content;
    return content;
  };
}

const LIMIT = limits.documentBytes.value;

/** A document of this size holds more memory than the process does without it. */
const LARGE_BYTES = 8 * 1024 * 1024;

/** Returns the bytes of a stream, up to one more than a document may have. */
async function startOf(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      length += chunk.byteLength;
      if (length > LIMIT) break;
    }
  } catch (error) {
    throw new CommandFailure(`Could not read ${name}: ${reasonOf(error)}.`, 1);
  }
  if (length > LARGE_BYTES) collectMemoryEarly();
  return Buffer.concat(chunks);
}
