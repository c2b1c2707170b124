import { z } from 'zod';
import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import { languages } from '../vocabulary/languages.js';
import { isEnumerated, type PropertyType } from '../vocabulary/properties.js';
import { sourceKinds } from '../vocabulary/source-kinds.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { limits } from '../limits.js';
import { SLUG_PATTERN } from '../values/keys.js';
import { DATE_EXAMPLES, isPartialDate } from '../values/partial-date.js';
import { didYouMean } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';
import { name, namingText, text, url } from './text-schemas.js';
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
    kenes: z.literal(1, '`kenes` must be 1, the version of the format.'),
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
  return z.discriminatedUnion('type', [first, ...others], {
    error: ({ input }) => notOfType(input, types),
  });
}

/** Returns the issues of the schema that an entry of an entity is meant to match. */
export function issuesOfEntry(
  entry: unknown,
  issue: z.core.$ZodIssue,
): readonly z.core.$ZodIssue[] {
  const isOfBoth = issue.code === 'invalid_union' && issue.errors.length === 2;
  if (!isOfBoth) return [issue];
  const [ofEntity = [], ofJoin = []] = issue.errors;
  const meant = isMapping(entry) && 'mergedInto' in entry ? ofJoin : ofEntity;
  return meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

type Evidence = z.ZodOptional<z.ZodArray<typeof evidenceSchema>>;

function entitySchema(vocabulary: Vocabulary, type: EntityType, evidence: Evidence): z.ZodObject {
  const definition = vocabulary.entityTypes[type];
  const { nameProperty, properties } = definition;
  const kinds = Object.keys(definition.kinds);
  const naming = (name: string): z.ZodType =>
    localizedNamingText.optional().describe(properties[name]?.description ?? '');
  return strict({
    slug,
    type: z.literal(type).describe(definition.description),
    ...(kinds.length > 0 ? { kind: oneOf('kind', kinds).optional() } : {}),
    ...(type === 'Statement'
      ? {}
      : { names: localizedNames.optional(), editorialNames: localizedNames.optional() }),
    aliases: localizedAliases.optional(),
    description: localized.optional(),
    sameAs: listOf(url).optional(),
    ...propertySchemas(properties),
    ...(nameProperty === undefined ? {} : { [nameProperty]: naming(nameProperty) }),
    evidence,
  });
}

function relationSchema(vocabulary: Vocabulary, type: string, evidence: Evidence): z.ZodObject {
  const definition = vocabulary.relationType(type);
  return strict({
    type: z.literal(type).describe(definition.description),
    from: slug.describe('The slug of the entity that it leads from.'),
    to: slug.describe('The slug of the entity that it leads to.'),
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

function propertySchemas(
  properties: Readonly<Record<string, { type: PropertyType; description: string }>>,
): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      propertySchema(name, property.type).optional().describe(property.description),
    ]),
  );
}

function propertySchema(name: string, type: PropertyType): z.ZodType {
  if (isEnumerated(type)) return oneOf(name, Object.keys(type.values));
  switch (type) {
    case 'text':
      return text;
    case 'localizedText':
      return localized;
    case 'partialDate':
      return partialDate;
    case 'integer':
      return z.int('This must be a whole number.');
    case 'decimal':
      return z.number('This must be a number.');
  }
}

const slugExpected = `A slug has only lower-case Latin letters, digits and single hyphens, at most ${limits.slugLength.value} characters.`;

const slug = z
  .string({
    error: ({ input }) => (input === undefined ? 'The slug is missing.' : slugExpected),
  })
  .max(limits.slugLength.value, { error: slugExpected, abort: true })
  .regex(SLUG_PATTERN, slugExpected);

const dateExpected = `The date must be in EDTF, such as ${DATE_EXAMPLES}.`;

const partialDate = z
  .union([z.string(), z.int()], { error: ({ input }) => notDate(input) })
  .overwrite(withFourDigits)
  .refine((value) => isPartialDate(String(value)), dateExpected);

/** YAML reads `[2016-03..2016-05]` as a list. */
function notDate(input: unknown): string {
  return Array.isArray(input) && input.length > 0 && input.every((part) => isScalar(part))
    ? `Put a date in brackets in quotes: "[${input.join(', ')}]".`
    : dateExpected;
}

/** YAML reads 0988 as the number 988. */
function withFourDigits(date: string | number): string | number {
  return typeof date === 'number' && date > 0 && date < 1000 ? String(date).padStart(4, '0') : date;
}

const localized = strict(
  Object.fromEntries(languages.map((language) => [language, text.optional()])),
);

const localizedNamingText = strict(
  Object.fromEntries(languages.map((language) => [language, namingText.optional()])),
);

const localizedNames = strict(
  Object.fromEntries(languages.map((language) => [language, name.optional()])),
);

const localizedAliases = strict(
  Object.fromEntries(languages.map((language) => [language, listOf(name).optional()])),
);

const joinSchema = strict({
  slug: slug.describe('The slug that is given up. Documents may go on naming it.'),
  type: oneOf('type', entityTypeNames)
    .optional()
    .describe('The type of both. It can be left out if another entry describes the first.'),
  mergedInto: slug.describe('The slug of the same entity that stays.'),
}).describe('Joins two slugs of one entity: all that is said of the first is said of the second.');

const digestExpected = 'The SHA-256 digest must have 64 lower-case hexadecimal digits.';

const digest = z.string(digestExpected).regex(/^[0-9a-f]{64}$/, digestExpected);

const count = z.int('This must be a whole number.').min(0, 'The number must be at least 0.');

const citedSource = slug.describe('The slug of the source.');

const position = strict({ start: count, end: count, sha256: digest })
  .optional()
  .describe(
    'The passage in the source: Unicode code points, the end exclusive, SHA-256 of its UTF-8.',
  );

const flag = z.boolean('This must be true or false.').optional();

/** Evidence for relations as a whole, whatever their properties. */
const defaultEvidenceSchema = strict({
  source: citedSource,
  position,
  inferred: flag,
  note: text.optional(),
}).meta({ id: 'defaultEvidence' });

const evidenceSchema = strict({
  source: citedSource,
  property: text
    .optional()
    .describe('The property that it is for; if absent, it is for the entry as a whole.'),
  position,
  stance: oneOf('stance', ['CONFIRMS', 'CONTRADICTS']).optional(),
  value: z
    .union([text, z.number()], 'This must be text or a number.')
    .optional()
    .describe(
      'The value that the source states, if it differs; for a contradicted relation, the key of its rival.',
    ),
  preferred: flag,
  inferred: flag,
  note: text.optional(),
}).meta({ id: 'evidence' });

const languageExpected = 'The language must be a tag such as ru, kk or en.';

const sourceSchema = strict({
  slug,
  publisher: slug.describe('The slug of the Organization that published it.'),
  informers: listOf(slug)
    .optional()
    .describe('The slugs of the Organizations from which it took its content.'),
  title: text.optional(),
  urls: listOf(url).optional(),
  language: z
    .string(languageExpected)
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, languageExpected)
    .optional(),
  publishedAt: partialDate.optional(),
  kind: oneOf('kind', Object.keys(sourceKinds)).optional(),
  text: strict({ length: count, sha256: digest })
    .optional()
    .describe('The copy that positions refer to: its length in code points and its SHA-256.'),
});

/** Returns the schema of a mapping that refuses unknown keys; `unknownKeysOf` returns those. */
function strict<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  const allowed = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      // Zod has one message for all unknown keys, but the issue keeps fields that are added here.
      if (issue.code === 'unrecognized_keys') issue['allowed'] = allowed;
      return `This must be a mapping with the keys ${allowed.join(', ')}.`;
    },
  });
}

/** Returns the unknown keys of an issue, each with its message; none for another kind of issue. */
export function unknownKeysOf(issue: z.core.$ZodIssue): { key: string; message: string }[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const allowed =
    'allowed' in issue && Array.isArray(issue.allowed) ? issue.allowed.map(String) : [];
  return issue.keys.map((key) => ({
    key,
    message: `Unknown key ${quoted(key)}.${didYouMean(key, allowed)} Allowed: ${allowed.join(', ')}.`,
  }));
}

function listOf<Item extends z.ZodType>(item: Item): z.ZodArray<Item> {
  return z.array(item, 'This must be a list.');
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function oneOf(name: string, values: readonly string[]): z.ZodType<string> {
  return z.enum(values, {
    error: ({ input }) => notOneOf(name, input, values),
  });
}

function notOfType(entry: unknown, types: readonly string[]): string {
  return isMapping(entry)
    ? notOneOf('type', entry['type'], types)
    : `This must be a mapping with a type: ${types.join(', ')}.`;
}

function notOneOf(name: string, value: unknown, values: readonly string[]): string {
  const allowed = `Allowed: ${values.join(', ')}.`;
  if (value === undefined) return `The ${name} is missing. ${allowed}`;
  if (typeof value === 'object') return `The ${name} must be a name. ${allowed}`;
  const given = typeof value === 'string' ? value : JSON.stringify(value);
  return `Unknown ${name} ${quoted(given)}.${didYouMean(given, values)} ${allowed}`;
}
