import { languages, type Language } from '../../src/vocabulary/languages.js';

/** A part of a sentence as `sentenceParts` has it, with the form of a statement that it names. */
export interface SentencePart {
  readonly text: string;
  readonly language: string | null;
  readonly entity: { readonly form?: string | null } | null;
}

/** A relation with its sentence in each language. */
export interface ToldRelation extends Readonly<Record<Language, readonly SentencePart[]>> {
  readonly type: string;
  readonly standing: string;
  readonly isContested: boolean;
}

/** What the query has to select of a relation. */
export const TOLD = `type standing isContested ${languages
  .map(
    (language) =>
      `${language}: sentenceParts(language: ${language.toUpperCase()}) { text language entity { ... on Statement { form } } }`,
  )
  .join(' ')}`;

type Patterns = Readonly<Record<Language, RegExp>>;

/** How a sentence says that no source states it outright. */
const standings: Readonly<Record<string, Patterns>> = {
  INFERRED: {
    en: /^Judging by the sources, /,
    ru: /^Судя по источникам, /,
    kk: /^Дереккөздерге қарағанда, /,
  },
  EDITORIAL: {
    en: /^In the editors’ reading, /,
    ru: /^По оценке составителей, /,
    kk: /^Құрастырушылардың пайымынша, /,
  },
  DENIED: {
    en: /^No source confirms that /,
    ru: /^Ни один источник не подтверждает, что /,
    kk: / дегенді бірде-бір дереккөз растамайды/,
  },
};

/** How a sentence says what others say against it. */
const contests: Patterns = {
  en: /(?:; however, according to .|[;,] .+ den(?:y|ies) (?:it|that .+)\.$)/,
  ru: /(?:; однако, по .|[;,] .+ (?:это опроверга(?:ет|ют)|опроверга(?:ет|ют), что .+)\.$)/,
  kk: /(?:; алайда .|[;,] .+ (?:мұны|дегенді) жоққа шығарады\.$)/,
};

/** How a sentence says that an office is over, or of when the sources are that name it. */
const offices: Patterns = {
  en: / (?:was .+\(.+\)|is named as .+\((?:.+; )?(?:as of .+|according to an undated source)\))/,
  ru: /(?: (?:был|была|были|в прошлом|ранее) .+|\((?:.+; )?по (?:данным .+|недатированному источнику)\))/,
  kk: /(?: болған|\((?:.+; )?(?:.+ дерек|күні көрсетілмеген дереккөз) бойынша\))/,
};

/** The letters of another script than that of a language. A name has those that its source uses. */
const foreignLetters: Readonly<Record<Language, RegExp>> = {
  en: /\p{Script=Cyrillic}/u,
  ru: /[\p{Script=Latin}ӘәҒғҚқҢңӨөҰұҮүҺһ]/u,
  kk: /\p{Script=Latin}/u,
};

type Check = (told: ToldRelation, language: Language) => boolean;

/** What a sentence of the graph must not be, each with how it is found. */
const checks: Readonly<Record<string, Check>> = {
  'it is not whole': (told, language) => {
    const text = textOf(told[language]);
    const hasLeftover = /[{}|]|undefined|null|\s\s|\(\)|\.[”»]?\.|[!?…][”»]?\./u.test(text);
    return hasLeftover || !/^[\p{Lu}\d“«№(].*[.!?…][”»]?$/su.test(text);
  },
  'a paraphrase is in quotation marks': (told, language) =>
    told[language].some(
      ({ entity }, index) =>
        entity?.form === 'PARAPHRASE' &&
        /[“„«"]\s*$/.test(told[language][index - 1]?.text ?? '') &&
        /^[^\p{L}]*[”“»"]/u.test(told[language][index + 1]?.text ?? ''),
    ),
  'it does not say how well sources support it': ({ standing, ...told }, language) => {
    const text = textOf(told[language]);
    const marks = Object.entries(standings).filter(([, marked]) => marked[language].test(text));
    return standing === 'STATED' ? marks.length > 0 : !marks.some(([of]) => of === standing);
  },
  'it does not say that it is contested': ({ isContested, ...told }, language) =>
    isContested && !contests[language].test(textOf(told[language])),
  'a word of another language has no mark': (told, language) =>
    told[language].some(
      (part) =>
        part.entity === null &&
        part.language === language.toUpperCase() &&
        foreignLetters[language].test(part.text),
    ),
  'an office is told without the time of its sources': ({ type, ...told }, language) =>
    type === 'MEMBER_OF' && !offices[language].test(textOf(told[language])),
};

/** Returns what is wrong with the sentences of a relation: `LANGUAGE: FAULT: SENTENCE`. */
export function sentenceFaults(told: ToldRelation): string[] {
  return languages.flatMap((language) =>
    Object.entries(checks)
      .filter(([, isWrong]) => isWrong(told, language))
      .map(([fault]) => `${language}: ${fault}: ${textOf(told[language])}`),
  );
}

function textOf(parts: readonly SentencePart[]): string {
  return parts.map(({ text }) => text).join('');
}
