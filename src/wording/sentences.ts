import type { Language } from '../vocabulary/languages.js';
import type { RelationTypeDefinition } from '../vocabulary/relation-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import {
  languagesFor,
  nameIn,
  plainText,
  textByLanguage,
  textIn,
} from '../values/localized-text.js';
import { parsePartialDate } from '../values/partial-date.js';
import type { EntityRecord, Properties, RelationRecord } from '../model/records.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import { agreementOf, mention } from './mention.js';
import type { Named } from './named.js';
import { saidParts } from './statement-words.js';
import { piecesOf } from './template.js';
import { changedAt, textOf, united, words, type TextPart } from './text-part.js';
import { whenParts } from './when.js';

const MILLISECONDS_A_DAY = 86_400_000;

/** An end of a relation as a sentence names it. */
export interface SentenceEnd extends Named {
  /** The last day on which it may still have existed or taken place. */
  readonly endLatest: number;
}

/** The parts of an entity that a sentence depends on. */
export type SentenceEntity = Pick<EntityRecord, 'names' | 'kind' | 'time' | 'properties'> & {
  readonly details: Pick<EntityRecord['details'], 'aliases'>;
};

/**
 * Returns an end with its name in the reader’s best language, or with its slug if it has no name or
 * was deleted.
 */
export function sentenceEnd(
  slug: string,
  type: EntityType,
  entity: SentenceEntity | null,
  requested: Language | null | undefined,
  accepted: readonly Language[],
): SentenceEnd {
  const language = languagesFor(requested, accepted);
  const shown =
    entity && nameIn({ names: entity.names, aliases: entity.details.aliases }, language);
  return {
    slug,
    type,
    kind: entity?.kind ?? null,
    name: shown?.text ?? slug,
    language: shown?.language ?? null,
    act: textIfAny(entity?.properties['act']),
    form: textIfAny(entity?.properties['form']),
    endLatest: entity?.time.endLatest ?? Infinity,
  };
}

function textIfAny(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The parts of a relation that its sentence depends on. */
export type SentenceRelation = Pick<
  RelationRecord,
  'type' | 'fromType' | 'toType' | 'properties' | 'time'
>;

export interface SentenceEnds {
  readonly from: SentenceEnd;
  readonly to: SentenceEnd;
}

/** Writes a relation as one sentence with an end mark. See `sentenceParts`. */
export function sentenceOf(
  relation: SentenceRelation,
  ends: SentenceEnds,
  language: Language,
  vocabulary: Vocabulary,
): string {
  return textOf(sentenceParts(relation, ends, language, vocabulary));
}

/**
 * Writes a relation as one sentence with an end mark: who, what, whom and, in parentheses, when. It
 * is in the past tense if the relation, or the event that it is with, has certainly ended.
 */
export function sentenceParts(
  relation: SentenceRelation,
  ends: SentenceEnds,
  language: Language,
  vocabulary: Vocabulary,
): TextPart[] {
  return finished(clauseParts(relation, ends, language, vocabulary), language);
}

/** Writes a relation as a clause: a sentence without a capital and an end mark of its own. */
function clauseParts(
  relation: SentenceRelation,
  ends: SentenceEnds,
  language: Language,
  vocabulary: Vocabulary,
): TextPart[] {
  const definition = vocabulary.relationType(relation.type);
  const { properties } = relation;
  const title = titleOf(properties, language);
  const agreement = agreementOf(ends.from, language, vocabulary);
  const pieces = piecesOf(templateOf(definition, relation)[language], {
    hasEnded: hasEnded(relation, ends),
    agreement,
    isShort: title !== null && names(title.text, ends.to.name),
  });
  const parts = pieces.flatMap((piece): readonly TextPart[] => {
    if ('words' in piece) return [words(piece.words, language)];
    const [name = '', form = ''] = piece.slot.split(' ');
    if (name !== 'from' && name !== 'to') return title ? [title] : [];
    return form === 'said'
      ? saidParts(ends[name], language, agreement)
      : mention(ends[name], form, language, vocabulary);
  });
  const when = whenParts(relation, definition, language);
  const all = when === '' ? parts : [...parts, words(` (${when})`, language)];
  return united(punctuated(all, language));
}

/** A relation that lasts is over when its time is, and what is done for an event when that is. */
function hasEnded({ time, properties }: SentenceRelation, { from, to }: SentenceEnds): boolean {
  const today = Math.floor(Date.now() / MILLISECONDS_A_DAY);
  const isOver = ({ type, endLatest }: SentenceEnd) => type === 'Event' && endLatest < today;
  const since = plainText(properties['since']);
  const saysSo = since !== undefined && parsePartialDate(since).openEnd === 'ENDED';
  return saysSo || time.endLatest < today || isOver(from) || isOver(to);
}

/** Whether the title of an office already says where it is held. */
function names(title: string, organization: string): boolean {
  return title.toLowerCase().includes(organization.toLowerCase());
}

/** Returns the title of an office in the language of the sentence, or in one related to it. */
function titleOf({ title }: Properties, language: Language): TextPart | null {
  if (title === undefined) return null;
  const shown = textIn(textByLanguage(title), languagesFor(language));
  return shown && { text: shown.text, entity: null, language: shown.language };
}

/** Returns the first template that fits the relation, or the general one. */
function templateOf(
  { sentence, sentenceWith = {}, qualifier = '' }: RelationTypeDefinition,
  { properties, fromType }: SentenceRelation,
): RelationTypeDefinition['sentence'] {
  const fitting = Object.keys(sentenceWith).find(
    (known) => known === properties[qualifier] || known in properties || known === fromType,
  );
  return sentenceWith[fitting ?? ''] ?? sentence;
}

/** Repairs what depends on both sides of a join: “во встрече”, and a comma before a parenthesis. */
function punctuated(parts: readonly TextPart[], language: Language): TextPart[] {
  if (language !== 'ru') return [...parts];
  return parts.map((part, index) => {
    const next = parts[index + 1];
    const isPlain = part.entity === null;
    let { text } = part;
    if (isPlain && next && /^[вф][бвгджзклмнпрстфхцчшщ]/i.test(next.text))
      text = text.replace(/(^| )в $/, '$1во ');
    // The comma that ends a clause of a statement is not needed before another mark.
    if (isPlain && text === ',' && (!next || /^[\s]*[(.,;]/.test(next.text))) text = '';
    return { ...part, text };
  });
}

/** Adds an end mark if there is none, and a capital unless the first word already contains one. */
function finished(parts: readonly TextPart[], language: Language): TextPart[] {
  const capital = changedAt(parts, 0, (text) =>
    text.replace(/^\p{Ll}[\p{Ll}-]*(?=[\s,]|$)/u, (word) => {
      return word.charAt(0).toUpperCase() + word.slice(1);
    }),
  );
  const hasEnd = /[.!?…][”’»“]?$/u.test(textOf(parts));
  return hasEnd ? capital : united([...capital, words('.', language)]);
}
