import type { Entries } from './entries.js';

/**
 * The number of entries of one kind that are written at once, which limits the memory of an import.
 */
export const SLICE_ENTRIES = 2_000;

/**
 * Divides entries into slices that can be written one after the other: the sources come first,
 * since evidence cites them, with the organizations that they name; the relations come last, since
 * they join entities.
 */
export function* slicesOf({
  sources = [],
  entities = [],
  relations = [],
}: Entries): Generator<Entries> {
  const named = new Set(
    sources.flatMap(({ publisher, informers = [] }) => [publisher, ...informers]),
  );
  const organizations = entities.filter(({ slug }) => named.has(slug));
  const ordered = [...organizations, ...entities.filter(({ slug }) => !named.has(slug))];
  const first = Math.max(SLICE_ENTRIES, organizations.length);
  yield { sources, entities: ordered.slice(0, first) };
  for (let start = first; start < ordered.length; start += SLICE_ENTRIES) {
    yield { entities: ordered.slice(start, start + SLICE_ENTRIES) };
  }
  for (let start = 0; start < relations.length; start += SLICE_ENTRIES) {
    yield { relations: relations.slice(start, start + SLICE_ENTRIES) };
  }
}
