export const kazakhCases = ['genitive', 'dative', 'accusative', 'locative', 'ablative'] as const;

export type KazakhCase = (typeof kazakhCases)[number];

/** The endings for back and front vowels. */
type Endings = readonly [back: string, front: string];

/** The endings after a sound of each class. */
interface EndingsBySound {
  readonly vowel: Endings;
  /** After м, н and ң. */
  readonly nasal: Endings;
  /** After й, л, р, у, з and ж. */
  readonly voiced: Endings;
  readonly voiceless: Endings;
  /** After the ending of possession: -ы, -і. */
  readonly possessive: Endings;
}

const endings: Readonly<Record<KazakhCase, EndingsBySound>> = {
  genitive: {
    vowel: ['ның', 'нің'],
    nasal: ['ның', 'нің'],
    voiced: ['дың', 'дің'],
    voiceless: ['тың', 'тің'],
    possessive: ['ның', 'нің'],
  },
  dative: {
    vowel: ['ға', 'ге'],
    nasal: ['ға', 'ге'],
    voiced: ['ға', 'ге'],
    voiceless: ['қа', 'ке'],
    possessive: ['на', 'не'],
  },
  accusative: {
    vowel: ['ны', 'ні'],
    nasal: ['ды', 'ді'],
    voiced: ['ды', 'ді'],
    voiceless: ['ты', 'ті'],
    possessive: ['н', 'н'],
  },
  locative: {
    vowel: ['да', 'де'],
    nasal: ['да', 'де'],
    voiced: ['да', 'де'],
    voiceless: ['та', 'те'],
    possessive: ['нда', 'нде'],
  },
  ablative: {
    vowel: ['дан', 'ден'],
    nasal: ['нан', 'нен'],
    voiced: ['дан', 'ден'],
    voiceless: ['тан', 'тен'],
    possessive: ['нан', 'нен'],
  },
};

/**
 * Adds the ending of a case to a name, by its last vowel and its last sound: «кеңестің», «пактінің»,
 * «БҰҰ-ның». Returns null for an abbreviation that ends in a consonant, or another name that does
 * not end in lower-case Cyrillic letters.
 */
export function withCase(name: string, grammaticalCase: KazakhCase): string | null {
  if (/(?:^|\s)[А-ЯӘҒҚҢӨҰҮІ]+[АОҰУЫӘЕӨҮІ]$/u.test(name)) {
    const [back, front] = endings[grammaticalCase].vowel;
    return `${name}-${isBack(name) ? back : front}`;
  }
  if (!/[а-яёәғқңөұүһі]{2}$/u.test(name)) return null;
  // Borrowed words such as «пакт» and «объект» have a vowel before an ending.
  if (name.endsWith('кт')) return `${name}і${endings[grammaticalCase].vowel[1]}`;
  const [back, front] = endings[grammaticalCase][soundOf(name)];
  return name + (isBack(name) ? back : front);
}

/** Voiced counterparts of the consonants that change before the ending of possession. */
const voicedBefore: Readonly<Record<string, string>> = { к: 'г', қ: 'ғ', п: 'б' };

/** Adds the ending of possession to a noun: «төрағасы», «өкілі», «мүшесі». */
export function possessed(noun: string): string {
  const [back, front] = soundOf(noun) === 'vowel' ? ['сы', 'сі'] : ['ы', 'і'];
  const last = noun.slice(-1);
  const stem = noun.slice(0, -1) + (voicedBefore[last] ?? last);
  return stem + (isBack(noun) ? back : front);
}

/** Returns a name in the locative, as an attribute: “желтоқсандағы”. */
export function locatedIn(name: string): string {
  const place = withCase(name, 'locative') ?? name;
  return place + (isBack(place) ? 'ғы' : 'гі');
}

/** A name of several words that ends in -ы or -і ends in possession: “Даму бағдарламасы”. */
function soundOf(name: string): keyof EndingsBySound {
  if (/[\s-].*[ыі]$/u.test(name)) return 'possessive';
  if (/[аәеёиоөыіэюяұүy]$/u.test(name)) return 'vowel';
  if (/[мнң]$/u.test(name)) return 'nasal';
  return /[йлрузж]$/u.test(name) ? 'voiced' : 'voiceless';
}

/** In surnames such as Назарбаев the vowel before -ев decides. */
function isBack(name: string): boolean {
  const vowels = name
    .replace(/(?<=[аоуы])ев$/u, '')
    .toLowerCase()
    .match(/[аәеёиоөыіэюяұү]/gu);
  return /[аоыұюяё]/u.test(vowels?.at(-1) ?? 'а');
}
