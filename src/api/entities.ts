import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import { languages, type Language } from '../vocabulary/languages.js';
import type { PropertyDefinition } from '../vocabulary/properties.js';
import {
  languageFor,
  languagesFor,
  nameIn,
  pickText,
  plainText,
} from '../values/localized-text.js';
import type { EntityItem } from '../store/answers.js';
import type { EntityRow } from '../store/rows.js';
import { readableDate, readablePeriod } from '../wording/readable-date.js';
import type { RequestContext } from './kit/context.js';
import { brings } from './kit/cost.js';
import { addExpansion, type EntityDraft } from './kit/drafts.js';
import { documentsField } from './documents.js';
import { evidenceField } from './evidence.js';
import { degreeExpansion, degreeKey } from './kit/expansions.js';
import { nameOf, namePart, namesParts, ownPartOf, partOf, whenKnown } from './kit/items.js';
import { reads, readsParts } from './kit/plan.js';
import { textsInLanguages } from './localized-text.js';
import { relatedField } from './relations.js';
import { ownField } from './kit/own-properties.js';
import { sourcesOfRelationFilter } from '../questions/filters.js';
import { checkNamedSources } from './kit/named-sources.js';
import type { EntityFields, SchemaParts } from './kit/types.js';

/** More aliases and external addresses than an entity usually has. */
const ALIASES = 8;
const SAME_AS = 4;

/** More slugs than are usually merged into one. */
const FORMER_SLUGS = 2;

/** More others of one name than an entity usually has. */
const NAMESAKES = 2;

/** Defines the interface of all entities, and a type for each entity type of the vocabulary. */
export function defineEntities(parts: SchemaParts): void {
  defineEntityInterface(parts);
  for (const type of entityTypeNames) defineEntityType(parts, type);
}

/** Returns a part of an entity. Loads it if the reading did not select it. */
function entityPart<P extends keyof EntityRow>(
  { row }: EntityItem,
  part: P,
  { loaders }: RequestContext,
) {
  return partOf(row, part, async () => (await loaders.entity(row.slug)).row);
}

function defineEntityInterface(parts: SchemaParts): void {
  const { entity, node, enums, filters, vocabulary } = parts;
  entity.implement({
    description:
      'A node of the graph: a person, an organization, an event, a topic, an instrument, a report, a statement or a place.',
    interfaces: [node],
    resolveType: ({ row }) => row.type,
    fields: (t) => ({
      slug: t.string({
        description: 'The stable, readable identifier of the entity, unique among all entities.',
        resolve: ({ row }) => row.slug,
      }),
      type: t.field({
        type: enums.entityType,
        description: 'The type of the entity.',
        resolve: ({ row }) => row.type,
      }),
      kind: t.string({
        nullable: true,
        description:
          'A subdivision of the type, such as `NHRI` or `CONFERENCE`. `vocabulary` lists the kinds of each type.',
        extensions: readsParts('kind'),
        resolve: (item, _args, context) => entityPart(item, 'kind', context),
      }),
      version: t.int({
        description: 'The version of the entity: 1 at first, and one more after each change.',
        extensions: readsParts('version'),
        resolve: (item, _args, context) => entityPart(item, 'version', context),
      }),
      ...namingFields(parts, t),
      degree: t.int({
        description: 'The number of relations of the entity in both directions.',
        args: {
          filter: t.arg({
            type: filters.relationFilter,
            description: 'Counts only relations that match this filter.',
          }),
        },
        extensions: reads<EntityDraft>((draft, { args, entityTypes }) => {
          if (args['filter'] == null) draft.parts.add('degree');
          else {
            const expansion = degreeExpansion(args, vocabulary, entityTypes);
            addExpansion(draft.expansions, degreeKey(args), expansion);
          }
        }),
        resolve: (item, args, context) => {
          if (args.filter == null) return entityPart(item, 'degree', context);
          const { row, shape, answers } = item;
          const planned = shape.expansions.get(degreeKey(args));
          const count =
            planned?.kind === 'related count'
              ? answers.of('related count', planned, row.slug)
              : undefined;
          const found =
            count ??
            context.loaders
              .expandEntity('related count', row.slug, degreeExpansion(args, vocabulary))
              .then(({ answer }) => answer);
          const check = checkNamedSources(sourcesOfRelationFilter(args.filter), context);
          return check ? check.then(() => found) : found;
        },
      }),
      relations: relatedField(parts, t, null),
      evidence: evidenceField(parts, t, 'entity'),
      formerSlugs: t.stringList({
        description:
          'Other slugs that documents have merged into this one, sorted. Each still leads here. Usually empty.',
        extensions: brings(FORMER_SLUGS),
        resolve: async ({ row }, _args, { loaders }) => [...(await loaders.formerSlugs(row.slug))],
      }),
      differentFrom: t.field({
        type: [entity],
        description:
          'The entities from which documents tell this one apart: they have one of its names and are not the same. Sorted by slug; usually empty. It is said of the entity whose entry in a document has it, and need not be said of the other one, too.',
        extensions: { ...brings(NAMESAKES), ...readsParts('details') },
        resolve: async (item, _args, context) => {
          const { differentFrom = [] } = await entityPart(item, 'details', context);
          return context.loaders.presentEntities(differentFrom);
        },
      }),
      documents: documentsField(parts, t, 'ENTITY'),
    }),
  });
}

/** Returns the fields for the names, the description and the external addresses of an entity. */
function namingFields({ enums, localizedText }: SchemaParts, t: EntityFields) {
  return {
    name: t.string({
      description:
        'The name in `language`, else in the languages that are related to it: a Kazakh reader gets the Russian name before the English one, a Russian reader the Kazakh one. Without `language`, the languages that the client accepts come first. In each language, a name comes before an alias. Without any name, the slug.',
      args: {
        language: t.arg({ type: enums.language, description: 'The preferred language.' }),
      },
      extensions: readsName,
      resolve: (item, args, context) =>
        whenKnown(nameOf(item, args.language, context), (name) => name ?? item.row.slug),
    }),
    nameLanguage: t.field({
      type: enums.language,
      nullable: true,
      description: 'The language of `name` for the same argument. Null if it is the slug.',
      args: {
        language: t.arg({ type: enums.language, description: 'The preferred language.' }),
      },
      extensions: readsParts(...namesParts),
      resolve: async (item, { language }, context) => {
        const [names, { aliases }] = await Promise.all([
          entityPart(item, 'names', context),
          entityPart(item, 'details', context),
        ]);
        const shown = nameIn({ names, aliases }, languagesFor(language, context.languages));
        return shown?.language ?? null;
      },
    }),
    names: t.field({
      type: [localizedText],
      description:
        'The name in each language that has one, as sources write it or, marked as `editorial`, as the editors chose it.',
      extensions: {
        ...brings(languages.length),
        ...reads<EntityDraft>((draft, field) => {
          draft.parts.add('names');
          for (const child of field.children())
            if (child.name === 'editorial') draft.parts.add('details');
        }),
      },
      resolve: (item, _args, context) =>
        whenKnown(entityPart(item, 'names', context), (names) =>
          textsInLanguages(names, ({ language }, later) =>
            whenKnown(entityPart(item, 'details', later), ({ editorial }) =>
              editorial.includes(language),
            ),
          ),
        ),
    }),
    aliases: t.field({
      type: [localizedText],
      description: 'Other names: short forms and other spellings.',
      extensions: { ...brings(ALIASES), ...readsParts('details') },
      resolve: async (item, _args, context) => {
        const { aliases } = await entityPart(item, 'details', context);
        return languages.flatMap((language) =>
          (aliases[language] ?? []).map((text) => ({ language, text })),
        );
      },
    }),
    description: t.string({
      nullable: true,
      description: 'A description by the editors. Null if there is none.',
      args: {
        language: t.arg({
          type: enums.language,
          description: 'The preferred language. Without a text in it, another language is used.',
        }),
      },
      extensions: readsParts('details'),
      resolve: async (item, args, context) => {
        const { description } = await entityPart(item, 'details', context);
        return pickText(description, args.language, context.languages);
      },
    }),
    sameAs: t.field({
      type: ['URL'],
      description: 'Addresses that describe the same entity elsewhere, such as in Wikidata.',
      extensions: { ...brings(SAME_AS), ...readsParts('details') },
      resolve: async (item, _args, context) => {
        const { sameAs } = await entityPart(item, 'details', context);
        return [...sameAs];
      },
    }),
  };
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
      ...('startDate' in properties && { dateText: dateTextField(parts, t) }),
    }),
  });
}

/** Returns the field for the days of an event in words. */
function dateTextField({ enums }: SchemaParts, t: EntityFields) {
  return t.string({
    nullable: true,
    description: 'Its days in words, such as “24–25 June 2025”. Null if they are unknown.',
    args: {
      language: t.arg({
        type: enums.language,
        description:
          'The language of the text. The default is the first language that the client accepts, else English.',
      }),
    },
    extensions: readsParts('own startDate', 'own endDate'),
    resolve: async ({ row }, args, { loaders, languages: accepted }) => {
      const own = async (name: string) =>
        plainText(await ownPartOf(row, name, async () => (await loaders.entity(row.slug)).row));
      const [first, last] = await Promise.all([own('startDate'), own('endDate')]);
      const language = languageFor(args.language, accepted);
      if (last !== undefined) return readablePeriod(first, last, language);
      return first === undefined ? null : readableDate(first, language);
    },
  });
}

/** Plans the name that `nameOf` returns for the argument `language`. */
const readsName = reads<EntityDraft>((draft, { args, context }) => {
  draft.parts.add(namePart(args['language'] as Language | null | undefined, context));
});

/** Returns the field for an own property. Its value is null if no source states it. */
function propertyField(
  { enums }: SchemaParts,
  t: EntityFields,
  name: string,
  { type, description }: PropertyDefinition,
) {
  if (type === 'localizedText') {
    return t.string({
      nullable: true,
      description: `${description} The language is chosen as for \`name\`.`,
      args: {
        language: t.arg({
          type: enums.language,
          description: 'The preferred language. Without a text in it, another language is used.',
        }),
      },
      extensions: readsName,
      resolve: (item, args, context) => nameOf(item, args.language, context),
    });
  }
  return ownField(t, enums, {
    name,
    type,
    description,
    valueOf: ({ row }, { loaders }) =>
      ownPartOf(row, name, async () => (await loaders.entity(row.slug)).row),
  });
}
