import anyAscii from 'any-ascii';

/** Contains the Russian alphabet, in its order. */
const KAZAKH_ALPHABET = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';

/** After z and before all other scripts; free, because every Latin letter is brought to a–z. */
const FIRST_CODE_POINT = 0x100;

const CYRILLIC_KEYS = new Map(
  Array.from(KAZAKH_ALPHABET).map((letter, index) => [
    letter,
    String.fromCodePoint(FIRST_CODE_POINT + index),
  ]),
);

/**
 * Text that compares by code point (so by UTF-8 byte and UTF-16 unit too) as a reader of Kazakh,
 * Russian and English would arrange the names: space, digits, a–z without diacritics, the Kazakh
 * alphabet, other scripts. Case, punctuation and quotes do not count, so two names may share a key.
 */
export function sortKey(name: string): string {
  return name
    .replace(/\p{Lm}|[^\p{L}\p{M}\p{N}\s]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[^a-z0-9 ]/gu, keyOfLetter);
}

function keyOfLetter(letter: string): string {
  const base = letter.normalize('NFD').charAt(0);
  const cyrillic = CYRILLIC_KEYS.get(letter) ?? CYRILLIC_KEYS.get(base);
  if (cyrillic) return cyrillic;
  if (/\p{Script=Latin}/u.test(letter)) return anyAscii(letter).toLowerCase();
  return /\p{M}/u.test(letter) ? '' : letter;
}
