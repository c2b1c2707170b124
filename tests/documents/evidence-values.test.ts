import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../support/bad-documents.js';

describe('what evidence gives for a property', () => {
  const check = (type: string, evidence: string): Promise<string[]> =>
    problemsOf(`kenes: 1
entities:
  - slug: a
    type: ${type}
    evidence:
      - { source: kenes-editorial, ${evidence} }
`);

  it.each([
    ['Report', 'property: ordinal, value: 3'],
    ['Report', 'property: ordinal, value: "3"'],
    ['Report', 'property: date, value: 2025'],
    ['Report', 'property: kind, value: ACCOUNT'],
    ['Report', 'property: names'],
    ['Report', 'property: names.kk'],
    ['Report', 'property: description, stance: CONTRADICTS'],
    ['Statement', 'property: act, value: URGED'],
    ['Statement', 'property: text.ru, value: Да.'],
    ['Place', 'property: latitude, value: -51.5'],
  ])('is accepted as a value of a %s: %s', async (type, evidence) => {
    expect(await check(type, evidence)).toEqual([]);
  });

  it.each([
    [
      'Report',
      'property: ordinal, value: 3.5',
      '6:62 entities[0].evidence[0].value',
      'This must be a whole number.',
    ],
    [
      'Report',
      'property: ordinal, value: "03"',
      '6:62 entities[0].evidence[0].value',
      'This must be a whole number.',
    ],
    [
      'Report',
      'property: ordinal, value: 1e30',
      '6:62 entities[0].evidence[0].value',
      'This must be a whole number.',
    ],
    [
      'Report',
      'property: kind, value: ACOUNT',
      '6:59 entities[0].evidence[0].value',
      'Unknown value “ACOUNT”. Did you mean “ACCOUNT”? Allowed: STATE_REPORT, OBSERVATIONS, ACCOUNT, SUBMISSION.',
    ],
    [
      'Report',
      'property: kind',
      '6:9 entities[0].evidence[0]',
      'The entry has no “kind” for the source to confirm. Add it to the entry, or add `value` to the evidence.',
    ],
    [
      'Report',
      'property: names.fr',
      '6:46 entities[0].evidence[0].property',
      'Unknown language “fr”. There are en (English), ru (Russian), kk (Kazakh). CONTRIBUTING.md says how another one is added.',
    ],
    [
      'Report',
      'property: date.en, value: 2025',
      '6:46 entities[0].evidence[0].property',
      'Unknown property “date.en” on Report. Allowed: identifier, ordinal, date, kind, names, aliases, description, sameAs.',
    ],
    [
      'Person',
      'property: kind, value: MEDIA',
      '6:46 entities[0].evidence[0].property',
      'Unknown property “kind” on Person. Allowed: names, aliases, description, sameAs.',
    ],
    [
      'Statement',
      'property: act, value: SAID',
      '6:58 entities[0].evidence[0].value',
      'Unknown value “SAID”. Allowed: STRESSED, WELCOMED, URGED, NOTED, RECALLED, PRAISED, REPORTED, ASKED.',
    ],
    [
      'Place',
      'property: latitude, value: north',
      '6:63 entities[0].evidence[0].value',
      'This must be a number.',
    ],
    [
      'Place',
      'property: latitude, value: Infinity',
      '6:63 entities[0].evidence[0].value',
      'This must be a number.',
    ],
  ])('is refused where it is no value of a %s: %s', async (type, evidence, place, message) => {
    expect(await check(type, evidence)).toEqual([`${place}: ${message}`]);
  });
});
