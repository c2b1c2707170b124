import { pageOf, type Keyset, type Page, type PageRequest, type Row } from '../store/page.js';

/** A list that is in the ascending order of the keysets of its items. */
export interface SortedList<T> {
  readonly length: number;
  readonly keysetOf: (index: number) => Keyset;
  readonly itemOf: (index: number) => T;
}

/** Returns a page of a list, with the number of all its items. */
export function pageOfList<T>(list: SortedList<T>, page: PageRequest): Page<T> {
  const { after, before, limit, backward } = page;
  const start = after ? firstIndex(list, (keyset) => compare(keyset, after) > 0) : 0;
  const end = before ? firstIndex(list, (keyset) => compare(keyset, before) >= 0) : list.length;
  const from = backward ? Math.max(start, end - limit - 1) : start;
  const to = backward ? end : Math.min(end, start + limit + 1);
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, index): Row<T> => ({
    item: list.itemOf(from + index),
    keyset: list.keysetOf(from + index),
  }));
  return pageOf(rows, page, list.length);
}

/** Returns the first index whose keyset is far enough, as all later ones are; else the length. */
function firstIndex(
  { length, keysetOf }: SortedList<unknown>,
  isFarEnough: (keyset: Keyset) => boolean,
): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isFarEnough(keysetOf(middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Compares two keysets of one list. */
function compare(one: Keyset, other: Keyset): number {
  const index = one.findIndex((value, place) => value !== other[place]);
  if (index < 0) return 0;
  return (one[index] ?? 0) < (other[index] ?? 0) ? -1 : 1;
}
