import { limits } from '../limits.js';

/** A client's value as a message repeats it: shortened where it is long. */
export function shortened(input: string): string {
  const most = limits.shownInput.value;
  // No half of a surrogate pair is left at the end.
  return input.length <= most ? input : `${input.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A client's value between quotation marks. */
export function quoted(input: string): string {
  return `“${shortened(input)}”`;
}
