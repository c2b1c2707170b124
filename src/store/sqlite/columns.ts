import { LRUCache } from 'lru-cache';
import type { EntityType } from '../../vocabulary/entity-types.js';
import { languages } from '../../vocabulary/languages.js';
import type { Position } from '../../values/position.js';
import type { EntityDetails, Properties, SourceRecord } from '../../model/records.js';
import { type Sql, join, raw, sql } from '../engine/query-text.js';
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
  type Values,
} from '../engine/row-readers.js';
import type { EntityPart, EvidencePart, RelationPart, SourcePart } from '../reading.js';
import type { EntityRow, EvidenceRow, RelationRow, SourceRow } from '../rows.js';

// The columns that queries select from each table: only the parts that are asked for. Queries
// return rows as JSON lists, which are smaller, and parsed faster, than maps by name.

/** The columns of one kind of record in a query, and the reader of its rows. */
export interface Columns<R> {
  /** For the inner query, which has the conditions and the order: `e.slug AS e_slug, …`. */
  readonly selected: Sql;
  /** For the outer query, a row as one JSON list: `json_array(e_slug, …)`. */
  readonly json: Sql;
  readonly read: (values: Values) => R;
}

/** The number of different selections whose columns are kept. The queries of an app have far fewer. */
const KEPT_SELECTIONS = 500;

/**
 * Returns a function that composes the columns of each selection only once, since that takes longer
 * than to read a few rows.
 */
function oncePerSelection<P extends string, V extends string, C extends object>(
  columnsOf: (parts: readonly P[], variant?: V) => C,
): (parts: readonly P[], variant?: V) => C {
  const known = new LRUCache<string, C>({ max: KEPT_SELECTIONS });
  return (parts, variant) => {
    const key = `${variant ?? ''}|${parts.join('|')}`;
    let columns = known.get(key);
    if (!columns) known.set(key, (columns = columnsOf(parts, variant)));
    return columns;
  };
}

/**
 * Selects from a table `entity e`. `knownType` is the type of all rows, which then leave it out.
 */
export const entityColumns = oncePerSelection(
  (parts: readonly EntityPart[], knownType?: EntityType): Columns<EntityRow> => {
    const layout: EntityColumn[] = ['slug', ...(knownType ? [] : ['type' as const]), ...parts];
    return {
      ...selectionOf('e', layout, entityForms),
      read: entityReader(layout, conversions, knownType),
    };
  },
);

/** Selects from a table `relation r`. */
export const relationColumns = oncePerSelection(
  (parts: readonly RelationPart[]): Columns<RelationRow> => {
    const layout: RelationColumn[] = ['key', ...parts];
    return {
      ...selectionOf('r', layout, relationForms),
      read: relationReader(layout, conversions),
    };
  },
);

interface EvidenceColumns extends Columns<EvidenceRow> {
  /** @param known the value of the column that rows leave out. */
  readonly read: (values: Values, known?: { target?: string; sourceSlug?: string }) => EvidenceRow;
}

/**
 * Selects from a table `evidence v`. `known` is the column that has the same value in all rows,
 * which then leave it out.
 */
export const evidenceColumns = oncePerSelection(
  (parts: readonly EvidencePart[], known?: 'target' | 'sourceSlug'): EvidenceColumns => {
    const always = ['id', 'target', 'property', 'sourceSlug', 'stance'] as const;
    const layout: EvidenceColumn[] = [...always.filter((column) => column !== known), ...parts];
    return {
      ...selectionOf('v', layout, evidenceForms),
      read: evidenceReader(layout, conversions),
    };
  },
);

/** Selects from a table `source s`. */
export const sourceColumns = oncePerSelection(
  (parts: readonly SourcePart[]): Columns<SourceRow> => {
    const layout: SourceColumn[] = ['slug', ...parts];
    return {
      ...selectionOf('s', layout, sourceForms),
      read: sourceReader(layout, conversions),
    };
  },
);

/** The columns that a column of a layout is stored in: as a value, as JSON text, or as several. */
type Form =
  { readonly value: string } | { readonly json: string } | { readonly list: readonly string[] };

/** The forms of all columns except those that name their own property or their languages. */
type Forms<C extends string> = Readonly<
  Record<Exclude<C, `own ${string}` | `name ${string}`>, Form>
>;

const time: Form = { list: ['start_earliest', 'start_latest', 'end_earliest', 'end_latest'] };

const entityForms: Forms<EntityColumn> = {
  slug: { value: 'slug' },
  type: { value: 'type' },
  kind: { value: 'kind' },
  names: { list: languages.map((language) => `name_${language}`) },
  version: { value: 'version' },
  degree: { value: 'degree' },
  time,
  properties: { json: 'properties' },
  details: { json: 'details' },
};

const relationForms: Forms<RelationColumn> = {
  key: { value: 'key' },
  ends: { list: ['from_type', 'to_type'] },
  version: { value: 'version' },
  time,
  publisherCount: { value: 'publisher_count' },
  originCount: { value: 'origin_count' },
  standing: { value: 'standing' },
  isContested: { value: 'is_contested' },
  sources: { json: 'sources' },
  properties: { json: 'properties' },
};

const evidenceForms: Forms<EvidenceColumn> = {
  id: { value: 'id' },
  target: { value: 'target' },
  property: { value: 'property' },
  sourceSlug: { value: 'source' },
  stance: { value: 'stance' },
  position: { json: 'position' },
  value: { value: 'value' },
  preferred: { value: 'preferred' },
  inferred: { value: 'inferred' },
  note: { value: 'note' },
};

const sourceForms: Forms<SourceColumn> = {
  slug: { value: 'slug' },
  title: { value: 'title' },
  urls: { json: 'urls' },
  language: { value: 'language' },
  publishedAt: { value: 'published_at' },
  kind: { value: 'kind' },
  publisher: { value: 'publisher' },
  informers: { json: 'informers' },
  text: { json: 'text' },
};

/**
 * JSON.parse already returns the values of records, except booleans, which are stored as 0 and 1.
 */
const conversions: Conversions = {
  entityProperties: (_type, value) => value as Properties,
  relationProperties: (_type, value) => value as Properties,
  ownValue: (value) => value ?? null,
  details: (value) => value as EntityDetails,
  position: (value) => value as Position | null,
  text: (value) => value as SourceRecord['text'],
  flag: (value) => value === 1,
};

function selectionOf(
  alias: string,
  layout: readonly string[],
  forms: Readonly<Record<string, Form>>,
): Pick<Columns<never>, 'selected' | 'json'> {
  const selected = new Set<string>();
  const select = (column: string): string => {
    selected.add(`${alias}.${column} AS ${alias}_${column}`);
    return `${alias}_${column}`;
  };
  const values = layout.map((column): Sql => {
    const [kind, ...names] = column.split(' ');
    // The operator returns a number as it is written; `json_extract` would shorten long ones.
    if (kind === 'own') return sql`${raw(select('properties'))} -> ${names.join(' ')}`;
    if (kind === 'name') {
      const name = names
        .flatMap((language) => [
          `${alias}.name_${language}`,
          `${alias}.details ->> '$.aliases.${language}[0]'`,
        ])
        .join(', ');
      selected.add(`coalesce(${name}, NULL) AS ${alias}_name`);
      return raw(`${alias}_name`);
    }
    const form = forms[column];
    if (!form) throw new Error(`There is no column ${column}.`);
    if ('value' in form) return raw(select(form.value));
    if ('json' in form) return raw(`json(${select(form.json)})`);
    return raw(`json_array(${form.list.map(select).join(', ')})`);
  });
  return { selected: raw([...selected].join(', ')), json: sql`json_array(${join(values, ', ')})` };
}
