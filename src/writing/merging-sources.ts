import type { SourceRecord } from '../model/records.js';
import type { SourceEntry } from './entries.js';
import { unite } from './property-values.js';

/**
 * Merges an entry into the record of its source. Values of the entry replace those of the record;
 * addresses and informers are united. `before` is undefined for a new source.
 */
export function mergeSource(entry: SourceEntry, before: SourceRecord | undefined): SourceRecord {
  return {
    slug: entry.slug,
    title: entry.title ?? before?.title ?? null,
    urls: unite(before?.urls ?? [], entry.urls ?? []),
    language: entry.language ?? before?.language ?? null,
    publishedAt:
      entry.publishedAt === undefined ? (before?.publishedAt ?? null) : String(entry.publishedAt),
    kind: entry.kind ?? before?.kind ?? null,
    publisherSlug: entry.publisher,
    informerSlugs: unite(before?.informerSlugs ?? [], entry.informers ?? []),
    text: entry.text ?? before?.text ?? null,
  };
}
