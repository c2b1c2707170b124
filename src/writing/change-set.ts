import { isDeepStrictEqual } from 'node:util';
import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../model/records.js';
import type { Changes } from '../store/store.js';
import type { Difference } from './record-table.js';

/** All changes of one slice, with each changed record before and after. */
export interface ChangeSet {
  readonly sources: Difference<SourceRecord>;
  readonly entities: Difference<EntityRecord>;
  readonly relations: Difference<RelationRecord>;
  readonly evidence: Difference<EvidenceRecord>;
}

/** Returns the changes for the store. */
export function storeChanges({ sources, entities, relations, evidence }: ChangeSet): Changes {
  const isOnlyDerived = ({ before, now }: Change<EntityRecord>): boolean =>
    isDeepStrictEqual(statedEntity(before), statedEntity(now)) && before.version === now.version;
  const stated = entities.changed.filter((change) => !isOnlyDerived(change));
  return {
    sources: [...sources.added, ...sources.changed.map(now)],
    entities: [...entities.added, ...stated.map(now)],
    derivedEntities: entities.changed.filter(isOnlyDerived).map(now),
    relations: relations.changed.map(now),
    evidence: evidence.changed.map(now),
    added: { relations: relations.added, evidence: evidence.added },
    removed: {
      sources: sources.removed.map(({ slug }) => slug),
      entities: entities.removed.map(({ slug }) => slug),
      relations: relations.removed.map(({ key }) => key),
      evidence: evidence.removed.map(({ id }) => id),
    },
  };
}

interface Change<T> {
  readonly before: T;
  readonly now: T;
}

function now<T>({ now }: Change<T>): T {
  return now;
}

/** Returns an entity without what is derived from other records. */
export function statedEntity(entity: EntityRecord): Partial<EntityRecord> {
  const { slug, type, kind, names, properties, details } = entity;
  return { slug, type, kind, names, properties, details };
}

/** Returns a relation without what is derived from other records. */
export function statedRelation(relation: RelationRecord): Partial<RelationRecord> {
  const { key, type, fromSlug, toSlug, fromType, toType, properties } = relation;
  return { key, type, fromSlug, toSlug, fromType, toType, properties };
}
