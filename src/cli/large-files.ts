import { createReadStream } from 'node:fs';

/** A document of a file that holds several: where it is, and the number of lines before it. */
export interface FilePart {
  /** In bytes. */
  readonly start: number;
  readonly end: number;
  readonly linesBefore: number;
}

/** As much of a line as is needed to know what it is. */
const HEAD_BYTES = 200;
const LINE_FEED = 0x0a;
const CLOSING_BRACE = 0x7d;

/**
 * Finds the documents of a file without reading it into memory: YAML with a line `---` between two,
 * or JSON lines. Parts with nothing but comments are left out.
 */
export async function partsOfFile(path: string): Promise<readonly FilePart[]> {
  const search = new PartSearch();
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) search.add(chunk);
  return search.parts();
}

class PartSearch {
  private readonly found: FilePart[] = [];
  /** True if each line is a document; undefined until the first line ends. */
  private isJsonLines: boolean | undefined;
  private offset = 0;
  private lineStart = 0;
  private linesBefore = 0;
  /** The first bytes of the line, and its last one. */
  private head = '';
  private last = 0;
  private part = { start: 0, linesBefore: 0, hasContent: false };

  add(chunk: Buffer): void {
    for (let from = 0; from < chunk.length;) {
      const feed = chunk.indexOf(LINE_FEED, from);
      const end = feed < 0 ? chunk.length : feed;
      const missing = HEAD_BYTES - this.head.length;
      this.head += chunk.toString('latin1', from, Math.min(end, from + missing));
      if (end > from) this.last = chunk[end - 1] ?? 0;
      if (feed >= 0) this.endLine(this.offset + feed);
      from = end + 1;
    }
    this.offset += chunk.length;
  }

  parts(): readonly FilePart[] {
    if (this.head !== '') this.endLine(this.offset);
    this.endPart(this.offset);
    return this.found;
  }

  private endLine(end: number): void {
    this.isJsonLines ??= this.head.startsWith('{') && this.last === CLOSING_BRACE;
    const separator = /^---(?=\s|$)/.test(this.head) ? 3 : 0;
    if (!this.isJsonLines && separator > 0) {
      this.endPart(this.lineStart);
      this.part = this.partAt(this.lineStart + separator, this.linesBefore);
    }
    this.part.hasContent ||= /^\s*[^\s#]/.test(this.head.slice(separator));
    this.linesBefore += 1;
    if (this.isJsonLines) {
      this.endPart(end);
      this.part = this.partAt(end + 1, this.linesBefore);
    }
    this.lineStart = end + 1;
    this.head = '';
  }

  private endPart(end: number): void {
    const { start, linesBefore, hasContent } = this.part;
    if (hasContent) this.found.push({ start, end, linesBefore });
    this.part.hasContent = false;
  }

  private partAt(start: number, linesBefore: number): PartSearch['part'] {
    return { start, linesBefore, hasContent: false };
  }
}
