import { entityTypeNames, type EntityType } from '../../vocabulary/entity-types.js';
import { languages } from '../../vocabulary/languages.js';
import type { PropertyDefinitions } from '../../vocabulary/properties.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { fixed, type StatementText } from '../statement-text.js';
import type {
  EntityDetails,
  EntityRecord,
  EvidenceRecord,
  Properties,
  PropertyValue,
  RelationRecord,
  SourceRecord,
  Stance,
} from '../records.js';

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

const entityProperties = ['slug', 'type', 'kind', 'version', 'degree', ...times, ...names];
const detailProperties = [
  ...languages.map((language) => `aliases_${language}`),
  ...languages.map((language) => `description_${language}`),
  'sameAs', 'editorial',
]; // prettier-ignore
const orderProperties = [...languages.map((language) => `sort_${language}`), 'dateFirst', 'folded'];

const relationProperties = [
  'key', 'fromType', 'toType', 'version', ...times, 'publisherCount', 'originCount', 'sources',
]; // prettier-ignore

const fixedOfEntities = new Set([...entityProperties, ...detailProperties, ...orderProperties]);
const fixedOfRelations = new Set([...relationProperties, 'fromSlug', 'toSlug', 'dateFirst']);

/** Under which name an own property is kept: its own, but for those that every entity has. */
export function entityPropertyName(name: string): string {
  return fixedOfEntities.has(name) ? `own_${name}` : name;
}

export function relationPropertyName(name: string): string {
  return fixedOfRelations.has(name) ? `own_${name}` : name;
}

type Values = readonly (PropertyValue | null)[];

type EntityRow = [
  slug: string, type: EntityType, kind: string | null, version: number, degree: number,
  startEarliest: number, startLatest: number, endEarliest: number, endLatest: number,
  ...namesAndOwn: (PropertyValue | null)[],
]; // prettier-ignore

type RelationRow = [
  key: string, fromType: EntityType, toType: EntityType, version: number,
  startEarliest: number, startLatest: number, endEarliest: number, endLatest: number,
  publisherCount: number, originCount: number, sources: string[],
  ...own: (PropertyValue | null)[],
]; // prettier-ignore

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
export const evidenceRow = fixed(list('v', evidenceProperties));

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
export const sourceRow = fixed(list('s', sourceProperties));

export function sourceOf(row: unknown): SourceRecord {
  const [slug, title, language, publishedAt, kind, publisherSlug, urls, informerSlugs, textLength, textSha256] = row as SourceRow; // prettier-ignore
  const text =
    textLength === null || textSha256 === null ? null : { length: textLength, sha256: textSha256 };
  return { slug, title, urls, language, publishedAt, kind, publisherSlug, informerSlugs, text };
}

/** The details of an entity `n`. */
export const detailsRow = fixed(list('n', detailProperties));

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
  private readonly allOwnOfRelations: readonly string[];

  constructor(private readonly vocabulary: Vocabulary) {
    this.ownOfEntities = ownNames(vocabulary.entityTypes);
    this.ownOfRelations = ownNames(vocabulary.relationTypes);
    this.allOwnOfRelations = Object.keys(vocabulary.relationProperties);
  }

  /** An entity without its details, of one of the types. Own properties follow those of all. */
  entity(n: string, types: readonly EntityType[] = entityTypeNames): StatementText {
    const [only, more] = types;
    if (only !== undefined && more === undefined) {
      return fixed(list(n, [...entityProperties, ...this.storedOwnOf(only)]));
    }
    const cases = types
      .map((type) => [type, this.storedOwnOf(type)] as const)
      .filter(([, own]) => own.length > 0)
      .map(([type, own]) => `WHEN '${type}' THEN ${list(n, own)}`);
    const all = list(n, entityProperties);
    return fixed(
      cases.length === 0 ? all : `${all} + CASE ${n}.type ${cases.join(' ')} ELSE [] END`,
    );
  }

  readonly entityOf = (row: unknown): EntityRecord => {
    const [slug, type, kind, version, degree, startEarliest, startLatest, endEarliest, endLatest] = row as EntityRow; // prettier-ignore
    const texts = (row as EntityRow).slice(
      entityProperties.length - names.length,
      entityProperties.length,
    );
    return {
      slug,
      type,
      kind,
      version,
      names: byLanguage(texts as (string | null)[]),
      properties: propertiesOf(
        this.ownOfEntities.get(type),
        row as Values,
        entityProperties.length,
      ),
      time: { startEarliest, startLatest, endEarliest, endLatest },
      degree,
    };
  };

  /** A relation of that type; of any one where it is null. Own properties follow those of all. */
  relation(r: string, type: string | null): StatementText {
    return fixed(
      list(r, [...relationProperties, ...this.ownNamesOf(type).map(relationPropertyName)]),
    );
  }

  /** A row that was asked for with that type. Its key has its ends. */
  relationOf(row: unknown, ofType: string | null): RelationRecord {
    const [key, fromType, toType, version, startEarliest, startLatest, endEarliest, endLatest, publisherCount, originCount, sources] = row as RelationRow; // prettier-ignore
    const [fromSlug = '', type = '', toSlug = ''] = key.split('~', 3);
    const properties = propertiesOf(
      this.ownNamesOf(ofType),
      row as Values,
      relationProperties.length,
    );
    const time = { startEarliest, startLatest, endEarliest, endLatest };
    return {
      key, type, fromSlug, toSlug, fromType, toType, version, properties, time, sources,
      publisherCount, originCount,
    }; // prettier-ignore
  }

  private storedOwnOf(type: EntityType): string[] {
    return (this.ownOfEntities.get(type) ?? []).map(entityPropertyName);
  }

  private ownNamesOf(type: string | null): readonly string[] {
    return type === null ? this.allOwnOfRelations : (this.ownOfRelations.get(type) ?? []);
  }
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
    const value = row[start + index];
    if (name !== undefined && value !== null && value !== undefined) properties[name] = value;
  }
  return properties;
}
