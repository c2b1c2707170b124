import type { EntityType } from '../../vocabulary/entity-types.js';
import { languages } from '../../vocabulary/languages.js';
import * as partRows from '../engine/part-rows.js';
import { entityParts, relationParts, type EntityPart, type RelationPart } from '../reading.js';
import { type Sql, raw } from '../engine/query-text.js';
import type {
  EntityRecord,
  EvidenceRecord,
  Properties,
  RelationRecord,
  SourceRecord,
  Stance,
} from '../../model/records.js';

// Rows travel as JSON arrays, by position: that is smaller, and parsed faster, than by name.

/** What each part of a row adds. */
const times = ['start_earliest', 'start_latest', 'end_earliest', 'end_latest'];
const headColumns = ['slug', 'type', 'kind', ...languages.map((language) => `name_${language}`)];
const entityPartColumns: Readonly<Partial<Record<EntityPart, readonly string[]>>> = {
  version: ['version'],
  degree: ['degree'],
  time: times,
};

/** The columns of a table under names of their own, to be told apart after a join. */
function selected(alias: string, columns: readonly string[]): Sql {
  return raw(columns.map((column) => `${alias}.${column} AS ${alias}_${column}`).join(', '));
}

/** The same columns as one JSON array; those that hold JSON go in as such. */
function asJson(alias: string, columns: readonly string[]): Sql {
  const values = columns.map((column) =>
    jsonColumns.has(column) ? `json(${alias}_${column})` : `${alias}_${column}`,
  );
  return raw(`json_array(${values.join(', ')})`);
}

const jsonColumns = new Set([
  'properties',
  'sources',
  'urls',
  'informers',
  'text',
  'position',
  'details',
]);

/** How a statement selects rows of a kind, and puts what it selected into one JSON array each. */
export interface Columns {
  readonly selected: Sql;
  readonly json: Sql;
}

function columnsOf(alias: string, columns: readonly string[]): Columns {
  return { selected: selected(alias, columns), json: asJson(alias, columns) };
}

/** An entity `e` without its details. */
export function entityColumns(parts: readonly EntityPart[] = entityParts): Columns {
  return columnsOf('e', [
    ...headColumns,
    ...parts.flatMap((part) => entityPartColumns[part] ?? []),
    ...ownColumns(parts),
  ]);
}

/** All own properties are one column. */
function ownColumns(parts: readonly string[]): string[] {
  const wantsAny = parts.some((part) => part === 'properties' || part.startsWith('own '));
  return wantsAny ? ['properties'] : [];
}

/** Reads rows that have those parts. */
export function entityReader(
  parts: readonly EntityPart[] = entityParts,
): (row: unknown) => EntityRecord {
  return partRows.entityReader(parts, headOf, headColumns.length, ownProperties(parts));
}

function headOf(row: partRows.Values): partRows.EntityHead {
  const [slug, type, kind] = row as [string, EntityType, string | null];
  return { slug, type, kind, names: partRows.namesOf(row, 3, null) };
}

/** Own properties are the last column, where there is one. */
function ownProperties(parts: readonly string[]) {
  const isThere = ownColumns(parts).length > 0;
  return (_type: string, row: partRows.Values, place: number): Properties | undefined =>
    isThere ? (row[place] as Properties) : undefined;
}

const relationPartColumns: Readonly<Partial<Record<RelationPart, readonly string[]>>> = {
  ends: ['from_type', 'to_type'],
  version: ['version'],
  time: times,
  publisherCount: ['publisher_count'],
  originCount: ['origin_count'],
  sources: ['sources'],
};

/** A relation `r`. */
export function relationColumns(parts: readonly RelationPart[] = relationParts): Columns {
  return columnsOf('r', [
    ...partRows.relationBase,
    ...parts.flatMap((part) => relationPartColumns[part] ?? []),
    ...ownColumns(parts),
  ]);
}

/** Reads rows that have those parts. */
export function relationReader(
  parts: readonly RelationPart[] = relationParts,
): (row: unknown) => RelationRecord {
  return partRows.relationReader(parts, ownProperties(parts));
}

type EvidenceRow = [
  id: string, target: string, property: string, source: string, stance: Stance,
  value: string | null, preferred: number, inferred: number, note: string | null,
  position: EvidenceRecord['position'],
]; // prettier-ignore

/** A piece of evidence `v`. */
export const evidenceColumns = columnsOf('v', [
  'id', 'target', 'property', 'source', 'stance', 'value', 'preferred', 'inferred', 'note',
  'position',
]); // prettier-ignore

export function evidenceOf(row: unknown): EvidenceRecord {
  const [id, target, property, sourceSlug, stance, value, preferred, inferred, note, position] =
    row as EvidenceRow;
  return {
    id,
    target,
    property: property === '' ? null : property,
    sourceSlug,
    position,
    stance,
    value,
    preferred: preferred === 1,
    inferred: inferred === 1,
    note,
  };
}

type SourceRow = [
  slug: string, title: string | null, language: string | null, publishedAt: string | null,
  kind: string | null, publisherSlug: string, urls: string[], informerSlugs: string[],
  text: SourceRecord['text'],
]; // prettier-ignore

/** A source `s`. */
export const sourceColumns = columnsOf('s', [
  'slug', 'title', 'language', 'published_at', 'kind', 'publisher', 'urls', 'informers', 'text',
]); // prettier-ignore

export function sourceOf(row: unknown): SourceRecord {
  const [slug, title, language, publishedAt, kind, publisherSlug, urls, informerSlugs, text] =
    row as SourceRow;
  return { slug, title, urls, language, publishedAt, kind, publisherSlug, informerSlugs, text };
}
