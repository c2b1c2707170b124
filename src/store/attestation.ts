import type { SourceRecord } from './records.js';

export type Sources = ReadonlyMap<string, SourceRecord>;

/** How independently something is attested. */
export interface Attestation {
  /** The slugs of the sources, in their order. */
  readonly sources: readonly string[];
  readonly publisherCount: number;
  readonly originCount: number;
}

/**
 * How many publishers and origins sources come from. An origin is an informer: papers that print
 * one press release are several publishers and one origin. Sources whose informer is unknown add
 * one origin only where no other is known.
 */
export function attestationBy(slugs: Iterable<string>, sources: Sources): Attestation {
  const sorted = [...new Set(slugs)].sort();
  const known = sorted.flatMap((slug) => sources.get(slug) ?? []);
  const informers = new Set(known.flatMap(({ informerSlugs }) => informerSlugs));
  return {
    sources: sorted,
    publisherCount: new Set(known.map(({ publisherSlug }) => publisherSlug)).size,
    originCount: informers.size > 0 ? informers.size : Math.min(1, sorted.length),
  };
}
