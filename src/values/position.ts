import { createHash } from 'node:crypto';

/**
 * The position of a passage in a source: a W3C TextPositionSelector in Unicode code points, its end
 * exclusive, with the SHA-256 of the passage's UTF-8 bytes in lower-case hexadecimal.
 * https://www.w3.org/TR/annotation-model/#text-position-selector
 */
export interface Position {
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
}

/** Returns the passage between two code points; null if it reaches past the end of the text. */
export function passageAt(text: string, start: number, end: number): string | null {
  let index = 0;
  let point = 0;
  let from = -1;
  while (point < end) {
    if (point === start) from = index;
    const code = text.codePointAt(index);
    if (code === undefined) return null;
    index += code > 0xffff ? 2 : 1;
    point++;
  }
  return from < 0 ? null : text.slice(from, index);
}

/** Returns the SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
