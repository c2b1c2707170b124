import { attestationOfRelation } from '../../model/attestation.js';
import type { WorkingGraph } from '../working-graph.js';

/** Recomputes the attestation of each relation whose evidence was loaded. */
export function deriveAttestations({ relations, evidence, sources }: WorkingGraph): void {
  for (const relation of relations.now.values()) {
    const pieces = evidence.get(relation.key);
    if (!pieces) continue;
    relations.put({ ...relation, ...attestationOfRelation(pieces, sources.now) });
  }
}
