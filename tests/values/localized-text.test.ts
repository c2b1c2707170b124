import { describe, expect, it } from '@jest/globals';
import {
  languageOfText,
  languagesFor,
  nameIn,
  pickText,
  textByLanguage,
} from '../../src/values/localized-text.js';
import type { Language, LocalizedText } from '../../src/vocabulary/languages.js';

describe('the languages in which a text is looked for', () => {
  it.each<[string, Language | null | undefined, Language[]]>([
    // The requested language, then those related to it, whatever is accepted.
    ['en ru kk', 'en', ['kk', 'ru']],
    ['ru kk en', 'ru', []],
    ['kk ru en', 'kk', ['en']],
    // Else the accepted ones in their order, then those related to the first.
    ['en ru kk', null, []],
    ['kk en ru', undefined, ['kk', 'en']],
    ['ru kk en', undefined, ['ru']],
    ['kk ru en', null, ['kk', 'ru', 'en']],
  ])('are %s where %j is requested and %j accepted', (order, requested, accepted) => {
    expect(languagesFor(requested, accepted).join(' ')).toBe(order);
  });
});

describe('the text that is shown', () => {
  it.each<[string | null, LocalizedText | undefined, Language | null | undefined, Language[]]>([
    ['қ', { kk: 'қ', ru: 'р', en: 'e' }, 'kk', ['ru', 'en']],
    ['р', { ru: 'р', en: 'e' }, 'kk', ['en']],
    ['қ', { kk: 'қ', en: 'e' }, 'ru', []],
    ['e', { ru: 'р', en: 'e' }, null, ['kk', 'en']],
    ['қ', { kk: 'қ' }, 'ru', ['en', 'ru']],
    [null, {}, 'ru', ['en']],
    [null, undefined, 'ru', ['en']],
  ])('is %j of %j where %j is asked and %j accepted', (shown, text, asked, accepted) => {
    expect(pickText(text, asked, accepted)).toBe(shown);
  });
});

describe('a plain text', () => {
  it.each<[string, Language]>([
    ['Commissioner for Human Rights', 'en'],
    ['Aleška Simkić', 'en'],
    ['', 'en'],
    ['Уполномоченный по правам человека', 'ru'],
    ['посол ЕС', 'ru'],
    ['Адам құқықтары жөніндегі уәкіл', 'kk'],
    ['Төраға', 'kk'],
  ])('%j is read as %s, by its letters', (text, language) => {
    expect(languageOfText(text)).toBe(language);
    expect(textByLanguage(text)).toEqual({ [language]: text });
  });
});

describe('the name that is shown', () => {
  const names = { ru: 'Ходжиматов', en: 'Khojimatov' };

  it('is another name in a language before the name in the next language', () => {
    const aliases = { kk: ['Сухроб Қожыматов', 'СҚ'] };
    expect(nameIn({ names, aliases }, languagesFor('kk'))).toEqual({
      text: 'Сухроб Қожыматов',
      language: 'kk',
    });
    expect(nameIn({ names, aliases }, languagesFor('ru'))).toEqual({
      text: 'Ходжиматов',
      language: 'ru',
    });
  });

  it('is none if there is neither a name nor another name', () => {
    expect(nameIn({ names: {}, aliases: {} }, languagesFor('kk'))).toBeNull();
  });
});
