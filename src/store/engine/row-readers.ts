import type { EntityType } from '../../vocabulary/entity-types.js';
import { languages, type Language, type LocalizedText } from '../../vocabulary/languages.js';
import type { Position } from '../../values/position.js';
import type {
  EntityDetails,
  Properties,
  PropertyValue,
  SourceRecord,
  Stance,
  Time,
  Standing,
} from '../../model/records.js';
import type { EntityPart, EvidencePart, RelationPart, SourcePart } from '../reading.js';
import type { EntityRow, EvidenceRow, RelationRow, SourceRow } from '../rows.js';

// Readers of the rows that queries return. On both engines a row is a list of values, one for each
// column of its layout, in the order of the layout: smaller and faster than a map by name. Code
// that needs the index of a value takes it from the layout (`layout.indexOf('sourceSlug')`).

export type EntityColumn = 'slug' | 'type' | EntityPart;
export type RelationColumn = 'key' | RelationPart;
export type EvidenceColumn = 'id' | 'target' | 'property' | 'sourceSlug' | 'stance' | EvidencePart;
export type SourceColumn = 'slug' | SourcePart;

export type Values = readonly unknown[];

/** Converts those values of rows that the engines return differently. */
export interface Conversions {
  /** Converts the part `properties` of an entity. */
  entityProperties(type: EntityType, value: unknown): Properties;
  relationProperties(type: string, value: unknown): Properties;
  /** Converts a single own property; null if the record has none. */
  ownValue(value: unknown): PropertyValue | null;
  details(value: unknown): EntityDetails;
  position(value: unknown): Position | null;
  text(value: unknown): SourceRecord['text'];
  flag(value: unknown): boolean;
}

/** Returns the index of a column in a layout; undefined if the layout does not have it. */
function indexIn<C extends string>(layout: readonly C[]): (column: C) => number | undefined {
  const indexes = new Map(layout.map((column, index) => [column, index]));
  return (column) => indexes.get(column);
}

/** Returns the value of a column; undefined if the layout does not have the column. */
function valueAt(values: Values, index: number | undefined): unknown {
  return index === undefined ? undefined : values[index];
}

/** @param knownType the type of all entities, if rows leave it out. */
export function entityReader(
  layout: readonly EntityColumn[],
  conversions: Conversions,
  knownType?: EntityType,
): (values: Values) => EntityRow {
  const index = indexIn(layout);
  const [slug, type, kind, names] = [index('slug'), index('type'), index('kind'), index('names')];
  const [version, degree, time] = [index('version'), index('degree'), index('time')];
  const [properties, details] = [index('properties'), index('details')];
  const name = layout.find((column) => column.startsWith('name '));
  const nameIndex = name === undefined ? undefined : index(name);
  const nameLanguages = name?.slice('name '.length) ?? '';
  const own = ownReader(layout, conversions);
  return (values) => {
    const itsType = knownType ?? (values[type ?? 0] as EntityType);
    return {
      slug: values[slug ?? 0] as string,
      type: itsType,
      kind: valueAt(values, kind) as string | null | undefined,
      names: names === undefined ? undefined : namesOf(values[names] as Values),
      name:
        nameIndex === undefined
          ? undefined
          : { languages: nameLanguages, text: values[nameIndex] as string | null },
      version: valueAt(values, version) as number | undefined,
      degree: valueAt(values, degree) as number | undefined,
      time: time === undefined ? undefined : timeOf(values[time] as Values),
      properties:
        properties === undefined
          ? undefined
          : conversions.entityProperties(itsType, values[properties]),
      own: own(values),
      details: details === undefined ? undefined : conversions.details(values[details]),
    };
  };
}

/**
 * Returns a reader of relations, which takes the type and the ends from the key. `knownKey` is the
 * key of a row that leaves it out.
 */
export function relationReader(
  layout: readonly RelationColumn[],
  conversions: Conversions,
): (values: Values, knownKey?: string) => RelationRow {
  const index = indexIn(layout);
  const [key, ends, version, time] = [index('key'), index('ends'), index('version'), index('time')];
  const [sources, publisherCount] = [index('sources'), index('publisherCount')];
  const [originCount, properties] = [index('originCount'), index('properties')];
  const [standing, isContested] = [index('standing'), index('isContested')];
  const own = ownReader(layout, conversions);
  return (values, knownKey) => {
    const itsKey = knownKey ?? (values[key ?? 0] as string);
    const [fromSlug = '', type = '', toSlug = ''] = itsKey.split('~', 3);
    const endTypes = valueAt(values, ends) as readonly EntityType[] | undefined;
    return {
      key: itsKey,
      type,
      fromSlug,
      toSlug,
      fromType: endTypes?.[0],
      toType: endTypes?.[1],
      version: valueAt(values, version) as number | undefined,
      time: time === undefined ? undefined : timeOf(values[time] as Values),
      sources: valueAt(values, sources) as readonly string[] | undefined,
      publisherCount: valueAt(values, publisherCount) as number | undefined,
      originCount: valueAt(values, originCount) as number | undefined,
      standing: valueAt(values, standing) as Standing | undefined,
      isContested: isContested === undefined ? undefined : conversions.flag(values[isContested]),
      properties:
        properties === undefined
          ? undefined
          : conversions.relationProperties(type, values[properties]),
      own: own(values),
    };
  };
}

/** Returns a reader of evidence. `known` is the value that all rows share and leave out. */
export function evidenceReader(
  layout: readonly EvidenceColumn[],
  conversions: Conversions,
): (values: Values, known?: { target?: string; sourceSlug?: string }) => EvidenceRow {
  const index = indexIn(layout);
  const [id, target, property] = [index('id'), index('target'), index('property')];
  const [sourceSlug, stance, value] = [index('sourceSlug'), index('stance'), index('value')];
  const [position, preferred] = [index('position'), index('preferred')];
  const [inferred, note] = [index('inferred'), index('note')];
  return (values, known = {}) => ({
    id: values[id ?? 0] as string,
    target: known.target ?? (values[target ?? 0] as string),
    property: (values[property ?? 0] as string) || null,
    sourceSlug: known.sourceSlug ?? (values[sourceSlug ?? 0] as string),
    stance: values[stance ?? 0] as Stance,
    position: position === undefined ? undefined : conversions.position(values[position]),
    value: valueAt(values, value) as string | null | undefined,
    preferred: preferred === undefined ? undefined : conversions.flag(values[preferred]),
    inferred: inferred === undefined ? undefined : conversions.flag(values[inferred]),
    note: valueAt(values, note) as string | null | undefined,
  });
}

export function sourceReader(
  layout: readonly SourceColumn[],
  conversions: Conversions,
): (values: Values) => SourceRow {
  const index = indexIn(layout);
  const [slug, title, urls, language] = [
    index('slug'),
    index('title'),
    index('urls'),
    index('language'),
  ];
  const [publishedAt, kind, publisher] = [index('publishedAt'), index('kind'), index('publisher')];
  const [informers, text] = [index('informers'), index('text')];
  return (values) => ({
    slug: values[slug ?? 0] as string,
    title: valueAt(values, title) as string | null | undefined,
    urls: valueAt(values, urls) as readonly string[] | undefined,
    language: valueAt(values, language) as string | null | undefined,
    publishedAt: valueAt(values, publishedAt) as string | null | undefined,
    kind: valueAt(values, kind) as string | null | undefined,
    publisherSlug: valueAt(values, publisher) as string | undefined,
    informerSlugs: valueAt(values, informers) as readonly string[] | undefined,
    text: text === undefined ? undefined : conversions.text(values[text]),
  });
}

/** Returns a reader of the own properties that the layout selects one by one. */
function ownReader(
  layout: readonly string[],
  conversions: Conversions,
): (values: Values) => EntityRow['own'] {
  const own = layout.flatMap((column, index) =>
    column.startsWith('own ') ? [[column.slice('own '.length), index] as const] : [],
  );
  if (own.length === 0) return () => undefined;
  return (values) => {
    const found: Record<string, PropertyValue | null> = {};
    for (const [name, index] of own) found[name] = conversions.ownValue(values[index]);
    return found;
  };
}

function timeOf(values: Values): Time {
  return {
    startEarliest: values[0] as number,
    startLatest: values[1] as number,
    endEarliest: values[2] as number,
    endLatest: values[3] as number,
  };
}

/** Reads names from one value for each language, in the order of `languages`. */
function namesOf(values: Values): LocalizedText {
  const names: Partial<Record<Language, string>> = {};
  for (const [index, language] of languages.entries()) {
    const name = values[index];
    if (typeof name === 'string') names[language] = name;
  }
  return names;
}
