import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { DocumentFile } from '../documents/document-file.js';
import { limits } from '../limits.js';
import type { Terminal } from './command.js';
import { CommandFailure, systemCode } from './failure.js';

/** The name with which a command line names the standard input. */
const STANDARD_INPUT = '-';

/** Returns the files as documents, which are read on demand; `-` is the standard input. */
export function documentFiles(terminal: Terminal, paths: readonly string[]): DocumentFile[] {
  return paths.map((path) => {
    if (path !== STANDARD_INPUT) return { name: path, read: readerOf(path) };
    let content: Promise<Uint8Array> | undefined;
    return {
      name: 'standard input',
      read: () => (content ??= startOf(terminal.input, 'the standard input')),
    };
  });
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
    throw new CommandFailure(`Could not read ${name} (${systemCode(error)}).`, 1);
  }
  return Buffer.concat(chunks);
}
