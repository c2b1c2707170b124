import { describe, expect, it } from '@jest/globals';
import { checkDocuments } from '../../src/documents/import.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { fileOf } from '../support/bad-documents.js';

const vocabulary = createVocabulary();

describe('the location of a problem', () => {
  it.each([
    ['after a byte order mark', '\ufeffkenes: 2\n', '1:9'],
    [
      'with the line ends of Windows',
      'kenes: 1\r\nentities:\r\n  - slug: A\r\n    type: Person\r\n',
      '3:11',
    ],
    [
      'in JSON',
      '{\n  "kenes": 1,\n  "entities": [\n    { "type": "Person", "slug": "A" }\n  ]\n}',
      '4:33',
    ],
    [
      'behind letters beyond the BMP',
      'kenes: 1\nentities:\n  - { type: Person, names: { en: 𝒜 }, slug: A }',
      '3:46',
    ],
    [
      'in a value over several lines',
      'kenes: 1\nentities:\n  - type: Person\n    slug: >-\n      a\n      b\n',
      '4:11',
    ],
    ['in quotation marks', 'kenes: 1\nentities:\n  - { type: Person, "slug": \'A\' }\n', '3:29'],
    ['where a value is missing', 'kenes: 1\nentities:\n  - type: Person\n    slug:\n', '4:10'],
    ['where an item is missing', 'kenes: 1\nentities:\n  - # none\n', '3:5'],
    [
      'in JSON that is indented by tabs',
      '{\n\t"kenes": 1,\n\t"entities": [\n\t\t{ "type": "Person", "slug": "A" }\n\t]\n}',
      '4:31',
    ],
    ['where a key is missing', 'kenes: 1\nentities:\n  - type: Person\n', '3:5'],
  ])('counts lines and columns from 1 %s', async (_, content, place) => {
    const { problems } = await checkDocuments(vocabulary, [fileOf(content)]);
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual([place]);
  });
});
