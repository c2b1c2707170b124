import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import { languages, type Label } from '../vocabulary/languages.js';
import type { RelationTypeDefinition } from '../vocabulary/relation-types.js';
import type { SchemaParts } from './kit/types.js';

/** The vocabulary itself: for legends, filters and people who want to know what there can be. */
export function defineVocabulary(parts: SchemaParts): void {
  const { builder, vocabulary } = parts;
  const entityType = defineEntityTypes(parts);
  const relationType = defineRelationTypes(parts);
  const type = builder.objectRef<typeof vocabulary>('Vocabulary').implement({
    description: 'The types of entities and relations that the graph can hold.',
    fields: (t) => ({
      entityTypes: t.field({
        type: [entityType],
        description: 'The types of entities.',
        resolve: () => entityTypeNames,
      }),
      relationTypes: t.field({
        type: [relationType],
        description: 'The types of relations.',
        resolve: () =>
          Object.entries(vocabulary.relationTypes).map(([name, definition]) => ({
            name,
            definition,
          })),
      }),
    }),
  });
  builder.queryFields((t) => ({
    vocabulary: t.field({
      type,
      description:
        'The types of entities and relations, with their labels, fields and public terms.',
      resolve: () => vocabulary,
    }),
  }));
}

function defineKind({ builder }: SchemaParts) {
  return builder.objectRef<{ name: string; description: string }>('EntityKind').implement({
    description: 'A kind of entities of one type.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'As `kind` has it.' }),
      description: t.exposeString('description', { description: 'What it means.' }),
    }),
  });
}

function defineEntityTypes(parts: SchemaParts) {
  const { builder, enums, vocabulary } = parts;
  const kind = defineKind(parts);
  return builder.objectRef<EntityType>('EntityTypeDescription').implement({
    description: 'A type of entities.',
    fields: (t) => ({
      type: t.field({ type: enums.entityType, description: 'The type.', resolve: (name) => name }),
      field: t.string({
        description: 'The root field that lists them.',
        resolve: (name) => vocabulary.entityTypes[name].plural,
      }),
      label: t.string({
        description: 'Its name for people.',
        args: {
          language: t.arg({
            type: enums.language,
            description:
              'The language that is wanted; else the one that the client accepts, else English.',
          }),
        },
        resolve: (name, args, context) =>
          vocabulary.entityTypes[name].label[args.language ?? context.languages[0] ?? 'en'],
      }),
      description: t.string({
        description: 'What it means.',
        resolve: (name) => vocabulary.entityTypes[name].description,
      }),
      term: t.string({
        description: 'The public term it maps to.',
        resolve: (name) => vocabulary.entityTypes[name].term,
      }),
      kinds: t.field({
        type: [kind],
        description: 'The kinds there are of it.',
        resolve: (name) =>
          Object.entries(vocabulary.entityTypes[name].kinds).map(([key, description]) => ({
            name: key,
            description,
          })),
      }),
      properties: t.stringList({
        description: 'Its own properties.',
        resolve: (name) => Object.keys(vocabulary.entityTypes[name].properties),
      }),
    }),
  });
}

interface RelationTypeSource {
  readonly name: string;
  readonly definition: RelationTypeDefinition;
}

function defineRelationTypes({ builder, enums }: SchemaParts) {
  const end = builder.objectRef<RelationTypeDefinition['ends'][number]>('RelationEnds').implement({
    description: 'Which entities a relation type may join.',
    fields: (t) => ({
      from: t.field({
        type: [enums.entityType],
        description: 'The types it leads from.',
        resolve: ({ from }) => [...from],
      }),
      to: t.field({
        type: [enums.entityType],
        description: 'The types it leads to.',
        resolve: ({ to }) => [...to],
      }),
    }),
  });
  const languageOf = (asked: keyof Label | null | undefined, accepted: readonly (keyof Label)[]) =>
    asked ?? accepted[0] ?? languages[0];
  return builder.objectRef<RelationTypeSource>('RelationTypeDescription').implement({
    description: 'A type of relations.',
    fields: (t) => ({
      type: t.field({
        type: enums.relationType,
        description: 'The type.',
        resolve: ({ name }) => name,
      }),
      ends: t.field({
        type: [end],
        description: 'What it may join.',
        resolve: ({ definition }) => [...definition.ends],
      }),
      forwardField: t.string({
        description: 'The field at its first end.',
        resolve: ({ definition }) => definition.forward[0],
      }),
      backwardField: t.string({
        description: 'The field at its second end.',
        resolve: ({ definition }) => definition.backward[0],
      }),
      label: t.string({
        description: 'What it says between the names of its ends.',
        args: {
          language: t.arg({
            type: enums.language,
            description:
              'The language that is wanted; else the one that the client accepts, else English.',
          }),
          direction: t.arg({
            type: enums.direction,
            defaultValue: 'FORWARD',
            description: 'From which end it is read.',
          }),
        },
        resolve: ({ definition }, args, context) =>
          definition.label[languageOf(args.language, context.languages)][
            args.direction === 'BACKWARD' ? 1 : 0
          ],
      }),
      description: t.string({
        description: 'What it means.',
        resolve: ({ definition }) => definition.description,
      }),
      properties: t.stringList({
        description: 'The properties that its relations can have.',
        resolve: ({ definition }) => Object.keys(definition.properties),
      }),
      qualifier: t.string({
        nullable: true,
        description:
          'The property that tells relations apart: another role is another participation.',
        resolve: ({ definition }) => definition.qualifier,
      }),
      time: t.string({
        description:
          'What time means for it: STATE, POINT, OF_EVENT, OF_STATEMENT, OF_FIRST_END or TIMELESS.',
        resolve: ({ definition }) => definition.time,
      }),
      term: t.string({
        nullable: true,
        description: 'The public term it maps to.',
        resolve: ({ definition }) => definition.term,
      }),
    }),
  });
}
