import { NO_LATEST_DAY, isPartialDate, parsePartialDate } from '../values/partial-date.js';
import type { EvidenceRecord, SourceRecord } from '../store/records.js';

/** The source of what no publication says: the editors' own choices. It never counts. */
export const EDITORIAL_SOURCE = 'kenes-editorial';

export type Sources = ReadonlyMap<string, SourceRecord>;

/** How independently something is attested. */
export interface Attestation {
  /** The slugs of the sources, in their order. */
  readonly sources: readonly string[];
  readonly publisherCount: number;
  readonly originCount: number;
}

/**
 * What sources say so outright, and how many publishers and origins they come from. An origin is
 * an informer: papers that print one press release are several publishers and one origin. Sources
 * whose informer is unknown add one origin only where no other is known. The editors count as
 * neither.
 */
export function attestationOf(evidence: readonly EvidenceRecord[], sources: Sources): Attestation {
  const publishers = new Set<string>();
  const informers = new Set<string>();
  const slugs = new Set<string>();
  for (const { inferred, sourceSlug } of evidence) {
    if (inferred || sourceSlug === EDITORIAL_SOURCE) continue;
    slugs.add(sourceSlug);
    const source = sources.get(sourceSlug);
    if (!source) continue;
    publishers.add(source.publisherSlug);
    for (const informer of source.informerSlugs) informers.add(informer);
  }
  return {
    sources: [...slugs].sort(),
    publisherCount: publishers.size,
    originCount: informers.size > 0 ? informers.size : Math.min(1, slugs.size),
  };
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
