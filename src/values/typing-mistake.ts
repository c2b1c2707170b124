/** What one letter of Cyrillic becomes in a folded name: ш, ч, ц, ю, я. */
const DIGRAPHS = ['sh', 'ch', 'ts', 'iu', 'ia'];

const SOUNDS = [...Array.from('abcdefghijklmnopqrstuvwxyz0123456789'), ...DIGRAPHS];

/** A word too short is another word with one letter changed; one too long is no word. */
const MISTAKABLE = /^[a-z]{4,40}$/;

/** Whether a word of a folded name is tried with a mistake; numbers are not. */
export function isMistakable(word: string): boolean {
  return MISTAKABLE.test(word);
}

/**
 * All spellings of a word of a folded name with one typing mistake: a letter too many, one missing,
 * another one, or two neighbours exchanged. It is the letter of either script that is mistaken, so
 * digraphs count as one, too.
 */
export function mistakenSpellings(word: string): string[] {
  return withOneMistake(word, ['', ...SOUNDS]);
}

/** A regular expression of the same spellings and the word itself, in the syntax that Lucene shares. */
export function mistakePattern(word: string): string {
  return withOneMistake(word, [`(${DIGRAPHS.join('|')}|.)?`]).join('|');
}

/** @param others what can stand in the place of a letter, or between two. */
function withOneMistake(word: string, others: readonly string[]): string[] {
  const spellings = new Set<string>();
  for (let start = 0; start <= word.length; start++) {
    const before = word.slice(0, start);
    for (const end of [start, ...soundEnds(word, start)]) {
      for (const other of others) spellings.add(before + other + word.slice(end));
      for (const next of end === start ? [] : soundEnds(word, end))
        spellings.add(before + word.slice(end, next) + word.slice(start, end) + word.slice(next));
    }
  }
  return [...spellings];
}

/** Where the letter that starts there ends, and the digraph. */
function soundEnds(word: string, start: number): number[] {
  if (start >= word.length) return [];
  const isDigraph = DIGRAPHS.includes(word.slice(start, start + 2));
  return isDigraph ? [start + 1, start + 2] : [start + 1];
}
