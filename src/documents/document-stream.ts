import type { DocumentFile, DocumentReader } from './document-file.js';

/** A document of a stream, and the number of lines before it. */
interface Part {
  readonly text: string;
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
  const parts = partsOf(await file.read());
  if (parts.length < 2) return [file];
  return parts.map(({ linesBefore }, index) => ({
    name: file.name,
    read: async () => partsOf(await file.read())[index]?.text ?? '',
    reader: belowLines(reader, linesBefore),
  }));
}

function partsOf(content: string | Uint8Array): readonly Part[] {
  const text = textOf(content);
  if (text === null) return [];
  if (/^\s*\{/.test(text)) return jsonLines(text);
  return split(text, /^---(?=\s)[^\S\n]*\n?/gm);
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

/** Returns one part if the first line is not a document by itself. */
function jsonLines(text: string): readonly Part[] {
  const end = text.indexOf('\n');
  if (end < 0 || text.slice(end).trim() === '' || !isJson(text.slice(0, end)))
    return [{ text, linesBefore: 0 }];
  return split(text, /\n/g);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Leaves out parts without a letter, such as what is before the first separator. */
function split(text: string, separator: RegExp): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  let linesBefore = 0;
  const add = (end: number, next: number): void => {
    const part = text.slice(start, end);
    if (withoutComments(part).trim() !== '') parts.push({ text: part, linesBefore });
    linesBefore += text.slice(start, next).split('\n').length - 1;
    start = next;
  };
  for (const match of text.matchAll(separator)) add(match.index, match.index + match[0].length);
  add(text.length, text.length);
  return parts;
}

function withoutComments(text: string): string {
  return text.replace(/^\s*#.*$/gm, '');
}

/** Reads a part of a file: what it reports is below the lines before that part. */
function belowLines(reader: DocumentReader, linesBefore: number): DocumentReader {
  const below = <T extends { readonly line: number }>(location: T): T => ({
    ...location,
    line: location.line + linesBefore,
  });
  return {
    read(content, schema) {
      const { mistakes, lines, ...read } = reader.read(content, schema);
      const belowAll = (list: readonly number[]): number[] =>
        list.map((line) => line + linesBefore);
      return {
        ...read,
        mistakes: mistakes.map(below),
        lines: {
          sources: belowAll(lines.sources),
          entities: belowAll(lines.entities),
          relations: belowAll(lines.relations),
        },
      };
    },
    locate: (content, findings) => reader.locate(content, findings).map(below),
  };
}
