/** The endings of patronymics of men and of women, as `foldName` gives them. */
const ENDINGS = [
  ['uli', 'ovik', 'evik'], // -ұлы, -улы, -uly; -ович, -ovich; -евич, -evich
  ['kizi', 'ovna', 'evna'], // -қызы, -кызы, -qyzy, -kyzy; -овна; -евна
] as const;

/** The endings with those of other cases: Сериковичем, Серікұлының. */
const ENDINGS_OF_CASES = [
  /(?:[oe]vi(?:k|ch(?:a|u|e|em))|uli(?:nin|na|ni|nda|nan|men)?)$/,
  /(?:[oe]vn(?:a|i|e|u|oi)|kizi(?:nin|na|ni|nda|nan|men)?)$/,
] as const;

/** The fewest letters of the father's name. */
const FATHER = 3;

/** A patronymic, with the parts that are the same in each of its forms. */
interface Patronymic {
  /** The father's name without the letters that the endings change. */
  readonly father: string;
  readonly gender: 0 | 1;
}

/**
 * Returns one text for all forms of a patronymic, given as a folded word: Сейітұлы and Сеитович
 * have the same. Returns null if the word is no patronymic.
 */
export function patronymicKey(word: string): string | null {
  const found = parse(word);
  return found && `${found.father}.${found.gender === 0 ? 'm' : 'f'}`;
}

/** Returns the folded words that are the same patronymic; none if the word is no patronymic. */
export function patronymicForms(word: string): string[] {
  const found = parse(word);
  if (!found) return [];
  const { father, gender } = found;
  const fathers = [father, `${father}ei`];
  if (/[aeiou]$/.test(father)) fathers.push(`${father}i`);
  if (gender === 1) fathers.push(`${father}k`);
  return fathers.flatMap((name) => ENDINGS[gender].map((ending) => name + ending));
}

function parse(word: string): Patronymic | null {
  for (const gender of [0, 1] as const) {
    const ending = ENDINGS_OF_CASES[gender].exec(word)?.[0];
    if (ending === undefined) continue;
    let father = word.slice(0, -ending.length);
    // Of Серікқызы, which folds to `serikizi`, one к is lost.
    if (gender === 1) father = father.replace(/k$/, '');
    // Абайұлы, Абаевич; Сергейұлы, Сергеевич, which folds to `sergevik`
    father = father.replace(/(?<=[aeiou])i$/, '').replace(/e$/, '');
    return father.length < FATHER ? null : { father, gender };
  }
  return null;
}
