import { z } from 'zod';
import { entityTypeNames, entityTypes, type EntityType } from '../vocabulary/entity-types.js';
import { isEnumerated, type EnumeratedType, type PropertyType } from '../vocabulary/properties.js';
import type { RelationTypeDefinition } from '../vocabulary/relation-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { defaultEvidenceSchema, evidenceSchema, sourceSchema } from './evidence-schemas.js';
import { addUnknownKeys, isMapping, listOf, notOneOf, oneOf, strict } from './schema-forms.js';
import { byLanguage } from './text-by-language.js';
import { name, namingText, partialDate, slug, text, url } from './text-schemas.js';
import type { Defaults, Entries } from '../writing/entries.js';

export interface KenesDocument extends Defaults, Entries {
  /** The version of the format. */
  readonly kenes: 1;
  /** The slug of the document. Without it, it is the name of its file without the ending. */
  readonly document?: string;
}

export type DocumentSchema = z.ZodType<KenesDocument>;

/** Returns the schema of a document. Its messages say what is allowed. */
export function documentSchema(vocabulary: Vocabulary): DocumentSchema {
  // TypeScript cannot infer the type of a schema that is built at run time: this states it.
  return documentShape(vocabulary).pipe(z.custom<KenesDocument>());
}

/**
 * Returns the JSON Schema of the format, for editors and other programs. https://json-schema.org
 */
export function documentJsonSchema(vocabulary: Vocabulary): object {
  return {
    title: 'A Kenes document',
    description: 'Sources, entities and relations with their evidence. YAML or JSON.',
    ...z.toJSONSchema(documentShape(vocabulary), { target: 'draft-2020-12' }),
  };
}

function documentShape(vocabulary: Vocabulary): z.ZodType {
  const evidence = listOf(evidenceSchema).optional().describe('The evidence for the entry.');
  const entity = z.union([
    byType(entityTypeNames, (type) => entitySchema(vocabulary, type, evidence)),
    joinSchema,
  ]);
  const relation = byType(vocabulary.relationTypeNames, (type) =>
    relationSchema(vocabulary, type, evidence),
  );
  return strict({
    kenes: z
      .literal(1, '`kenes` must be 1, the version of the format.')
      .describe('The version of the format.'),
    document: slug
      .optional()
      .describe(
        'What the document is called. A document that is imported again replaces what it said. The default is the name of its file, without the ending.',
      ),
    evidence: listOf(defaultEvidenceSchema)
      .optional()
      .describe(
        'The evidence for each relation that has none of its own, meant for a document of one source.',
      ),
    sources: listOf(sourceSchema).optional().describe('The sources that it cites.'),
    entities: listOf(entity).optional().describe('The entities that it describes.'),
    relations: listOf(relation).optional().describe('The relations that it describes.'),
  });
}

/** Returns the schema of an entry, whose `type` selects the schema that it must match. */
function byType<Type extends string>(
  types: readonly Type[],
  schemaOf: (type: Type) => z.ZodObject,
): z.ZodType {
  const [first, ...others] = types.map(schemaOf);
  if (!first) throw new Error('The vocabulary has no types.');
  const keys = new Set([first, ...others].flatMap(({ shape }) => Object.keys(shape)));
  return z.discriminatedUnion('type', [first, ...others], {
    error: (issue) => {
      addUnknownKeys(issue, [...keys]);
      return notOfType(issue.input, types);
    },
  });
}

/**
 * Returns the issues of the schema that a value with two schemas is meant to match: a join, or else
 * an entity; text by language and not plain text.
 */
export function issuesOfMeant(
  value: unknown,
  issue: z.core.$ZodIssue,
): readonly z.core.$ZodIssue[] {
  const isOfBoth = issue.code === 'invalid_union' && issue.errors.length === 2;
  if (!isOfBoth) return [issue];
  const [first = [], second = []] = issue.errors;
  const meant = isMapping(value) && 'mergedInto' in value ? second : first;
  return meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

const ENTITY_SLUG =
  'What it is called in all documents: what two documents say of one slug is said of one entity.';

const names = byLanguage(name)
  .optional()
  .describe('Its name in each language, as sources have it.');

const editorialNames = byLanguage(name)
  .optional()
  .describe('Your own name for it in each language in which no source has one.');

const aliases = byLanguage(listOf(name))
  .optional()
  .describe(
    'Its other names in each language, such as another spelling, by which it is found, too.',
  );

const description = byLanguage(text).optional().describe('What it is, in your own words.');

const sameAs = listOf(url)
  .optional()
  .describe(
    'The addresses that stand for it elsewhere, such as https://www.wikidata.org/entity/Q232.',
  );

const differentFrom = listOf(slug)
  .optional()
  .describe(
    'The slugs of others that have one of its names and are not the same: no warning asks whether they are one.',
  );

type Evidence = z.ZodOptional<z.ZodArray<typeof evidenceSchema>>;

function entitySchema(vocabulary: Vocabulary, type: EntityType, evidence: Evidence): z.ZodObject {
  const definition = vocabulary.entityTypes[type];
  const { nameProperty, properties } = definition;
  const hasKinds = Object.keys(definition.kinds).length > 0;
  const naming = (name: string): z.ZodType =>
    localizedNamingText.optional().describe(properties[name]?.description ?? '');
  return strict({
    slug: slug.describe(ENTITY_SLUG),
    type: z.literal(type).describe(definition.description),
    ...(hasKinds ? { kind: oneOf('kind', definition.kinds, 'Its kind.').optional() } : {}),
    ...(type === 'Statement' ? {} : { names, editorialNames }),
    aliases,
    description,
    sameAs,
    differentFrom,
    ...propertySchemas(properties),
    ...(nameProperty === undefined ? {} : { [nameProperty]: naming(nameProperty) }),
    evidence,
  });
}

function relationSchema(vocabulary: Vocabulary, type: string, evidence: Evidence): z.ZodObject {
  const definition = vocabulary.relationType(type);
  return strict({
    type: z.literal(type).describe(definition.description),
    from: slug.describe(
      `The slug of the entity that it leads from: ${typesOf('from', definition)}.`,
    ),
    to: slug.describe(`The slug of the entity that it leads to: ${typesOf('to', definition)}.`),
    instance: slug
      .optional()
      .describe(
        'What tells it apart from others of its type between the same ends, such as terms of office or payments: a slug that means something, such as 2011-12-29 or eighth-convocation.',
      ),
    repeat: z
      .int('`repeat` must be a whole number, such as 2 for the second relation with the same key.')
      .min(2, '`repeat` must be at least 2, for the second relation with the same key.')
      .optional()
      .describe('The `instance` of documents for earlier versions: 2 is read as "2".'),
    ...propertySchemas(definition.properties),
    evidence,
  });
}

/** Returns the types that an end may have, each once, with those of the other end where it matters. */
function typesOf(side: 'from' | 'to', { ends }: RelationTypeDefinition): string {
  const other = side === 'from' ? 'to' : 'from';
  const list = (types: readonly EntityType[]): string =>
    types.length === entityTypeNames.length ? 'any type' : types.join(' or ');
  if (ends.length === 1) return ends.map((end) => list(end[side])).join('');
  return ends
    .map((end) => `${list(end[side])}${side === 'from' ? ' to ' : ' from '}${list(end[other])}`)
    .join('; ');
}

function propertySchemas(
  properties: Readonly<Record<string, { type: PropertyType; description: string }>>,
): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, { type, description }]) => [
      name,
      isEnumerated(type)
        ? oneOf(name, type.values, description).optional()
        : propertySchema(type).optional().describe(description),
    ]),
  );
}

function propertySchema(type: Exclude<PropertyType, EnumeratedType>): z.ZodType {
  switch (type) {
    case 'text':
      return text;
    case 'localizedText':
      return z.union([byLanguage(text), plainText]);
    case 'partialDate':
      return partialDate;
    case 'integer':
      return z.int('This must be a whole number.');
    case 'decimal':
      return z.number('This must be a number.');
  }
}

const plainText = text.describe(
  'Plain text, as documents of earlier versions have it, is read as Kazakh, Russian or English by its letters.',
);

const localizedNamingText = byLanguage(namingText);

const joinSchema = strict({
  slug: slug.describe('The slug that is given up. Documents may go on naming it.'),
  type: oneOf(
    'type',
    Object.fromEntries(entityTypeNames.map((type) => [type, entityTypes[type].description])),
    'The type of both. It can be left out if another entry describes the first.',
  ).optional(),
  mergedInto: slug.describe('The slug of the same entity that stays.'),
}).describe('Joins two slugs of one entity: all that is said of the first is said of the second.');

function notOfType(entry: unknown, types: readonly string[]): string {
  return isMapping(entry)
    ? notOneOf('type', entry['type'], types)
    : `This must be a mapping with a type: ${types.join(', ')}.`;
}
