import type { EntityType } from '../vocabulary/entity-types.js';
import { foldName, foldedWords } from './folded-name.js';
import { isTitle, withoutLegalForms, withoutTitles } from './left-out-words.js';
import { patronymicKey } from './patronymic.js';

/** How names are taken apart: those of people, those of organizations, and all others. */
export const nameClasses = ['PERSON', 'ORGANIZATION', 'OTHER'] as const;

export type NameClass = (typeof nameClasses)[number];

export function nameClassOf(type: EntityType): NameClass {
  return type === 'Person' ? 'PERSON' : type === 'Organization' ? 'ORGANIZATION' : 'OTHER';
}

/** What is left of a name without what may be left out of it. All words are folded. */
export interface EssentialName {
  /** The words in their order, without titles, legal forms and patronymics; initials included. */
  readonly words: readonly string[];
  /** The keys of patronymics: see `patronymicKey`. */
  readonly patronymics: readonly string[];
  /** Each initial in the ways in which it may be folded. */
  readonly initials: readonly (readonly string[])[];
}

/** The most words of a name that has keys: longer ones are looked for as they are. */
const WORDS = 12;

/** The most words of the name of a person with initials. */
const WORDS_WITH_INITIALS = 6;

/** The most words of a search of which every choice is looked for; of more, only neighbours. */
const CHOSEN_FROM = 7;

/** The most keys of one search: engines look for some 900 words at once. */
const KEYS = 600;
const INITIAL_KEYS = 200;

/** One letter, or the beginning of a word before a full stop: `А. К.`, `Sh.` */
const INITIAL = /(?<![\p{L}\p{M}\p{N}])(?:\p{L}(?![\p{L}\p{M}\p{N}])|\p{Lu}\p{Ll}{1,2}(?=\.))/gu;

/** What else a Latin initial may begin, as it is folded: C for Чингиз, Y for Ерлан. */
const LATIN_INITIALS: Readonly<Record<string, string>> = {
  C: 'ch',
  D: 'j',
  J: 'i',
  K: 'h',
  S: 'sh',
  Y: 'e',
  Z: 'j',
};

const HYPHENS = /(?<=\p{L})[-‐‑](?=\p{L})/gu;

/**
 * Returns what is essential in a name: with its hyphens as spaces, and if there are any, also with
 * the words around them as one.
 */
export function essentialNames(name: string, nameClass: NameClass): EssentialName[] {
  const joined = name.replace(HYPHENS, '');
  return (joined === name ? [name] : [name, joined]).map((one) => essentialName(one, nameClass));
}

function essentialName(name: string, nameClass: NameClass): EssentialName {
  const all = foldedWords(foldName(name));
  if (nameClass === 'OTHER') return { words: all, patronymics: [], initials: [] };
  if (nameClass === 'ORGANIZATION')
    return { words: withoutLegalForms(all), patronymics: [], initials: [] };
  const named = withoutTitles(all);
  const words = named.filter((word) => patronymicKey(word) === null);
  // Without two other words, what looks like a patronymic may be a surname.
  const hasPatronymic = words.length >= 2 && words.length < named.length;
  return {
    words: hasPatronymic ? words : named,
    patronymics: hasPatronymic ? named.flatMap((word) => patronymicKey(word) ?? []) : [],
    initials: initialsOf(name),
  };
}

function initialsOf(name: string): string[][] {
  return (name.normalize('NFC').match(INITIAL) ?? []).flatMap((letters) => {
    const folded = foldName(letters);
    if (folded === '' || isTitle(folded)) return [];
    const otherwise = LATIN_INITIALS[letters.toUpperCase()];
    return [otherwise === undefined ? [folded] : [folded, otherwise]];
  });
}

/**
 * Returns a name without its last initial if it has several: that of a patronymic, which another
 * spelling of the name may not have. Returns null if it has fewer than two.
 */
export function withoutLastInitial(name: EssentialName): EssentialName | null {
  const [last = ''] = name.initials.at(-1) ?? [];
  if (name.initials.length < 2 || name.patronymics.length > 0) return null;
  const index = name.words.lastIndexOf(last);
  return {
    words: name.words.filter((_, place) => place !== index),
    patronymics: [`${last}.`],
    initials: name.initials.slice(0, -1),
  };
}

/**
 * Returns the keys by which the store finds a name that is wholly in a search: its words in
 * alphabetical order, with and without the patronymic; and for a person's name with initials, each
 * initial with each word. Keys begin with an underscore, so that they are never taken for words.
 */
export function nameKeys(name: string, type: EntityType): string[] {
  if (type === 'Statement') return [];
  const keys = essentialNames(name, nameClassOf(type)).flatMap((essential) => {
    const { words, patronymics, initials } = essential;
    if (words.length === 0 || words.length > WORDS) return [];
    return [
      keyOf([...words, ...patronymics]),
      keyOf(words),
      ...(words.length > WORDS_WITH_INITIALS ? [] : initials.flat()).flatMap((initial) =>
        fullWords(essential).map((word) => initialKey(initial, word)),
      ),
    ];
  });
  return [...new Set(keys)];
}

/** Returns the words of a name that are no initials. */
export function fullWords({ words, initials }: EssentialName): string[] {
  const short = new Set(initials.flat());
  return words.filter((word) => !short.has(word));
}

/** Returns the keys of the names that a search may have wholly in it. */
export function keysWithin(searched: readonly EssentialName[]): string[] {
  const keys = searched.flatMap(({ words, patronymics }) =>
    choicesOf([...new Set([...words, ...patronymics])]).map(keyOf),
  );
  return [...new Set(keys)].slice(0, KEYS);
}

/** Returns the keys of the names with initials that a search may mean. */
export function keysWithInitials(searched: readonly EssentialName[]): string[] {
  const keys = searched.flatMap(({ words, patronymics }) => {
    if (words.length > WORDS_WITH_INITIALS) return [];
    return words.flatMap((word) =>
      [...words, ...patronymics]
        .filter((other) => other !== word)
        .flatMap((other) => [
          initialKey(other.slice(0, 1), word),
          initialKey(other.slice(0, 2), word),
        ]),
    );
  });
  return [...new Set(keys)].slice(0, INITIAL_KEYS);
}

/**
 * Returns the key by which the store finds the entities of a kind, such as `_kind.civil_society`. Like
 * all searched texts, it has no character that an engine could read as syntax.
 */
export function kindKey(kind: string): string {
  return `_kind.${kind.toLowerCase().replace(/[^\p{L}\p{N}_]/gu, '')}`;
}

function keyOf(words: readonly string[]): string {
  return `_${[...new Set(words)].sort().join('_')}`;
}

function initialKey(initial: string, word: string): string {
  return `_${initial}.${word}`;
}

/** Returns every choice of some of the words; of many words, those that follow each other. */
function choicesOf(words: readonly string[]): string[][] {
  if (words.length > CHOSEN_FROM)
    return words.flatMap((_, start) =>
      Array.from({ length: Math.min(WORDS, words.length - start) }, (_unused, more) =>
        words.slice(start, start + more + 1),
      ),
    );
  return words.reduce<string[][]>(
    (choices, word) => [...choices, [word], ...choices.map((choice) => [...choice, word])],
    [],
  );
}

/**
 * Returns whether a search has the whole name in it. The father of neither may be another one.
 */
export function isWithin(name: EssentialName, searched: EssentialName): boolean {
  return (
    name.words.length > 0 &&
    name.words.every((word) => searched.words.includes(word)) &&
    haveOneFather(name, searched)
  );
}

/** Returns whether two names may be of the children of one father: unknown is not another one. */
export function haveOneFather(
  { patronymics }: EssentialName,
  { patronymics: others }: EssentialName,
): boolean {
  return (
    patronymics.length === 0 ||
    others.length === 0 ||
    patronymics.some((one) => others.includes(one))
  );
}

/**
 * Returns whether a search means a name with initials: it has every whole word of the name, and each
 * of its other words begins with an initial of its own. A patronymic that no initial stands for may
 * be left over.
 */
export function meetsInitials(name: EssentialName, searched: EssentialName): boolean {
  const full = fullWords(name);
  if (name.initials.length === 0 || full.length === 0 || !haveOneFather(name, searched))
    return false;
  if (!full.every((word) => searched.words.includes(word))) return false;
  const left = [...name.initials];
  const takes = (word: string): boolean => {
    const index = left.findIndex((initial) => initial.some((letters) => word.startsWith(letters)));
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
  const others = searched.words.filter((word) => !full.includes(word));
  if (others.length === 0 || !others.every(takes)) return false;
  return left.length === 0 || searched.patronymics.every(takes);
}
