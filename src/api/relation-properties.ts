import { languages } from '../vocabulary/languages.js';
import type { PropertyDefinition } from '../vocabulary/properties.js';
import { pickText, textByLanguage } from '../values/localized-text.js';
import { EDITORIAL_SOURCE } from '../model/attestation.js';
import { evidenceQuestion } from '../questions/evidence.js';
import type { RelationItem } from '../store/answers.js';
import { itemsOf } from '../store/page.js';
import type { Types } from './kit/builder.js';
import type { RequestContext } from './kit/context.js';
import { brings } from './kit/cost.js';
import { evidenceLoad } from './kit/expansions.js';
import { ownPartOf, whenKnown } from './kit/items.js';
import { ownField } from './kit/own-properties.js';
import { readsParts } from './kit/plan.js';
import type { SchemaParts, TextInLanguage } from './kit/types.js';
import { textsInLanguages } from './localized-text.js';

type RelationFields = PothosSchemaTypes.ObjectFieldBuilder<Types, RelationItem>;

/** Returns the fields for the own properties of relations, of all types together. */
export function relationPropertyFields(parts: SchemaParts, t: RelationFields) {
  const fields: ReturnType<typeof fieldsOf>[] = Object.entries(
    parts.vocabulary.relationProperties,
  ).map(([name, definition]) => fieldsOf(parts, t, name, definition));
  return Object.assign({}, ...fields) as ReturnType<typeof fieldsOf>;
}

function fieldsOf(
  parts: SchemaParts,
  t: RelationFields,
  name: string,
  { type, description: meaning }: PropertyDefinition,
) {
  const description = `${meaning} Null if the relation type does not have this property, or if no source states it.`;
  if (type === 'localizedText') return textFields(parts, t, name, description);
  const valueOf = (item: RelationItem, context: RequestContext) => ownPart(item, name, context);
  return { [name]: ownField(t, parts.enums, { name, type, description, valueOf }) };
}

function ownPart({ row }: RelationItem, name: string, { loaders }: RequestContext) {
  return ownPartOf(row, name, async () => (await loaders.wholeRelation(row)).row);
}

/** Returns the fields for a text by language: the text in one language, and all texts. */
function textFields(
  { enums, localizedText }: SchemaParts,
  t: RelationFields,
  name: string,
  description: string,
) {
  const inOneLanguage = t.string({
    nullable: true,
    description: `${description} It is in the first of these languages that has a text: \`language\`, the languages that the client accepts, English, Russian, Kazakh.`,
    args: {
      language: t.arg({ type: enums.language, description: 'The preferred language.' }),
    },
    extensions: readsParts(`own ${name}`),
    resolve: (item, args, context) =>
      whenKnown(ownPart(item, name, context), (value) =>
        pickText(textByLanguage(value), args.language, context.languages),
      ),
  });
  const inAllLanguages = t.field({
    type: [localizedText],
    description: `The \`${name}\` in each language that has one. It is \`editorial\` where no source in that language has it, so that it is the editors’ translation.`,
    extensions: { ...brings(languages.length), ...readsParts(`own ${name}`) },
    resolve: (item, _args, context) =>
      whenKnown(ownPart(item, name, context), (value) =>
        textsInLanguages(textByLanguage(value), (one, later) =>
          isOnlyOurs(item, `${name}.${one.language}`, one, later),
        ),
      ),
  });
  return { [name]: inOneLanguage, [`${name}s`]: inAllLanguages };
}

/** Returns whether no source has the text that may be in its language. */
async function isOnlyOurs(
  { row: { key } }: RelationItem,
  property: string,
  { language, text }: TextInLanguage,
  { loaders, vocabulary }: RequestContext,
): Promise<boolean> {
  const question = evidenceQuestion({ properties: [property] }, 'target', vocabulary);
  const expansion = evidenceLoad(question, {}, 'rows');
  const { answer } = await loaders.expandRelation(key, expansion);
  const cited = itemsOf(answer).filter(
    ({ sourceSlug, value }) => value === text && sourceSlug !== EDITORIAL_SOURCE,
  );
  const sources = await Promise.all(cited.map(({ sourceSlug }) => loaders.source(sourceSlug)));
  return sources.every(
    ({ row: { language: its } }) => (its ?? language).split('-', 1).join() !== language,
  );
}
