import { entityTypeNames, type EntityType } from '../../vocabulary/entity-types.js';
import { languages, type Language, type LocalizedText } from '../../vocabulary/languages.js';
import type { PropertyDefinitions } from '../../vocabulary/properties.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type { EntityDetails, Properties, PropertyValue } from '../../model/records.js';
import type { KeyField } from '../answering/plan.js';
import { join, raw, sql, type Sql } from '../engine/query-text.js';
import {
  entityReader,
  evidenceReader,
  relationReader,
  sourceReader,
  type Conversions,
  type EntityColumn,
  type EvidenceColumn,
  type RelationColumn,
  type SourceColumn,
} from '../engine/row-readers.js';
import {
  evidenceParts,
  sourceParts,
  type EntityPart,
  type EvidencePart,
  type RelationPart,
  type SourcePart,
} from '../reading.js';
import * as stored from './stored-names.js';

// Records in rows: lists of the selected columns alone, since maps of the same values take the driver
// three times as long. The Cypher of a list and the reader of its rows are made of one layout.

export interface Columns<Read> {
  /** The list of a record's values, as Cypher. */
  readonly list: Sql;
  readonly read: Read;
  /** A value of a record in a row, as Cypher; undefined where the row does not have it. */
  readonly valueOf: (row: string, field: KeyField | 'type') => string | undefined;
}

export type EntityColumns = Columns<ReturnType<typeof entityReader>>;
export type RelationColumns = Columns<ReturnType<typeof relationReader>>;
export type EvidenceColumns = Columns<ReturnType<typeof evidenceReader>>;
export type SourceColumns = Columns<ReturnType<typeof sourceReader>>;

/** Rows of entities and relations, whose own properties the vocabulary lists. */
export class RecordColumns {
  private readonly ownOfEntities: OwnColumns;
  private readonly ownOfRelations: OwnColumns;
  /** The own properties of relations that are text by language. */
  private readonly textsOfRelations: ReadonlySet<string>;
  private readonly conversions: Conversions;

  constructor({ entityTypes, relationTypes, relationProperties }: Vocabulary) {
    this.ownOfEntities = ownColumns(entityTypes);
    this.ownOfRelations = ownColumns(relationTypes);
    this.textsOfRelations = new Set(
      Object.keys(relationProperties).filter(
        (name) => relationProperties[name]?.type === 'localizedText',
      ),
    );
    this.conversions = {
      ...conversions,
      entityProperties: (type, value) => propertiesOf(this.ownOfEntities[type], value),
      relationProperties: (type, value) => propertiesOf(this.ownOfRelations[type], value),
    };
  }

  /** Of an entity `n` that has one of the types. */
  entity(
    n: string,
    parts: readonly EntityPart[],
    types: readonly EntityType[] = entityTypeNames,
  ): EntityColumns {
    const [knownType, ...otherTypes] = new Set(types);
    const isOneType = knownType !== undefined && otherTypes.length === 0;
    const columns: EntityColumn[] = ['slug', ...(isOneType ? [] : (['type'] as const)), ...parts];
    const { layout, list, at } = columnsOf(n, columns, entityProperty, {
      names: () => valuesOf(n, stored.textNames),
      time: () => valuesOf(n, stored.timeNames),
      details: () => valuesOf(n, detailNames),
      properties: () => ownValues(n, 'type', this.ownOfEntities, types, stored.entityPropertyName),
      name: (column) => firstName(n, column),
    });
    return {
      list,
      read: entityReader(layout, this.conversions, isOneType ? knownType : undefined),
      valueOf: (row, field) => {
        if (field === 'type' && isOneType) return `'${knownType}'`;
        return field === 'slug' || field === 'type' ? at(row, field) : undefined;
      },
    };
  }

  /** Of a relation `r` that has one of the types; without its key where rows imply that. */
  relation(
    r: string,
    parts: readonly RelationPart[],
    types: readonly string[] = Object.keys(this.ownOfRelations),
    isKeyImplied = false,
  ): RelationColumns {
    const columns: RelationColumn[] = [...(isKeyImplied ? [] : (['key'] as const)), ...parts];
    const { layout, list, at } = columnsOf(r, columns, relationProperty, {
      time: () => valuesOf(r, stored.timeNames),
      ends: () => valuesOf(r, ['fromType', 'toType']),
      properties: () => ownValues(r, null, this.ownOfRelations, types, stored.relationPropertyName),
      own: (column) => {
        const name = column.slice('own '.length);
        if (!this.textsOfRelations.has(name)) return undefined;
        return valuesOf(r, stored.textPropertyNames(stored.relationPropertyName(name)));
      },
    });
    return {
      list,
      read: relationReader(layout, this.conversions),
      valueOf: (row, field) => {
        if (field === 'sources') return at(row, 'sources');
        const key = at(row, 'key');
        if (key === undefined || field === 'key') return key;
        return field === 'fromSlug' || field === 'toSlug' ? partOfKey(key, field) : undefined;
      },
    };
  }
}

/** Of a piece of evidence `v`; without what all rows have in common. */
export function evidenceColumns(
  parts: readonly EvidencePart[] = evidenceParts,
  known: 'target' | 'sourceSlug' | null = null,
): EvidenceColumns {
  const all = ['id', 'target', 'property', 'sourceSlug', 'stance', ...parts] as const;
  const columns = all.filter((column) => column !== known);
  const { layout, list, at } = columnsOf('v', columns, sameName, {
    position: () => valuesOf('v', stored.positionNames),
  });
  return {
    list,
    read: evidenceReader(layout, conversions),
    valueOf: (row, field) =>
      field === 'target' || field === 'sourceSlug' ? at(row, field) : undefined,
  };
}

/** Of a source `s`. */
export function sourceColumns(parts: readonly SourcePart[] = sourceParts): SourceColumns {
  const { layout, list, at } = columnsOf<SourceColumn>('s', ['slug', ...parts], sameName, {
    text: () => valuesOf('s', stored.sourceTextNames),
  });
  return {
    list,
    read: sourceReader(layout, conversions),
    valueOf: (row, field) => {
      if (field === 'slug') return at(row, 'slug');
      if (field === 'publisherSlug') return at(row, 'publisher');
      return field === 'informerSlugs' ? at(row, 'informers') : undefined;
    },
  };
}

/** A slug that the key of a relation names, as Cypher. The planner does not know that a key is text. */
export function partOfKey(key: string, part: 'fromSlug' | 'toSlug'): string {
  return `split(toString(${key}), '~')[${['fromSlug', 'type', 'toSlug'].indexOf(part)}]`;
}

/**
 * Columns that are lists, or picked of several properties, by name; `name` stands for `name …`. A
 * column that is one property has none.
 */
type Composites = Readonly<Record<string, (column: string) => Sql | undefined>>;

/**
 * A list of columns, first those that are one property each. The names of these are values of the
 * query, so that equal text, and with it one plan, serves all selections of them: written out, the
 * planner takes up to three times as long; the query runs equally fast.
 */
function columnsOf<C extends string>(
  variable: string,
  columns: readonly C[],
  propertyOf: (column: C) => string,
  composites: Composites,
): {
  layout: readonly C[];
  list: Sql;
  at: (row: string, column: C) => string | undefined;
} {
  const composed: Sql[] = [];
  const [simple, composite]: [C[], C[]] = [[], []];
  for (const column of columns) {
    const made = composites[column.split(' ', 1).join()]?.(column);
    if (made) composed.push(made);
    (made ? composite : simple).push(column);
  }
  const layout = [...simple, ...composite];
  const properties = valuesOf(variable, simple.map(propertyOf));
  return {
    layout,
    list: composed.length === 0 ? properties : sql`${properties} + [${join(composed, ', ')}]`,
    at: (row, column) => {
      const index = layout.indexOf(column);
      return index < 0 ? undefined : `${row}[${index}]`;
    },
  };
}

/** One value for each property: null where it is not there. */
function valuesOf(variable: string, properties: readonly string[]): Sql {
  return sql`[k IN ${properties} | ${raw(variable)}[k]]`;
}

/** The own properties of the type that it has, of some; `typeProperty` is null for a relation. */
function ownValues(
  variable: string,
  typeProperty: 'type' | null,
  own: OwnColumns,
  types: readonly string[],
  storedName: (name: string) => string,
): Sql {
  const namesOf = (type: string): string[] =>
    (own[type] ?? []).map(({ name, language }) =>
      language ? stored.textPropertyName(storedName(name), language) : storedName(name),
    );
  const [only, ...others] = types;
  if (only !== undefined && others.length === 0) return valuesOf(variable, namesOf(only));
  const type = typeProperty ? `${variable}.${typeProperty}` : `type(${variable})`;
  const byType = Object.fromEntries(types.map((one) => [one, namesOf(one)]));
  return sql`[k IN coalesce(${byType}[${raw(type)}], []) | ${raw(variable)}[k]]`;
}

/**
 * The name, or else the first other name, in the first of the languages that a part `name …` lists
 * and the entity has one in.
 */
function firstName(n: string, part: string): Sql {
  const [, ...wanted] = part.split(' ');
  const names = wanted.flatMap((language) => [
    sql`${raw(n)}[${`name_${language}`}]`,
    sql`head(${raw(n)}[${`aliases_${language}`}])`,
  ]);
  return sql`coalesce(${join(names, ', ')})`;
}

function entityProperty(column: EntityColumn): string {
  return column.startsWith('own ')
    ? stored.entityPropertyName(column.slice('own '.length))
    : column;
}

function relationProperty(column: RelationColumn): string {
  return column.startsWith('own ')
    ? stored.relationPropertyName(column.slice('own '.length))
    : column;
}

function sameName(column: EvidenceColumn | SourceColumn): string {
  return column;
}

/** An own property, or its text in one language. */
interface OwnColumn {
  readonly name: string;
  readonly language?: Language;
}

/** The columns of the own properties of each type. */
type OwnColumns = Readonly<Record<string, readonly OwnColumn[]>>;

interface PropertyOwner {
  readonly properties: PropertyDefinitions;
  /** It is stored as the names of what has it. */
  readonly nameProperty?: string;
}

function ownColumns(types: Readonly<Record<string, PropertyOwner>>): OwnColumns {
  return Object.fromEntries(
    Object.entries(types).map(([type, { properties, nameProperty }]) => [
      type,
      Object.entries(properties)
        .filter(([name]) => name !== nameProperty)
        .flatMap(([name, definition]): OwnColumn[] =>
          definition.type === 'localizedText'
            ? languages.map((language) => ({ name, language }))
            : [{ name }],
        ),
    ]),
  );
}

const detailNames = [
  ...stored.aliasNames,
  ...stored.descriptionNames,
  'sameAs',
  'differentFrom',
  'editorial',
];

const conversions: Conversions = {
  entityProperties: () => ({}),
  relationProperties: () => ({}),
  ownValue: (value) => {
    if (!Array.isArray(value)) return value ?? null;
    const text = byLanguage(value as (string | null)[]);
    return Object.keys(text).length > 0 ? text : null;
  },
  details: detailsOf,
  position: (value) => {
    const [start, end, sha256] = value as [number | null, number | null, string | null];
    return start === null || end === null || sha256 === null ? null : { start, end, sha256 };
  },
  text: (value) => {
    const [length, sha256] = value as [number | null, string | null];
    return length === null || sha256 === null ? null : { length, sha256 };
  },
  flag: (value) => value as boolean,
};

function propertiesOf(columns: readonly OwnColumn[] = [], value: unknown): Properties {
  const values = value as readonly (string | number | null)[];
  const properties: Record<string, PropertyValue> = {};
  for (const [index, { name, language }] of columns.entries()) {
    const found = values[index];
    if (found === null || found === undefined) continue;
    properties[name] = language
      ? { ...(properties[name] as LocalizedText | undefined), [language]: found }
      : found;
  }
  return properties;
}

function detailsOf(value: unknown): EntityDetails {
  const values = value as readonly unknown[];
  const valueAt = (name: string): unknown => values[detailNames.indexOf(name)];
  const differentFrom = valueAt('differentFrom') as EntityDetails['differentFrom'] | null;
  return {
    aliases: byLanguage(stored.aliasNames.map(valueAt) as (readonly string[] | null)[]),
    description: byLanguage(stored.descriptionNames.map(valueAt) as (string | null)[]),
    sameAs: valueAt('sameAs') as EntityDetails['sameAs'],
    ...(differentFrom && { differentFrom }),
    editorial: valueAt('editorial') as EntityDetails['editorial'],
  };
}

function byLanguage<T>(
  values: readonly (T | null)[],
): Partial<Record<(typeof languages)[number], T>> {
  const found: Partial<Record<(typeof languages)[number], T>> = {};
  for (const [index, language] of languages.entries()) {
    const value = values[index];
    if (value !== null && value !== undefined) found[language] = value;
  }
  return found;
}
