import { describe, expect, it } from '@jest/globals';
import { asClause } from '../../src/wording/sentence-case.js';
import type { Language } from '../../src/vocabulary/languages.js';

describe('a sentence within another one', () => {
  it.each<[Language, string, string]>([
    ['en', 'Rights must be protected.', 'rights must be protected'],
    ['en', 'The National Preventive Mechanism needs support.', 'the National Preventive Mechanism needs support'],
    ['ru', 'Тюремные стены не должны мешать.', 'тюремные стены не должны мешать'],
    ['ru', 'В Казахстане крепнет защита.', 'в Казахстане крепнет защита'],
    ['kk', 'Азаптаудың алдын алу маңызды.', 'азаптаудың алдын алу маңызды'],
    ['kk', 'Бұл Қазақстан үшін маңызды.', 'бұл Қазақстан үшін маңызды'],
    ['kk', 'Жаңа заң маңызды.', 'жаңа заң маңызды'],
    ['en', 'New laws are needed.', 'new laws are needed'],
    ['ru', 'Отказ Казахстана от казни похвален.', 'отказ Казахстана от казни похвален'],
    ['kk', 'Жүйе Адам құқықтары жөніндегі уәкілмен істейді.', 'жүйе Адам құқықтары жөніндегі уәкілмен істейді'],
  ])('begins with a small letter and has no full stop: %s %s', (language, text, clause) => {
    expect(asClause(text, language)).toBe(clause);
  }); // prettier-ignore

  it.each<[Language, string]>([
    ['en', "Kazakhstan's efforts are good news."],
    ['en', 'Kazakh customary law had no death penalty.'],
    ['en', 'International Human Rights Day is near.'],
    ['en', 'OPCAT was ratified.'],
    ['ru', 'Казахстану следует присоединиться.'],
    ['ru', 'НПМ надо укреплять.'],
    ['kk', 'Қазақстанда қорғау күшейді.'],
    ['kk', 'ҰПМ нығаюы керек.'],
    ['en', 'New Zealand agreed.'],
    ['ru', 'Новой Зеландии это известно.'],
    ['en', 'Ministry of Justice staff were there.'],
    ['ru', 'Артур Ластаев прав.'],
    ['ru', 'Петропавловск ждёт.'],
    ['ru', 'Министерство юстиции отвечает.'],
    ['kk', 'Еуропалық одақ пен Қазақстан бірге.'],
    ['kk', 'Петропавлдағы мекеме жабылады.'],
    ['kk', 'Адам құқықтары жөніндегі уәкіл келді.'],
  ])('keeps the capital of a name: %s %s', (language, text) => {
    expect(asClause(text, language)).toBe(text.slice(0, -1));
  });

  it('keeps an ellipsis and a question mark', () => {
    expect(asClause('It rains...', 'en')).toBe('it rains...');
    expect(asClause('Does it rain?', 'en')).toBe('does it rain?');
  });
});
