import type { ArgBuilder } from '@pothos/core';
import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import type { Language } from '../vocabulary/languages.js';
import type { RelationTypeDefinition } from '../vocabulary/relation-types.js';
import { kindList, valueLabels } from '../vocabulary/value-labels.js';
import type { Direction } from '../vocabulary/vocabulary.js';
import { languageFor } from '../values/localized-text.js';
import type { Types } from './kit/builder.js';
import type { RequestContext } from './kit/context.js';
import { brings } from './kit/cost.js';
import type { SchemaParts } from './kit/types.js';

/** More kinds, properties and combinations of ends than a type usually has. */
const KINDS = 8;
const PROPERTIES = 8;
const ENDS = 3;

const VALUE_LISTS = Object.keys(valueLabels).length;

/** Defines the root field that returns the vocabulary, for legends, filters and documentation. */
export function defineVocabulary(parts: SchemaParts): void {
  const { builder, vocabulary } = parts;
  const entityType = defineEntityTypes(parts);
  const relationType = defineRelationTypes(parts);
  const valueList = defineValueLists(parts);
  const type = builder.objectRef<typeof vocabulary>('Vocabulary').implement({
    description: 'The types of entities and relations that the graph can have.',
    fields: (t) => ({
      entityTypes: t.field({
        type: [entityType],
        description: 'The types of entities.',
        extensions: brings(entityTypeNames.length),
        resolve: () => entityTypeNames,
      }),
      relationTypes: t.field({
        type: [relationType],
        description: 'The types of relations.',
        extensions: brings(vocabulary.relationTypeNames.length),
        resolve: () =>
          Object.entries(vocabulary.relationTypes).map(([name, definition]) => ({
            name,
            definition,
          })),
      }),
      valueLists: t.field({
        type: [valueList],
        description: 'The closed lists of values, with labels for people.',
        extensions: brings(VALUE_LISTS),
        resolve: () => Object.keys(valueLabels),
      }),
    }),
  });
  builder.queryFields((t) => ({
    vocabulary: t.field({
      type,
      description:
        'The types of entities and relations, with their labels, fields and terms of public vocabularies.',
      resolve: () => vocabulary,
    }),
  }));
}

/** A value of a closed list. */
interface ListedValue {
  readonly list: string;
  readonly name: string;
  /** Null for a value of an enum, which has its description in the schema. */
  readonly description: string | null;
}

/** Returns the label of a value: the value itself if the list has no labels. */
function labelOf({ list, name }: ListedValue, language: Language): string {
  return valueLabels[list]?.[name]?.[language] ?? name;
}

type ListedFields = PothosSchemaTypes.ObjectFieldBuilder<Types, ListedValue>;

function valueFields({ enums }: SchemaParts, t: ListedFields) {
  return {
    name: t.exposeString('name', { description: 'The value, as in filters and documents.' }),
    label: t.string({
      description: 'The value for people.',
      args: {
        language: t.arg({
          type: enums.language,
          description:
            'The language of the text. The default is the first language that the client accepts, else English.',
        }),
      },
      resolve: (value, args, context) =>
        labelOf(value, languageFor(args.language, context.languages)),
    }),
  };
}

function defineKind(parts: SchemaParts) {
  return parts.builder.objectRef<ListedValue>('EntityKind').implement({
    description: 'A subdivision of an entity type.',
    fields: (t) => ({
      ...valueFields(parts, t),
      description: t.string({
        description: 'The meaning of the kind.',
        resolve: ({ description }) => description ?? '',
      }),
    }),
  });
}

/** The lists of values whose labels are not those of kinds, by their names. */
function defineValueLists(parts: SchemaParts) {
  const { builder } = parts;
  const value = builder.objectRef<ListedValue>('ListedValue').implement({
    description: 'A value of a closed list.',
    fields: (t) => valueFields(parts, t),
  });
  return builder.objectRef<string>('ValueList').implement({
    description: 'A closed list of values, such as the roles in which one takes part in an event.',
    fields: (t) => ({
      name: t.string({
        description: 'The name of the list, such as `ParticipationRole` or `SourceKind`.',
        resolve: (name) => name,
      }),
      values: t.field({
        type: [value],
        description: 'The values, with their labels.',
        extensions: brings(KINDS),
        resolve: (list) =>
          Object.keys(valueLabels[list] ?? {}).map((name) => ({ list, name, description: null })),
      }),
    }),
  });
}

function defineEntityTypes(parts: SchemaParts) {
  const { builder, enums, vocabulary } = parts;
  const kind = defineKind(parts);
  return builder.objectRef<EntityType>('EntityTypeDescription').implement({
    description: 'An entity type of the vocabulary.',
    fields: (t) => ({
      type: t.field({
        type: enums.entityType,
        description: 'The entity type.',
        resolve: (name) => name,
      }),
      field: t.string({
        description: 'The root field that lists the entities of this type.',
        resolve: (name) => vocabulary.entityTypes[name].plural,
      }),
      label: t.string({
        description: 'The name of the type for people.',
        args: {
          language: t.arg({
            type: enums.language,
            description:
              'The language of the text. The default is the first language that the client accepts, else English.',
          }),
        },
        resolve: (name, args, context) =>
          vocabulary.entityTypes[name].label[languageFor(args.language, context.languages)],
      }),
      description: t.string({
        description: 'The meaning of the entity type.',
        resolve: (name) => vocabulary.entityTypes[name].description,
      }),
      term: t.string({
        description:
          'The term of a public vocabulary that the type maps to, such as `schema:Place`.',
        resolve: (name) => vocabulary.entityTypes[name].term,
      }),
      kinds: t.field({
        type: [kind],
        description: 'The kinds of this type.',
        extensions: brings(KINDS),
        resolve: (name) =>
          Object.entries(vocabulary.entityTypes[name].kinds).map(([kindName, description]) => ({
            list: kindList(name),
            name: kindName,
            description,
          })),
      }),
      properties: t.stringList({
        description:
          'The names of the properties of this type, beside those that all entities have.',
        extensions: brings(PROPERTIES),
        resolve: (name) => Object.keys(vocabulary.entityTypes[name].properties),
      }),
    }),
  });
}

interface RelationTypeSource {
  readonly name: string;
  readonly definition: RelationTypeDefinition;
}

/** Returns the arguments of a text that differs by the end from which a relation is read. */
function readingArguments(arg: ArgBuilder<Types>, { enums }: SchemaParts) {
  return {
    language: arg({
      type: enums.language,
      description:
        'The language of the text. The default is the first language that the client accepts, else English.',
    }),
    direction: arg({
      type: enums.direction,
      defaultValue: 'FORWARD',
      description: 'The direction in which the relation is read.',
    }),
  };
}

interface Reading {
  readonly language?: Language | null | undefined;
  readonly direction?: Direction | null | undefined;
}

/** Returns the text of one direction, in the language of the reader. */
function readFrom(
  texts: RelationTypeDefinition['label'],
  { language, direction }: Reading,
  { languages }: RequestContext,
): string {
  return texts[languageFor(language, languages)][direction === 'BACKWARD' ? 1 : 0];
}

function defineRelationTypes(parts: SchemaParts) {
  const { builder, enums } = parts;
  const end = builder.objectRef<RelationTypeDefinition['ends'][number]>('RelationEnds').implement({
    description: 'Entity types that a relation type can connect.',
    fields: (t) => ({
      from: t.field({
        type: [enums.entityType],
        description: 'The entity types that a relation can lead from.',
        extensions: brings(entityTypeNames.length),
        resolve: ({ from }) => [...from],
      }),
      to: t.field({
        type: [enums.entityType],
        description: 'The entity types that a relation can lead to.',
        extensions: brings(entityTypeNames.length),
        resolve: ({ to }) => [...to],
      }),
    }),
  });
  return builder.objectRef<RelationTypeSource>('RelationTypeDescription').implement({
    description: 'A relation type of the vocabulary.',
    fields: (t) => ({
      type: t.field({
        type: enums.relationType,
        description: 'The relation type.',
        resolve: ({ name }) => name,
      }),
      ends: t.field({
        type: [end],
        description: 'The combinations of entity types that a relation can connect.',
        extensions: brings(ENDS),
        resolve: ({ definition }) => [...definition.ends],
      }),
      forwardField: t.string({
        description: 'The field of the entity at the first end that lists relations of this type.',
        resolve: ({ definition }) => definition.forward[0],
      }),
      backwardField: t.string({
        description: 'The field of the entity at the second end that lists relations of this type.',
        resolve: ({ definition }) => definition.backward[0],
      }),
      label: t.string({
        description: 'The words between the names of both ends.',
        args: readingArguments(t.arg, parts),
        resolve: ({ definition }, args, context) => readFrom(definition.label, args, context),
      }),
      heading: t.string({
        description:
          'The heading of a list of such relations of one entity, such as “Participants”: forward, of those that start from it, with what is at their second ends.',
        args: readingArguments(t.arg, parts),
        resolve: ({ definition }, args, context) => readFrom(definition.heading, args, context),
      }),
      description: t.string({
        description: 'The meaning of the relation type.',
        resolve: ({ definition }) => definition.description,
      }),
      properties: t.stringList({
        description: 'The names of the properties that relations of this type can have.',
        extensions: brings(PROPERTIES),
        resolve: ({ definition }) => Object.keys(definition.properties),
      }),
      qualifier: t.string({
        nullable: true,
        description:
          'The property that distinguishes relations between the same entities, such as the role of a participation. Null if the type has none.',
        resolve: ({ definition }) => definition.qualifier,
      }),
      time: t.string({
        description:
          'The rule for the time of its relations: STATE (from `since` until `until`), POINT (on `date`), OF_EVENT, OF_STATEMENT or OF_FIRST_END (the time of that end), or TIMELESS.',
        resolve: ({ definition }) => definition.time,
      }),
      term: t.string({
        nullable: true,
        description:
          'The term of a public vocabulary that the type maps to. Null if there is none.',
        resolve: ({ definition }) => definition.term,
      }),
    }),
  });
}
