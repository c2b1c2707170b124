/** One letter of each group that always folds alike, such as у, ұ and ү. */
const LATIN = Array.from('abcdefghijklmnopqrstuvxyz');
const CYRILLIC = Array.from('абвгдежзийклмнопрстуфхцчшщьэюяғқөһ');

/**
 * Returns what may have been meant by a word in lower case if it has one typing mistake: a letter
 * too many, a letter missing, a wrong letter, or two neighbours swapped. Mistakes are made in the
 * script of the word.
 */
export function typingCorrections(word: string): string[] {
  const letters = Array.from(word);
  const alphabet = /\p{Script=Cyrillic}/u.test(word) ? CYRILLIC : LATIN;
  const corrections: string[] = [];
  for (let index = 0; index <= letters.length; index++) {
    const before = letters.slice(0, index).join('');
    const [letter = '', next = ''] = letters.slice(index);
    const from = letters.slice(index).join('');
    const after = letters.slice(index + 1).join('');
    for (const other of alphabet) corrections.push(before + other + from, before + other + after);
    corrections.push(before + after, before + next + letter + letters.slice(index + 2).join(''));
  }
  return corrections;
}
