import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../../model/records.js';
import type { EntityRow, EvidenceRow, RelationRow, SourceRow } from '../rows.js';

// Turns rows that were read with all parts into whole records. Each function throws an internal
// error if a part was not read: a record that lacks it must never be written.

export function wholeEntity(row: EntityRow): EntityRecord {
  const of = partsOf(row, row.slug);
  return {
    slug: row.slug,
    type: row.type,
    kind: of('kind'),
    version: of('version'),
    names: of('names'),
    properties: of('properties'),
    time: of('time'),
    degree: of('degree'),
    details: of('details'),
  };
}

export function wholeRelation(row: RelationRow): RelationRecord {
  const of = partsOf(row, row.key);
  return {
    key: row.key,
    type: row.type,
    fromSlug: row.fromSlug,
    toSlug: row.toSlug,
    fromType: of('fromType'),
    toType: of('toType'),
    version: of('version'),
    properties: of('properties'),
    time: of('time'),
    sources: of('sources'),
    publisherCount: of('publisherCount'),
    originCount: of('originCount'),
    standing: of('standing'),
    isContested: of('isContested'),
  };
}

export function wholeEvidence(row: EvidenceRow): EvidenceRecord {
  const of = partsOf(row, row.id);
  return {
    id: row.id,
    target: row.target,
    property: row.property,
    sourceSlug: row.sourceSlug,
    position: of('position'),
    stance: row.stance,
    value: of('value'),
    preferred: of('preferred'),
    inferred: of('inferred'),
    note: of('note'),
  };
}

export function wholeSource(row: SourceRow): SourceRecord {
  const of = partsOf(row, row.slug);
  return {
    slug: row.slug,
    title: of('title'),
    urls: of('urls'),
    language: of('language'),
    publishedAt: of('publishedAt'),
    kind: of('kind'),
    publisherSlug: of('publisherSlug'),
    informerSlugs: of('informerSlugs'),
    text: of('text'),
  };
}

function partsOf<R extends object>(
  row: R,
  key: string,
): <P extends keyof R>(part: P) => Exclude<R[P], undefined> {
  return (part) => {
    const value = row[part];
    if (!isPresent(value)) throw new Error(`The row of ${key} was read without ${String(part)}.`);
    return value;
  };
}

function isPresent<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined;
}
