import type { EntityType } from '../vocabulary/entity-types.js';
import type { Label, Language } from '../vocabulary/languages.js';
import type { RelationTypeDefinition } from '../vocabulary/relation-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { quoted } from '../values/quoted-text.js';
import { readableDate, readablePeriod } from '../values/readable-date.js';
import type { Properties, RelationRecord } from '../store/records.js';

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * What a relation says, as one sentence with a full stop: who, what, whom and, in parentheses,
 * when. The record needs its own properties and its time; `names` are those of its ends, in
 * whichever language they are known.
 */
export function sentenceOf(
  { type, fromType, toType, properties, time }: RelationRecord,
  names: { readonly from: string; readonly to: string },
  language: Language,
  vocabulary: Vocabulary,
): string {
  const definition = vocabulary.relationTypes[type];
  if (!definition) throw new Error(`The vocabulary has no relation type ${type}.`);
  const hasEnded = time.endLatest < Math.floor(Date.now() / MILLISECONDS_A_DAY);
  const slots = new Map([
    ...slotsOf('from', names.from, fromType, language, vocabulary),
    ...slotsOf('to', names.to, toType, language, vocabulary),
  ]);
  const template = templateOf(definition, properties)[language];
  const text = template
    .replace(/\{([^{}|]*)\|([^{}|]*)\}/g, hasEnded ? '$2' : '$1')
    .replace(/\{([^{}]*)\}/g, (_, slot: string) => {
      return slots.get(slot) ?? quoted(String(properties[slot]), language);
    });
  const when = whenOf(properties, language);
  return finished(when === '' ? text : `${text} (${when})`);
}

/** The first one that says more than the general one and of which all is known. */
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
  name: string,
  type: EntityType,
  language: Language,
  { entityTypes }: Vocabulary,
): readonly (readonly [slot: string, text: string])[] {
  const { hasTitle, genitive } = entityTypes[type];
  // A text's own full stop would stand in the middle of the sentence.
  const title = quoted(type === 'Statement' ? name.replace(/(?<!\.)\.$/, '') : name, language);
  const inGenitive = genitive[language].replace(/«\{name\}»|\{name\}/, (slot) => {
    return slot === '{name}' ? name : title;
  });
  return [
    [end, hasTitle ? title : name],
    [`${end} genitive`, inGenitive],
  ];
}

function whenOf({ since, until, date }: Properties, language: Language): string {
  if (date !== undefined) return readableDate(String(date), language);
  const text = (value: string | number | undefined) =>
    value === undefined ? value : String(value);
  return readablePeriod(text(since), text(until), language);
}

/** With a capital, unless the first word has its own way with capitals, and one end mark. */
function finished(text: string): string {
  const sentence = text.replace(/^\p{Ll}+(?=[\s,])/u, (word) => {
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
  return /[.!?…][”’»“]?$/u.test(sentence) ? sentence : `${sentence}.`;
}
