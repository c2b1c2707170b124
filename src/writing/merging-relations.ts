import type { PropertyDefinitions } from '../vocabulary/properties.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { UNDATED } from '../model/time.js';
import type { EntityRecord, RelationRecord } from '../model/records.js';
import type { RelationEntry } from './entries.js';
import { evidenceOfEntry, type WithEvidence } from './evidence.js';
import {
  mergeValues,
  NOTHING_ADDED,
  type AttestedValues,
  type MergeContext,
} from './merging-values.js';
import { textValues, typedProperties } from './property-values.js';

/** Returns the record that the first entry of a relation is merged into. */
export function newRelation(
  key: string,
  { type, from, to }: RelationEntry,
  entities: ReadonlyMap<string, EntityRecord>,
): WithEvidence<RelationRecord> {
  const [fromType, toType] = [from, to].map((slug) => entities.get(slug)?.type);
  if (!fromType || !toType) throw new Error(`An end of ${key} is missing: it was not checked.`);
  const record: RelationRecord = {
    key, type, fromSlug: from, toSlug: to, fromType, toType, version: 1, properties: {},
    time: UNDATED, sources: [], publisherCount: 0, originCount: 0,
  }; // prettier-ignore
  return { record, evidence: [] };
}

/** Merges an entry into the record of its relation. The time and the counts are derived later. */
export function mergeRelation(
  entry: RelationEntry,
  before: WithEvidence<RelationRecord>,
  context: MergeContext,
): WithEvidence<RelationRecord> {
  const definitions = propertiesOf(before.record, context.vocabulary);
  const values = textValues(entry, definitions);
  const evidence = evidenceOfEntry(entry.evidence ?? [], {
    target: before.record.key,
    definitions,
    values,
    isClaimed: (property) => definitions[property] !== undefined,
  });
  return withAdded({ values, evidence }, before, context);
}

/** Recomputes the shown values of a relation after the weight of its sources changed. */
export function recomputeRelation(
  before: WithEvidence<RelationRecord>,
  context: MergeContext,
): WithEvidence<RelationRecord> {
  return withAdded(NOTHING_ADDED, before, context);
}

function withAdded(
  added: AttestedValues,
  { record, evidence }: WithEvidence<RelationRecord>,
  { vocabulary, sources }: MergeContext,
): WithEvidence<RelationRecord> {
  const definitions = propertiesOf(record, vocabulary);
  const merged = mergeValues({
    target: record.key,
    before: { values: textValues(record.properties, definitions), evidence },
    added,
    definitionOf: (property) => definitions[property],
    sources,
  });
  return {
    record: { ...record, properties: typedProperties(merged.values, definitions) },
    evidence: merged.evidence,
  };
}

function propertiesOf({ type }: RelationRecord, vocabulary: Vocabulary): PropertyDefinitions {
  return vocabulary.relationType(type).properties;
}
