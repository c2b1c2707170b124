import { limits } from '../limits.js';
import type { DocumentFile, DocumentReader } from './document-file.js';
import { foreignText } from './foreign-content.js';

/** A document of a stream: its offsets in the text, and the number of lines before it. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly linesBefore: number;
}

/**
 * Returns the documents of a file, which may hold several: YAML with a line `---` between two
 * (https://yaml.org/spec/1.2.2/#document-markers), or JSON lines (https://jsonlines.org).
 */
export async function documentsIn(
  file: DocumentFile,
  reader: DocumentReader,
): Promise<readonly DocumentFile[]> {
  const content = await file.read();
  // A larger file was not read to its end, which the reader reports.
  if (Buffer.byteLength(content) > limits.documentBytes.value) return [file];
  const whole = textOf(content);
  // A file that is no document is reported once, as a whole.
  if (whole === null || foreignText(whole) !== null) return [file];
  const parts = partsOf(whole);
  if (parts.length < 2) return [readBefore(file, content)];
  // Each part is read once from this text. It is read again, from the file, to locate problems.
  let text: string | null = whole;
  let unread = parts.length;
  return parts.map(({ start, end, linesBefore }) => ({
    name: file.name,
    read: async () => {
      const part = (text ?? textOf(await file.read()) ?? '').slice(start, end);
      if (--unread === 0) text = null;
      return part;
    },
    reader: belowLines(reader, linesBefore),
  }));
}

/** Returns the file, whose content is read again only after its first reading. */
function readBefore(file: DocumentFile, content: string | Uint8Array): DocumentFile {
  let held: string | Uint8Array | null = content;
  return {
    ...file,
    read: () => {
      const first = held;
      held = null;
      return first === null ? file.read() : Promise.resolve(first);
    },
  };
}

function partsOf(text: string): readonly Part[] {
  return /^\s*\{/.test(text) ? jsonLines(text) : split(text, /^---(?=\s)[^\S\n]*\n?/gm);
}

/** Returns null for content that is not UTF-8, which the reader reports. */
function textOf(content: string | Uint8Array): string | null {
  if (typeof content === 'string') return content;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return null;
  }
}

/** Returns no parts if the first line is not a document by itself. */
function jsonLines(text: string): readonly Part[] {
  const end = text.indexOf('\n');
  return end < 0 || !isJson(text.slice(0, end)) ? [] : split(text, /\n/g);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Leaves out parts with nothing but comments, such as what is before the first separator. */
function split(text: string, separator: RegExp): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  let linesBefore = 0;
  const add = (end: number, next: number): void => {
    if (hasContent(text, start, end)) parts.push({ start, end, linesBefore });
    if (next < text.length) linesBefore += linesIn(text, start, next);
    start = next;
  };
  for (const match of text.matchAll(separator)) add(match.index, match.index + match[0].length);
  add(text.length, text.length);
  return parts;
}

/** Returns whether a line in the range has anything before a comment. */
function hasContent(text: string, start: number, end: number): boolean {
  return /^[^\S\n]*[^\s#]/m.test(text.slice(start, end));
}

function linesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1))
    count++;
  return count;
}

/** Reads a part of a file: what it reports is below the lines before that part. */
export function belowLines(reader: DocumentReader, linesBefore: number): DocumentReader {
  const below = <T extends { readonly line: number }>(location: T): T => ({
    ...location,
    line: location.line + linesBefore,
  });
  return {
    read(content, schema) {
      const { mistakes, locations, ...read } = reader.read(content, schema);
      return {
        ...read,
        mistakes: mistakes.map(below),
        locations: {
          sources: locations.sources.map(below),
          entities: locations.entities.map(below),
          relations: locations.relations.map(below),
        },
      };
    },
    locate: (content, findings) => reader.locate(content, findings).map(below),
  };
}
