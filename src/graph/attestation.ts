import { NO_LATEST_DAY, isPartialDate, parsePartialDate } from '../values/partial-date.js';
import { attestationBy, type Attestation, type Sources } from '../store/attestation.js';
import type { EvidenceRecord, SourceRecord } from '../store/records.js';

/** The source of what no publication says: the editors' own choices. It never counts. */
export const EDITORIAL_SOURCE = 'kenes-editorial';

/** What sources say so outright, and how independent they are. The editors count as no source. */
export function attestationOf(evidence: readonly EvidenceRecord[], sources: Sources): Attestation {
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
