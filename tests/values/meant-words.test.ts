import { describe, expect, it } from '@jest/globals';
import { foldName } from '../../src/values/folded-name.js';
import { meantWords } from '../../src/values/meant-words.js';
import { patronymicForms } from '../../src/values/patronymic.js';
import { nominatives } from '../../src/values/word-endings.js';

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
      (one) => foldName(one) !== meant && !meantWords(one).get(foldName(one))?.has(meant),
    );
    expect(lost).toEqual([]);
  });

  it.each([
    ['Lstayef', 'Lastayev'],
    ['Симкичев', 'Симкич'],
    ['Ахметовым', 'Ахметова'],
    ['ааааа', 'Аба'],
    ['ззззз', 'з'],
  ])('does not mean what takes two: %s, %s', (one, word) => {
    expect([...(meantWords(one).get(foldName(one)) ?? [])]).not.toContain(foldName(word));
  });

  it('has from four to 24 letters, and no digits', () => {
    const isCorrected = (word: string, meant: string): boolean =>
      meantWords(word).get(foldName(word))?.has(foldName(meant)) ?? false;
    expect(isCorrected('npm', 'npn')).toBe(false);
    expect(isCorrected('npms', 'npns')).toBe(true);
    expect(isCorrected('ab'.repeat(12), `${'ab'.repeat(11)}ad`)).toBe(true);
    expect(isCorrected('ab'.repeat(13), `${'ab'.repeat(12)}ad`)).toBe(false);
    expect(isCorrected('2019', '2018')).toBe(false);
    expect(isCorrected('covid19', 'cavid19')).toBe(false);
  });

  it('is among the first 200 letters of a text', () => {
    const words = Array.from(
      { length: 30 },
      (_, index) =>
        `word${'abcdefghij'.repeat(3).slice(index % 10, (index % 10) + 5)}${String.fromCharCode(97 + (index % 26))}`,
    );
    const corrected = words.filter(
      (word) => (meantWords(words.join(' ')).get(foldName(word))?.size ?? 0) > 300,
    );
    expect(corrected.length).toBeLessThan(words.length);
    expect(corrected.length).toBeGreaterThan(10);
  });
});

describe('a word that is written otherwise', () => {
  it.each([
    ['Министерством', 'министерство'],
    ['Ахметовым', 'Ахметов'],
    ['Ахметовой', 'Ахметова'],
    ['Верховного', 'Верховный'],
    ['Республикой', 'Республика'],
    ['правам', 'права'],
    ['Марией', 'Мария'],
    ['конференцией', 'конференциями'],
    ['Тюрьма', 'тюрьмой'],
    ['Тюрьма', 'тюрем'],
    ['тюрьма', 'тюремной'],
    ['тюрьмы', 'тюремной'],
    ['тюремный', 'тюремное'],
    ['конституция', 'конституционного'],
    ['мектеп', 'мектебінің'],
    ['мектебінің', 'мектеп'],
    ['министрлік', 'министрлігінде'],
    ['Ластаааааев', 'Ластаев'],
    ['Игорем', 'Игорь'],
    ['Ахметовтың', 'Ахметов'],
    ['Оспановқа', 'Оспанов'],
    ['Министрлігінің', 'министрлігі'],
    ['Министрлігінде', 'министрлігі'],
    ['Астанадан', 'Астана'],
    ['Назарбаевпен', 'Назарбаев'],
    ['Сейітұлы', 'Сеитович'],
    ['Серікқызы', 'Сериковна'],
    ['Seiituly', 'Сеитович'],
    ['Абаевна', 'Абайқызы'],
    ["S'yn'g'ys", 'Шыңғыс'],
    ['Coj', 'Цой'],
    ['Julija', 'Юлия'],
    ['Ûliâ', 'Юлия'],
    ['Сериковичем', 'Серікұлы'],
    ['Сериковной', 'Серікқызы'],
    ['Серікұлының', 'Серикович'],
    ['Канышбек', 'Қаныш Бек'],
    ['SergeiVolkov', 'Sergei Volkov'],
    ['Альхамид', 'әл-Хамид'],
  ])('may be meant for another: %s for %s', (word, meant) => {
    const words = meantWords(word);
    expect([...(words.get(foldName(word)) ?? [])]).toContain(foldName(meant));
  });

  it('is joined with either neighbour', () => {
    const words = meantWords('Қаныш-Бек Ахметов');
    expect([...(words.get('kanish') ?? [])]).toContain('kanisbek');
    expect([...(words.get('bek') ?? [])]).toEqual(
      expect.arrayContaining(['kanisbek', 'bekakmetov']),
    );
  });

  it.each(['Жанна', 'Сұлтан', 'Айдана', 'Ахметов', 'Astanadan'])(
    'is not taken for another case of a shorter name: %s',
    (word) => {
      expect(nominatives(word.toLowerCase())).toEqual([]);
    },
  );

  it.each([
    ['Сейітұлы', 'Сеитовна'],
    ['Серікович', 'Маратович'],
    ['Лидия', 'Лидович'],
  ])('is not meant for another father or child: %s, %s', (word, other) => {
    expect(patronymicForms(foldName(word))).not.toContain(foldName(other));
  });
});
