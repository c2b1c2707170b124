import { isDeepStrictEqual } from 'node:util';
import type { EntityRecord, RelationRecord, SourceRecord } from '../model/records.js';
import type { Changes } from '../store/store.js';
import type { EvidenceDifference } from './evidence-table.js';
import type { Difference } from './record-table.js';

/** All changes of one slice of entries, with each changed record before and after. */
export interface ChangeSet {
  readonly sources: Difference<SourceRecord>;
  readonly entities: Difference<EntityRecord>;
  readonly relations: Difference<RelationRecord>;
  readonly evidence: EvidenceDifference;
}

/** Returns the changes for the store. Each changed entity and relation gets its next version. */
export function storeChanges({ sources, entities, relations, evidence }: ChangeSet): Changes {
  const stated = entities.changed.filter((change) => !isDerived(change));
  return {
    sources: [...sources.added, ...sources.changed.map(({ now }) => now)],
    entities: [...entities.added, ...stated.map(nextVersion)],
    derivedEntities: entities.changed.filter(isDerived).map(nextVersion),
    relations: [...relations.added, ...relations.changed.map(nextVersion)],
    evidence: [...evidence.added, ...evidence.changed.map(({ now }) => now)],
    removedEvidence: evidence.removed.map(({ id }) => id),
  };
}

/** Returns whether only the degree and the time change, which are derived from other records. */
function isDerived({ before, now }: { before: EntityRecord; now: EntityRecord }): boolean {
  return isDeepStrictEqual({ ...now, degree: before.degree, time: before.time }, before);
}

function nextVersion<T extends { readonly version: number }>({ now }: { now: T }): T {
  return { ...now, version: now.version + 1 };
}
