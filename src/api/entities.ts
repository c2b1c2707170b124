import type { ObjectRef } from '@pothos/core';
import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import { languages, type Language, type LocalizedText } from '../vocabulary/languages.js';
import { isEnumerated, type PropertyDefinition } from '../vocabulary/properties.js';
import { pickText } from '../values/localized-text.js';
import type { EntityShape } from '../store/reading.js';
import type { EntityDetails, EntityRecord } from '../model/records.js';
import type { Types } from './kit/builder.js';
import type { RequestContext } from './kit/context.js';
import { evidenceField } from './evidence.js';
import { degreeExpansion, degreeKey } from './kit/expansions.js';
import { addExpansion, reads, readsPart } from './kit/plan.js';
import { relatedField } from './relations.js';
import type { EntityFields, SchemaParts } from './kit/types.js';

/** The interface that all entities have, and a type for each entity type of the vocabulary. */
export function defineEntities(parts: SchemaParts): void {
  defineEntityInterface(parts);
  for (const type of entityTypeNames) defineEntityType(parts, type);
}

/** Text in one language. */
interface LocalizedTextSource {
  readonly language: Language;
  readonly text: string;
  /** The entity whose name it is; absent where it can't be the editors' own. */
  readonly entity?: EntityRecord;
}

function detailsOf(
  entity: EntityRecord,
  context: RequestContext,
): EntityDetails | Promise<EntityDetails> {
  if (entity.details) return entity.details;
  return context.loaders.details.load(entity.slug).then((details) => details ?? emptyDetails);
}

const emptyDetails: EntityDetails = { aliases: {}, description: {}, sameAs: [], editorial: [] };

const readsDetails = reads<EntityShape>((shape) => {
  shape.details = true;
});

function defineEntityInterface(parts: SchemaParts): void {
  const { entity, node, enums, filters, vocabulary } = parts;
  const localizedText = defineLocalizedText(parts);
  entity.implement({
    description:
      'Anything in the graph that relations join: a person, an organization, an event, a topic, an instrument, a report, a statement or a place.',
    interfaces: [node],
    resolveType: (record) => record.type,
    fields: (t) => ({
      slug: t.exposeString('slug', {
        description: 'Its stable, readable name in this graph, unique over all entities.',
      }),
      type: t.field({
        type: enums.entityType,
        description: 'Its type.',
        resolve: ({ type }) => type,
      }),
      kind: t.exposeString('kind', {
        nullable: true,
        description:
          'What sort of its type it is, such as `NHRI` or `CONFERENCE`; `vocabulary` lists the kinds.',
      }),
      version: t.exposeInt('version', {
        description: 'Counts its changes, from 1.',
        extensions: readsPart('version'),
      }),
      name: t.string({
        description:
          'Its name in one language: the asked one, else the one that the client accepts, else English, Russian or Kazakh, else its slug.',
        args: {
          language: t.arg({ type: enums.language, description: 'The language that is wanted.' }),
        },
        resolve: ({ names, slug }, args, { languages: accepted }) =>
          pickText(names, args.language, accepted) ?? slug,
      }),
      names: t.field({
        type: [localizedText],
        description:
          'Its names as sources have them or, marked as editorial, as the editors chose them. A language without one is left out.',
        extensions: reads<EntityShape>((shape, field) => {
          for (const child of field.children())
            if (child.name === 'editorial') shape.details = true;
        }),
        resolve: (record) => textsOf(record.names, record),
      }),
      aliases: t.field({
        type: [localizedText],
        description: 'Its other names: short forms and other spellings.',
        extensions: readsDetails,
        resolve: async (record, _args, context) => {
          const { aliases } = await detailsOf(record, context);
          return languages.flatMap((language) =>
            (aliases[language] ?? []).map((text) => ({ language, text })),
          );
        },
      }),
      description: t.string({
        nullable: true,
        description: 'What is to be known of it, in the words of the editors.',
        args: {
          language: t.arg({
            type: enums.language,
            description: 'The language that is wanted; where it is missing, another one comes.',
          }),
        },
        extensions: readsDetails,
        resolve: async (record, args, context) =>
          pickText(
            (await detailsOf(record, context)).description,
            args.language,
            context.languages,
          ),
      }),
      sameAs: t.field({
        type: ['URL'],
        description: 'Addresses of the same thing elsewhere, such as in Wikidata.',
        extensions: readsDetails,
        resolve: async (record, _args, context) => [...(await detailsOf(record, context)).sameAs],
      }),
      degree: t.int({
        description: 'How many relations it has, either way.',
        args: {
          filter: t.arg({ type: filters.relationFilter, description: 'Which relations count.' }),
        },
        extensions: reads<EntityShape>((shape, { args, entityTypes }) => {
          if (args['filter'] == null) shape.parts?.add('degree');
          else addExpansion(shape.expansions, degreeExpansion(args, vocabulary, entityTypes));
        }),
        resolve: (record, args, context) => {
          if (args.filter == null) return record.degree;
          const answer = record.answers?.get(degreeKey(args));
          if (typeof answer === 'number') return answer;
          return context.loaders.expansionOfEntity(
            record.slug,
            degreeExpansion(args, vocabulary),
          ) as Promise<number>;
        },
      }),
      relations: relatedField(parts, t, null),
      evidence: evidenceField(parts, t, 'entity'),
    }),
  });
}

function defineLocalizedText({
  builder,
  enums,
}: SchemaParts): ObjectRef<Types, LocalizedTextSource> {
  return builder.objectRef<LocalizedTextSource>('LocalizedText').implement({
    description: 'Text in one language.',
    fields: (t) => ({
      language: t.field({
        type: enums.language,
        description: 'Its language.',
        resolve: ({ language }) => language,
      }),
      text: t.exposeString('text', { description: 'The text.' }),
      editorial: t.boolean({
        description: 'Whether the editors gave it, since no source was seen to.',
        resolve: async ({ entity, language }, _args, context) =>
          entity !== undefined && (await detailsOf(entity, context)).editorial.includes(language),
      }),
    }),
  });
}

function textsOf(text: LocalizedText, entity: EntityRecord): LocalizedTextSource[] {
  return languages.flatMap((language) => {
    const value = text[language];
    return value === undefined ? [] : [{ language, text: value, entity }];
  });
}

function defineEntityType(parts: SchemaParts, type: EntityType): void {
  const { vocabulary, entity, node, entityTypes } = parts;
  const { description, properties } = vocabulary.entityTypes[type];
  entityTypes[type].implement({
    description,
    interfaces: [node, entity],
    fields: (t) => ({
      ...Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [
          name,
          propertyField(parts, t, name, property),
        ]),
      ),
      ...Object.fromEntries(
        vocabulary.ends[type].map((end) => [end.field, relatedField(parts, t, end)]),
      ),
    }),
  });
}

/** An own property; null where no source gives it. */
function propertyField(
  { enums }: SchemaParts,
  t: EntityFields,
  name: string,
  { type, description }: PropertyDefinition,
) {
  if (isEnumerated(type)) {
    return t.field({
      type: enums.enumerated(type.enum),
      nullable: true,
      description,
      extensions: readsPart(`own ${name}`),
      resolve: ({ properties }) => properties[name] as string | undefined,
    });
  }
  switch (type) {
    case 'localizedText':
      return t.string({
        nullable: true,
        description: `${description} In one language, as \`name\` chooses it.`,
        args: {
          language: t.arg({
            type: enums.language,
            description: 'The language that is wanted; where it is missing, another one comes.',
          }),
        },
        resolve: ({ names }, args, { languages: accepted }) =>
          pickText(names, args.language, accepted),
      });
    case 'partialDate':
      return t.field({
        type: 'PartialDate',
        nullable: true,
        description,
        extensions: readsPart(`own ${name}`),
        resolve: ({ properties }) => properties[name] as string | undefined,
      });
    case 'integer':
      return t.int({
        nullable: true,
        description,
        extensions: readsPart(`own ${name}`),
        resolve: ({ properties }) => properties[name] as number | undefined,
      });
    case 'decimal':
      return t.float({
        nullable: true,
        description,
        extensions: readsPart(`own ${name}`),
        resolve: ({ properties }) => properties[name] as number | undefined,
      });
    case 'text':
      return t.string({
        nullable: true,
        description,
        extensions: readsPart(`own ${name}`),
        resolve: ({ properties }) => properties[name] as string | undefined,
      });
  }
}
