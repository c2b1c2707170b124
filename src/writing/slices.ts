import type { Entries, EntityEntry, EntrySet, SourceEntry } from './entries.js';

/**
 * The number of entries of one kind that are written at once, which limits the memory of an import.
 */
const SLICE_ENTRIES = 2_000;

/** Entries that are written at once. */
export interface Slice {
  readonly entries: Entries;
  /** The number of entries that it takes from the set. */
  readonly entryCount: number;
}

/**
 * Divides a set of entries into slices that can be written one after the other, whatever the order
 * of the set: sources first, since evidence cites them, then entities, then the relations between
 * them. The organizations that sources name are declared together with these.
 */
export async function* slicesOf(set: EntrySet): AsyncGenerator<Slice> {
  let sources: readonly SourceEntry[] = [];
  for await (const next of inSlices(set.sources())) {
    if (sources.length > 0) yield sliceOf(sources, []);
    sources = next;
  }
  for await (const entities of inSlices(set.entities())) {
    yield sliceOf(sources, entities);
    sources = [];
  }
  if (sources.length > 0) yield sliceOf(sources, []);
  for await (const relations of inSlices(set.relations())) {
    yield { entries: { relations }, entryCount: relations.length };
  }
}

function sliceOf(sources: readonly SourceEntry[], entities: readonly EntityEntry[]): Slice {
  const named = new Set(
    sources.flatMap(({ publisher, informers = [] }) => [publisher, ...informers]),
  );
  const organizations = [...named].map((slug) => ({ slug, type: 'Organization' as const }));
  return {
    entries: { sources, entities: [...organizations, ...entities] },
    entryCount: sources.length + entities.length,
  };
}

/** Joins and divides batches so that all but the last one have as many entries as a slice. */
async function* inSlices<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<readonly T[]> {
  let slice: T[] = [];
  for await (const batch of batches) {
    for (const entry of batch) {
      slice.push(entry);
      if (slice.length < SLICE_ENTRIES) continue;
      yield slice;
      slice = [];
    }
  }
  if (slice.length > 0) yield slice;
}
