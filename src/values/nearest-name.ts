import { distance } from 'fastest-levenshtein';

/** The candidate that is spelled most like a name; null where none comes near. */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.floor(name.length / 3));
  let nearest: string | null = null;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const edits = editsBetween(wanted, candidate.toLowerCase());
    if (edits < least) [nearest, least] = [candidate, edits];
  }
  return nearest;
}

/** `Did you mean “…”?`, or nothing where no candidate comes near. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const nearest = nearestName(name, candidates);
  return nearest === null ? '' : ` Did you mean “${nearest}”?`;
}

/** Levenshtein’s distance, except that two exchanged neighbours are one edit: `nmp` for `npm`. */
function editsBetween(one: string, other: string): number {
  const edits = distance(one, other);
  return edits === 2 && isExchanged(one, other) ? 1 : edits;
}

function isExchanged(one: string, other: string): boolean {
  let first = 0;
  while (one[first] === other[first]) first += 1;
  const [a = '', b = ''] = one.slice(first);
  return `${one.slice(0, first)}${b}${a}${one.slice(first + 2)}` === other;
}
