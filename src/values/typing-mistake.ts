import { LRUCache } from 'lru-cache';
import { foldName } from './folded-name.js';

/** Of letters that fold alike wherever they stand, such as у, ұ and ү, one. */
const LATIN = Array.from('abcdefghijklmnopqrstuvxyz');
const CYRILLIC = Array.from('абвгдежзийклмнопрстуфхцчшщьэюяғқөһ');

/** A shorter word with a letter changed is another word; a longer one is no word. */
const MISTAKABLE = /^\p{L}{4,24}$/u;

/**
 * The folded corrections of a word, by the word as it was typed. A client that searches while a
 * person types sends every word but the last one again. Those of a long word take some 100 kB.
 */
const corrections = new LRUCache<string, readonly string[]>({
  max: 50,
  memoMethod: (word) => foldedWords(correctionsOf(word)),
});

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
      .map((word) => [foldName(word), corrections.memo(word)]),
  );
}

/** Folded together, which is several times as fast as each for itself. */
function foldedWords(words: readonly string[]): string[] {
  return [...new Set(foldName(words.join(' ')).split(' '))];
}

function correctionsOf(word: string): string[] {
  const letters = Array.from(word);
  const alphabet = /\p{Script=Cyrillic}/u.test(word) ? CYRILLIC : LATIN;
  const corrections: string[] = [];
  for (let place = 0; place <= letters.length; place++) {
    const before = letters.slice(0, place).join('');
    const [letter = '', next = ''] = letters.slice(place);
    const from = letters.slice(place).join('');
    const after = letters.slice(place + 1).join('');
    for (const other of alphabet) corrections.push(before + other + from, before + other + after);
    corrections.push(before + after, before + next + letter + letters.slice(place + 2).join(''));
  }
  return corrections;
}
