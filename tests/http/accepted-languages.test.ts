import { describe, expect, it } from '@jest/globals';
import { acceptedLanguages } from '../../src/http/accepted-languages.js';
import type { Language } from '../../src/vocabulary/languages.js';

describe('the languages that a header accepts', () => {
  it.each<[string | null, Language[]]>([
    [null, []],
    ['', []],
    ['ru', ['ru']],
    ['ru-RU', ['ru']],
    ['RU', ['ru']],
    ['kk-Cyrl-KZ', ['kk']],
    ['de, fr', []],
    ['de, kk, en', ['kk', 'en']],
    ['en, ru, en-GB', ['en', 'ru']],
    // Best first; those of one weight as they come.
    ['en;q=0.5, ru;q=0.8, kk', ['kk', 'ru', 'en']],
    ['kk;q=0.7,ru;q=0.7,en;q=0.7', ['kk', 'ru', 'en']],
    ['ru;q=0.2, en, ru', ['en', 'ru']],
    ['ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7', ['ru', 'en']],
    ['ru ; q=0.2 ,\ten ; q=0.3', ['en', 'ru']],
    ['ru;Q=0.2, en;q=0.3', ['en', 'ru']],
    ['ru;level=1;q=0.2, en;q=0.3', ['en', 'ru']],
    // Not acceptable.
    ['ru;q=0, en', ['en']],
    ['ru;q=0.0', []],
    // Any other than those that are named.
    ['*', ['en', 'ru', 'kk']],
    ['kk, *;q=0.5', ['kk', 'en', 'ru']],
    ['*, ru;q=0.5', ['en', 'kk', 'ru']],
    ['en;q=0, *', ['ru', 'kk']],
    ['*;q=0', []],
    // Malformed.
    [',,,', []],
    [';q=1', []],
    ['ru;q=', ['ru']],
    ['ru;q=high', []],
    ['ru;q=-1', []],
    ['russian', []],
    ['ru_RU', []],
    ['__proto__, constructor', []],
    ['\u0000ru', []],
  ])('%j are %j', (header, accepted) => {
    expect(acceptedLanguages(header)).toEqual(accepted);
  });

  it.each([
    ['one long word', 'x'.repeat(100_000), []],
    ['commas', ','.repeat(100_000), []],
    ['semicolons', ';'.repeat(100_000), []],
    ['one language again and again', 'kk;q=0.5,'.repeat(12_000), ['kk']],
    ['spaces', `${' '.repeat(100_000)}ru`, ['ru']],
  ])('are found at once in 100,000 characters: %s', (_what, header, accepted) => {
    const start = performance.now();
    expect(acceptedLanguages(header)).toEqual(accepted);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
