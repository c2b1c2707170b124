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

/** Which way a relation is followed: from its first end to its second, or back. */
export type Direction = 'FORWARD' | 'BACKWARD';

/** One end of a relation type, seen from an entity type: the connection field it becomes there. */
export interface End {
  readonly field: string;
  readonly description: string;
  readonly relationType: string;
  readonly direction: Direction;
  /** The types of the entities at the other end, in the order of the table. */
  readonly far: readonly EntityType[];
}

/** The two tables and what follows from them. Nothing outside it knows a relation type by name. */
export interface Vocabulary {
  readonly entityTypes: Readonly<Record<EntityType, EntityTypeDefinition>>;
  readonly relationTypes: Readonly<Record<string, RelationTypeDefinition>>;
  readonly relationTypeNames: readonly string[];
  /** The connection fields of each entity type. */
  readonly ends: Readonly<Record<EntityType, readonly End[]>>;
  /** Every property that some relation type has: a name means the same wherever it stands. */
  readonly relationProperties: Readonly<Record<string, PropertyDefinition>>;
  /** Every closed list of values, by the name of its GraphQL enum. */
  readonly enumerations: Readonly<Record<string, EnumeratedType>>;
  /** Whether a relation of that type may lead from the one entity type to the other. */
  readonly joins: (relationType: string, from: EntityType, to: EntityType) => boolean;
}

/**
 * The vocabulary of a table of relation types.
 * @throws Error when the table contradicts itself: two fields of one name on a type, a property
 *   or an enumeration that means two things, a qualifier that is no property.
 */
export function createVocabulary(
  relationTypes: Readonly<Record<string, RelationTypeDefinition>> = standardRelationTypes,
): Vocabulary {
  const definitions: readonly PropertyOwner[] = [
    ...Object.entries<EntityTypeDefinition>(entityTypes),
    ...Object.entries(relationTypes),
  ];
  return {
    entityTypes,
    relationTypes,
    relationTypeNames: Object.keys(relationTypes),
    ends: Object.fromEntries(
      entityTypeNames.map((type) => [type, endsOf(type, relationTypes)]),
    ) as unknown as Vocabulary['ends'],
    relationProperties: collectProperties(relationTypes),
    enumerations: collectEnumerations(definitions),
    joins: (relationType, from, to) =>
      relationTypes[relationType]?.ends.some(
        (end) => end.from.includes(from) && end.to.includes(to),
      ) ?? false,
  };
}

type PropertyOwner = readonly [
  name: string,
  owner: { readonly properties: Readonly<Record<string, PropertyDefinition>> },
];

/** The names that every entity has; a connection field may not take one of them. */
const commonFields = [
  'id', 'slug', 'type', 'kind', 'version', 'name', 'names', 'aliases', 'description', 'sameAs',
  'degree', 'relations', 'evidence',
]; // prettier-ignore

function endsOf(
  type: EntityType,
  relationTypes: Readonly<Record<string, RelationTypeDefinition>>,
): readonly End[] {
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

function collectProperties(
  relationTypes: Readonly<Record<string, RelationTypeDefinition>>,
): Record<string, PropertyDefinition> {
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
