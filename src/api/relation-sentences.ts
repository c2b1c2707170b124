import { languageFor } from '../values/localized-text.js';
import type { RelationItem } from '../store/answers.js';
import { datesInWords } from '../wording/when.js';
import { sentenceParts } from '../wording/sentences.js';
import { NO_MARKS } from '../wording/reservations.js';
import { againstIt } from '../wording/telling.js';
import { textOf, type TextPart } from '../wording/text-part.js';
import type { Language } from '../vocabulary/languages.js';
import type { RequestContext } from './kit/context.js';
import { brings, takes } from './kit/cost.js';
import { planEnd } from './named-ends.js';
import { endsOf, loadRivals, loadTestimony } from './testimony.js';
import { entityDraft, type RelationDraft } from './kit/drafts.js';
import { partOf, whenKnown, withParts } from './kit/items.js';
import { reads, readsParts } from './kit/plan.js';
import type { RelationFields, SchemaParts } from './kit/types.js';

/** A sentence reads the relation and both of its ends. */
const SENTENCE_WORK = 5;

/** More parts than a sentence usually has. */
const PARTS = 6;

/** Returns the fields of a relation that are text in the language of a reader. */
export function sentenceFields(parts: SchemaParts, t: RelationFields) {
  const { enums, textPart } = parts;
  const language = (description: string) => t.arg({ type: enums.language, description });
  const planned = { ...takes(SENTENCE_WORK), ...reads<RelationDraft>(planSentence) };
  const partsIn = async (
    item: RelationItem,
    requested: Language | null | undefined,
    context: RequestContext,
  ): Promise<TextPart[]> => {
    const [record, ends] = await Promise.all([
      sentenceRecord(item, context),
      endsOf(item, requested, context),
    ]);
    const { standing, isContested } = record;
    const shown = languageFor(requested, context.languages);
    let against = null;
    if (isContested) {
      const testimony = await loadTestimony(item, requested, context);
      const rivals = await loadRivals(item, testimony, requested, context);
      against = againstIt(testimony, rivals, () => '');
    }
    const told = { relation: record, ends, standing, against, marks: NO_MARKS };
    return sentenceParts(told, shown, context.vocabulary);
  };
  return {
    sentence: t.string({
      description:
        'The relation as a sentence, such as “Matilda Bogner spoke at …”, with its dates in parentheses. What a statement says is in quotation marks only if these are the speaker’s own words.',
      args: {
        language: language(
          'The language of the sentence. The default is the first language that the client accepts, else English. An entity without a name in it is named in a related language.',
        ),
      },
      extensions: planned,
      resolve: async (item, args, context) => textOf(await partsIn(item, args.language, context)),
    }),
    sentenceParts: t.field({
      type: [textPart],
      description:
        '`sentence` in parts, so that a page can link the entities in it and mark the language of each name. One after the other, their texts are the sentence.',
      args: { language: language('The language of the sentence, as for `sentence`.') },
      extensions: { ...planned, ...brings(PARTS, SENTENCE_WORK) },
      resolve: async (item, args, context, info) => {
        const all = await partsIn(item, args.language, context);
        return context.answerSize.list(all, info);
      },
    }),
    dateText: t.string({
      nullable: true,
      description:
        'The dates of the relation in words, such as “since December 2022”. Null if no source gives one.',
      args: {
        language: language(
          'The language of the text. The default is the first language that the client accepts, else English.',
        ),
      },
      extensions: readsParts('properties'),
      resolve: (item, args, context) => {
        const load = async () => (await context.loaders.wholeRelation(item.row)).row;
        return whenKnown(partOf(item.row, 'properties', load), (properties) => {
          const shown = languageFor(args.language, context.languages);
          return datesInWords(properties, shown) || null;
        });
      },
    }),
  };
}

/** Adds the parts that the sentence of a relation needs, of it and of its ends, to a draft. */
export function planSentence(draft: RelationDraft): void {
  draft.parts.add('ends').add('properties').add('time').add('standing').add('isContested');
  for (const end of ['from', 'to'] as const) planEnd((draft[end] ??= entityDraft()));
}

/** Returns the parts of a relation that its sentence needs. Loads those that no reading selected. */
export function sentenceRecord({ row }: RelationItem, { loaders }: RequestContext) {
  const parts = ['fromType', 'toType', 'properties', 'time', 'standing', 'isContested'] as const;
  return withParts(row, parts, async () => (await loaders.wholeRelation(row)).row);
}
