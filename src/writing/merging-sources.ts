import type { SourceRecord } from '../model/records.js';
import type { SourceEntry } from './entries.js';
import { unite } from './property-values.js';

/**
 * Merges all entries of a source, in any order, into its record. Addresses and informers are united.
 * Of several other values, the one that most entries have is taken, or of those the first by code
 * unit.
 */
export function mergeSource(entries: readonly SourceEntry[]): SourceRecord {
  const most = (valueOf: (entry: SourceEntry) => string | undefined): string | null =>
    mostFrequent(entries.flatMap((entry) => valueOf(entry) ?? []));
  const text = most((entry) => entry.text && `${entry.text.length} ${entry.text.sha256}`);
  const [length, sha256 = ''] = text?.split(' ') ?? [];
  return {
    slug: entries[0]?.slug ?? '',
    title: most((entry) => entry.title),
    urls: unite(entries.flatMap(({ urls = [] }) => urls)),
    language: most((entry) => entry.language),
    publishedAt: most((entry) =>
      entry.publishedAt === undefined ? undefined : String(entry.publishedAt),
    ),
    kind: most((entry) => entry.kind),
    publisherSlug: most((entry) => entry.publisher) ?? '',
    informerSlugs: unite(entries.flatMap(({ informers = [] }) => informers)),
    text: length === undefined ? null : { length: Number(length), sha256 },
  };
}

/** Returns the value that occurs most often, and of several the first by code unit. */
function mostFrequent(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}
