import { describe, expect, it } from '@jest/globals';
import {
  globalId,
  isSlug,
  parseGlobalId,
  relationKey,
  instanceOf,
  type RelationKeyParts,
} from '../../src/values/keys.js';

describe('a slug', () => {
  it.each(['a', '7', 'npm', 'conference-penitentiary-2025', 'st-1-2', 'a'.repeat(100)])(
    'may be %j',
    (text) => {
      expect(isSlug(text)).toBe(true);
    },
  );

  it.each([
    '',
    '-',
    '-a',
    'a-',
    'a--b',
    'A',
    'a b',
    'a_b',
    'a~b',
    'é',
    'нпм',
    'a\n',
    'a'.repeat(101),
  ])('may not be %j', (text) => {
    expect(isSlug(text)).toBe(false);
  });
});

describe('the key of a relation', () => {
  const parts: RelationKeyParts = { from: 'a', type: 'PARTY_TO', to: 'b' };

  it.each<[string, Partial<RelationKeyParts>]>([
    ['a~PARTY_TO~b', {}],
    ['a~PARTY_TO~b~2', { instance: '2' }],
    ['a~PARTY_TO~b~SIGNATURE', { qualifier: 'SIGNATURE' }],
    ['a~PARTY_TO~b~SIGNATURE~2011-12-29', { qualifier: 'SIGNATURE', instance: '2011-12-29' }],
  ])('is %s with %j', (key, more) => {
    expect(relationKey({ ...parts, ...more })).toBe(key);
  });

  it.each<[string, string | undefined, string | undefined]>([
    ['a~PARTY_TO~b', undefined, undefined],
    ['a~PARTY_TO~b~SIGNATURE', 'SIGNATURE', undefined],
    ['a~PARTY_TO~b~2', undefined, '2'],
    ['a~PARTY_TO~b~SIGNATURE~2011-12-29', 'SIGNATURE', '2011-12-29'],
  ])('%s with the qualifier %s has the instance %s', (key, qualifier, instance) => {
    expect(instanceOf(key, qualifier)).toBe(instance);
  });
});

describe('a global id', () => {
  it.each([
    ['Person', 'artur-lastaev'],
    ['Relation', 'a~PARTY_TO~b~SIGNATURE~2'],
    ['Evidence', '0f:1e:2d'],
    ['Source', ''],
    ['Place', 'Қазақстан ✓'],
    ['Topic', 'a'.repeat(10_000)],
  ])('stands for %s %j', (typename, key) => {
    expect(parseGlobalId(globalId(typename, key))).toEqual({ typename, key });
  });

  it('has only characters that an address may have', () => {
    expect(globalId('Person', '~~~???>>>')).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['nothing', ''],
    ['a slug', 'artur-lastaev'],
    ['no colon', Buffer.from('Person').toString('base64url')],
    ['no type', Buffer.from(':a').toString('base64url')],
    ['padding', `${Buffer.from('Topic:a').toString('base64url')}==`],
    ['the alphabet of base64', Buffer.from('Topic:>>>???').toString('base64')],
    ['a space after it', `${globalId('Topic', 'npm')} `],
    ['bytes that are no UTF-8', Buffer.from('Topic:\u00ff', 'latin1').toString('base64url')],
    ['other text', 'Қазақстан'],
  ])('is refused with %s', (_what, id) => {
    expect(parseGlobalId(id)).toBeNull();
  });
});
