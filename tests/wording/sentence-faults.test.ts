import { describe, expect, it } from '@jest/globals';
import {
  sentenceFaults,
  type SentencePart,
  type ToldRelation,
} from '../support/sentence-faults.js';

// The sentences of the whole seed are searched for these faults, in tests/api/sentences.test.ts.

type Texts = Readonly<Record<'en' | 'ru' | 'kk', string | readonly SentencePart[]>>;

const good: Texts = {
  en: 'Ann spoke at the forum.',
  ru: 'Анна выступила на форуме.',
  kk: 'Анна форумда сөз сөйледі.',
};

function told(texts: Texts, more: Partial<ToldRelation> = {}): ToldRelation {
  const parts = (language: keyof Texts): readonly SentencePart[] => {
    const given = texts[language];
    if (typeof given !== 'string') return given;
    return [{ text: given, language: language.toUpperCase(), entity: null }];
  };
  const base = { type: 'PARTICIPATED_IN', standing: 'STATED', isContested: false, ...more };
  return { ...base, en: parts('en'), ru: parts('ru'), kk: parts('kk') };
}

function said(language: string, before: string, after: string): readonly SentencePart[] {
  const own = { language, entity: null };
  return [
    { ...own, text: before },
    { language, entity: { form: 'PARAPHRASE' }, text: 'Ann' },
    { ...own, text: after },
  ];
}

const inAll = (fault: string) =>
  ['en', 'ru', 'kk'].map((language) => expect.stringContaining(`${language}: ${fault}: `));

describe('the search for faults of sentences', () => {
  it('finds none in good sentences', () => {
    const office = {
      en: 'Ann is named as Minister (since 2022; as of May 2025).',
      ru: 'Анна — министр (с 2022 г.; по данным на май 2025 г.).',
      kk: 'Анна — министр (2022 жылдан бастап; 2025 жылғы мамырдағы дерек бойынша).',
    };
    const contested = {
      en: 'Ann spoke; however, according to The Courier, Bob spoke.',
      ru: 'Анна выступила; «Курьер» это опровергает.',
      kk: 'Анна сөз сөйледі; алайда «Курьер» мәліметінше, Боб сөз сөйледі.',
    };
    expect(sentenceFaults(told(good))).toEqual([]);
    expect(sentenceFaults(told(office, { type: 'MEMBER_OF' }))).toEqual([]);
    expect(sentenceFaults(told(contested, { isContested: true }))).toEqual([]);
    const paraphrased = said('EN', 'It was said that ', '.');
    expect(sentenceFaults(told({ ...good, en: paraphrased }))).toEqual([]);
  });

  it('finds quotation marks around a paraphrase', () => {
    const quoted = {
      en: said('EN', 'Bob said: “', '”.'),
      ru: said('RU', 'Боб сказал: «', '».').map((part) => ({ ...part, text: part.text.replace('Ann', 'Анна') })),
      kk: said('KK', 'Боб: «', '», — деді.').map((part) => ({ ...part, text: part.text.replace('Ann', 'Анна') })),
    }; // prettier-ignore
    expect(sentenceFaults(told(quoted))).toEqual(inAll('a paraphrase is in quotation marks'));
  });

  it.each(['INFERRED', 'EDITORIAL', 'DENIED'])('finds what is %s and does not say so', (standing) => {
    const fault = 'it does not say how well sources support it';
    expect(sentenceFaults(told(good, { standing }))).toEqual(inAll(fault));
  }); // prettier-ignore

  it('finds what sources state, and what is told as if they only implied it', () => {
    const implied = {
      en: 'Judging by the sources, Ann spoke.',
      ru: 'Судя по источникам, Анна выступила.',
      kk: 'Дереккөздерге қарағанда, Анна сөз сөйледі.',
    };
    const fault = 'it does not say how well sources support it';
    expect(sentenceFaults(told(implied))).toEqual(inAll(fault));
    expect(sentenceFaults(told(implied, { standing: 'EDITORIAL' }))).toEqual(inAll(fault));
    expect(sentenceFaults(told(implied, { standing: 'INFERRED' }))).toEqual([]);
  });

  it('finds what is contested and does not say so', () => {
    const fault = 'it does not say that it is contested';
    expect(sentenceFaults(told(good, { isContested: true }))).toEqual(inAll(fault));
  });

  it('finds words of another language without a mark', () => {
    const mixed = {
      en: 'Ann spoke at the форум.',
      ru: 'Анна выступила на forum.',
      kk: 'Анна forum-да сөз сөйледі.',
    };
    const fault = 'a word of another language has no mark';
    expect(sentenceFaults(told(mixed))).toEqual(inAll(fault));
    const kazakhInRussian = { ...good, ru: 'Анна выступила на кеңесте «Құқық».' };
    expect(sentenceFaults(told(kazakhInRussian))).toEqual([expect.stringContaining(fault)]);
    const marked = [
      { text: 'Ann spoke at the ', language: 'EN', entity: null },
      { text: 'форум', language: 'RU', entity: {} },
      { text: '.', language: 'EN', entity: null },
    ];
    expect(sentenceFaults(told({ ...good, en: marked }))).toEqual([]);
  });

  it('finds an office in the present tense without the time of its sources', () => {
    const serves = {
      en: 'Ann is Minister (since 2010).',
      ru: 'Анна — министр (с 2010 г.).',
      kk: 'Анна — министр (2010 жылдан бастап).',
    };
    const fault = 'an office is told without the time of its sources';
    expect(sentenceFaults(told(serves, { type: 'MEMBER_OF' }))).toEqual(inAll(fault));
  });

  it('finds what a template left over', () => {
    const left = { en: 'Ann spoke at {to}.', ru: 'Анна выступила на ().', kk: 'Анна  сөйледі.' };
    expect(sentenceFaults(told(left))).toEqual(inAll('it is not whole'));
  });
});
