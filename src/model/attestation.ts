import { NO_LATEST_DAY, isPartialDate, parsePartialDate } from '../values/partial-date.js';
import type { EvidenceRecord, SourceRecord } from './records.js';

export type Sources = ReadonlyMap<string, SourceRecord>;

/** What counts the publishers and origins of sources. */
export type CountedSources = ReadonlyMap<
  string,
  Pick<SourceRecord, 'publisherSlug' | 'informerSlugs'>
>;

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

/** The source of what no publication says: the editors' own choices. It never counts. */
export const EDITORIAL_SOURCE = 'kenes-editorial';

/** What sources say so outright, and how independent they are. The editors count as no source. */
export function attestationOf(
  evidence: readonly Pick<EvidenceRecord, 'sourceSlug' | 'inferred'>[],
  sources: CountedSources,
): Attestation {
  const outright = evidence.filter(
    ({ inferred, sourceSlug }) => !inferred && sourceSlug !== EDITORIAL_SOURCE,
  );
  return attestationBy(
    outright.map(({ sourceSlug }) => sourceSlug),
    sources,
  );
}

/** What a relation keeps of the evidence for it: on the whole, confirming, and not inferred. */
export function attestationOfRelation(
  evidence: readonly EvidenceRecord[],
  sources: Sources,
): Attestation {
  const confirming = evidence.filter(
    ({ property, stance }) => property === null && stance === 'CONFIRMS',
  );
  return attestationOf(confirming, sources);
}

/** The day by which a source was certainly published; that of an undated one comes last. */
export function publicationDay({ publishedAt }: SourceRecord): number {
  if (publishedAt === null || !isPartialDate(publishedAt)) return NO_LATEST_DAY;
  return parsePartialDate(publishedAt).end.latest;
}
