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
  if (/^.+\p{Lu}/u.test(word) || /^\p{Lu}\p{Ll}/u.test(second)) return true;
  return isGeographical(word, language);
}

/** The names of countries in a language, and in English those of languages, by their first words. */
const geographical = new Map<Language, readonly string[]>();

function isGeographical(word: string, language: Language): boolean {
  let names = geographical.get(language);
  if (!names) geographical.set(language, (names = geographicalNames(language)));
  // A name may have the ending of a case.
  return names.some((name) => {
    const stem = name.replace(/[аяыіьй]$/u, '');
    return (
      name === word || (stem.length > 3 && word.startsWith(stem) && word.length <= stem.length + 5)
    );
  });
}

function geographicalNames(language: Language): string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const types = language === 'en' ? (['region', 'language'] as const) : (['region'] as const);
  return types.flatMap((type) => {
    const names = new Intl.DisplayNames(language, { type, fallback: 'none' });
    return codes.flatMap((code) => {
      const [first = ''] = (names.of(type === 'language' ? code.toLowerCase() : code) ?? '').split(
        ' ',
      );
      return first.length > 3 ? [first] : [];
    });
  });
}
