import anyAscii from 'any-ascii';

/** The Kazakh alphabet in its order. It contains the Russian alphabet in the same order. */
const KAZAKH_ALPHABET = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';

/**
 * Sorts after z and before all other scripts. No key contains it otherwise: Latin letters become
 * a–z.
 */
const FIRST_CODE_POINT = 0x100;

const CYRILLIC_KEYS = new Map(
  Array.from(KAZAKH_ALPHABET).map((letter, index) => [
    letter,
    String.fromCodePoint(FIRST_CODE_POINT + index),
  ]),
);

/**
 * Returns a key that sorts names as readers of Kazakh, Russian and English expect, if keys are
 * compared by code point (or, with the same result, by UTF-8 byte or UTF-16 unit): space, digits,
 * a–z without diacritics, the Kazakh alphabet, other scripts. Case, punctuation and quotes are
 * ignored, so two names may share a key.
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
