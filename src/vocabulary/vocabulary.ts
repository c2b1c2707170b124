import {
  entityTypeNames,
  entityTypes,
  type EntityType,
  type EntityTypeDefinition,
} from './entity-types.js';
import { isEnumerated, type EnumeratedType, type PropertyDefinition } from './properties.js';
import {
  relationTypes as standardRelationTypes,
  type RelationTypeDefinition,
} from './relation-types.js';
import { requiredRelationTypes } from './required-relation-types.js';

/** The direction in which a relation is followed: FORWARD from its first end to its second one. */
export type Direction = 'FORWARD' | 'BACKWARD';

/** The connection field of an entity type for one end of a relation type. */
export interface End {
  readonly field: string;
  readonly description: string;
  readonly relationType: string;
  readonly direction: Direction;
  /** The types of the entities at the other end, in the order of the table. */
  readonly far: readonly EntityType[];
}

/** A table of relation types by name. */
type RelationTypes = Readonly<Record<string, RelationTypeDefinition>>;

/**
 * The tables of entity types and relation types, and values computed from them. A table has at
 * least the relation types of `requiredRelationTypes`; the code uses no other relation type by
 * name.
 */
export interface Vocabulary {
  readonly entityTypes: Readonly<Record<EntityType, EntityTypeDefinition>>;
  readonly relationTypes: RelationTypes;
  readonly relationTypeNames: readonly string[];
  /**
   * Returns the definition of a relation type.
   * @throws Error for a name that is not in the table: check names from clients and files first.
   */
  readonly relationType: (name: string) => RelationTypeDefinition;
  /** The connection fields of each entity type. */
  readonly ends: Readonly<Record<EntityType, readonly End[]>>;
  /** The properties of all relation types. A name has the same type in each of them. */
  readonly relationProperties: Readonly<Record<string, PropertyDefinition>>;
  /** Every closed list of values, by the name of its GraphQL enum. */
  readonly enumerations: Readonly<Record<string, EnumeratedType>>;
  /** Returns whether a relation of the type may lead from one entity type to the other. */
  readonly joins: (relationType: string, from: EntityType, to: EntityType) => boolean;
}

/**
 * Creates the vocabulary of a table of relation types.
 * @throws Error if the table lacks a required relation type or contradicts itself: two fields of an
 *   entity type with the same name, two definitions of a property or of an enumeration, or a
 *   qualifier that is not a property.
 */
export function createVocabulary(relationTypes: RelationTypes = standardRelationTypes): Vocabulary {
  checkRequired(relationTypes);
  const definitions: readonly PropertyOwner[] = [
    ...Object.entries<EntityTypeDefinition>(entityTypes),
    ...Object.entries(relationTypes),
  ];
  return {
    entityTypes,
    relationTypes,
    relationTypeNames: Object.keys(relationTypes),
    relationType: (name) => {
      const definition = relationTypes[name];
      if (!definition) throw new Error(`The vocabulary has no relation type ${name}.`);
      return definition;
    },
    ends: endsByType(relationTypes),
    relationProperties: collectProperties(relationTypes),
    enumerations: collectEnumerations(definitions),
    joins: (relationType, from, to) =>
      relationTypes[relationType]?.ends.some(
        (end) => end.from.includes(from) && end.to.includes(to),
      ) ?? false,
  };
}

function checkRequired(relationTypes: RelationTypes): void {
  const missing = requiredRelationTypes.filter((name) => !(name in relationTypes));
  if (missing.length === 0) return;
  throw new Error(
    `The vocabulary lacks relation types that the service relies on: ${missing.join(', ')}.`,
  );
}

type PropertyOwner = readonly [
  name: string,
  owner: { readonly properties: Readonly<Record<string, PropertyDefinition>> },
];

/** The fields that every entity type has; a connection field may not take one of their names. */
const commonFields = [
  'id', 'slug', 'type', 'kind', 'version', 'name', 'nameLanguage', 'names', 'aliases', 'description',
  'sameAs', 'differentFrom', 'degree', 'relations', 'evidence', 'disagreements',
]; // prettier-ignore

function endsByType(relationTypes: RelationTypes): Record<EntityType, readonly End[]> {
  const ends = entityTypeNames.map((type) => [type, endsOf(type, relationTypes)]);
  return Object.fromEntries(ends) as Record<EntityType, readonly End[]>;
}

function endsOf(type: EntityType, relationTypes: RelationTypes): readonly End[] {
  const taken = new Set([...commonFields, ...Object.keys(entityTypes[type].properties)]);
  const ends: End[] = [];
  for (const [relationType, definition] of Object.entries(relationTypes)) {
    for (const direction of ['FORWARD', 'BACKWARD'] as const) {
      const far = farTypes(definition, type, direction);
      if (far.length === 0) continue;
      const [field, description] =
        direction === 'FORWARD' ? definition.forward : definition.backward;
      if (taken.has(field)) throw new Error(`${type} has two fields called ${field}.`);
      taken.add(field);
      ends.push({ field, description, relationType, direction, far });
    }
  }
  return ends;
}

function farTypes(
  definition: RelationTypeDefinition,
  type: EntityType,
  direction: Direction,
): readonly EntityType[] {
  const [near, far] =
    direction === 'FORWARD' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const types = definition.ends
    .filter((end) => end[near].includes(type))
    .flatMap((end) => end[far]);
  return entityTypeNames.filter((name) => types.includes(name));
}

function collectProperties(relationTypes: RelationTypes): Record<string, PropertyDefinition> {
  const properties: Record<string, PropertyDefinition> = {};
  for (const [relationType, definition] of Object.entries(relationTypes)) {
    for (const [name, property] of Object.entries(definition.properties)) {
      const known = properties[name];
      if (known && known.type !== property.type) {
        throw new Error(`The property ${name} of ${relationType} has another type elsewhere.`);
      }
      properties[name] ??= property;
    }
    const { qualifier } = definition;
    if (qualifier !== undefined && !definition.properties[qualifier]) {
      throw new Error(
        `The qualifier ${qualifier} of ${relationType} is not one of its properties.`,
      );
    }
  }
  return properties;
}

function collectEnumerations(owners: readonly PropertyOwner[]): Record<string, EnumeratedType> {
  const enumerations: Record<string, EnumeratedType> = {};
  for (const [, { properties }] of owners) {
    for (const { type } of Object.values(properties)) {
      if (!isEnumerated(type)) continue;
      const known = enumerations[type.enum];
      if (known && known !== type) throw new Error(`There are two enumerations ${type.enum}.`);
      enumerations[type.enum] = type;
    }
  }
  return enumerations;
}
