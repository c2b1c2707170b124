import { describe, expect, it } from '@jest/globals';
import type { Language } from '../../src/vocabulary/languages.js';
import { sentence } from '../support/told.js';

/** Returns the sentence of an office without the name and without what is said of its sources. */
function office(title: string, to: string, language: Language, kind = 'INTERGOVERNMENTAL'): string {
  const told = sentence(
    { properties: { title: { [language]: title } } },
    { from: 'X', to: { name: to, kind } },
    language,
  );
  return told.replace(/^X (?:is named as|—) /, '').replace(/(?:; | \()[^;(]*\)\.$/, '');
}

describe('the title of an office stands with its institution as the language does it:', () => {
  it.each<[Language, string, string, string]>([
    ['en', 'Chair', 'Council of Rights', 'Chair of the Council of Rights'],
    ['en', 'Member', 'Expert Council', 'a member of the Expert Council'],
    ['en', 'Adviser', 'Council of Rights', 'Adviser to the Council of Rights'],
    ['en', 'Archivist', 'Council of Rights', 'Archivist at the Council of Rights'],
    ['en', 'Deputy Minister', 'Ministry of Justice', 'Deputy Minister of Justice'],
    ['ru', 'советник', 'Уполномоченный по правам человека', 'советник Уполномоченного по правам человека'],
    ['ru', 'член', 'Экспертный совет', 'член Экспертного совета'],
    ['ru', 'исполняющий обязанности главы', 'Офис программ', 'исполняющий обязанности главы Офиса программ'],
    ['ru', 'первый заместитель министра', 'Министерство иностранных дел', 'первый заместитель министра иностранных дел'],
    ['ru', 'заместитель директора департамента права', 'Министерство юстиции', 'заместитель директора департамента права Министерства юстиции'],
    ['ru', 'председатель', 'Rights First', 'председатель организации Rights First'],
    ['kk', 'төраға', 'Сараптамалық кеңес', 'Сараптамалық кеңестің төрағасы'],
    ['kk', 'тұрақты өкілдің орынбасары', 'Даму бағдарламасы', 'Даму бағдарламасының тұрақты өкілінің орынбасары'],
    ['kk', 'басшының міндетін атқарушы', 'Бағдарламалар офисі', 'Бағдарламалар офисінің басшысының міндетін атқарушы'],
    ['kk', 'министрдің бірінші орынбасары', 'Сыртқы істер министрлігі', 'Сыртқы істер министрінің бірінші орынбасары'],
    ['kk', 'вице-министр', 'Әділет министрлігі', 'Әділет вице-министрі'],
  ])('%s: %s, %s', (language, title, institution, expected) => {
    expect(office(title, institution, language)).toBe(expected);
  }); // prettier-ignore

  it.each<[Language, string, string, string]>([
    ['en', 'Permanent Representative to the UN', 'Kazakhstan', 'Permanent Representative of Kazakhstan to the UN'],
    ['ru', 'постоянный представитель при ООН', 'Казахстан', 'постоянный представитель Казахстана при ООН'],
    ['kk', 'БҰҰ жанындағы тұрақты өкіл', 'Қазақстан', 'Қазақстанның БҰҰ жанындағы тұрақты өкілі'],
  ])('with a state beside the office: %s %s', (language, title, state, expected) => {
    expect(office(title, state, language, 'STATE')).toBe(expected);
  }); // prettier-ignore

  it.each<[Language, string, string]>([
    ['ru', 'посол Европейского союза', 'Делегация Европейского союза'],
    ['ru', 'архивариус', 'Министерство юстиции'],
    ['kk', 'Еуропалық одақтың елшісі', 'Еуропалық одақтың өкілдігі'],
    ['kk', 'мұрағатшы', 'Әділет министрлігі'],
  ])('%s: “%s” does not join “%s”, which goes into the parentheses', (language, title, name) => {
    expect(office(title, name, language)).toBe(`${title} (${name}`);
  });

  it.each<[Language, string, string]>([
    ['en', 'Head of the Ministry of Justice', 'Ministry of Justice'],
    ['en', 'Minister of Justice', 'Ministry of Justice'],
    ['ru', 'глава Министерства юстиции', 'Министерство юстиции'],
    ['ru', 'советник Уполномоченного по правам человека', 'Уполномоченный по правам человека'],
    ['ru', 'министр юстиции', 'Министерство юстиции'],
    ['kk', 'Әділет министрлігінің басшысы', 'Әділет министрлігі'],
    ['kk', 'Әділет министрі', 'Әділет министрлігі'],
  ])('%s: “%s” names “%s” already, in whatever case', (language, title, name) => {
    expect(office(title, name, language)).toBe(title);
  });
});

describe('an office of the past', () => {
  const past = (title: string, from: string, to: string, language: Language): string =>
    sentence(
      { properties: { title: { [language]: title }, since: '2011', until: '2015' } },
      { from, to },
      language,
    );

  it('is told as over in each language', () => {
    expect(past('Chair', 'Ann', 'Council of Rights', 'en')).toBe(
      'Ann was Chair of the Council of Rights (2011–2015).',
    );
    expect(past('председатель', 'Анна', 'Экспертный совет', 'ru')).toBe(
      'Анна — в прошлом председатель Экспертного совета (2011–2015 гг.).',
    );
    expect(past('төраға', 'Анна', 'Сараптамалық кеңес', 'kk')).toBe(
      'Анна бұрын Сараптамалық кеңестің төрағасы болған (2011–2015 жылдары).',
    );
    expect(past('мұрағатшы', 'Анна', 'Әділет министрлігі', 'kk')).toBe(
      'Анна бұрын Әділет министрлігінде мұрағатшы болған (2011–2015 жылдары).',
    );
  });
});
