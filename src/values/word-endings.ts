/** Endings of cases, each with the endings that the same word may have in the nominative. */
const RUSSIAN: Readonly<Record<string, readonly string[]>> = {
  ыми: ['ый', 'ые', 'ы'],
  ими: ['ий', 'ие', 'и'],
  ами: ['', 'а', 'о', 'ы'],
  ями: ['я', 'ь', 'и', 'е'],
  ого: ['ый', 'ой', 'ое', 'о'],
  его: ['ий', 'ее'],
  ому: ['ый', 'ой', 'ое', 'о'],
  ему: ['ий', 'ее'],
  ией: ['ия'],
  ием: ['ие', 'ий'],
  иях: ['ия', 'ие', 'ии'],
  иям: ['ия', 'ие', 'ии'],
  ых: ['ый', 'ые', 'ы'],
  их: ['ий', 'ие', 'и'],
  ом: ['', 'о'],
  ем: ['е', 'ь', 'й'],
  ым: ['ый'],
  им: ['ий'],
  ой: ['а', 'ая'],
  ей: ['я', 'ь'],
  ую: ['ая'],
  юю: ['яя'],
  ам: ['а', 'о', 'ы'],
  ям: ['я', 'ь', 'и', 'е'],
  ах: ['а', 'о', 'ы'],
  ях: ['я', 'ь', 'и', 'е'],
  ии: ['ия', 'ие', 'ий'],
  ию: ['ия', 'ие', 'ий'],
  ью: ['ь'],
};

/** A surname has the ending of an adjective in this case alone: Ахметовым, Пушкиным. */
const INSTRUMENTAL_SURNAME = /(?<=[ое]в|ин|ын)ым$/u;

/** Endings of Kazakh cases, after a possessive too. The word before them is in the nominative. */
const KAZAKH =
  /(?:[ндт](?:ың|ің)|[ндт](?:ан|ен)|[мбп]ен|ында|інде|ынан|інен|ына|іне|(?<=ы|і)н|нда|нде|[ндт][ыі]|[ғқндт]а|[гкндт]е)$/u;

/** The fewest letters of a nominative, so that a short name is not taken for two. */
const NOMINATIVE = 4;
const NOMINATIVE_BEFORE_TWO_LETTERS = 5;

/**
 * Returns what a word in lower case may be in the nominative, if it ends like another case in
 * Russian or Kazakh: `министерство` for `министерством`, `Ахметов` for `Ахметовтың`. Endings of one
 * letter are left to the correction of typing mistakes.
 */
export function nominatives(word: string): string[] {
  if (!/^\p{Script=Cyrillic}+$/u.test(word)) return [];
  return [...russianNominatives(word), ...kazakhNominatives(word)];
}

function russianNominatives(word: string): string[] {
  if (INSTRUMENTAL_SURNAME.test(word)) return [word.slice(0, -2)];
  const length = [3, 2].find((number) => word.slice(-number) in RUSSIAN) ?? 0;
  const stem = word.slice(0, -length);
  if (length === 0) return [];
  return (RUSSIAN[word.slice(-length)] ?? [])
    .map((ending) => stem + ending)
    .filter((nominative) => nominative.length >= NOMINATIVE);
}

function kazakhNominatives(word: string): string[] {
  const ending = KAZAKH.exec(word)?.[0] ?? '';
  const fewest = ending.length > 2 ? NOMINATIVE : NOMINATIVE_BEFORE_TWO_LETTERS;
  const stem = word.slice(0, word.length - ending.length);
  if (ending.length < 2 || stem.length < fewest) return [];
  const possessive = /^[ыі]/u.exec(ending)?.[0];
  return possessive === undefined ? [stem] : [stem + possessive, stem];
}
