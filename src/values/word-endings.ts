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

/** Endings of the Kazakh plural and of cases, after a possessive too. The word before them is in the nominative. */
const KAZAKH =
  /(?:[лдт](?:ар|ер)(?:дың|дің|ға|ге|ды|ді|да|де|дан|ден|мен)?|[ндт](?:ың|ің)|[ндт](?:ан|ен)|[мбп]ен|ында|інде|ынан|інен|ына|іне|(?<=ы|і)н|нда|нде|[ндт][ыі]|[ғқндт]а|[гкндт]е)$/u;

/** Endings of the nominative, the longer before the shorter, with those of the other cases. */
const DECLENSIONS: readonly (readonly [nominative: string, others: readonly string[]])[] = [
  ...['ый', 'ой', 'ая', 'ое', 'ые'].map((nominative): readonly [string, readonly string[]] => [
    nominative,
    ['ый', 'ая', 'ое', 'ые', 'ого', 'ой', 'ому', 'ую', 'ым', 'ом', 'ых', 'ыми'],
  ]),
  ...['ий', 'яя', 'ее'].map((nominative): readonly [string, readonly string[]] => [
    nominative,
    ['ий', 'ая', 'яя', 'ое', 'ее', 'ие', 'ого', 'его', 'ой', 'ей', 'ому', 'ему', 'ую', 'юю', 'им', 'ом', 'ем', 'их', 'ими'],
  ]),
  ['ия', ['ии', 'ию', 'ией', 'ий', 'иям', 'иями', 'иях']],
  ['ие', ['ия', 'ию', 'ием', 'ии', 'ий', 'иям', 'иями', 'иях']],
  ['а', ['ы', 'и', 'е', 'у', 'ой', 'ей', '', 'ам', 'ами', 'ах']],
  ['я', ['и', 'е', 'ю', 'ей', 'ь', 'й', 'ям', 'ями', 'ях']],
  ['о', ['а', 'у', 'ом', 'е', '', 'ам', 'ами', 'ах']],
  ['е', ['я', 'ю', 'ем', 'й', 'ям', 'ями', 'ях']],
  ['ь', ['и', 'я', 'ю', 'ью', 'ем', 'е', 'ей', 'ям', 'ями', 'ях']],
  ['й', ['я', 'ю', 'ем', 'е', 'и', 'ев', 'ям', 'ями', 'ях']],
  ['', ['а', 'у', 'ом', 'е', 'ы', 'и', 'ов', 'ам', 'ами', 'ах']],
]; // prettier-ignore

/** A noun whose stem has a ь that is an е where no vowel follows: тюрьма, тюрем; письмо, писем. */
const FLEETING = /ь(?=[бвгджзклмнпрстфхцчшщ][ао]$)/u;

/** The endings of adjectives of nouns: тюремный, конституционный. */
const OF_ADJECTIVES = ['ый', 'ая', 'ое', 'ые', 'ого', 'ой', 'ому', 'ую', 'ым', 'ом', 'ых', 'ыми'];

/** The fewest letters of a nominative, so that a short name is not taken for two. */
const NOMINATIVE = 4;
const NOMINATIVE_BEFORE_TWO_LETTERS = 5;

/**
 * Returns other forms of a word in lower case, which is in the nominative or in another case: other
 * cases in Russian (конференцией for `конференция`), adjectives of nouns whose stem changes in them
 * (тюремный for `тюрьма`), and words of Kazakh whose last letter becomes voiced (мектебі for
 * `мектеп`). Forms that begin with the word are left to the search for beginnings.
 */
export function otherForms(word: string): string[] {
  if (!/^\p{Script=Cyrillic}+$/u.test(word)) return [];
  const stem = word.slice(0, -1);
  const ofOneLetter = (ONE_LETTER[word.slice(-1)] ?? []).map((ending) => stem + ending);
  const bases = [word, ...nominatives(word), ...ofOneLetter];
  const forms = bases.flatMap((base) => [base, ...russianForms(base), ...voicedForms(base)]);
  return [...new Set(forms)].filter((form) => form.length >= NOMINATIVE && !form.startsWith(word));
}

/** Endings of one letter, which also have other forms: тюрьмы, тюремный. */
const ONE_LETTER: Readonly<Record<string, readonly string[]>> = {
  ы: ['а'],
  и: ['а', 'я', 'ь'],
  е: ['а', 'я'],
  у: ['а'],
  ю: ['я'],
};

/** A surname of a man, whose other cases end like the surname of a woman. */
const SURNAME = /(?:[ое]в|[иы]н)$/u;

function russianForms(nominative: string): string[] {
  if (SURNAME.test(nominative)) return [];
  const [ending = '', others = []] = DECLENSIONS.find(([one]) => nominative.endsWith(one)) ?? [];
  const stem = nominative.slice(0, nominative.length - ending.length);
  if (stem.length < NOMINATIVE - 1) return [];
  return [...others.map((other) => stem + other), ...adjectivesOf(nominative)];
}

/** Returns the genitive plural and the adjectives of a noun whose stem changes in them. */
function adjectivesOf(nominative: string): string[] {
  if (/ция$/u.test(nominative)) {
    const stem = `${nominative.slice(0, -1)}онн`;
    return OF_ADJECTIVES.map((ending) => stem + ending);
  }
  if (!FLEETING.test(nominative)) return [];
  const genitive = nominative.slice(0, -1).replace(/ь(?=.$)/u, 'е');
  return [genitive, ...OF_ADJECTIVES.map((ending) => `${genitive}н${ending}`)];
}

/** Kazakh consonants at the end of a word, and what they become before a vowel. */
const VOICED: Readonly<Record<string, string>> = { п: 'б', к: 'г', қ: 'ғ' };

/** Returns a word with the endings of possession that change its last letter, also in other cases. */
function voicedForms(nominative: string): string[] {
  const last = VOICED[nominative.slice(-1)];
  if (last === undefined) return [];
  const stem = nominative.slice(0, -1) + last;
  const isBack = /[аоұыуёюя][^аоұыуёюяәеөүіи]*$/u.test(stem);
  const endings = isBack
    ? ['ы', 'ының', 'ына', 'ын', 'ында', 'ынан', 'ымен']
    : ['і', 'інің', 'іне', 'ін', 'інде', 'інен', 'імен'];
  return endings.map((ending) => stem + ending);
}

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
  const words = possessive === undefined ? [stem] : [stem + possessive, stem];
  return [...words, ...words.flatMap(unvoiced)];
}

/** Returns a word without an ending of possession that has changed its last letter. */
function unvoiced(word: string): string[] {
  const [, stem, voiced] = /^(.{2,})([бгғ])[ыі]?$/u.exec(word) ?? [];
  const [letter] = Object.entries(VOICED).find(([, one]) => one === voiced) ?? [];
  return stem === undefined || letter === undefined ? [] : [stem + letter];
}
