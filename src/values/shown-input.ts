import { limits } from '../limits.js';

/** Shortens a long value of a client for a message. */
export function shortened(input: string): string {
  const maximum = limits.shownInput.value;
  // Removes the half of a surrogate pair that the cut may leave at the end.
  return input.length <= maximum
    ? input
    : `${input.slice(0, maximum).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Puts a value of a client in quotation marks, shortened if it is long. */
export function quoted(input: string): string {
  return `“${shortened(input)}”`;
}
