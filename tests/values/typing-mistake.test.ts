import { describe, expect, it } from '@jest/globals';
import { foldName } from '../../src/values/folded-name.js';
import { mistakableWords } from '../../src/values/typing-mistake.js';

const latin = Array.from('abcdefghijklmnopqrstuvwxyz');
const cyrillic = Array.from('абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі');

/** Every word that is typed for another one with one mistake. */
function typed(word: string, alphabet: readonly string[]): string[] {
  const all = new Set<string>();
  for (let place = 0; place <= word.length; place++) {
    const [before, at, after] = [word.slice(0, place), word.slice(place), word.slice(place + 1)];
    for (const letter of alphabet) all.add(before + letter + at).add(before + letter + after);
    all.add(before + after).add(before + after.slice(0, 1) + at.slice(0, 1) + after.slice(1));
  }
  return [...all];
}

describe('a word with one typing mistake', () => {
  it.each([
    ['ластаев', cyrillic],
    ['симкич', cyrillic],
    ['щукин', cyrillic],
    ['қайырбеков', cyrillic],
    ['lastayev', latin],
    ['zhakselekova', latin],
    ['vassilenko', latin],
  ])('may mean the one that was meant, wherever the mistake is: %s', (word, alphabet) => {
    const meant = foldName(word);
    const lost = typed(word, alphabet).filter(
      (one) => one !== word && !mistakableWords(one).get(foldName(one))?.includes(meant),
    );
    expect(lost).toEqual([]);
  });

  it.each([
    ['Lstayef', 'Lastayev'],
    ['Симкичев', 'Симкич'],
  ])('does not mean what takes two: %s, %s', (one, word) => {
    expect(mistakableWords(one).get(foldName(one))).not.toContain(foldName(word));
  });

  it('has from four to 24 letters, and no digits', () => {
    const text = `npm, NPMS—${'ab'.repeat(12)} ${'ab'.repeat(13)} 2019 covid19 Анна’s`;
    expect([...mistakableWords(text).keys()]).toEqual(
      ['NPMS', 'ab'.repeat(12), 'Анна'].map(foldName),
    );
  });
});
