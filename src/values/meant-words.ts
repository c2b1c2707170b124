import { LRUCache } from 'lru-cache';
import { foldName, foldedWords, writtenWords } from './folded-name.js';
import { patronymicForms } from './patronymic.js';
import { typingCorrections } from './typing-mistake.js';
import { otherForms } from './word-endings.js';

/**
 * By each folded word of a search, what else may have been meant by it: folded words, or two words
 * that follow each other in a name, with a space between them.
 */
export type MeantWords = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Matches the words to correct: a changed shorter word is another word, and a longer text, or one
 * letter that is repeated, is not a word.
 */
const MISTAKABLE = /^(?!\p{Script=Han})(?!(\p{L})\1+$)\p{L}{4,24}$/u;

/** A key that was held down. */
const HELD = /(\p{L})\1{2,}/gu;

/** The letters of a text whose typing mistakes are corrected: each letter has some 50 mistakes. */
const CORRECTED_LETTERS = 200;

/** The fewest letters of each part of a word that was written as one. */
const PART = 2;

/**
 * Caches the folded corrections of a word, by the word as it was typed: a client that searches while
 * a person types sends every word but the last one again. Those of a long word take some 100 kB.
 */
const corrections = new LRUCache<string, readonly string[]>({
  max: 50,
  memoMethod: (word) => fold(typingCorrections(word)),
});

/**
 * Returns what may have been meant by each word of a text: the word with one typing mistake
 * corrected, or without the repetition of a key that was held down; another form of it, such as another
 * case; another form of a patronymic; the word in another Latin alphabet; two
 * words that were written as one, and one that was written as two.
 */
export function meantWords(text: string): MeantWords {
  const written = writtenWords(text);
  const meant = new Map<string, ReadonlySet<string>>();
  let letters = CORRECTED_LETTERS;
  for (const [index, spelled] of written.entries()) {
    const word = spelled.replaceAll("'", '');
    const folded = foldName(word);
    if (folded === '' || folded.includes(' ')) continue;
    const isCorrected = MISTAKABLE.test(word) && word.length <= letters;
    if (isCorrected) letters -= word.length;
    const others = new Set([
      ...(isCorrected ? corrections.memo(word) : []),
      ...fold([...otherForms(word), ...otherReadings(spelled), ...released(word)]),
      ...patronymicForms(folded),
      ...partsOf(word),
      ...fold(joinedWithNeighbours(written, index)),
      ...(meant.get(folded) ?? []),
    ]);
    others.delete(folded);
    if (others.size > 0) meant.set(folded, others);
  }
  return meant;
}

/** Folds all words in one call, which is several times as fast as one call for each word. */
function fold(words: readonly string[]): string[] {
  return foldedWords(foldName(words.join(' ')));
}

/** Returns a word with one letter in the place of each that was repeated, if it has other letters. */
function released(word: string): string[] {
  const one = word.replace(HELD, '$1');
  return one === word || Array.from(one).length === 1 ? [] : [one];
}

/** Returns the two parts of a word, for each place where a space may be missing. */
function partsOf(word: string): string[] {
  const letters = Array.from(word);
  if (!/^\p{L}+$/u.test(word) || letters.length > 24) return [];
  const places = letters.map((_, index) => index).slice(PART, 1 - PART);
  const firsts = fold(places.map((place) => letters.slice(0, place).join('')));
  const seconds = fold(places.map((place) => letters.slice(place).join('')));
  if (firsts.length !== places.length || seconds.length !== places.length) return [];
  return places.map((_, index) => `${firsts[index] ?? ''} ${seconds[index] ?? ''}`);
}

function joinedWithNeighbours(words: readonly string[], index: number): string[] {
  const [before, word = '', after] = [words[index - 1], words[index], words[index + 1]];
  const joined = [
    ...(before === undefined ? [] : [before + word]),
    ...(after === undefined ? [] : [word + after]),
  ];
  return joined.map((one) => one.replaceAll("'", ''));
}

/**
 * Returns a Latin word as it is read in the Kazakh alphabet of 2017, where an apostrophe changes the
 * letter before it, and in ISO 9, where `c` is ц, `j` is й, `â` is я and `û` is ю.
 */
function otherReadings(word: string): string[] {
  if (!/^[\p{Script=Latin}\p{M}']+$/u.test(word)) return [];
  const readings: string[] = [];
  if (/[scy]'/.test(word))
    readings.push(
      word
        .replace(/([sc])'/g, '$1h')
        .replace(/y'/g, 'u')
        .replaceAll("'", ''),
    );
  if (/[âû]/.test(word)) readings.push(word.replace(/â/g, 'ya').replace(/û/g, 'yu'));
  if (word.includes('j')) readings.push(word.replaceAll('j', 'y'));
  if (/[cj]/.test(word)) readings.push(word.replace(/c(?!h)/g, 'ts').replaceAll('j', 'y'));
  return readings.map((reading) => reading.replaceAll("'", ''));
}
