import { distance } from 'fastest-levenshtein';

/** Returns the candidate that is spelled most like a name, or null if none is similar. */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  return nearestNames(name, candidates)[0] ?? null;
}

/** Returns the candidates that are spelled like a name, the nearest first; else in their order. */
export function nearestNames(name: string, candidates: Iterable<string>): string[] {
  const lowerCaseName = name.toLowerCase();
  const limit = Math.max(1, Math.floor(name.length / 3));
  const similar: { readonly candidate: string; readonly edits: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const edits = editsBetween(lowerCaseName, candidate.toLowerCase());
    if (edits <= limit) similar.push({ candidate, edits });
  }
  return similar.sort((one, other) => one.edits - other.edits).map(({ candidate }) => candidate);
}
/** Returns ` Did you mean “…”?`, or an empty text if no candidate is similar. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const nearest = nearestName(name, candidates);
  return nearest === null ? '' : ` Did you mean “${nearest}”?`;
}

/**
 * Returns the Levenshtein distance, but counts two swapped neighbours as one edit: `nmp` for `npm`.
 */
function editsBetween(one: string, other: string): number {
  const edits = distance(one, other);
  return edits === 2 && hasSwappedNeighbours(one, other) ? 1 : edits;
}

function hasSwappedNeighbours(one: string, other: string): boolean {
  let first = 0;
  while (one[first] === other[first]) first += 1;
  const [a = '', b = ''] = one.slice(first);
  return `${one.slice(0, first)}${b}${a}${one.slice(first + 2)}` === other;
}
