import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../support/bad-documents.js';

const entity = (rest: string): string =>
  `kenes: 1\nentities:\n  - slug: samgau\n    type: Organization\n    ${rest}\n`;
const quotes = 'YAML takes this text apart. Put the whole text in quotes';
const comma = 'If another key begins within it, a comma is missing.';

describe('a text without the quotes that YAML needs', () => {
  it.each([
    ['a quotation at its beginning', 'ru: "Самғау" партиясы', `'"Самғау" партиясы'`, 10],
    ['a quotation in single quotes', "ru: 'Самғау' партиясы", `"'Самғау' партиясы"`, 10],
    ['two quotations', 'ru: "Самғау" и "Парыз"', `'"Самғау" и "Парыз"'`, 10],
    ['a colon', 'en: Jane Doe: adviser', '"Jane Doe: adviser"', 10],
    ['a colon at its end', 'en: Jane Doe:', '"Jane Doe:"', 10],
    ['a quotation and a colon', 'en: "Jane": adviser', `'"Jane": adviser'`, 10],
    ['an apostrophe and a colon', "en: Jane's book: adviser's", `"Jane's book: adviser's"`, 10],
    ['a sign that YAML keeps for itself', 'en: @jane', '"@jane"', 10],
    ['a per cent sign', 'en: %', '"%"', 10],
    ['a dash and a blank', 'en: - Jane', '"- Jane"', 10],
    ['an ampersand', 'en: & Sons', '"& Sons"', 10],
    ['a bar', 'en: | Jane', '"| Jane"', 10],
  ])('is told with its line and column: %s', async (_, line, quoted, column) => {
    expect(await problemsOf(entity(`names:\n      ${line}`))).toEqual([
      `6:${column + 1} ${quotes}: ${quoted}.`,
    ]);
  });

  it.each([
    ['names: { ru: "Самғау" партиясы, en: Samgau }', `5:18 ${quotes}: '"Самғау" партиясы'.`],
    ['names: { ru: Самғау, en: Samgau: a party }', `5:30 ${quotes}: "Samgau: a party". ${comma}`],
    ['names: { ru: "а, б", en: "Samgau" party }', `5:30 ${quotes}: '"Samgau" party'.`],
    ['sameAs: [https://a.example, "b" c]', `5:33 ${quotes}: '"b" c'.`],
  ])('is told where it stands between brackets: %s', async (line, problem) => {
    expect(await problemsOf(entity(line))).toEqual([problem]);
  });

  it('is told where it is an item of a list', async () => {
    expect(await problemsOf(entity('sameAs:\n      - "a" b'))).toEqual([`6:9 ${quotes}: '"a" b'.`]);
  });

  it('is not suspected behind a bracket, nor in a line without one', async () => {
    const bracket =
      'Nothing can stand here behind a closing bracket. If all of it is a text, put the whole text in quotes.';
    expect(await problemsOf(entity('names: { en: Samgau } }'))).toEqual([`5:12 ${bracket}`]);
    expect(await problemsOf(entity('names:\n      en: a\n       ru: b'))).toEqual([
      '7:10 This is not indented as what belongs with it: the entries of a list begin in one column, and so do the keys of an entry.',
    ]);
  });

  it('is told where its quotation mark has no second one', async () => {
    expect(await problemsOf(entity('names:\n      en: "Samgau\n    kind: MEDIA'))).toEqual([
      '7:5 What is before this line is not finished: a quotation mark or a bracket is not closed, or a text goes on in a line that is not indented.',
    ]);
  });

  it('is not repeated if it is long', async () => {
    expect(await problemsOf(entity(`names: { en: a: ${'b'.repeat(300)} }`))).toEqual([
      `5:18 ${quotes}. ${comma}`,
    ]);
  });

  it('is suspected where a comma in it makes another key', async () => {
    const [problem] = await problemsOf(entity('names: { en: Doe, Jane }'));
    expect(problem).toMatch(
      /^5:23 entities\[0\]\.names\.Jane: Unknown language “Jane”\..* put the whole text in quotes\.$/,
    );
  });
});

describe('a text that YAML takes for something else', () => {
  const isNumber = 'and is a number. Put it in quotes.';

  it.each([
    ['slug: 2025, type: Person', 'slug: A slug is text, and this is a number. Put it in quotes.'],
    [
      'slug: true, type: Person',
      'slug: A slug is text, and this is true or false. Put it in quotes.',
    ],
    ['slug: a, type: Instrument, identifier: 48', `identifier: This must be text, ${isNumber}`],
    ['slug: a, type: Person, names: { en: 1984 }', `names.en: This must be text, ${isNumber}`],
    [
      'slug: a, type: Person, names: { en: false }',
      'names.en: This must be text, and is true or false. Put it in quotes.',
    ],
    [
      'slug: a, type: Person, aliases: { en: [7] }',
      `aliases.en[0]: This must be text, ${isNumber}`,
    ],
    [
      'slug: a, type: Person, names: { en: null }',
      'names.en: There is no text here. Leave the key out, or put in quotes what YAML takes for nothing, such as a text that begins with “#”.',
    ],
  ])('is to be put in quotes: %s', async (entry, problem) => {
    const [found = ''] = await problemsOf(`kenes: 1\nentities:\n  - { ${entry} }\n`);
    expect(found.replace(/^\d+:\d+ entities\[0\]\./, '')).toBe(problem);
  });

  it('is to be put in quotes as the slug of a document', async () => {
    expect(await problemsOf('kenes: 1\ndocument: 2025\n')).toEqual([
      '2:11 document: A slug is text, and this is a number. Put it in quotes.',
    ]);
  });

  it('is to be put in quotes as a digest of digits', async () => {
    const digits = '1234567890'.repeat(7).slice(0, 64);
    const [found] = await problemsOf(
      `kenes: 1\nsources: [{ slug: a, publisher: b, text: { length: 1, sha256: ${digits} } }]\nentities: [{ slug: b, type: Organization }]`,
    );
    expect(found).toMatch(/must have 64 lower-case hexadecimal digits\. Put it in quotes\.$/);
  });
});
