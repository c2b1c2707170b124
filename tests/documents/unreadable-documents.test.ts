import { describe, expect, it } from '@jest/globals';
import { checkDocuments } from '../../src/documents/import.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { fileOf, problemsOf } from '../support/bad-documents.js';

const vocabulary = createVocabulary();

describe('what is no document', () => {
  const empty = ['1:1 The document is empty. It must start with `kenes: 1`.'];
  const encoding = ['1:1 The document is not UTF-8. Save it in that encoding.'];
  const mapping = [
    '1:1 This must be a mapping with the keys kenes, document, evidence, sources, entities, relations.',
  ];

  it.each<[string, string | Uint8Array, string[]]>([
    ['an empty text', '', empty],
    ['an empty file', new Uint8Array(), empty],
    ['space', ' \n\n \n', empty],
    ['a comment', '# kenes: 1\n', empty],
    ['Latin-1', Buffer.from('kenes: 1 # é\n', 'latin1'), encoding],
    ['a part of a character', Buffer.from('kenes: 1 # Қ').subarray(0, -1), encoding],
    ['a list', '- kenes: 1\n', mapping],
    ['a list in JSON', '[{ "kenes": 1 }]', mapping],
    ['a text in JSON', '"kenes: 1"', mapping],
    [
      'two documents in one file without slugs',
      'kenes: 1\n---\nkenes: 1\n',
      [
        '3:1 Another document of this file is “document-1”, too. Give each another slug with `document: …` at its top.',
      ],
    ],
    [
      'YAML that is indented by tabs',
      'kenes: 1\nentities:\n\t- { slug: ann, type: Person }\n',
      ['3:1 A tab cannot stand here. Use spaces.'],
    ],
    [
      'JSON that does not end',
      '{\n  "kenes": 1,\n  "entities": [\n',
      ['4:1 Unexpected end of the stream within a flow collection.'],
    ],
    [
      'JSON with a comma too many',
      '{ "kenes": 1,\n  , "entities": [] }',
      ["2:3 Expected the node content, but found ','."],
    ],
    [
      'an alias of nothing',
      'kenes: 1\nentities: *others\n',
      [
        '2:11 Unknown alias “*others”: nothing before it is marked with “&”. If this is a text, put the whole text in quotes.',
      ],
    ],
    [
      'a key twice',
      'kenes: 1\nentities: []\nentities: []\n',
      ['3:1 The key “entities” appears twice. Write it once.'],
    ],
    [
      'a key twice in JSON',
      '{\n "kenes": 1,\n "entities": [],\n "entities": []\n}',
      ['4:2 The key “entities” appears twice. Write it once.'],
    ],
    [
      'a key twice in JSON, once with an escape',
      '{\n "kenes": 1,\n "entities": [],\n "entit\\u0069es": []\n}',
      ['4:2 The key “entities” appears twice. Write it once.'],
    ],
  ])('is reported as such: %s', async (_, content, problems) => {
    expect(await problemsOf(content)).toEqual(problems);
  });

  const laughs = [
    'kenes: 1',
    'a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]',
    ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]`),
  ].join('\n');
  const deep = 'The document is nested more than 100 levels deep.';

  it.each<[string, string | Uint8Array, string]>([
    [
      '100 MB of nothing',
      Buffer.alloc(100_000_000, ' '),
      'The document must have at most 32 MiB. Split it over several.',
    ],
    [
      '30 MB of nothing',
      Buffer.alloc(30_000_000, '\n'),
      'The document is empty. It must start with `kenes: 1`.',
    ],
    [
      'aliases of aliases of aliases',
      laughs,
      'The aliases of the document unfold to too many values. Write the values out.',
    ],
    ['50,000 brackets', '['.repeat(50_000), deep],
    [
      '50,000 lists in each other',
      `kenes: 1\nentities: ${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      deep,
    ],
    ['50,000 mappings in each other that do not end', '{"a":'.repeat(50_000), deep],
    ['50,000 dashes', '- '.repeat(50_000), deep],
    [
      '50,000 lists in each other, in JSON',
      `{ "kenes": 1, "entities": ${'['.repeat(50_000)}${']'.repeat(50_000)} }`,
      deep,
    ],
    [
      '50,000 mappings in each other, in JSON',
      `${'{"entities":'.repeat(50_000)}[]${'}'.repeat(50_000)}`,
      deep,
    ],
  ])('is refused soon: %s', async (_, content, message) => {
    const start = performance.now();
    const {
      problems: [problem],
    } = await checkDocuments(vocabulary, [fileOf(content)]);
    expect(problem?.message).toBe(message);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('has 500 of its problems and the number of others reported, soon', async () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `key${index}: 1`);
    const start = performance.now();
    const problems = await problemsOf(['kenes: 1', ...keys].join('\n'));
    expect(problems).toHaveLength(501);
    expect(problems[499]).toMatch(/^501:1 key499: Unknown key “key499”\./);
    expect(problems[500]).toBe('501:1 19,500 more problems are not listed.');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('a key with a meaning in JavaScript', () => {
  const allowed = 'Allowed: kenes, document, evidence, sources, entities, relations.';

  it.each([
    ['YAML', 'kenes: 1\n__proto__: { admin: true }\nconstructor: 2\n'],
    ['JSON', '{\n"__proto__": { "admin": true },\n"constructor": 2,\n"kenes": 1\n}'],
  ])('is an unknown key like others in %s', async (_, content) => {
    expect(await problemsOf(content)).toEqual([
      `2:1 __proto__: Unknown key “__proto__”. ${allowed}`,
      `3:1 constructor: Unknown key “constructor”. ${allowed}`,
    ]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('is a good slug', async () => {
    expect(
      await problemsOf(`kenes: 1
sources: [{ slug: constructor, publisher: tostring }]
entities:
  - { slug: tostring, type: Organization, evidence: [{ source: constructor }] }
`),
    ).toEqual([]);
  });
});
