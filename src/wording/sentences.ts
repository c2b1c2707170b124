import type { EntityType } from '../vocabulary/entity-types.js';
import type { Label, Language } from '../vocabulary/languages.js';
import type { RelationTypeDefinition } from '../vocabulary/relation-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { pickText, plainText } from '../values/localized-text.js';
import { quoted } from './quoted-text.js';
import { readableDate, readablePeriod } from './readable-date.js';
import { type EntityRecord, type Properties, type RelationRecord } from '../model/records.js';

const MILLISECONDS_A_DAY = 86_400_000;

/** An end of a relation, with the name that a sentence uses for it. */
export interface SentenceEnd {
  readonly name: string;
  readonly kind: string | null;
}

/**
 * Returns an end with its name in the reader's best language, or with its slug if it has no name or
 * was deleted.
 */
export function sentenceEnd(
  slug: string,
  entity: Pick<EntityRecord, 'names' | 'kind'> | null | undefined,
  requested: Language | null | undefined,
  accepted: readonly Language[],
): SentenceEnd {
  return { name: pickText(entity?.names, requested, accepted) ?? slug, kind: entity?.kind ?? null };
}

/** The properties of a relation that its sentence depends on. */
export type SentenceRelation = Pick<
  RelationRecord,
  'type' | 'fromType' | 'toType' | 'properties' | 'time'
>;

/**
 * Writes a relation as one sentence with an end mark: who, what, whom and, in parentheses, when. It
 * is in the past tense if the relation has certainly ended.
 */
export function sentenceOf(
  { type, fromType, toType, properties, time }: SentenceRelation,
  ends: { readonly from: SentenceEnd; readonly to: SentenceEnd },
  language: Language,
  vocabulary: Vocabulary,
): string {
  const definition = vocabulary.relationType(type);
  const hasEnded = time.endLatest < Math.floor(Date.now() / MILLISECONDS_A_DAY);
  const slots = new Map([
    ...slotsOf('from', ends.from, fromType, language, vocabulary),
    ...slotsOf('to', ends.to, toType, language, vocabulary),
  ]);
  const template = templateOf(definition, properties)[language];
  const text = template
    .replace(/\{([^{}|]*)\|([^{}|]*)\}/g, hasEnded ? '$2' : '$1')
    .replace(/\{([^{}]*)\}/g, (_, slot: string) => {
      return slots.get(slot) ?? quoted(wordsOf(properties, slot, language), language);
    });
  const when = whenOf(properties, language);
  return finished(when === '' ? text : `${text} (${when})`);
}

function wordsOf(properties: Properties, name: string, language: Language): string {
  const value = properties[name];
  return (typeof value === 'object' ? pickText(value, language) : plainText(value)) ?? '';
}

/** Returns the first template that fits the properties of the relation, or the general one. */
function templateOf(
  { sentence, sentenceWith = {}, qualifier = '' }: RelationTypeDefinition,
  properties: Properties,
): Label {
  const fitting = Object.keys(sentenceWith).find(
    (known) => known === properties[qualifier] || known in properties,
  );
  return sentenceWith[fitting ?? ''] ?? sentence;
}

function slotsOf(
  end: 'from' | 'to',
  { name, kind }: SentenceEnd,
  type: EntityType,
  language: Language,
  { entityTypes }: Vocabulary,
): readonly (readonly [slot: string, text: string])[] {
  const { hasTitle, genitive, genitiveOfKind = {} } = entityTypes[type];
  const ofKind = genitiveOfKind[kind ?? ''] ?? genitive;
  // The full stop of a statement would end up in the middle of the sentence.
  const title = quoted(type === 'Statement' ? name.replace(/(?<!\.)\.$/, '') : name, language);
  const inGenitive = ofKind[language].replace(/«\{name\}»|\{name\}/, (slot) => {
    return slot === '{name}' ? name : title;
  });
  return [
    [end, hasTitle ? title : name],
    [`${end} genitive`, inGenitive],
  ];
}

function whenOf(properties: Properties, language: Language): string {
  const text = (name: string) => plainText(properties[name]);
  const date = text('date');
  if (date !== undefined) return readableDate(date, language);
  return readablePeriod(text('since'), text('until'), language);
}

/** Adds an end mark if there is none, and a capital unless the first word already contains one. */
function finished(text: string): string {
  const sentence = text.replace(/^\p{Ll}+(?=[\s,])/u, (word) => {
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
  return /[.!?…][”’»“]?$/u.test(sentence) ? sentence : `${sentence}.`;
}
