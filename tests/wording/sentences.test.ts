import { describe, expect, it } from '@jest/globals';
import { sentenceOf } from '../../src/wording/sentences.js';
import type { RelationRecord } from '../../src/model/records.js';
import { timeOfState } from '../../src/model/time.js';
import type { Language } from '../../src/vocabulary/languages.js';
import { relationTypes } from '../../src/vocabulary/relation-types.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';

describe('a sentence', () => {
  const vocabulary = createVocabulary();
  const sentence = (
    record: Partial<RelationRecord>,
    names: { from: string; to: string },
    language: Language = 'en',
    kind: string | null = null,
  ): string => {
    const { since, until } = record.properties ?? {};
    const relation: RelationRecord = {
      key: 'a~MEMBER_OF~b', type: 'MEMBER_OF', fromSlug: 'a', toSlug: 'b', fromType: 'Person',
      toType: 'Organization', version: 1, properties: {}, sources: [], publisherCount: 0,
      originCount: 0, time: timeOfState(since as string, until as string), ...record,
    }; // prettier-ignore
    const end = (name: string) => ({ name, kind });
    return sentenceOf(relation, { from: end(names.from), to: end(names.to) }, language, vocabulary);
  };
  const names = { from: 'Ann', to: 'Council' };

  it('is in the past once the relation has ended', () => {
    expect(sentence({ properties: { until: '2020' } }, names)).toBe(
      'Ann was a member of Council (until 2020).',
    );
    expect(sentence({ properties: { until: '9000' } }, names)).toBe(
      'Ann is a member of Council (until 9000).',
    );
    expect(sentence({}, names)).toBe('Ann is a member of Council.');
  });

  const statement = { type: 'MADE', toType: 'Statement' } as const;

  it('ends with one end mark', () => {
    const said = (to: string): string => sentence(statement, { from: 'Ann', to });
    expect(said('It rains.')).toBe('Ann made the statement “It rains”.');
    expect(said('Does it rain?')).toBe('Ann made the statement “Does it rain?”');
    expect(said('It rains...')).toBe('Ann made the statement “It rains...”');
    expect(sentence({}, { from: 'Ann', to: 'Rain Inc.' })).toBe('Ann is a member of Rain Inc.');
  });

  it('has quotation marks of its own language, and others within', () => {
    const to = 'Операция «Жусан»';
    expect(sentence(statement, { from: 'Анна', to }, 'ru')).toBe(
      'Анна — автор высказывания «Операция „Жусан“».',
    );
  });

  it('begins with a capital, unless the first word has capitals of its own', () => {
    expect(sentence({}, { from: 'editors', to: 'Council' })).toMatch(/^Editors is/);
    expect(sentence({}, { from: 'eCouncil', to: 'Council' })).toMatch(/^eCouncil is/);
  });

  it('takes names as they are, whatever signs they have', () => {
    expect(sentence({}, { from: '{to} $1', to: 'a|b' })).toBe('{to} $1 is a member of a|b.');
  });

  it('has the noun of the kind beside a name that is not inflected', () => {
    const inRussian = (kind: string | null): string =>
      sentence({}, { from: 'Анна', to: 'Совет' }, 'ru', kind);
    expect(inRussian(null)).toBe('Анна — в составе организации «Совет».');
    expect(inRussian('NHRI')).toBe('Анна — в составе органа «Совет».');
    expect(inRussian('STATE')).toBe('Анна — в составе государства Совет.');
  });

  it('tells of every kind of support by itself', () => {
    const sentences = ['PROJECT', 'FUNDING', 'EXPERTISE', undefined].map((kind) =>
      sentence(
        { type: 'SUPPORTS', toType: 'Topic', properties: kind === undefined ? {} : { kind } },
        names,
      ),
    );
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(Object.keys(relationTypes.SUPPORTS.sentenceWith)).toHaveLength(3);
  });
});
