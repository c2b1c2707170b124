import type { EntityType, EntityTypeDefinition } from '../vocabulary/entity-types.js';
import type { PropertyDefinitions } from '../vocabulary/properties.js';
import { textByLanguage } from '../values/localized-text.js';
import { UNDATED } from '../model/time.js';
import type { EntityDetails, EntityRecord } from '../model/records.js';
import type { EntityEntry, SaidEntry } from './entries.js';
import { evidenceOfEntry, type WithEvidence } from './evidence.js';
import { mergeValues, type MergeContext } from './merging-values.js';
import { mergeNames } from './names.js';
import {
  definitionOfValue,
  textOfValues,
  textValues,
  typedProperties,
  unite,
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
  const definitions = claimedProperties(definition);
  const entries = all.map(({ entry }) => entry);
  const said = entries.map((entry) => {
    const values = textValues(entry, definitions);
    const target = { target: before.slug, definitions, values };
    return { values, evidence: evidenceOfEntry(entry.evidence ?? [], target) };
  });
  const { values, evidence } = mergeValues({
    target: before.slug,
    said,
    definitionOf: (property) => definitionOfValue(property, definitions),
    sources,
  });
  const { names, aliases, editorial } = mergeNames(all, sources);
  const differentFrom = unite(entries.flatMap((entry) => entry.differentFrom ?? []));
  const own = typedProperties(values, definition.properties);
  const { [nameProperty ?? '']: text, ...properties } = own;
  const record = {
    ...before,
    kind: values['kind'] ?? null,
    names: nameProperty === undefined ? names : textByLanguage(text),
    properties,
    details: {
      aliases,
      description: textOfValues('description', values),
      sameAs: unite(entries.flatMap(({ sameAs = [] }) => sameAs)),
      ...(differentFrom.length > 0 && { differentFrom }),
      editorial: nameProperty === undefined ? editorial : [],
    },
  };
  return { record, evidence };
}

/** Returns the properties of which each value is claimed: its own ones, `kind` and `description`. */
function claimedProperties({ properties }: EntityTypeDefinition): PropertyDefinitions {
  return {
    kind: { type: 'text', description: '', stated: false },
    description: { type: 'localizedText', description: '', stated: false },
    ...properties,
  };
}
