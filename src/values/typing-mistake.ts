import { foldName } from './folded-name.js';
import { RecentlyUsed } from './recently-used.js';

/** Of letters that fold alike wherever they stand, such as у, ұ and ү, one. */
const LATIN = Array.from('abcdefghijklmnopqrstuvxyz');
const CYRILLIC = Array.from('абвгдежзийклмнопрстуфхцчшщьэюяғқөһ');

/** A shorter word with a letter changed is another word; a longer one is no word. */
const MISTAKABLE = /^\p{L}{4,24}$/u;

/** Words whose mistakes are remembered, for whoever types on asks for all but the last one again. Of a long word they take some 100 kB. */
const REMEMBERED = 50;

/** By word as it was typed. */
const remembered = new RecentlyUsed<string, readonly string[]>(REMEMBERED);

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
      .map((word) => [
        foldName(word),
        remembered.remember(word, () => foldedWords(correctionsOf(word))),
      ]),
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
