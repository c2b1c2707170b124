/**
 * Returns SQL that splits a text at the separators, and yields the parts as `value`. The text may not
 * contain a character that JSON escapes.
 */
export function splitText(text: string, separator: string): string {
  return `json_each('["' || replace(${text}, '${separator}', '","') || '"]')`;
}
