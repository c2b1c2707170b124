import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../support/bad-documents.js';
import { DATE_EXAMPLES } from '../../src/values/partial-date.js';

const topic = (since: string): string => `kenes: 1
entities:
  - { slug: forum, type: Topic, since: ${since} }
`;

describe('a date in YAML', () => {
  it.each([
    '2025', '0988', '988', '"0988"', '2025-12', '2025-12-10', '2025-21', '193X', '2025-XX', '2025/..',
    '2025/', '../2025', '2025-12-11?', '1997~', '1997%', '"[2016-03..2016-05]"', '"[..2016]"', '"[2016..]"',
  ])('can be %s', async (date) => {
    expect(await problemsOf(topic(date))).toEqual([]);
  }); // prettier-ignore

  it('is a problem in brackets without quotation marks, which says so', async () => {
    expect(await problemsOf(topic('[2016-03..2016-05]'))).toEqual([
      '3:40 entities[0].since: Put a date in brackets in quotes: "[2016-03..2016-05]".',
    ]);
  });

  it.each(['0', '20251', 'spring 2025', '2025-21/2025-23', '"[2016]"', '2025.5'])(
    'is refused as %s with what is allowed',
    async (date) => {
      expect(await problemsOf(topic(date))).toEqual([
        `3:40 entities[0].since: The date must be in EDTF, such as ${DATE_EXAMPLES}.`,
      ]);
    },
  );

  it.each(['[]', '{}', 'unknown'])('is refused as %s, which says to leave it out', async (date) => {
    expect(await problemsOf(topic(date))).toEqual([
      `3:40 entities[0].since: The date must be in EDTF, such as ${DATE_EXAMPLES}. If it is not known, leave the key out.`,
    ]);
  });
});
