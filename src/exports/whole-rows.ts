import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../model/records.js';
import type { EntityRow, EvidenceRow, RelationRow, SourceRow } from '../store/rows.js';

// Tells that rows which were read with all parts are whole records. An internal error follows if a
// part was not read: an export must never leave out a record, or a part of one, without a word.

export function wholeEntities(rows: readonly EntityRow[]): readonly EntityRecord[] {
  return whole(rows, (row): row is EntityRecord =>
    isRead(row, ['names', 'details', 'time', 'degree', 'properties']),
  );
}

export function wholeRelations(rows: readonly RelationRow[]): readonly RelationRecord[] {
  return whole(rows, (row): row is RelationRecord =>
    isRead(row, ['fromType', 'toType', 'time', 'sources', 'standing', 'isContested', 'properties']),
  );
}

export function wholeEvidence(rows: readonly EvidenceRow[]): readonly EvidenceRecord[] {
  return whole(rows, (row): row is EvidenceRecord =>
    isRead(row, ['position', 'value', 'inferred', 'note']),
  );
}

export function wholeSources(rows: readonly SourceRow[]): readonly SourceRecord[] {
  return whole(rows, (row): row is SourceRecord =>
    isRead(row, ['title', 'urls', 'publisherSlug', 'informerSlugs']),
  );
}

function isRead<Row>(row: Row, parts: readonly (keyof Row)[]): boolean {
  return parts.every((part) => row[part] !== undefined);
}

function whole<Row, R extends Row>(
  rows: readonly Row[],
  isWhole: (row: Row) => row is R,
): readonly R[] {
  if (rows.every(isWhole)) return rows;
  throw new Error(
    `A record was not read whole: ${JSON.stringify(rows.find((row) => !isWhole(row)))}.`,
  );
}
