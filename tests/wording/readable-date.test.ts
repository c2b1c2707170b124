import { describe, expect, it } from '@jest/globals';
import { readableDate, readablePeriod } from '../../src/wording/readable-date.js';
import { languages } from '../../src/vocabulary/languages.js';

describe('a date for readers', () => {
  it.each([
    ['2025-12-10', '10 December 2025', '10 декабря 2025 г.', '2025 жылғы 10 желтоқсан'],
    ['2025-12', 'December 2025', 'декабрь 2025 г.', '2025 жылғы желтоқсан'],
    ['2025', '2025', '2025 г.', '2025 жыл'],
    ['0987-05-01', '1 May 987', '1 мая 987 г.', '987 жылғы 1 мамыр'],
    // What is unknown is left out, but for digits of the year.
    ['2025-12-XX', 'December 2025', 'декабрь 2025 г.', '2025 жылғы желтоқсан'],
    ['2025-XX-XX', '2025', '2025 г.', '2025 жыл'],
    ['202X', '2020–2029', '2020–2029 гг.', '2020–2029 жылдар'],
    ['20XX', '2000–2099', '2000–2099 гг.', '2000–2099 жылдар'],
    [
      '2025-12-11?', 'probably 11 December 2025', 'предположительно 11 декабря 2025 г.',
      'болжам бойынша 2025 жылғы 11 желтоқсан',
    ],
    ['2025~', 'about 2025', 'примерно 2025 г.', 'шамамен 2025 жыл'],
    ['2025-06%', 'probably June 2025', 'предположительно июнь 2025 г.', 'болжам бойынша 2025 жылғы маусым'],
    ['2025-06-24/2025-06-25', '24–25 June 2025', '24–25 июня 2025 г.', '2025 жылғы 24–25 маусым'],
    ['2025-06-24/2025-06-24', '24 June 2025', '24 июня 2025 г.', '2025 жылғы 24 маусым'],
    [
      '2025-06-30/2025-07-02', '30 June 2025 – 2 July 2025', '30 июня 2025 г. — 2 июля 2025 г.',
      '2025 жылғы 30 маусым — 2025 жылғы 2 шілде',
    ],
    ['2022/2024', '2022–2024', '2022–2024 гг.', '2022–2024 жылдар'],
    ['2022?/2024', 'probably 2022 – 2024', 'предположительно 2022 г. — 2024 г.', 'болжам бойынша 2022 жыл — 2024 жыл'],
    ['2022-12/2024', 'December 2022 – 2024', 'декабрь 2022 г. — 2024 г.', '2022 жылғы желтоқсан — 2024 жыл'],
    ['2025/..', 'since 2025', 'с 2025 г.', '2025 жылдан бастап'],
    ['../2025-12-02', 'until 2 December 2025', 'по 2 декабря 2025 г.', '2025 жылғы 2 желтоқсан күніне дейін'],
  ])('%s is told in each language', (date, ...texts) => {
    expect(languages.map((language) => readableDate(date, language))).toEqual(texts);
  }); // prettier-ignore

  it('is refused where there is none', () => {
    expect(() => readableDate('soon', 'en')).toThrow(RangeError);
  });
});

describe('a period for readers', () => {
  it.each<[string | undefined, string | undefined, string, string, string]>([
    [undefined, undefined, '', '', ''],
    ['2022-12', undefined, 'since December 2022', 'с декабря 2022 г.', '2022 жылғы желтоқсан айынан бастап'],
    ['2022-12-02', undefined, 'since 2 December 2022', 'со 2 декабря 2022 г.', '2022 жылғы 2 желтоқсан күнінен бастап'],
    ['202X', undefined, 'since 2020–2029', 'с 2020–2029 гг.', '2020–2029 жылдардан бастап'],
    ['2022?', undefined, 'probably since 2022', 'предположительно с 2022 г.', 'болжам бойынша 2022 жылдан бастап'],
    [undefined, '2024-03', 'until March 2024', 'по март 2024 г.', '2024 жылғы наурыз айына дейін'],
    ['2022', '2024', '2022–2024', '2022–2024 гг.', '2022–2024 жылдар'],
    ['2022', '2022', '2022', '2022 г.', '2022 жыл'],
    // An interval that it held in; another end goes before the interval's.
    ['2020/2022', undefined, '2020–2022', '2020–2022 гг.', '2020–2022 жылдар'],
    ['2020/2022', '2021', '2020–2021', '2020–2021 гг.', '2020–2021 жылдар'],
    ['2020/..', undefined, 'since 2020', 'с 2020 г.', '2020 жылдан бастап'],
    // As sources have it that disagree.
    ['2025', '2020', '2025 – 2020', '2025 г. — 2020 г.', '2025 жыл — 2020 жыл'],
  ])('since %s until %s is told in each language', (since, until, ...texts) => {
    expect(languages.map((language) => readablePeriod(since, until, language))).toEqual(texts);
  }); // prettier-ignore
});
