import type { EntityType, EntityTypeDefinition } from '../vocabulary/entity-types.js';
import { languages, type LocalizedText } from '../vocabulary/languages.js';
import type { PropertyDefinition } from '../vocabulary/properties.js';
import { UNDATED } from '../model/time.js';
import type { EntityDetails, EntityRecord } from '../model/records.js';
import type { EntityEntry, SaidEntry } from './entries.js';
import { evidenceOfEntry, type WithEvidence } from './evidence.js';
import { mergeValues, type MergeContext } from './merging-values.js';
import { mergeNames } from './names.js';
import {
  textOfValues,
  textValues,
  typedProperties,
  unite,
  valuesOfText,
  type TextValues,
} from './property-values.js';

const NO_DETAILS: EntityDetails = { aliases: {}, description: {}, sameAs: [], editorial: [] };

/** Returns the record of an entity of which nothing is said yet. */
export function emptyEntity(slug: string, type: EntityType): EntityRecord {
  return {
    slug, type, kind: null, version: 0, names: {}, properties: {}, time: UNDATED, degree: 0,
    details: NO_DETAILS,
  }; // prettier-ignore
}

/**
 * Merges all entries of an entity, in any order, into its record. The version, the degree and the
 * time are those of the record before.
 */
export function mergeEntity(
  all: readonly SaidEntry<EntityEntry>[],
  before: EntityRecord,
  { vocabulary, sources }: MergeContext,
): WithEvidence<EntityRecord> {
  const definition = vocabulary.entityTypes[before.type];
  const { nameProperty } = definition;
  const isClaimed = (property: string): boolean =>
    claimedProperty(property, definition) !== undefined;
  const entries = all.map(({ entry }) => entry);
  const said = entries.map((entry) => {
    const values = valuesOfEntry(entry, definition);
    const target = { target: before.slug, definitions: definition.properties, values, isClaimed };
    return { values, evidence: evidenceOfEntry(entry.evidence ?? [], target) };
  });
  const { values, evidence } = mergeValues({
    target: before.slug,
    said,
    definitionOf: (property) => claimedProperty(property, definition),
    sources,
  });
  const { names, aliases, editorial } = mergeNames(all, sources);
  const record = {
    ...before,
    kind: values['kind'] ?? null,
    names: nameProperty === undefined ? names : textOfValues(nameProperty, values),
    properties: typedProperties(values, definition.properties),
    details: {
      aliases,
      description: textOfValues('description', values),
      sameAs: unite(entries.flatMap(({ sameAs = [] }) => sameAs)),
      editorial: nameProperty === undefined ? editorial : [],
    },
  };
  return { record, evidence };
}

function valuesOfEntry(
  entry: EntityEntry,
  { properties, nameProperty }: EntityTypeDefinition,
): TextValues {
  return {
    ...(entry.kind === undefined ? {} : { kind: entry.kind }),
    ...textValues(entry, properties),
    ...valuesOfText('description', entry.description ?? {}),
    ...(nameProperty === undefined
      ? {}
      : valuesOfText(nameProperty, (entry[nameProperty] as LocalizedText | undefined) ?? {})),
  };
}

/** Defines the text in one language of a localized property, and `kind`. */
const ONE_LANGUAGE: PropertyDefinition = { type: 'text', description: '', stated: false };

/** Returns the definition of a property that has one value at a time; undefined for other names. */
function claimedProperty(
  property: string,
  { properties, nameProperty }: EntityTypeDefinition,
): PropertyDefinition | undefined {
  const own = properties[property];
  if (own && own.type !== 'localizedText') return own;
  if (property === 'kind') return ONE_LANGUAGE;
  const [name, language] = property.split('.');
  const isText = name === 'description' || (name !== undefined && name === nameProperty);
  return isText && languages.some((known) => known === language) ? ONE_LANGUAGE : undefined;
}
