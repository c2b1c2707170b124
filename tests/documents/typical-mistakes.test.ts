import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../support/bad-documents.js';

const lines = [
  'kenes: 1',
  'evidence: [{ source: kenes-editorial }]',
  'entities:',
  '  - { slug: jane-doe, type: Person, names: { en: Jane Doe } }',
  '  - { slug: ministry, type: Organization }',
  'relations:',
  '  - type: MEMBER_OF',
  '    from: jane-doe',
  '    to: ministry',
  '    since: 2024-03',
];

/** The document with another line, which is counted from 1. */
const withLine = (number: number, line: string): string =>
  `${lines.with(number - 1, line).join('\n')}\n`;

const column =
  'This is not indented as what belongs with it: the entries of a list begin in one column, and so do the keys of an entry.';
const unfinished =
  'What is before this line is not finished: a quotation mark or a bracket is not closed, or a text goes on in a line that is not indented.';
const behindKey =
  'The line before this one is not finished: behind a key stand a colon and a blank, as in `from: jane-doe`.';
const slug =
  'A slug has only lower-case Latin letters, digits and single hyphens, at most 100 characters.';
const edtf = 'The date must be in EDTF. Did you mean';

describe('a typical mistake in a document says what to do:', () => {
  it.each([
    ['a key too far to the left', 8, '   from: jane-doe', `8:4 ${column}`],
    ['a key too far to the right', 9, '     to: ministry', `9:8 ${column}`],
    ['an entry too far to the left', 7, ' - type: MEMBER_OF', `8:9 ${column}`],
    ['no blank behind a colon', 8, '    from:jane-doe', `9:7 ${behindKey}`],
    ['no colon', 8, '    from jane-doe', `9:7 ${behindKey}`],
    ['a tab', 8, '\tfrom: jane-doe', '8:1 A tab cannot stand here. Use spaces.'],
    ['an open quotation', 9, '    to: "ministry', `10:5 ${unfinished}`],
    ['an open bracket', 9, '    title: { en: Adviser', `10:5 ${unfinished}`],
    [
      'an apostrophe in apostrophes',
      9,
      "    title: 'The minister's adviser'",
      `9:12 YAML takes this text apart. Put the whole text in quotes: "The minister's adviser".`,
    ],
    [
      'the slug of a name',
      8,
      '    from: Jane Doe',
      `8:11 relations[0].from: ${slug} Did you mean “jane-doe”?`,
    ],
    ['a slug in Cyrillic', 8, '    from: джейн', `8:11 relations[0].from: ${slug}`],
    ['10.3.2024', 10, '    since: 10.3.2024', `10:12 relations[0].since: ${edtf} “2024-03-10”?`],
    ['3.2024', 10, '    since: "03.2024"', `10:12 relations[0].since: ${edtf} “2024-03”?`],
    ['2024-3', 10, '    since: 2024-3', `10:12 relations[0].since: ${edtf} “2024-03”?`],
    ['2024–2025', 10, '    since: 2024–2025', `10:12 relations[0].since: ${edtf} “2024/2025”?`],
    [
      'an hour',
      10,
      '    since: 2024-03-01T10:00:00Z',
      `10:12 relations[0].since: ${edtf} “2024-03-01”?`,
    ],
    ['~2024', 10, '    since: ~2024', `10:12 relations[0].since: ${edtf} “2024~”?`],
  ])('%s', async (_, number, line, problem) => {
    expect(await problemsOf(withLine(number, line))).toEqual([problem]);
  });
});
