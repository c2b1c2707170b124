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
  let lineEnd = endOfLine(text, 0);
  for (const offset of ascending) {
    for (; lineEnd < offset; lineEnd = endOfLine(text, lineStart)) {
      lineStart = lineEnd + 1;
      line += 1;
    }
    found.set(offset, { line, column: offset - lineStart + 1 });
  }
  return offsets.map((offset) => found.get(offset) ?? START);
}

/** A line may be the whole of a large file, so its end is searched for only once. */
function endOfLine(text: string, lineStart: number): number {
  const end = text.indexOf('\n', lineStart);
  return end < 0 ? Infinity : end;
}
