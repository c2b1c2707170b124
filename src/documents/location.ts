/** A place in a text. Both numbers count from 1; columns are UTF-16 code units, as in editors. */
export interface Location {
  readonly line: number;
  readonly column: number;
}

export const START: Location = { line: 1, column: 1 };

/** Returns the locations of offsets in a text, in the order of the offsets. */
export function locationsOf(text: string, offsets: readonly number[]): Location[] {
  const ascending = [...new Set(offsets)].sort((a, b) => a - b);
  const found = new Map<number, Location>();
  let line = 1;
  let lineStart = 0;
  for (const offset of ascending) {
    for (;;) {
      const end = text.indexOf('\n', lineStart);
      if (end < 0 || end >= offset) break;
      lineStart = end + 1;
      line += 1;
    }
    found.set(offset, { line, column: offset - lineStart + 1 });
  }
  return offsets.map((offset) => found.get(offset) ?? START);
}
