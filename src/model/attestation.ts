import { NO_LATEST_DAY, isPartialDate, parsePartialDate } from '../values/partial-date.js';
import { isOnWhole } from './evidence.js';
import type { EvidenceRecord, SourceRecord } from './records.js';

export type Sources = ReadonlyMap<string, SourceRecord>;

/** What counts the publishers and origins of sources. */
export type CountedSources = ReadonlyMap<
  string,
  Pick<SourceRecord, 'publisherSlug' | 'informerSlugs'>
>;

/** How independently something is attested. */
export interface Attestation {
  /** The slugs of the sources, sorted. */
  readonly sources: readonly string[];
  readonly publisherCount: number;
  readonly originCount: number;
}

/**
 * Counts the publishers and origins of sources. An origin is an informer: papers that print one
 * press release are several publishers and one origin. Sources without a known informer count as
 * one origin together, and only where no informer is known.
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

/** The source of the editors' own choices, which no publication states. It never counts. */
export const EDITORIAL_SOURCE = 'kenes-editorial';

/** Whether evidence counts: a publication says so outright, rather than implying it. */
function counts({
  inferred,
  sourceSlug,
}: Pick<EvidenceRecord, 'inferred' | 'sourceSlug'>): boolean {
  return !inferred && sourceSlug !== EDITORIAL_SOURCE;
}

/** The attestation by all evidence that counts, whatever it is for. */
export function attestationOf(
  evidence: readonly Pick<EvidenceRecord, 'sourceSlug' | 'inferred'>[],
  sources: CountedSources,
): Attestation {
  return attestationBy(
    evidence.filter(counts).map(({ sourceSlug }) => sourceSlug),
    sources,
  );
}

/** The attestation of a relation: by the evidence that confirms it as a whole and counts. */
export function attestationOfRelation(
  evidence: readonly EvidenceRecord[],
  sources: Sources,
): Attestation {
  const confirming = evidence.filter((piece) => isOnWhole(piece) && piece.stance === 'CONFIRMS');
  return attestationOf(confirming, sources);
}

/** The latest day on which a source may have been published; NO_LATEST_DAY if it is undated. */
export function publicationDay({ publishedAt }: SourceRecord): number {
  if (publishedAt === null || !isPartialDate(publishedAt)) return NO_LATEST_DAY;
  return parsePartialDate(publishedAt).end.latest;
}
