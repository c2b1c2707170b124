import anyAscii from 'any-ascii';

/**
 * Letters that look alike stand at the same index. Each is replaced in a word of the other script.
 */
const CYRILLIC = 'АВЕКМНОРСТУХІҮһаеорсухіә';
const LATIN = 'ABEKMHOPCTYXIYhaeopcyxiə';

type Rule = readonly [find: RegExp, replacement: string];

/** Replacements in lower-case text, made before `any-ascii`, which would lose these distinctions. */
const LETTER_RULES: readonly Rule[] = [
  [/[ьъ](?=[еёиоюя])/g, 'и'], // Вавьерния: Wawiernia
  [/[ьъ]/g, ''], // Игорь: Igor
  [/ң/g, 'н'], // Теңізжан: Тенизжан
  [/[šşș]/g, 'sh'], // Aleška: Алешка
  [/[čć]/g, 'ch'], // Simkić: Симкич
  [/[žż]/g, 'zh'], // Žižek: Жижек
];

/**
 * Replacements from spelling to sound in ASCII text. The order matters: digraphs come before single
 * letters. What precedes a letter is looked at after the letter was found: that is several times as
 * fast as the other way round.
 */
const SOUND_RULES: readonly Rule[] = [
  [/j(?<=[aeiouy]j)(?![aeiouyj])/g, 'y'], // Andrej: Андрей
  [/gh/g, 'g'], // ғ is g in Russian
  [/ph/g, 'f'], // Joseph: Жозеф
  [/th/g, 't'], // Martha: Марта
  [/rzh?/g, 'rzh'], // Katarzyna: Катаржина
  [/sz|shch|sch/g, 'sh'], // Mateusz: Матеуш; Щукин: Shchukin, Schukin; Schmidt: Шмидт
  [/cz|tch/g, 'ch'], // Czech: Чех
  [/d?zh|dj/g, 'j'], // Ходжиматов: Khojimatov; Джанибеков: Жәнібеков
  [/\bkh/g, 'h'], // Ходжиматов: Hojimatov; a first х stays apart from к: Хан is not Кан
  [/kh(?<=[a-z]kh)|h(?<=[abd-rt-z]h)/g, 'k'], // Казахстан: Қазақстан; Рахимбек: Rahimbek
  [/sh(?=[bcdfgklmnpqrtvwz])/g, 's'], // Aleška that lost its diacritic; Штейн: Stein
  [/ich\b/g, 'ic'], // Simkić that lost its diacritic; so too Eric: Эрик
  [/c(?=[eiy])/g, 's'], // Cecilia: Сесилия
  [/c(?!h)/g, 'k'], // Victor: Виктор
  [/q/g, 'k'], // Қайырбеков: Кайырбеков
  [/x/g, 'ks'], // Zhaxelekova: Жакселекова
  [/w/g, 'v'], // Wawiernia: Вавьерния
  [/tz/g, 'ts'], // Spitz: Шпиц
  [/(?<![bcdfghjklmnpqrstvz])ye/g, 'e'], // Lastayev: Ластаев; Yerlan: Ерлан
  [/y/g, 'i'], // Abay: Abai; Дмитрий: Dmitry
  [/([a-z])(?=\1)/g, ''], // Vassilenko: Василенко; Қайырбеков: Kairbekov
];

/**
 * Matches a word of one repeated letter, and a letter that comes three times or more, as in no word
 * but a numeral: III. Each keeps its number, or `aaaaa` would be the beginning of every name with A.
 */
const RUNS =
  /(?<![\p{L}\p{M}])(?![ьъ\p{Script=Han}])(\p{L})\1+(?![\p{L}\p{M}])|(?![ьъ\p{Script=Han}])(\p{L})\2{2,}/gu;

/** The most letters of a word: indexes do not keep a longer one as one word. */
const WORD_LETTERS = 250;

/** The letters of Kazakh and Russian in lower case. */
const USUAL_CYRILLIC = 'абвгдежзийклмнопрстуфхцчшщъыьэюяёіғқңүұһәө';

/** Matches a text of the usual letters of one script, which needs no cleaning and no repair. */
const USUAL = new RegExp(
  `^(?:[ 0-9${USUAL_CYRILLIC}${USUAL_CYRILLIC.toUpperCase()}]*|[ 0-9A-Za-z]*)$`,
);

/** The first code of Cyrillic letters, and the number of codes from there to the last usual one. */
const CYRILLIC_START = 0x400;
const CYRILLIC_CODES = 0x100;

/** The most ASCII letters of a usual letter: щ is `shch`. */
const MOST_ASCII = 4;

/** The ASCII letters of each usual letter, by its code from `CYRILLIC_START` on; 0 for none. */
const asciiOfUsual = new Uint8Array(CYRILLIC_CODES * MOST_ASCII);
for (const letter of USUAL_CYRILLIC)
  asciiOfUsual.set(
    Buffer.from(anyAscii(letter)),
    (letter.charCodeAt(0) - CYRILLIC_START) * MOST_ASCII,
  );

const APOSTROPHES = /['’‘ʼʻ`´]/gu;

/**
 * Folds a name to how it sounds, whatever its script and spelling: Ластаев, Lastayev and Lastaev all
 * become `lastaev`. Returns words of a–z and digits with single spaces, or an empty text if the name
 * has no letter or digit. The result serves to compare names, not to show them: Хан becomes `han`,
 * Ахмет becomes `akmet`. A word of Han characters is followed by the numbers of its characters, since
 * many of them sound alike. A letter that comes three times or more, and a word of one letter that comes twice or more, is
 * followed by that number: III becomes `i3`. A word has at most 250 letters.
 */
export function foldName(name: string): string {
  const isUsual = USUAL.test(name);
  const letters = (isUsual ? name : repairWords(cleaned(name))).toLowerCase();
  const numberedRuns = isUsual && !hasRun(letters) ? letters : letters.replace(RUNS, numbered);
  const spelled = applyRules(LETTER_RULES, numberedRuns);
  const ascii = isUsual ? usualInAscii(spelled) : anyAscii(spelled).toLowerCase();
  const words = ascii.replace(/'/g, '').replace(/[^a-z0-9]{2,}|[^a-z0-9 ]/g, ' ');
  return withoutLongWords(applyRules(SOUND_RULES, words.trim()));
}

/** Returns the letters and digits of a name, with spaces in the place of all else. */
function cleaned(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(APOSTROPHES, '')
    .replace(/[^\p{L}\p{M}\p{N} ]+/gu, ' ')
    .replace(/\p{Script=Han}+/gu, (word) => ` ${word} ${numbersOf(word)} `);
}

// What follows is written for texts of several thousand letters, such as all corrections of a word:
// a search folds some of them, and regular expressions would take several times as long.

/** Returns whether `RUNS` matches a text of usual letters in lower case. It may if this is true. */
function hasRun(text: string): boolean {
  const isLetter = (index: number): boolean => text.charCodeAt(index) > DIGIT_9;
  for (let index = 1; index < text.length; index++) {
    const letter = text.charCodeAt(index);
    if (letter !== text.charCodeAt(index - 1) || letter <= DIGIT_9) continue;
    if (text.charCodeAt(index - 2) === letter) return true;
    if (!isLetter(index - 2) && !isLetter(index + 1)) return true;
  }
  return false;
}

/** Usual letters come after the digits and the space. */
const DIGIT_9 = 0x39;

/** Does for usual letters in lower case what `any-ascii` does. */
function usualInAscii(text: string): string {
  const ascii = Buffer.allocUnsafe(text.length * MOST_ASCII);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < CYRILLIC_START) {
      ascii[length++] = code;
      continue;
    }
    const start = (code - CYRILLIC_START) * MOST_ASCII;
    for (let place = start; place < start + MOST_ASCII; place++) {
      const letter = asciiOfUsual[place];
      if (!letter) break;
      ascii[length++] = letter;
    }
  }
  return ascii.toString('latin1', 0, length);
}

/** Leaves out the ends of words that are too long. */
function withoutLongWords(text: string): string {
  for (let start = 0; start < text.length;) {
    const space = text.indexOf(' ', start);
    const end = space < 0 ? text.length : space;
    if (end - start > WORD_LETTERS) return text.replace(LONG_WORDS, '$1');
    start = end + 1;
  }
  return text;
}

const LONG_WORDS = new RegExp(`([a-z0-9]{${WORD_LETTERS}})[a-z0-9]+`, 'g');

/** Returns the words of a folded name. */
export function foldedWords(foldedName: string): string[] {
  return foldedName === '' ? [] : foldedName.split(' ');
}

/**
 * Returns the words of a name as they are written, in lower case. Words end where those of a folded
 * name end, and keep their apostrophes.
 */
export function writtenWords(name: string): string[] {
  return name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(APOSTROPHES, "'")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}']+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Returns the letter of a run with the number of times that it comes. */
function numbered(run: string): string {
  const [letter = '', ...others] = Array.from(run);
  return `${letter}${others.length + 1}`;
}

function numbersOf(word: string): string {
  return Array.from(word, (character) => String(character.codePointAt(0))).join('');
}

/**
 * Rewrites each word of mixed scripts in the script that most of its letters have, or in Latin on a
 * tie.
 */
function repairWords(text: string): string {
  const hasBoth = /\p{Script=Cyrillic}/u.test(text) && /\p{Script=Latin}/u.test(text);
  return hasBoth ? text.replace(/\S+/g, repairWord) : text;
}

function repairWord(word: string): string {
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (cyrillic === 0 || latin === 0) return word;
  return cyrillic > latin ? exchange(word, LATIN, CYRILLIC) : exchange(word, CYRILLIC, LATIN);
}

function exchange(word: string, from: string, to: string): string {
  return word.replace(/./gu, (letter) => to[from.indexOf(letter)] ?? letter);
}

function applyRules(rules: readonly Rule[], text: string): string {
  return rules.reduce((result, [find, replacement]) => result.replace(find, replacement), text);
}
