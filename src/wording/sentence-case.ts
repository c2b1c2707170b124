import type { Language } from '../vocabulary/languages.js';

/**
 * Returns a sentence as it continues another one: without its full stop, and with a small letter at
 * its beginning unless that word is a name, an abbreviation or the first of several in capitals.
 */
export function asClause(text: string, language: Language): string {
  const clause = text.replace(/(?<!\.)\.$/, '');
  return keepsCapital(clause, language) ? clause : clause.charAt(0).toLowerCase() + clause.slice(1);
}

/** Words that begin a sentence and are no names, even before a name. */
const FUNCTION_WORDS: Readonly<Record<Language, RegExp>> = {
  en: /^(?:The|A|An|This|That|These|Those|There|It|In|On|At|For|By|With|From|Of|To|As|Every|Each|All|No|Many|Much|Most|More|Some|Any|Not|If|When|While|Since|After|Before|Only|Both|Its|Their|Our|His|Her|One|Two|Five|First|Second)$/,
  ru: /^(?:В|Во|На|По|При|О|Об|За|Для|Из|От|С|Со|К|У|До|Без|Не|Ни|Это|Эта|Этот|Эти|То|Что|Все|Всё|Его|Её|Их|Как|Если|Когда|Для|И|А|Но|Каждая|Каждый|Каждое)$/,
  kk: /^(?:Бұл|Осы|Сол|Ол|Олар|Барлық|Бүкіл|Әр|Әрбір|Егер|Мұндай|Сондай)$/,
};

function keepsCapital(text: string, language: Language): boolean {
  const [first = '', second = ''] = text.split(/[\s,]+/);
  const word = first.replace(/[^\p{L}]+$/u, '');
  if (!/^\p{Lu}/u.test(word)) return true;
  if (FUNCTION_WORDS[language].test(word)) return false;
  if (/^.+\p{Lu}/u.test(word) || isGeographical(text, language)) return true;
  if (BEGINS_INSTITUTION[language].test(text)) return true;
  // Two words with capitals are a name, unless the second one begins a name of its own.
  const rest = text.slice(first.length).trimStart();
  const begins = BEGINS_INSTITUTION[language].test(rest) || isGeographical(rest, language);
  return /^\p{Lu}\p{Ll}/u.test(second) && !begins;
}

/** Matches a text that begins with the name of an institution, which has a capital. */
const BEGINS_INSTITUTION: Readonly<Record<Language, RegExp>> = {
  en: /^(?:Commissioner for|Human Rights Comm|Ministry of|Prosecutor General|Supreme Court|Constitutional Court|Parliament of)/,
  ru: /^(?:Уполномоченн|Министерств|Республик|Генеральн\p{L}+ прокур|Верховн\p{L}+ суд|Конституционн\p{L}+ суд)/u,
  kk: /^(?:Адам құқықтары жөніндегі|(?:Ішкі істер|Сыртқы істер|Әділет|Денсаулық сақтау) министр|Бас прокур|Жоғарғы [Сс]от|Конституциялық [Сс]от)/u,
};

/** Cities of Kazakhstan, and seats of international bodies, in all languages, by their stems. */
const CITIES =
  /^(?:Astan|Almat|Shymkent|Aktau|Aktobe|Atyrau|Karagand|Kostanay|Kyzylord|Pavlodar|Petropav|Semey|Taraz|Turkestan|Genev|Vienn|Brussels|New York|Warsaw|Strasbourg|The Hague|Астан|Алмат|Шымкент|А[кқ]тау|А[кқ]т[оө]бе|Атырау|[КҚ]ара[гғ]анд|[КҚ]останай|[КҚ]ызылорд|Павлодар|Петропав|Семе[йея]|Семипалатинск|Тараз|Т[уү]р[кқ][еі]стан|Уральск|Орал(?:да|ға|дың|$)|Усть-Каменогорск|Өскемен|К[оө]кшетау|Же[зс][кқ]азған|Жезказган|Талды[кқ]ор[гғ]ан|Женев|Вен[аеуы]$|Венада|Брюссел|Нью-Йорк|Варшав|Страсбург|Гааг)/;

/** The names of countries in a language, and in English those of languages, by their words. */
const geographical = new Map<Language, readonly (readonly string[])[]>();

/** Returns whether a text begins with the name of a place. */
function isGeographical(text: string, language: Language): boolean {
  if (CITIES.test(text)) return true;
  let names = geographical.get(language);
  if (!names) geographical.set(language, (names = geographicalNames(language)));
  const all = text.split(/[^\p{L}-]+/u);
  // Only the first word has to have a capital: “Еуропалық одақ”.
  const isThere = (part: string, index: number): boolean => {
    const word = all[index] ?? '';
    return index === 0 ? isFormOf(word, part) : isFormOf(word.toLowerCase(), part.toLowerCase());
  };
  return names.some((name) => name.every(isThere));
}

/** Whether a word is a name, or a name with the ending of a case. */
function isFormOf(word: string, name: string): boolean {
  const stem = name.replace(/[аяыіьй]$/u, '');
  const hasEnding = word.startsWith(stem) && word.length <= stem.length + 5;
  return word === name || (stem.length > 3 && hasEnding);
}

/** Returns the first word of each name, or the first two if it has more. */
function geographicalNames(language: Language): (readonly string[])[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const types = language === 'en' ? (['region', 'language'] as const) : (['region'] as const);
  return types.flatMap((type) => {
    const names = new Intl.DisplayNames(language, { type, fallback: 'none' });
    return codes.flatMap((code) => {
      const name = names.of(type === 'language' ? code.toLowerCase() : code) ?? '';
      const all = name.split(/[^\p{L}-]+/u).slice(0, 2);
      return (all[0] ?? '').length > 3 ? [all] : [];
    });
  });
}
