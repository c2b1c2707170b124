import { describe, expect, it } from '@jest/globals';
import type { Language } from '../../src/vocabulary/languages.js';
import { sentence } from '../support/told.js';

describe('a date at the end of a name', () => {
  const relation = { type: 'PARTICIPATED_IN', toType: 'Event' } as const;
  const tookPart = (from: string, to: string, language: Language): string =>
    sentence(relation, { from, to }, language);

  it('stands in parentheses, after the name in its case', () => {
    expect(tookPart('Ann', 'Meeting on water, 26 May 2025', 'en')).toBe(
      'Ann took part in the meeting on water (26 May 2025).',
    );
    expect(tookPart('Иван Рогов', 'Встреча экспертов, март 2025 года', 'ru')).toBe(
      'Иван Рогов участвовал во встрече экспертов (март 2025 года).',
    );
    expect(tookPart('Анна', 'Сарапшылар отырысы, 2025 жылғы 26 мамыр', 'kk')).toBe(
      'Анна Сарапшылар отырысына (2025 жылғы 26 мамыр) қатысты.',
    );
  });

  it('stands after the noun of a title in quotation marks', () => {
    expect(tookPart('Анна', 'Вода и жизнь, 2025 год', 'ru')).toBe(
      'Анна — в числе участников мероприятия «Вода и жизнь» (2025 год).',
    );
    expect(tookPart('Анна', 'Су және өмір, 2025 жыл', 'kk')).toBe(
      'Анна «Су және өмір» іс-шарасына (2025 жыл) қатысты.',
    );
  });

  it.each([
    ['en', 'Council', 'Order No. 1 of 20 January 2023', 'Council adopted Order No. 1 of 20 January 2023.'],
    ['ru', 'Совет', 'Приказ № 1 от 20 января 2023 года', 'Совет принял приказ № 1 от 20 января 2023 года.'],
    ['kk', 'Кеңес', 'Кеңестің 2023 жылғы 20 қаңтардағы № 1 бұйрығы', 'Кеңес Кеңестің 2023 жылғы 20 қаңтардағы № 1 бұйрығын қабылдады.'],
  ] as const)('is not said again: %s', (language, from, to, expected) => {
    const adopted = {
      type: 'ADOPTED', fromType: 'Organization', toType: 'Instrument', properties: { date: '2023-01-20' },
    } as const;
    const ends = { from, to: { name: to, kind: 'ORDER' } };
    expect(sentence(adopted, ends, language).replace(/^The /, '')).toBe(expected);
    const other = { ...adopted, properties: { date: '2023-01-21' } };
    expect(sentence(other, ends, language)).toMatch(/ \([^)]*21[^)]*\)\.$/);
  }); // prettier-ignore
});
