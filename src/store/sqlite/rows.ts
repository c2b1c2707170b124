import type { EntityType } from '../../vocabulary/entity-types.js';
import { languages, type LocalizedText } from '../../vocabulary/languages.js';
import { fixed, type StatementText } from '../statement-text.js';
import type {
  EntityRecord,
  EvidenceRecord,
  Properties,
  RelationRecord,
  SourceRecord,
  Stance,
} from '../records.js';

// Rows travel as JSON arrays, by position: that is smaller, and parsed faster, than by name.

type EntityRow = [
  slug: string, type: EntityType, kind: string | null, version: number, degree: number,
  startEarliest: number, startLatest: number, endEarliest: number, endLatest: number,
  properties: Properties, ...names: (string | null)[],
]; // prettier-ignore

const entityColumns = [
  'slug', 'type', 'kind', 'version', 'degree',
  'start_earliest', 'start_latest', 'end_earliest', 'end_latest', 'properties',
  ...languages.map((language) => `name_${language}`),
]; // prettier-ignore

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

/** An entity `e` without its details. */
export const entitySelected = selected('e', entityColumns);
export const entityJson = asJson('e', entityColumns);

export function entityOf(row: unknown): EntityRecord {
  const [slug, type, kind, version, degree, startEarliest, startLatest, endEarliest, endLatest, properties, ...texts] = row as EntityRow; // prettier-ignore
  const names: LocalizedText = {};
  for (let index = 0; index < languages.length; index++) {
    const text = texts[index];
    const language = languages[index];
    if (text != null && language) (names as Record<string, string>)[language] = text;
  }
  const time = { startEarliest, startLatest, endEarliest, endLatest };
  return { slug, type, kind, version, names, properties, time, degree };
}

type RelationRow = [
  key: string, type: string, fromSlug: string, toSlug: string, fromType: EntityType,
  toType: EntityType, version: number, startEarliest: number, startLatest: number,
  endEarliest: number, endLatest: number, publisherCount: number, originCount: number,
  properties: Properties, sources: string[],
]; // prettier-ignore

const relationColumns = [
  'key', 'type', 'from_slug', 'to_slug', 'from_type', 'to_type', 'version', 'start_earliest',
  'start_latest', 'end_earliest', 'end_latest', 'publisher_count', 'origin_count', 'properties',
  'sources',
]; // prettier-ignore

/** A relation `r`. */
export const relationSelected = selected('r', relationColumns);
export const relationJson = asJson('r', relationColumns);

export function relationOf(row: unknown): RelationRecord {
  const [key, type, fromSlug, toSlug, fromType, toType, version, startEarliest, startLatest, endEarliest, endLatest, publisherCount, originCount, properties, sources] = row as RelationRow; // prettier-ignore
  const time = { startEarliest, startLatest, endEarliest, endLatest };
  return {
    key, type, fromSlug, toSlug, fromType, toType, version, properties, time,
    sources, publisherCount, originCount,
  }; // prettier-ignore
}

type EvidenceRow = [
  id: string, target: string, property: string, source: string, stance: Stance,
  value: string | null, preferred: number, inferred: number, note: string | null,
  position: EvidenceRecord['position'],
]; // prettier-ignore

const evidenceColumns = [
  'id', 'target', 'property', 'source', 'stance', 'value', 'preferred', 'inferred', 'note',
  'position',
]; // prettier-ignore

/** A piece of evidence `v`. */
export const evidenceSelected = selected('v', evidenceColumns);
export const evidenceJson = asJson('v', evidenceColumns);

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

const sourceColumns = [
  'slug', 'title', 'language', 'published_at', 'kind', 'publisher', 'urls', 'informers', 'text',
]; // prettier-ignore

/** A source `s`. */
export const sourceSelected = selected('s', sourceColumns);
export const sourceJson = asJson('s', sourceColumns);

export function sourceOf(row: unknown): SourceRecord {
  const [slug, title, language, publishedAt, kind, publisherSlug, urls, informerSlugs, text] =
    row as SourceRow;
  return { slug, title, urls, language, publishedAt, kind, publisherSlug, informerSlugs, text };
}
