import { describe, expect, it } from '@jest/globals';
import { languageOfText, pickText, textByLanguage } from '../../src/values/localized-text.js';
import type { Language, LocalizedText } from '../../src/vocabulary/languages.js';

describe('the text that is shown', () => {
  const all: LocalizedText = { kk: 'қ', ru: 'р', en: 'e' };

  it.each<[string | null, LocalizedText | undefined, Language | null | undefined, Language[]]>([
    // The asked language goes before all others.
    ['қ', all, 'kk', []],
    ['қ', all, 'kk', ['ru', 'en']],
    // Then the accepted ones in their order.
    ['р', all, null, ['ru', 'kk']],
    ['қ', all, undefined, ['kk', 'ru']],
    ['р', { ru: 'р', en: 'e' }, 'kk', ['kk', 'ru']],
    // Then English, Russian, Kazakh.
    ['e', all, null, []],
    ['e', { kk: 'қ', en: 'e' }, 'ru', []],
    ['р', { kk: 'қ', ru: 'р' }, null, ['en']],
    ['р', { kk: 'қ', ru: 'р' }, 'en', []],
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
