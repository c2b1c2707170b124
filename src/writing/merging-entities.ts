import type { EntityTypeDefinition } from '../vocabulary/entity-types.js';
import { languages, type LocalizedText } from '../vocabulary/languages.js';
import type { PropertyDefinition } from '../vocabulary/properties.js';
import { UNDATED } from '../model/time.js';
import type { EntityDetails, EntityRecord } from '../model/records.js';
import type { EntityEntry } from './entries.js';
import { evidenceOfEntry, type WithEvidence } from './evidence.js';
import {
  mergeValues,
  NOTHING_ADDED,
  type AttestedValues,
  type MergeContext,
} from './merging-values.js';
import { mergeNames, namesOfEntry } from './names.js';
import {
  textOfValues,
  textValues,
  typedProperties,
  unite,
  valuesOfText,
  type TextValues,
} from './property-values.js';

const NO_DETAILS: EntityDetails = { aliases: {}, description: {}, sameAs: [], editorial: [] };

/** Returns the record that the first entry of an entity is merged into. */
export function newEntity({ slug, type }: EntityEntry): WithEvidence<EntityRecord> {
  const record: EntityRecord = {
    slug, type, kind: null, version: 1, names: {}, properties: {}, time: UNDATED, degree: 0,
    details: NO_DETAILS,
  }; // prettier-ignore
  return { record, evidence: [] };
}

/** Merges an entry into the record of its entity. The degree and the time are derived later. */
export function mergeEntity(
  entry: EntityEntry,
  before: WithEvidence<EntityRecord>,
  context: MergeContext,
): WithEvidence<EntityRecord> {
  const { record } = before;
  const definition = context.vocabulary.entityTypes[record.type];
  const values = valuesOfEntry(entry, definition);
  const evidence = evidenceOfEntry(entry.evidence ?? [], {
    target: record.slug,
    definitions: definition.properties,
    values,
    isClaimed: (property) => claimedProperty(property, definition) !== undefined,
  });
  const shown = withAdded({ values, evidence }, before, context);
  return { ...shown, record: withNames(shown.record, record, entry, definition) };
}

/** Recomputes the shown values of an entity after the weight of its sources changed. */
export function recomputeEntity(
  before: WithEvidence<EntityRecord>,
  context: MergeContext,
): WithEvidence<EntityRecord> {
  return withAdded(NOTHING_ADDED, before, context);
}

function withAdded(
  added: AttestedValues,
  { record, evidence }: WithEvidence<EntityRecord>,
  { vocabulary, sources }: MergeContext,
): WithEvidence<EntityRecord> {
  const definition = vocabulary.entityTypes[record.type];
  const { nameProperty } = definition;
  const merged = mergeValues({
    target: record.slug,
    before: { values: valuesOfRecord(record, definition), evidence },
    added,
    definitionOf: (property) => claimedProperty(property, definition),
    sources,
  });
  return {
    record: {
      ...record,
      kind: merged.values['kind'] ?? null,
      names: nameProperty === undefined ? record.names : textOfValues(nameProperty, merged.values),
      properties: typedProperties(merged.values, definition.properties),
      details: { ...record.details, description: textOfValues('description', merged.values) },
    },
    evidence: merged.evidence,
  };
}

/**
 * Unites names, aliases and `sameAs`. If a property serves as the name, its claims decide instead.
 */
function withNames(
  shown: EntityRecord,
  before: EntityRecord,
  entry: EntityEntry,
  { nameProperty }: EntityTypeDefinition,
): EntityRecord {
  const details = before.details;
  const merged = mergeNames({ names: before.names, ...details }, namesOfEntry(entry));
  return {
    ...shown,
    names: nameProperty === undefined ? merged.names : shown.names,
    details: {
      ...shown.details,
      aliases: merged.aliases,
      sameAs: unite(details.sameAs, entry.sameAs ?? []),
      editorial: nameProperty === undefined ? merged.editorial : [],
    },
  };
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

function valuesOfRecord(
  record: EntityRecord,
  { properties, nameProperty }: EntityTypeDefinition,
): TextValues {
  return {
    ...(record.kind === null ? {} : { kind: record.kind }),
    ...textValues(record.properties, properties),
    ...valuesOfText('description', record.details.description),
    ...(nameProperty === undefined ? {} : valuesOfText(nameProperty, record.names)),
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
