import type { Agreement } from './template.js';

export const russianCases = [
  'genitive', 'dative', 'accusative', 'instrumental', 'prepositional',
] as const; // prettier-ignore

export type RussianCase = (typeof russianCases)[number];

/** A name of which it is known how it is declined, or at least how words agree with it. */
export interface Declined {
  readonly agreement: Agreement;
  /** The noun that the rest of the name depends on, in lower case. */
  readonly head: string;
  /** Returns the name in a case. Null if only its agreement is known. */
  in(grammaticalCase: RussianCase): string | null;
}

/** The endings of a declension in the order of `russianCases`, after the stem. */
interface Declension {
  readonly agreement: Agreement;
  readonly stem: string;
  readonly endings: readonly string[] | null;
}

/** The genders of abbreviations, by the noun that they stand for. */
const abbreviations: Readonly<Record<string, Agreement>> = {
  ООН: 'feminine', ПРООН: 'feminine', ОБСЕ: 'feminine', ВОЗ: 'feminine', ШОС: 'feminine',
  ОБСД: 'feminine', ЕС: 'masculine', СНГ: 'neuter', УВКПЧ: 'neuter', УВКБ: 'neuter',
  ЮНИСЕФ: 'masculine', МВД: 'neuter', МИД: 'masculine', США: 'plural', НПМ: 'masculine',
  СПТ: 'masculine', КПЧ: 'masculine', УПО: 'masculine', МПГПП: 'masculine',
}; // prettier-ignore

/** Words for people, whose accusative is their genitive. */
const PEOPLE =
  /^(?:уполномоченный|омбудсмен|президент|прокурор|докладчик|эксперт|министр|посол|представитель|человек|комиссар)$/;

/**
 * Declines a Russian name: its first noun and the adjectives before it. Returns null if its first
 * word does not show how.
 */
export function declined(name: string): Declined | null {
  const all = name.split(' ');
  const nounAt = all.findIndex((word, index) => !isAdjective(word) || endsName(all[index + 1]));
  const noun = all[nounAt];
  if (noun === undefined || all[nounAt + 1] === 'и' || all[nounAt + 1] === 'или') return null;
  const before = all.slice(0, nounAt).map(adjective);
  const isPlural = before.some((one) => one?.agreement === 'plural');
  const declensions = [
    ...before,
    isAdjective(noun) ? adjective(noun) : nounDeclension(noun, isPlural),
  ];
  const last = declensions.at(-1);
  if (!last || declensions.some((one) => one === null)) return null;
  const head = noun.toLowerCase();
  const rest = all.slice(nounAt + 1);
  return {
    agreement: last.agreement,
    head,
    in: (grammaticalCase) => {
      // What stands after a dash would be declined as well.
      if (rest[0] === '—') return null;
      const forms = declensions.map((one) => one && inCase(one, grammaticalCase, head));
      return forms.includes(null) ? null : [...forms, ...rest].join(' ');
    },
  };
}

/** A preposition, or nothing, after an adjective shows that it stands for a noun. */
function endsName(next: string | undefined): boolean {
  return next === undefined || /^(?:по|при|в|на|о|об|за|для|из|от|с)$/.test(next);
}

function inCase(
  { agreement, stem, endings }: Declension,
  grammaticalCase: RussianCase,
  head: string,
): string | null {
  if (!endings) return null;
  const takesGenitive =
    grammaticalCase === 'accusative' && agreement === 'masculine' && PEOPLE.test(head);
  const ending = endings[russianCases.indexOf(takesGenitive ? 'genitive' : grammaticalCase)];
  return ending === undefined ? null : stem + ending;
}

function isAdjective(word: string): boolean {
  return adjective(word) !== null;
}

function adjective(word: string): Declension | null {
  const ordinal = /^(\d+-)([йяе])$/.exec(word);
  if (ordinal) return ordinalDeclension(ordinal[1] ?? '', ordinal[2] ?? '');
  const third = /^(трет)(ий|ья|ье)$/i.exec(word);
  if (third) return thirdDeclension(third[1] ?? '', third[2] ?? '');
  const match = /^([\p{L}-]{2,})(ый|ий|ой|ая|яя|ое|ее|ые|ие)$/u.exec(word);
  const [, stem = '', ending = ''] = match ?? [];
  if (stem === '' || isAbbreviation(word)) return null;
  const isSoft = ending === 'ее' || ending === 'яя' || /[жчшщн]ий$/.test(word);
  const afterVelar = /[кгх]$/.test(stem);
  const ins = isSoft || afterVelar ? 'им' : 'ым';
  const [gen, dat, prep] = isSoft ? ['его', 'ему', 'ем'] : ['ого', 'ому', 'ом'];
  switch (ending) {
    case 'ый':
    case 'ий':
    case 'ой':
      if (ending === 'ий' && !/[кгхжчшщн]$/.test(stem)) return null;
      return { agreement: 'masculine', stem, endings: [gen, dat, ending, ins, prep] };
    case 'ое':
    case 'ее':
      return { agreement: 'neuter', stem, endings: [gen, dat, ending, ins, prep] };
    case 'ая':
    case 'яя': {
      const oblique = isSoft || /[жчшщ]$/.test(stem) ? 'ей' : 'ой';
      const acc = ending === 'ая' ? 'ую' : 'юю';
      return { agreement: 'feminine', stem, endings: [oblique, oblique, acc, oblique, oblique] };
    }
    default:
      // Nouns end in -ние, -тие and so on; adjectives of the plural in -ские, -кие, -щие.
      if (ending === 'ие' && !/[кгхжчшщ]$/.test(stem)) return null;
      return { agreement: 'plural', stem, endings: pluralEndings(ending) };
  }
}

function pluralEndings(ending: string): readonly string[] {
  const vowel = ending.charAt(0);
  return [`${vowel}х`, `${vowel}м`, ending, `${vowel}ми`, `${vowel}х`];
}

function thirdDeclension(stem: string, ending: string): Declension {
  if (ending === 'ья') {
    return { agreement: 'feminine', stem, endings: ['ьей', 'ьей', 'ью', 'ьей', 'ьей'] };
  }
  const agreement = ending === 'ий' ? 'masculine' : 'neuter';
  return { agreement, stem, endings: ['ьего', 'ьему', ending, 'ьим', 'ьем'] };
}

function ordinalDeclension(stem: string, ending: string): Declension {
  if (ending === 'я') return { agreement: 'feminine', stem, endings: ['й', 'й', 'ю', 'й', 'й'] };
  const agreement = ending === 'й' ? 'masculine' : 'neuter';
  return { agreement, stem, endings: ['го', 'му', ending, 'м', 'м'] };
}

function nounDeclension(word: string, isPlural: boolean): Declension | null {
  if (isAbbreviation(word)) return unchanged(word, abbreviations[word] ?? 'singular');
  if (!/^[\p{Script=Cyrillic}-]{3,}$/u.test(word)) return null;
  if (/бюро$/i.test(word)) return unchanged(word, 'neuter');
  const stem = word.slice(0, -1);
  switch (word.at(-1)) {
    case 'а':
      return /ств$/.test(stem)
        ? { agreement: 'plural', stem, endings: ['', 'ам', 'а', 'ами', 'ах'] }
        : feminineInA(stem);
    case 'я':
      if (isPlural) {
        const endings = stem.endsWith('и') ? ['й', 'ям', 'я', 'ями', 'ях'] : null;
        return { agreement: 'plural', stem, endings };
      }
      return stem.endsWith('и')
        ? { agreement: 'feminine', stem, endings: ['и', 'и', 'ю', 'ей', 'и'] }
        : { agreement: 'feminine', stem, endings: ['и', 'е', 'ю', 'ей', 'е'] };
    case 'о':
      return { agreement: 'neuter', stem, endings: ['а', 'у', 'о', 'ом', 'е'] };
    case 'е':
      return neuterInE(stem);
    case 'й':
      return {
        agreement: 'masculine',
        stem,
        endings: ['я', 'ю', 'й', 'ем', stem.endsWith('и') ? 'и' : 'е'],
      };
    case 'ь':
      if (!/(?:[оеа]сть|знь|сеть|речь|помощь|цель|роль|связь|часть)$/.test(word)) return null;
      return { agreement: 'feminine', stem, endings: ['и', 'и', 'ь', 'ью', 'и'] };
    case 'ы':
    case 'и':
      return { agreement: 'plural', stem, endings: null };
    default:
      return masculine(word);
  }
}

function feminineInA(stem: string): Declension {
  const gen = /[гкхжчшщ]$/.test(stem) ? 'и' : 'ы';
  const ins = /[жчшщц]$/.test(stem) ? 'ей' : 'ой';
  return { agreement: 'feminine', stem, endings: [gen, 'е', 'у', ins, 'е'] };
}

function neuterInE(stem: string): Declension {
  if (/[жчшщц]$/.test(stem))
    return { agreement: 'neuter', stem, endings: ['а', 'у', 'е', 'ем', 'е'] };
  const prep = stem.endsWith('и') ? 'и' : 'е';
  return { agreement: 'neuter', stem, endings: ['я', 'ю', 'е', 'ем', prep] };
}

/** Words whose last vowel may be lost, and those with a hissing end, are not declined. */
function masculine(word: string): Declension | null {
  if (!/[бвгдзклмнпрстфх]$/.test(word)) return null;
  const endings = /(?:ок|(?<!челов)ек|ёк)$/.test(word) ? null : ['а', 'у', '', 'ом', 'е'];
  return { agreement: 'masculine', stem: word, endings };
}

function unchanged(word: string, agreement: Agreement): Declension {
  return { agreement, stem: word, endings: ['', '', '', '', ''] };
}

function isAbbreviation(word: string): boolean {
  return /^[А-ЯЁ]{2,}$/.test(word);
}
