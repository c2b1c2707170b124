import { foldName } from './folded-name.js';

const LATIN = Array.from('abcdefghijklmnopqrstuvwxyz');
const CYRILLIC = Array.from('абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі');

/** A shorter word with a letter changed is another word; a longer one is no word. */
const MISTAKABLE = /^\p{L}{4,24}$/u;

/**
 * By folded word of a text, the folded words that may have been meant where it has one typing
 * mistake: a letter too many, one missing, another one, or two neighbours exchanged. The letters
 * are those that were typed, in their script. Numbers and words under four letters have no mistakes.
 */
export function mistakableWords(text: string): ReadonlyMap<string, readonly string[]> {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return new Map(
    words
      .filter((word) => MISTAKABLE.test(word))
      .map((word) => [foldName(word), foldedWords(correctionsOf(word))]),
  );
}

/** Folded together, which is several times as fast as each for itself. */
function foldedWords(words: readonly string[]): string[] {
  return [...new Set(foldName(words.join(' ')).split(' '))];
}

function correctionsOf(word: string): string[] {
  const letters = Array.from(word);
  const alphabet = /\p{Script=Cyrillic}/u.test(word) ? CYRILLIC : LATIN;
  const before = (end: number): string => letters.slice(0, end).join('');
  const from = (start: number): string => letters.slice(start).join('');
  return [...letters, ''].flatMap((letter, place) => [
    ...alphabet.flatMap((other) => [
      before(place) + other + from(place),
      before(place) + other + from(place + 1),
    ]),
    before(place) + from(place + 1),
    before(place) + (letters[place + 1] ?? '') + letter + from(place + 2),
  ]);
}
