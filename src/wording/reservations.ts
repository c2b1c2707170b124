import type { Language } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Standing } from '../model/records.js';
import { mention } from './mention.js';
import { inQuotes, isPublication, type Named } from './named.js';
import { isForeign } from './russian-mention.js';
import { listed, words, type TextPart } from './text-part.js';

/** Publishers that say one thing, with the mark of their citations: empty, or such as “ [3]”. */
export interface Voice {
  readonly publishers: readonly Named[];
  readonly mark: string;
}

/** The marks of the citations of a sentence; empty for none. */
export interface Marks {
  /** The mark at the end of the sentence, such as “ [1, 2]”. */
  readonly whole: string;
  /** The mark at the dates, if fewer sources say these than the relation. */
  readonly dates: string;
  /** Other dates that sources give, each with the property that it is of and with who says so. */
  readonly otherDates: readonly {
    readonly property: string;
    readonly date: string;
    readonly voice: Voice;
  }[];
}

export const NO_MARKS: Marks = { whole: '', dates: '', otherDates: [] };

/** A rival of a relation as a clause, with who says that it holds or that it does not. */
interface RivalClause {
  readonly clause: readonly TextPart[];
  readonly voice: Voice;
}

/** What sources say against a relation. */
export interface Contest {
  /** What they say in its place. */
  readonly others: readonly RivalClause[];
  /** What nobody says in its place, and some deny in its favour. */
  readonly deniedOthers: readonly RivalClause[];
  /** Those that deny it and say nothing in its place; null if there are none. */
  readonly denial: Voice | null;
}

/** How a clause begins that no source states outright. */
const openings: Readonly<Record<'INFERRED' | 'EDITORIAL', Readonly<Record<Language, string>>>> = {
  INFERRED: {
    en: 'judging by the sources, ',
    ru: 'судя по источникам, ',
    kk: 'дереккөздерге қарағанда, ',
  },
  EDITORIAL: {
    en: 'in the editors’ reading, ',
    ru: 'по оценке составителей, ',
    kk: 'құрастырушылардың пайымынша, ',
  },
};

/** Says of a clause how well sources support it, and what others say against it. */
export function withReservations(
  clause: readonly TextPart[],
  standing: Standing,
  contest: Contest | null,
  language: Language,
  vocabulary: Vocabulary,
): readonly TextPart[] {
  const told = withStanding(clause, standing, language);
  if (!contest) return told;
  const { others, deniedOthers, denial } = contest;
  return [
    ...told,
    ...(denial ? denied(denial, standing, language, vocabulary) : []),
    ...others.flatMap((other) => otherwise(other, language, vocabulary)),
    ...deniedOthers.flatMap((other) => notOtherwise(other, language, vocabulary)),
    ...(others.length + deniedOthers.length === 0 && !denial
      ? [words(undecided[language], language)]
      : []),
  ];
}

const undecided: Readonly<Record<Language, string>> = {
  en: '; sources disagree on this',
  ru: '; источники в этом расходятся',
  kk: '; дереккөздер бұл жөнінде әрқалай айтады',
};

function withStanding(
  clause: readonly TextPart[],
  standing: Standing,
  language: Language,
): readonly TextPart[] {
  if (standing === 'STATED') return clause;
  if (standing !== 'DENIED') return [words(openings[standing][language], language), ...clause];
  switch (language) {
    case 'en':
      return [words('no source confirms that ', 'en'), ...clause];
    case 'ru':
      return [words('ни один источник не подтверждает, что ', 'ru'), ...clause];
    case 'kk':
      return [...clause, words(' дегенді бірде-бір дереккөз растамайды', 'kk')];
  }
}

/** Adds what other sources say in place of a relation. */
function otherwise(
  { clause, voice }: RivalClause,
  language: Language,
  vocabulary: Vocabulary,
): readonly TextPart[] {
  return [
    words({ en: '; however, ', ru: '; однако, ', kk: '; алайда ' }[language], language),
    ...accordingTo(voice.publishers, language, vocabulary),
    ...clause,
    words(voice.mark, language),
  ];
}

/** Adds who denies what nobody says in place of a relation. */
function notOtherwise(
  { clause, voice: { publishers, mark } }: RivalClause,
  language: Language,
  vocabulary: Vocabulary,
): readonly TextPart[] {
  const own = (text: string) => words(text, language);
  const names = publishers.map((one) => voiceMention(one, '', language, vocabulary));
  const who = names.length === 0 ? [own(otherSources[language])] : listed(names, language);
  const isOne = names.length === 1;
  switch (language) {
    case 'en':
      return [
        own('; '),
        ...who,
        own(isOne ? ' denies that ' : ' deny that '),
        ...clause,
        own(mark),
      ];
    case 'ru':
      return [
        own('; '),
        ...who,
        own(isOne ? ' опровергает, что ' : ' опровергают, что '),
        ...clause,
        own(mark),
      ];
    case 'kk':
      return [own('; '), ...who, own(' '), ...clause, own(` дегенді жоққа шығарады${mark}`)];
  }
}

/** Those who deny something, if their names are not known. */
const otherSources: Readonly<Record<Language, string>> = {
  en: 'other sources',
  ru: 'другие источники',
  kk: 'басқа дереккөздер',
};

/** Says by whom something is said, before what they say: “according to …, ”. */
export function accordingTo(
  publishers: readonly Named[],
  language: Language,
  vocabulary: Vocabulary,
): readonly TextPart[] {
  const form = language === 'ru' ? 'genitive' : '';
  const names = listed(
    publishers.map((one) => voiceMention(one, form, language, vocabulary)),
    language,
  );
  const own = (text: string) => words(text, language);
  if (names.length === 0) return [own(nameless[language])];
  switch (language) {
    case 'en':
      return [own('according to '), ...names, own(', ')];
    case 'ru':
      return [own('по данным '), ...names, own(', ')];
    case 'kk':
      return [...names, own(' мәліметінше, ')];
  }
}

/**
 * Names who says something. Kazakh puts the titles of papers in quotation marks here, and Russian
 * leaves names in Latin letters as they are.
 */
function voiceMention(
  named: Named,
  form: string,
  language: Language,
  vocabulary: Vocabulary,
): readonly TextPart[] {
  if (language === 'kk' && isPublication(named)) return inQuotes(named, 'kk');
  const isBare = language === 'ru' && isForeign(named);
  return mention(named, isBare ? 'bare' : form, language, vocabulary);
}

const nameless: Readonly<Record<Language, string>> = {
  en: 'according to other sources, ',
  ru: 'по другим данным, ',
  kk: 'басқа деректер бойынша, ',
};

/** Adds who denies a relation without saying anything in its place. */
function denied(
  { publishers, mark }: Voice,
  standing: Standing,
  language: Language,
  vocabulary: Vocabulary,
): readonly TextPart[] {
  const names = publishers.map((one) => voiceMention(one, '', language, vocabulary));
  const [one, many] = denials[language];
  const verb = names.length === 1 ? one : many;
  const joint = standing === 'DENIED' ? afterDenial[language] : '; ';
  return [words(joint, language), ...listed(names, language), words(verb + mark, language)];
}

/** Joins who denies a relation to the words that no source confirms it. */
const afterDenial: Readonly<Record<Language, string>> = { en: ', and ', ru: ', а ', kk: ', ал ' };

const denials: Readonly<Record<Language, readonly [one: string, many: string]>> = {
  en: [' denies it', ' deny it'],
  ru: [' это опровергает', ' это опровергают'],
  kk: [' мұны жоққа шығарады', ' мұны жоққа шығарады'],
};
