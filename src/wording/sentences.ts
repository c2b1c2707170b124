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
import { isOffice, type Named } from './named.js';
import { officeParts } from './office.js';
import { isQuestion, saidParts } from './statement-words.js';
import { piecesOf } from './template.js';
import { changedAt, textOf, united, words, type TextPart } from './text-part.js';
import { NO_MARKS, withReservations, type Marks, type Voice } from './reservations.js';
import type { Standing } from '../model/records.js';
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

/** A relation with all that its sentence says. */
export interface Told {
  readonly relation: SentenceRelation;
  readonly ends: SentenceEnds;
  readonly standing: Standing;
  /** What sources say against it; null if nothing. */
  readonly against: Against | null;
  /** The marks of the citations; empty for none. */
  readonly marks: Marks;
}

/** A rival of a relation, with who says that it holds or that it does not. */
interface VoicedRival extends Pick<Told, 'relation' | 'ends'> {
  readonly voice: Voice;
}

/** What sources say against a relation, and who says it. */
export interface Against {
  /** What is said in its place. */
  readonly rivals: readonly VoicedRival[];
  /** What nobody says in its place, with who denies that. */
  readonly deniedRivals: readonly VoicedRival[];
  readonly denial: Voice | null;
}

/**
 * Writes a relation as one sentence with an end mark: who, what, whom and, in parentheses, when. It
 * is in the past tense if the relation, or the event that it is with, has certainly ended. It says
 * what no source states outright, and what others say against it.
 */
export function sentenceParts(
  { relation, ends, standing, against, marks }: Told,
  language: Language,
  vocabulary: Vocabulary,
): TextPart[] {
  const clause = clauseParts(relation, ends, marks, language, vocabulary);
  const known = new Set([ends.from.slug, ends.to.slug]);
  const told = ({ voice, ...rival }: VoicedRival) => {
    const short = { from: shortened(rival.ends.from, known), to: shortened(rival.ends.to, known) };
    return { voice, clause: clauseParts(rival.relation, short, NO_MARKS, language, vocabulary) };
  };
  const contest = against && {
    denial: against.denial,
    others: against.rivals.map(told),
    deniedOthers: against.deniedRivals.map(told),
  };
  const marked = [...clause, words(marks.whole, language)];
  const all = withReservations(marked, standing, contest, language, vocabulary);
  return finished(united(all), language);
}

/** A longer name is shortened where the reader already knows it. */
const LONG_NAME = 60;
const SHORTENED_NAME = 40;

/** Shortens the name of an end if it is long and is among those that the reader knows. */
export function shortened(end: SentenceEnd, known: ReadonlySet<string>): SentenceEnd {
  const { name, type, slug } = end;
  // What is left of a statement would be another statement.
  const isTitle = !['Person', 'Organization', 'Place', 'Statement'].includes(type);
  if (!isTitle || !known.has(slug) || name.length <= LONG_NAME) return end;
  const start = name
    .slice(0, SHORTENED_NAME)
    .replace(/[\s,;:–—-]+\S*$/, '')
    // No article, conjunction or preposition is left over.
    .replace(/(?:[\s,;:–—-]+\p{Ll}{1,3})+$/u, '');
  return { ...end, name: `${start}…` };
}

/** Writes a relation as a clause: a sentence without a capital and an end mark of its own. */
function clauseParts(
  relation: SentenceRelation,
  ends: SentenceEnds,
  marks: Marks,
  language: Language,
  vocabulary: Vocabulary,
): TextPart[] {
  const definition = vocabulary.relationType(relation.type);
  const { properties } = relation;
  const agreement = agreementOf(ends.from, language, vocabulary);
  const isOver = hasEnded(relation, ends);
  const title = wordingOf('title', properties, language);
  const office = title && officeParts(title, ends.to, isOver, language, vocabulary);
  const template = templateOf(definition, relation, ends)[language];
  const pieces = piecesOf(template, { hasEnded: isOver, agreement });
  const parts = pieces.flatMap((piece): readonly TextPart[] => {
    if ('words' in piece) return [words(piece.words, language)];
    const [, name = '', form = ''] = /^(\S+) ?(.*)$/.exec(piece.slot) ?? [];
    if (name === 'office') return office?.parts ?? [];
    if (name !== 'from' && name !== 'to') {
      const wording = wordingOf(name, properties, language);
      return wording ? [wording] : [];
    }
    return form === 'said'
      ? saidParts(ends[name], language, agreement)
      : mention(ends[name], form, language, vocabulary);
  });
  const names = [ends.from.name, ends.to.name];
  const when = whenParts(relation, definition, marks, names, language, vocabulary);
  const asides = [office?.aside ?? [], when].filter((aside) => aside.length > 0);
  const inside = asides.flatMap((aside, index) =>
    index === 0 ? aside : [words('; ', language), ...aside],
  );
  const inParentheses = [words(' (', language), ...inside, words(')', language)];
  const all = asides.length === 0 ? parts : [...parts, ...inParentheses];
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

/** Returns a text of a relation in the language of the sentence, or in one related to it. */
function wordingOf(
  property: string,
  { [property]: texts }: Properties,
  language: Language,
): TextPart | null {
  if (texts === undefined) return null;
  const shown = textIn(textByLanguage(texts), languagesFor(language));
  return shown && { text: shown.text, entity: null, language: shown.language };
}

/** Returns the first template that fits the relation, or the general one. */
function templateOf(
  { sentence, sentenceWith = {}, qualifier = '' }: RelationTypeDefinition,
  { properties, fromType, toType }: SentenceRelation,
  { from, to }: SentenceEnds,
): RelationTypeDefinition['sentence'] {
  const isAsked = fromType === 'Statement' && isQuestion(from.name);
  const value = plainText(properties[qualifier]);
  const variants: readonly unknown[] = [
    [value, to.kind].join(' '),
    value,
    ...Object.keys(properties),
    ...(isAsked ? ['Question'] : []),
    ...(isOffice(to) ? ['toOffice'] : []),
    `to${toType}`,
    fromType,
  ];
  const fitting = Object.keys(sentenceWith).find((known) => variants.includes(known));
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
  const isSlug = parts[0]?.language === null;
  const capital = changedAt(parts, isSlug ? parts.length : 0, (text) =>
    text.replace(
      /^([«“]?)(\p{Ll})(?=[\p{Ll}-]*(?:[\s,]|$))/u,
      (_, mark: string, letter: string) => {
        return mark + letter.toUpperCase();
      },
    ),
  );
  const hasEnd = /[.!?…][”’»“]?$/u.test(textOf(parts));
  return hasEnd ? capital : united([...capital, words('.', language)]);
}
