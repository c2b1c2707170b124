import { languages, type Language, type LocalizedText } from '../../vocabulary/languages.js';
import { entityParts, relationParts, type EntityPart, type RelationPart } from '../reading.js';
import type { EntityRecord, Properties, RelationRecord, Time } from '../../model/records.js';

// Rows of entities and relations that have the wanted parts alone. On both engines they are lists
// that begin with what every row has, and go on with the values of each part, in the order of the
// parts.

/** What every row of a relation begins with. */
export const relationBase = ['key'];

/** What every row of an entity begins with, however an engine has it. */
export type EntityHead = Pick<EntityRecord, 'slug' | 'type' | 'kind' | 'names'>;

export type Values = readonly unknown[];

/** The own properties, of which an engine knows how they stand in a row from a place on. */
type OwnProperties = (type: string, row: Values, place: number) => Properties | undefined;

const DAYS = 4;

/** Reads rows that have those parts, after a head of so many values. */
export function entityReader(
  parts: readonly EntityPart[],
  headOf: (row: Values) => EntityHead,
  headLength: number,
  ownProperties: OwnProperties,
): (row: unknown) => EntityRecord {
  const [version, degree, time] = entityParts.map((part) => parts.includes(part));
  return (row) => {
    const values = row as Values;
    const { slug, type, kind, names } = headOf(values);
    let place = headLength;
    const record = {
      slug,
      type,
      kind,
      names,
      version: version ? values[place++] : undefined,
      degree: degree ? values[place++] : undefined,
      time: time ? timeOf(values, (place += DAYS)) : undefined,
      properties: ownProperties(type, values, place),
    };
    return record as unknown as EntityRecord;
  };
}

/** Reads rows that have those parts. A relation's key has its type and its ends. */
export function relationReader(
  parts: readonly RelationPart[],
  ownProperties: OwnProperties,
): (row: unknown) => RelationRecord {
  const [ends, version, time, publisherCount, originCount, sources] = relationParts.map((part) =>
    parts.includes(part),
  );
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
      time: time ? timeOf(values, (place += DAYS)) : undefined,
      publisherCount: publisherCount ? values[place++] : undefined,
      originCount: originCount ? values[place++] : undefined,
      sources: sources ? values[place++] : undefined,
      properties: ownProperties(type, values, place),
    };
    return record as unknown as RelationRecord;
  };
}

/** The time that ends before a place of a row. */
function timeOf(row: Values, end: number): Time {
  return {
    startEarliest: row[end - 4] as number,
    startLatest: row[end - 3] as number,
    endEarliest: row[end - 2] as number,
    endLatest: row[end - 1] as number,
  };
}

/** The names that begin at a place of a row. */
export function namesOf(row: Values, place: number, absent: string | null): LocalizedText {
  const names: Partial<Record<Language, string>> = {};
  for (const [index, language] of languages.entries()) {
    const name = row[place + index];
    if (name !== absent) names[language] = name as string;
  }
  return names;
}
