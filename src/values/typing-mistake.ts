import { LRUCache } from 'lru-cache';
import { foldName } from './folded-name.js';

/** One letter of each group that always folds alike, such as у, ұ and ү. */
const LATIN = Array.from('abcdefghijklmnopqrstuvxyz');
const CYRILLIC = Array.from('абвгдежзийклмнопрстуфхцчшщьэюяғқөһ');

/**
 * Matches the words to correct: a changed shorter word is another word, and a longer text is not a
 * word.
 */
const MISTAKABLE = /^\p{L}{4,24}$/u;

/**
 * Caches the folded corrections of a word, by the word as it was typed: a client that searches while
 * a person types sends every word but the last one again. Those of a long word take some 100 kB.
 */
const corrections = new LRUCache<string, readonly string[]>({
  max: 50,
  memoMethod: (word) => foldedWords(correctionsOf(word)),
});

/**
 * Maps each folded word of a text to the folded words that may have been meant if it has one typing
 * mistake: a letter too many, a letter missing, a wrong letter, or two neighbours swapped. Mistakes
 * are made in the script of the word. Numbers, words of fewer than 4 letters and words of more than
 * 24 letters are left out.
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

/** Folds all words in one call, which is several times as fast as one call for each word. */
function foldedWords(words: readonly string[]): string[] {
  return [...new Set(foldName(words.join(' ')).split(' '))];
}

function correctionsOf(word: string): string[] {
  const letters = Array.from(word);
  const alphabet = /\p{Script=Cyrillic}/u.test(word) ? CYRILLIC : LATIN;
  const corrections: string[] = [];
  for (let index = 0; index <= letters.length; index++) {
    const before = letters.slice(0, index).join('');
    const [letter = '', next = ''] = letters.slice(index);
    const from = letters.slice(index).join('');
    const after = letters.slice(index + 1).join('');
    for (const other of alphabet) corrections.push(before + other + from, before + other + after);
    corrections.push(before + after, before + next + letter + letters.slice(index + 2).join(''));
  }
  return corrections;
}
