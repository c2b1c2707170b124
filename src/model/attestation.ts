import { NO_LATEST_DAY, isPartialDate, parsePartialDate } from '../values/partial-date.js';
import { isOnWhole } from './evidence.js';
import type { EvidenceRecord, SourceRecord } from './records.js';

export type Sources = ReadonlyMap<string, SourceRecord>;

/** The properties of sources from which publishers and origins are counted, by slug. */
export type CountedSources = ReadonlyMap<
  string,
  Pick<SourceRecord, 'publisherSlug' | 'informerSlugs'>
>;

/** The sources that confirm a record, and how independent they are. */
export interface Attestation {
  /** The slugs of the sources, sorted. */
  readonly sources: readonly string[];
  readonly publisherCount: number;
  readonly originCount: number;
}

/**
 * Counts the publishers and origins of sources. An origin is an informer: newspapers that print one
 * press release are several publishers and one origin. Sources without a known informer count as
 * one origin together, and only if no informer is known at all.
 */
export function attestationBy(slugs: Iterable<string>, sources: CountedSources): Attestation {
  const sorted = [...new Set(slugs)].sort();
  const known = sorted.flatMap((slug) => sources.get(slug) ?? []);
  const informers = new Set(known.flatMap(({ informerSlugs }) => informerSlugs));
  return {
    sources: sorted,
    publisherCount: new Set(known.map(({ publisherSlug }) => publisherSlug)).size,
    originCount: informers.size > 0 ? informers.size : Math.min(1, sorted.length),
  };
}

/**
 * The slug of the source for the editors' own choices, which no publication states. It never
 * counts.
 */
export const EDITORIAL_SOURCE = 'kenes-editorial';

/** Returns whether evidence counts: a publication must state the claim explicitly, not imply it. */
function counts({
  inferred,
  sourceSlug,
}: Pick<EvidenceRecord, 'inferred' | 'sourceSlug'>): boolean {
  return !inferred && sourceSlug !== EDITORIAL_SOURCE;
}

/** Returns the attestation by all evidence that counts, regardless of its target. */
export function attestationOf(
  evidence: readonly Pick<EvidenceRecord, 'sourceSlug' | 'inferred'>[],
  sources: CountedSources,
): Attestation {
  return attestationBy(
    evidence.filter(counts).map(({ sourceSlug }) => sourceSlug),
    sources,
  );
}

/** Returns the attestation of a relation by the evidence that counts and confirms it as a whole. */
export function attestationOfRelation(
  evidence: readonly EvidenceRecord[],
  sources: Sources,
): Attestation {
  const confirming = evidence.filter((piece) => isOnWhole(piece) && piece.stance === 'CONFIRMS');
  return attestationOf(confirming, sources);
}

/**
 * Returns the latest day on which a source may have been published, or NO_LATEST_DAY if it is
 * undated.
 */
export function publicationDay({ publishedAt }: Pick<SourceRecord, 'publishedAt'>): number {
  if (publishedAt === null || !isPartialDate(publishedAt)) return NO_LATEST_DAY;
  return parsePartialDate(publishedAt).end.latest;
}

/** Returns whether a source was certainly published by a day; an undated one never was. */
export function isPublishedBy(day: number, source: Pick<SourceRecord, 'publishedAt'>): boolean {
  return source.publishedAt !== null && publicationDay(source) <= day;
}
