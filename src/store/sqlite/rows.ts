import { languages, type Language, type LocalizedText } from '../../vocabulary/languages.js';
import { entityParts, relationParts, type EntityPart, type RelationPart } from '../reading.js';
import { fixed, type StatementText } from '../statement-text.js';
import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
  Stance,
  Time,
} from '../records.js';

// Rows travel as JSON arrays, by position: that is smaller, and parsed faster, than by name.

/** What every row of an entity begins with, and what each further part of it adds. */
const entityBase = ['slug', 'type', 'kind'];
const times = ['start_earliest', 'start_latest', 'end_earliest', 'end_latest'];
const names = languages.map((language) => `name_${language}`);
const entityPartColumns: Readonly<Partial<Record<EntityPart, readonly string[]>>> = {
  version: ['version'],
  degree: ['degree'],
  time: times,
  names,
};

/** The columns of a table under names of their own, to be told apart after a join. */
function selected(alias: string, columns: readonly string[]): StatementText {
  return fixed(columns.map((column) => `${alias}.${column} AS ${alias}_${column}`).join(', '));
}

/** The same columns as one JSON array; those that hold JSON go in as such. */
function asJson(alias: string, columns: readonly string[]): StatementText {
  const values = columns.map((column) =>
    jsonColumns.has(column) ? `json(${alias}_${column})` : `${alias}_${column}`,
  );
  return fixed(`json_array(${values.join(', ')})`);
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
  readonly selected: StatementText;
  readonly json: StatementText;
}

function columnsOf(alias: string, columns: readonly string[]): Columns {
  return { selected: selected(alias, columns), json: asJson(alias, columns) };
}

/** An entity `e` without its details. */
export function entityColumns(parts: readonly EntityPart[] = entityParts): Columns {
  return columnsOf('e', [
    ...entityBase,
    ...parts.flatMap((part) => entityPartColumns[part] ?? []),
    ...ownColumns(parts),
  ]);
}

/** All own properties are one column. */
function ownColumns(parts: readonly string[]): string[] {
  const wantsAny = parts.some((part) => part === 'properties' || part.startsWith('own '));
  return wantsAny ? ['properties'] : [];
}

type Values = readonly unknown[];

/** Reads rows that have those parts. */
export function entityReader(
  parts: readonly EntityPart[] = entityParts,
): (row: unknown) => EntityRecord {
  const [version, degree, time, texts] = entityParts.map((part) => parts.includes(part));
  const properties = ownColumns(parts).length > 0;
  return (row) => {
    const values = row as Values;
    let place = entityBase.length;
    const record = {
      slug: values[0],
      type: values[1],
      kind: values[2],
      version: version ? values[place++] : undefined,
      degree: degree ? values[place++] : undefined,
      time: time ? timeOf(values, (place += times.length)) : undefined,
      names: texts ? namesOf(values, (place += names.length)) : undefined,
      properties: properties ? values[place] : undefined,
    };
    return record as unknown as EntityRecord;
  };
}

/** The time that ends before a place of a row. */
function timeOf(row: Values, end: number): Time {
  const [startEarliest, startLatest, endEarliest, endLatest] = row.slice(end - 4, end) as number[];
  return { startEarliest, startLatest, endEarliest, endLatest } as Time;
}

/** The names that end before a place of a row. */
function namesOf(row: Values, end: number): LocalizedText {
  const texts: Partial<Record<Language, string>> = {};
  for (const [index, language] of languages.entries()) {
    const text = row[end - languages.length + index];
    if (text != null) texts[language] = text as string;
  }
  return texts;
}

const relationBase = ['key'];
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
    ...relationBase,
    ...parts.flatMap((part) => relationPartColumns[part] ?? []),
    ...ownColumns(parts),
  ]);
}

/** Reads rows that have those parts. A relation's key has its type and its ends. */
export function relationReader(
  parts: readonly RelationPart[] = relationParts,
): (row: unknown) => RelationRecord {
  const [ends, version, time, publisherCount, originCount, sources] = relationParts.map((part) =>
    parts.includes(part),
  );
  const properties = ownColumns(parts).length > 0;
  return (row) => {
    const values = row as Values;
    const key = values[0] as string;
    const [fromSlug = '', type = '', toSlug = ''] = key.split('~', 3);
    let place = relationBase.length;
    const record = {
      key,
      type,
      fromSlug,
      toSlug,
      fromType: ends ? values[place++] : undefined,
      toType: ends ? values[place++] : undefined,
      version: version ? values[place++] : undefined,
      time: time ? timeOf(values, (place += times.length)) : undefined,
      publisherCount: publisherCount ? values[place++] : undefined,
      originCount: originCount ? values[place++] : undefined,
      sources: sources ? values[place++] : undefined,
      properties: properties ? values[place] : undefined,
    };
    return record as unknown as RelationRecord;
  };
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
