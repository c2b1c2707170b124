import { UNDATED } from '../model/time.js';
import type { RelationRecord } from '../model/records.js';
import { languages } from '../vocabulary/languages.js';
import type { RelationEntry } from './entries.js';
import { evidenceOfEntry, type WithEvidence } from './evidence.js';
import { mergeValues, type MergeContext } from './merging-values.js';
import { definitionOfValue, textValues, typedProperties } from './property-values.js';

/** Returns the record of a relation of which nothing is said yet. */
export function emptyRelation(key: string, ends: RelationEnds): RelationRecord {
  const [fromSlug = '', type = '', toSlug = ''] = key.split('~');
  return {
    key, type, fromSlug, toSlug, ...ends, version: 0, properties: {}, time: UNDATED, sources: [],
    publisherCount: 0, originCount: 0, standing: 'EDITORIAL', isContested: false,
  }; // prettier-ignore
}

/** The properties of one term: no sentence may be put together of two. */
const SAID_TOGETHER = [
  ...languages.map((language) => `title.${language}`),
  'since',
  'until',
  'date',
];

type RelationEnds = Pick<RelationRecord, 'fromType' | 'toType'>;

/**
 * Merges all entries of a relation, in any order, into its record. The version, the time and the
 * counts are those of the record before.
 */
export function mergeRelation(
  entries: readonly RelationEntry[],
  before: RelationRecord,
  { vocabulary, sources }: MergeContext,
): WithEvidence<RelationRecord> {
  const { properties: definitions } = vocabulary.relationType(before.type);
  const said = entries.map((entry) => {
    const values = textValues(entry, definitions);
    const target = { target: before.key, definitions, values };
    return { values, evidence: evidenceOfEntry(entry.evidence ?? [], target) };
  });
  const { values, evidence } = mergeValues({
    target: before.key,
    said,
    definitionOf: (property) => definitionOfValue(property, definitions),
    sources,
    together: SAID_TOGETHER,
  });
  return { record: { ...before, properties: typedProperties(values, definitions) }, evidence };
}
