import type { SourceRecord } from '../model/records.js';
import type { SourceEntry } from './entries.js';
import { unite } from './property-values.js';

/**
 * The record of a source once an entry on it is merged: what the entry gives replaces what was
 * there; addresses and informers unite. `before` is undefined for a new source.
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
