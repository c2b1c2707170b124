import { describe, expect, it } from '@jest/globals';
import { checkDocuments } from '../../src/documents/import.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { fileOf, print } from '../support/bad-documents.js';

const vocabulary = createVocabulary();

const office = (title: string, evidence = ''): string => `kenes: 1
entities: [{ slug: ann, type: Person }, { slug: house, type: Organization }]
relations:
  - { type: MEMBER_OF, from: ann, to: house${title}, evidence: [{ source: kenes-editorial${evidence} }] }
`;

describe('the title of an office in a document', () => {
  async function check(content: string) {
    const { problems, warnings } = await checkDocuments(vocabulary, [fileOf(content)]);
    return { problems: problems.map(print), warnings: warnings.map(print) };
  }

  it.each([
    [', title: { en: Head, kk: Басшы }', ''],
    [', title: { en: Head, kk: Басшы }', ', property: title'],
    [', title: { en: Head, kk: Басшы }', ', property: title.kk'],
    [', title: { en: Head }', ', property: title.ru, value: Глава'],
    ['', ', property: title, value: Глава'],
  ])('is text by language, and evidence can be on it%s%s', async (title, evidence) => {
    expect(await check(office(title, evidence))).toEqual({ problems: [], warnings: [] });
  });

  it.each([
    ['Head', 'English', 'en'],
    ['Глава', 'Russian', 'ru'],
    ['Төраға', 'Kazakh', 'kk'],
  ])(
    'may be plain text, as in earlier versions, which is warned of: %s',
    async (title, name, language) => {
      expect(await check(office(`, title: ${title}`))).toEqual({
        problems: [],
        warnings: [
          `4:53 relations[0].title: This text is read as ${name}, by its letters. Write \`title: { ${language}: … }\`, with the language that it is in, or texts in several.`,
        ],
      });
    },
  );

  it.each([
    [', title: 5', '', '4:53 relations[0].title: This must be a mapping with the keys en, ru, kk.'],
    [
      ', title: { de: Chef }',
      '',
      '4:55 relations[0].title.de: Unknown language “de”. There are en (English), ru (Russian), kk (Kazakh). CONTRIBUTING.md says how another one is added.',
    ],
    [
      ', title: { en: "" }',
      '',
      '4:59 relations[0].title.en: The text must not be empty. Leave the key out if there is none.',
    ],
    [
      ', title: ""',
      '',
      '4:53 relations[0].title: The text must not be empty. Leave the key out if there is none.',
    ],
    [
      ', title: { en: Head }',
      ', property: title.ru',
      '4:78 relations[0].evidence[0]: The entry has no “title.ru” for the source to confirm. Add it to the entry, or add `value` to the evidence.',
    ],
    [
      '',
      ', property: title',
      '4:57 relations[0].evidence[0]: The entry has no “title” for the source to confirm. Add it to the entry, or add `value` to the evidence.',
    ],
    [
      ', title: {}',
      ', property: title',
      '4:68 relations[0].evidence[0]: The entry has no “title” for the source to confirm. Add it to the entry, or add `value` to the evidence.',
    ],
    [
      ', title: { en: Head }',
      ', property: title.de',
      '4:115 relations[0].evidence[0].property: Unknown language “de”. There are en (English), ru (Russian), kk (Kazakh). CONTRIBUTING.md says how another one is added.',
    ],
  ])('is refused as%s with evidence%s', async (title, evidence, problem) => {
    expect((await check(office(title, evidence))).problems).toEqual([problem]);
  });
});
