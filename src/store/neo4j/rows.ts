import { entityTypeNames, type EntityType } from '../../vocabulary/entity-types.js';
import { languages } from '../../vocabulary/languages.js';
import type { PropertyDefinitions } from '../../vocabulary/properties.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import {
  entityReader,
  namesOf,
  relationBase,
  relationReader,
  type EntityHead,
  type Values,
} from '../engine/part-rows.js';
import { entityParts, relationParts, type EntityPart, type RelationPart } from '../reading.js';
import { type Sql, raw, sql } from '../engine/query-text.js';
import type {
  EntityDetails,
  EntityRecord,
  EvidenceRecord,
  Properties,
  PropertyValue,
  RelationRecord,
  SourceRecord,
  Stance,
} from '../../model/records.js';

// Rows travel as lists, by position: maps of the same values take the driver three times as long.

/**
 * A row of properties. Taken by their names, they are one expression to the planner, which else
 * takes up to three times as long for a statement; the running of it takes the same.
 */
function list(variable: string, properties: readonly string[]): string {
  const names = properties.map((property) => `'${property}'`).join(', ');
  return `[k IN [${names}] | ${variable}[k]]`;
}

const times = ['startEarliest', 'startLatest', 'endEarliest', 'endLatest'];
const names = languages.map((language) => `name_${language}`);

// Stand in a brief between its values and for those that are absent: no text of a document has them.
const SEPARATOR = '\u001f';
const ABSENT = '\u001e';

/**
 * What nearly every answer tells of an entity, as one property: each property of a row takes the
 * server as long as an index seek, and the driver more than to split a text.
 */
export function briefOf({ slug, type, kind, names }: EntityRecord): string {
  const inOrder = [kind, ...languages.map((language) => names[language])];
  return [slug, type, ...inOrder.map((value) => value ?? ABSENT)].join(SEPARATOR);
}

/** The brief that the other properties of an entity `n` come to. */
export const storedBrief = raw(
  [
    'n.slug',
    'n.type',
    ...['kind', ...names].map((name) => `coalesce(n.${name}, '${ABSENT}')`),
  ].join(` + '${SEPARATOR}' + `),
);

/** The slug or the type of an entity, by the text of its row. */
export function inBrief(value: 'slug' | 'type', row: string): string {
  return `split(${row}[0], '${SEPARATOR}')[${value === 'slug' ? 0 : 1}]`;
}

function headOf([brief]: Values): EntityHead {
  const values = (brief as string).split(SEPARATOR);
  const [slug, type, kind] = values as [string, EntityType, string];
  return {
    slug,
    type,
    kind: kind === ABSENT ? null : kind,
    names: namesOf(values, 3, ABSENT),
  };
}

/** What each part of a row adds. */
const entityPartProperties: Readonly<Partial<Record<EntityPart, readonly string[]>>> = {
  version: ['version'],
  degree: ['degree'],
  time: times,
};
const detailProperties = [
  ...languages.map((language) => `aliases_${language}`),
  ...languages.map((language) => `description_${language}`),
  'sameAs', 'editorial',
]; // prettier-ignore
const orderProperties = [...languages.map((language) => `sort_${language}`), 'dateFirst', 'folded'];

const relationPartProperties: Readonly<Partial<Record<RelationPart, readonly string[]>>> = {
  ends: ['fromType', 'toType'],
  version: ['version'],
  time: times,
  publisherCount: ['publisherCount'],
  originCount: ['originCount'],
  sources: ['sources'],
};

const fixedOfEntities = new Set([
  'slug', 'type', 'kind', 'brief', ...names, ...Object.values(entityPartProperties).flat(),
  ...detailProperties, ...orderProperties,
]); // prettier-ignore
const fixedOfRelations = new Set([
  ...relationBase, ...Object.values(relationPartProperties).flat(), 'fromSlug', 'toSlug', 'dateFirst',
]); // prettier-ignore

/** Under which name an own property is kept: its own, but for those that every entity has. */
export function entityPropertyName(name: string): string {
  return fixedOfEntities.has(name) ? `own_${name}` : name;
}

export function relationPropertyName(name: string): string {
  return fixedOfRelations.has(name) ? `own_${name}` : name;
}

type EvidenceRow = [
  id: string, target: string, property: string, sourceSlug: string, stance: Stance,
  value: string | null, preferred: boolean, inferred: boolean, note: string | null,
  start: number | null, end: number | null, sha256: string | null,
]; // prettier-ignore

type SourceRow = [
  slug: string, title: string | null, language: string | null, publishedAt: string | null,
  kind: string | null, publisherSlug: string, urls: string[], informerSlugs: string[],
  textLength: number | null, textSha256: string | null,
]; // prettier-ignore

const evidenceProperties = [
  'id', 'target', 'property', 'sourceSlug', 'stance', 'value', 'preferred', 'inferred', 'note',
  'start', 'end', 'sha256',
]; // prettier-ignore

const sourceProperties = [
  'slug', 'title', 'language', 'publishedAt', 'kind', 'publisher', 'urls', 'informers',
  'textLength', 'textSha256',
]; // prettier-ignore

/** A piece of evidence `v`. */
export const evidenceRow = raw(list('v', evidenceProperties));

export function evidenceOf(row: unknown): EvidenceRecord {
  const [id, target, property, sourceSlug, stance, value, preferred, inferred, note, start, end, sha256] = row as EvidenceRow; // prettier-ignore
  return {
    id,
    target,
    property: property === '' ? null : property,
    sourceSlug,
    position: start === null || end === null || sha256 === null ? null : { start, end, sha256 },
    stance,
    value,
    preferred,
    inferred,
    note,
  };
}

/** A source `s`. */
export const sourceRow = raw(list('s', sourceProperties));

export function sourceOf(row: unknown): SourceRecord {
  const [slug, title, language, publishedAt, kind, publisherSlug, urls, informerSlugs, textLength, textSha256] = row as SourceRow; // prettier-ignore
  const text =
    textLength === null || textSha256 === null ? null : { length: textLength, sha256: textSha256 };
  return { slug, title, urls, language, publishedAt, kind, publisherSlug, informerSlugs, text };
}

/** The details of an entity `n`. */
export const detailsRow = raw(list('n', detailProperties));

export function detailsOf(row: unknown): EntityDetails {
  const values = row as (string[] | string | null)[];
  const count = languages.length;
  return {
    aliases: byLanguage(values.slice(0, count) as (string[] | null)[]),
    description: byLanguage(values.slice(count, 2 * count) as (string | null)[]),
    sameAs: values[2 * count] as string[],
    editorial: values[2 * count + 1] as EntityDetails['editorial'],
  };
}

function byLanguage<T>(
  values: readonly (T | null | undefined)[],
): Partial<Record<(typeof languages)[number], T>> {
  const found: Partial<Record<string, T>> = {};
  for (const [index, language] of languages.entries()) {
    const value = values[index];
    if (value !== null && value !== undefined) found[language] = value;
  }
  return found;
}

/** Rows of entities and relations, whose own properties the vocabulary knows. */
export class Rows {
  private readonly ownOfEntities: ReadonlyMap<string, readonly string[]>;
  private readonly ownOfRelations: ReadonlyMap<string, readonly string[]>;

  constructor(vocabulary: Vocabulary) {
    this.ownOfEntities = ownNames(vocabulary.entityTypes);
    this.ownOfRelations = ownNames(vocabulary.relationTypes);
  }

  /**
   * An entity without its details, of one of the types. The names of its properties are values of
   * the statement: it is the same text, and the same plan, whatever parts are wanted.
   */
  entity(
    n: string,
    parts: readonly EntityPart[] = entityParts,
    types: readonly EntityType[] = entityTypeNames,
  ): Sql {
    const properties = ['brief', ...parts.flatMap((part) => entityPartProperties[part] ?? [])];
    const ownOf = wantedOwn(this.ownOfEntities, parts);
    return row(n, `${n}.type`, properties, types, (type) => ownOf(type).map(entityPropertyName));
  }

  /** Reads rows that have those parts. */
  entityOf(parts: readonly EntityPart[] = entityParts): (row: unknown) => EntityRecord {
    const ownOf = wantedOwn(this.ownOfEntities, parts);
    return entityReader(parts, headOf, 1, (type, row, place) =>
      propertiesOf(ownOf(type), row, place),
    );
  }

  /** A relation of one of the types. */
  relation(
    r: string,
    parts: readonly RelationPart[] = relationParts,
    types: readonly string[] = [...this.ownOfRelations.keys()],
  ): Sql {
    const properties = [
      ...relationBase,
      ...parts.flatMap((part) => relationPartProperties[part] ?? []),
    ];
    const ownOf = wantedOwn(this.ownOfRelations, parts);
    return row(r, `type(${r})`, properties, types, (type) => ownOf(type).map(relationPropertyName));
  }

  /** Reads rows that have those parts. */
  relationOf(parts: readonly RelationPart[] = relationParts): (row: unknown) => RelationRecord {
    const ownOf = wantedOwn(this.ownOfRelations, parts);
    return relationReader(parts, (type, row, place) => propertiesOf(ownOf(type), row, place));
  }
}

/** The own properties of each type that parts name. */
function wantedOwn(
  ofTypes: ReadonlyMap<string, readonly string[]>,
  parts: readonly string[],
): (type: string) => readonly string[] {
  if (parts.includes('properties')) return (type) => ofTypes.get(type) ?? [];
  const wanted = new Set(parts);
  const known = new Map<string, readonly string[]>();
  return (type) => {
    let own = known.get(type);
    if (!own) {
      own = (ofTypes.get(type) ?? []).filter((name) => wanted.has(`own ${name}`));
      known.set(type, own);
    }
    return own;
  };
}

/** The properties of all types, then the own ones of the type that it has. */
function row(
  variable: string,
  type: string,
  properties: readonly string[],
  types: readonly string[],
  ownOf: (type: string) => readonly string[],
): Sql {
  const [only, more] = types;
  if (only !== undefined && more === undefined)
    return sql`[k IN ${[...properties, ...ownOf(only)]} | ${raw(variable)}[k]]`;
  const own = Object.fromEntries(
    types.map((name) => [name, ownOf(name)] as const).filter(([, found]) => found.length > 0),
  );
  return sql`[k IN ${properties} + coalesce(${own}[${raw(type)}], []) | ${raw(variable)}[k]]`;
}

/** Text by language is the name of what has it, no property. */
function ownNames(
  types: Readonly<Record<string, { readonly properties: PropertyDefinitions }>>,
): Map<string, readonly string[]> {
  return new Map(
    Object.entries(types).map(([type, { properties }]) => [
      type,
      Object.keys(properties).filter((name) => properties[name]?.type !== 'localizedText'),
    ]),
  );
}

/** The own properties of a row, which stand from `start` on in the order of their names. */
function propertiesOf(own: readonly string[] = [], row: Values, start: number): Properties {
  const properties: Record<string, PropertyValue> = {};
  for (let index = 0; index < own.length; index++) {
    const name = own[index];
    const value = row[start + index] as PropertyValue | null | undefined;
    if (name !== undefined && value !== null && value !== undefined) properties[name] = value;
  }
  return properties;
}
