import { passageAt, sha256 } from '../values/position.js';
import type { EvidenceRecord } from '../model/records.js';
import type { GraphRecords } from '../store/store.js';

/**
 * The result of a check of a passage.
 * - VERIFIED: the passage of the copy has the digest.
 * - CHANGED: the passage has another digest, or the copy is too short.
 * - UNREADABLE: the copy of the source could not be read, or is no UTF-8 text.
 * - NO_COPY: no copy of the source was given.
 * - NO_POSITION: only an excerpt of the source was seen, so there is nothing to compare.
 */
export type Verdict = 'VERIFIED' | 'CHANGED' | 'UNREADABLE' | 'NO_COPY' | 'NO_POSITION';

/** A piece of evidence and the result of its check. */
export interface Verification {
  readonly evidence: EvidenceRecord;
  readonly verdict: Verdict;
}

/**
 * Checks each passage that evidence names against copies of the sources, by their slugs. A copy is
 * null if it could not be read. Yields one verification for each piece of evidence.
 */
export async function* verifyEvidence(
  records: GraphRecords,
  copies: ReadonlyMap<string, string | null>,
): AsyncGenerator<Verification> {
  for await (const batch of records.evidence()) {
    for (const evidence of batch) {
      yield { evidence, verdict: verdictOf(evidence, copies.get(evidence.sourceSlug)) };
    }
  }
}

/** `copy` is undefined if none was given, and null if it could not be read. */
function verdictOf({ position }: EvidenceRecord, copy: string | null | undefined): Verdict {
  if (!position) return 'NO_POSITION';
  if (copy === undefined) return 'NO_COPY';
  if (copy === null) return 'UNREADABLE';
  const passage = passageAt(copy, position.start, position.end);
  return passage !== null && sha256(passage) === position.sha256 ? 'VERIFIED' : 'CHANGED';
}
