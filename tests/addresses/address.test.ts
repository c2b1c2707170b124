import { describe, expect, it } from '@jest/globals';
import { isInputObjectType } from 'graphql';
import { addressQuery, readAddress, relationFilter } from '../../src/addresses/address.js';
import { filterNames } from '../../src/addresses/parameters.js';
import { createSchema } from '../../src/api/schema.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';

const read = (query: string) => readAddress(new URLSearchParams(query));

describe('the address of a view', () => {
  it('is one for each view, whatever the order of its parameters', () => {
    const { state, problems } = read(
      'lang=ru&without=b,a&during=2024/2026&center=npm&minOrigins=2',
    );
    expect(problems).toEqual([]);
    expect(addressQuery(state)).toBe(
      '?center=npm&during=2024/2026&minOrigins=2&without=b,a&lang=ru',
    );
  });

  it('has all parameters of the filter, under the names of GraphQL', () => {
    const input = createSchema(createVocabulary()).getType('RelationFilter');
    if (!isInputObjectType(input)) throw new Error('RelationFilter is no input.');
    const names = filterNames.filter((name) => name !== 'certainly');
    expect([...names].sort()).toEqual(Object.keys(input.getFields()).sort());
  });

  it.each([
    ['during=2025', { during: { from: '2025', to: '2025' } }],
    ['during=2024/..', { during: { from: '2024' } }],
    ['during=../2024', { during: { to: '2024' } }],
    ['during=2025&certainly=true', { during: { from: '2025', to: '2025', certainly: true } }],
    ['roles=SPEAKER&roles=ORGANIZER', { roles: ['SPEAKER', 'ORGANIZER'] }],
    ['contested=false&minPublishers=2', { contested: false, minPublishers: 2 }],
    ['lang=ru&center=npm', {}],
    ['minOrigins=', {}],
    ['view=ladder', {}],
  ])('reads %s as a filter', (query, filter) => {
    expect(read(query).problems).toEqual([]);
    expect(relationFilter(read(query).state)).toEqual(filter);
  });

  it.each([
    ['minOrigin=2', 'unknown', 'minOrigins'],
    ['minOrigins=two', 'not a whole number', 'minOrigins'],
    ['contested=yes', 'not true or false', 'contested'],
    ['during=2024&during=2025', 'repeated', 'during'],
    ['__proto__=1', 'unknown', null],
    ['lang=de', 'not a choice', 'lang'],
    ['view=pie', 'not a choice', 'view'],
  ])('says what is wrong with %s', (query, kind, nearest) => {
    expect(read(query).problems).toMatchObject([{ kind, nearest }]);
  });

  it('ignores what other services add to links', () => {
    expect(read('utm_source=mail&fbclid=x&lang=kk')).toEqual({
      state: { lang: 'kk' },
      problems: [],
    });
  });
});
