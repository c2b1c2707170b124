import { limits } from '../limits.js';

/**
 * Matches characters that change how a terminal or an editor shows the text around them: control
 * characters, line separators, and marks of writing direction.
 */
const DECEPTIVE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

/**
 * Shows the deceptive characters of a message by their numbers, such as `\\u{202E}`, except for its
 * tabs and line feeds.
 */
export function visible(message: string): string {
  return message.replace(DECEPTIVE, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  );
}

/** Shows all deceptive characters of a text by their numbers, so that it stays in its line. */
export function inOneLine(text: string): string {
  return text.replace(DECEPTIVE, escaped);
}

/** Shortens a long value of a client for a message, and shows its deceptive characters. */
export function shortened(input: string): string {
  const maximum = limits.shownInput.value;
  if (input.length <= maximum) return inOneLine(input);
  // Removes the half of a surrogate pair that the cut may leave at the end.
  const start = input.slice(0, maximum).replace(/[\uD800-\uDBFF]$/, '');
  return `${inOneLine(start)}…`;
}

/** Puts a value of a client in quotation marks, shortened if it is long. */
export function quoted(input: string): string {
  return `“${shortened(input)}”`;
}
