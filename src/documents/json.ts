import { limits } from '../limits.js';

/**
 * Parses JSON, many times faster than the parser of YAML. Returns null if that parser is needed:
 * the text is YAML's flow style, or it has a mistake whose location must be found.
 */
export function parseJson(text: string): { readonly value: unknown } | null {
  if (!/^\s*\{/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isPlain(text) ? { value } : null;
  } catch {
    return null;
  }
}

/**
 * Returns whether JSON.parse reads valid JSON as Kenes does: no object has a key twice, of which
 * JSON.parse would use the last, and nothing nests too deeply.
 */
function isPlain(json: string): boolean {
  const open: (Set<string> | null)[] = [];
  for (const [token, colon] of json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gs)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const keys = open.at(-1);
      const key = token.slice(0, -colon.length);
      const name = key.includes('\\') ? String(JSON.parse(key)) : key.slice(1, -1);
      if (keys?.has(name)) return false;
      keys?.add(name);
    }
    if (open.length > limits.documentNesting.value) return false;
  }
  return true;
}
