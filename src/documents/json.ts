import { limits } from '../limits.js';
import type { EntryOffsets } from './yaml.js';

/**
 * Parses JSON, many times faster than the parser of YAML. Returns null if that parser is needed:
 * the text is YAML's flow style, or it has a mistake whose location must be found.
 */
export function parseJson(
  text: string,
): { readonly value: unknown; readonly entries: EntryOffsets } | null {
  if (!/^\s*\{/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    const entries = entriesOfPlain(text);
    return entries && { value, entries };
  } catch {
    return null;
  }
}

/** The depth of an entry: an object and a list are around it. */
const ENTRY_DEPTH = 2;

/**
 * Returns the offsets of the entries of each list at the top of valid JSON, by its key. Returns null
 * if JSON.parse reads it otherwise than Kenes does: an object has a key twice, of which JSON.parse
 * would use the last, or something nests too deeply.
 */
function entriesOfPlain(json: string): EntryOffsets | null {
  const entries = new Map<string, number[]>();
  let offsets: number[] = [];
  const open: (Set<string> | null)[] = [];
  for (const { 0: token, 1: colon, index } of json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gs)) {
    if (token === '{') {
      if (open.length === ENTRY_DEPTH) offsets.push(index);
      open.push(new Set());
    } else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const keys = open.at(-1);
      const key = token.slice(0, -colon.length);
      const name = key.includes('\\') ? String(JSON.parse(key)) : key.slice(1, -1);
      if (keys?.has(name)) return null;
      keys?.add(name);
      if (open.length < ENTRY_DEPTH) entries.set(name, (offsets = []));
    }
    if (open.length > limits.documentNesting.value) return null;
  }
  return entries;
}
