import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentFile } from '../../src/documents/document-file.js';
import { checkDocuments, importDocuments } from '../../src/documents/import.js';
import type { Problem } from '../../src/documents/problem.js';
import type { Store } from '../../src/store/store.js';
import { entityTypeNames } from '../../src/vocabulary/entity-types.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { describeOnEngines } from '../support/engines.js';

const vocabulary = createVocabulary();

const file = (content: string | Uint8Array, name = 'document.yaml'): DocumentFile => ({
  name,
  read: () => Promise.resolve(content),
});

/** `LINE:COLUMN PATH: MESSAGE` */
const print = ({ line, column, path, message }: Problem): string =>
  `${line}:${column} ${path === '' ? '' : `${path}: `}${message}`;

async function problemsOf(...contents: (string | Uint8Array)[]): Promise<string[]> {
  const files = contents.map((content) => file(content));
  return (await checkDocuments(vocabulary, files)).map(print);
}

const date =
  'The date must be in EDTF, such as 2025, 2025-12, 2025-12-10, 2025-06-24/2025-06-25, 2025/.. or 2025-12-11?.';
const digest = 'The SHA-256 digest must have 64 lower-case hexadecimal digits.';
const entityTypes = entityTypeNames.join(', ');
const relationTypes = vocabulary.relationTypeNames.join(', ');

describeOnEngines('a document with many mistakes', (engine) => {
  let store: Store;

  beforeAll(async () => {
    store = await engine.open(vocabulary);
  });

  afterAll(async () => {
    await store.close();
  });

  it('is told all of them at once, by line and column, and changes nothing', async () => {
    const good = file('kenes: 1\nentities:\n  - { slug: town, type: Place }\n', 'good.yaml');
    const bad = file(await readFile('tests/worlds/mistakes.yaml'), 'mistakes.yaml');
    const { problems, summary } = await importDocuments(store, vocabulary, [good, bad]);
    expect(problems.map(print)).toEqual(mistakes);
    expect(new Set(problems.map((problem) => problem.file))).toEqual(new Set(['mistakes.yaml']));
    expect(summary).toEqual(summaryOf({}));
    expect(await store.counts()).toMatchObject({
      entities: [],
      relations: [],
      sources: 0,
      evidence: 0,
    });
  });

  it('leaves a store that takes a good one', async () => {
    const good = file('kenes: 1\nentities:\n  - { slug: town, type: Place }\n');
    const { problems, summary } = await importDocuments(store, vocabulary, [good]);
    expect(problems).toEqual([]);
    expect(summary).toEqual(summaryOf({ entities: { added: 1, changed: 0 } }));
    expect((await store.counts()).entities).toEqual([{ type: 'Place', count: 1 }]);
  });

  it('is told what does not fit to the store', async () => {
    const { problems } = await importDocuments(store, vocabulary, [
      file(`kenes: 1
entities:
  - { slug: town, type: Topic }
  - { slug: ann, type: Person }
relations:
  - { type: MEMBER_OF, from: ann, to: town }
  - { type: MEMBER_OF, from: ann, to: towns }
`),
    ]);
    expect(problems.map(print)).toEqual([
      '3:25 entities[0].type: The type of “town” cannot change: it is already a Place.',
      '6:5 relations[0]: MEMBER_OF cannot lead from Person to Place. Allowed: Person → Organization.',
      '7:39 relations[1].to: Unknown entity “towns”. Did you mean “town”? Declare it under `entities`.',
    ]);
  });
});

function summaryOf(changed: object): object {
  const nothing = { added: 0, changed: 0 };
  return {
    sources: nothing,
    entities: nothing,
    relations: nothing,
    evidence: { ...nothing, removed: 0 },
    ...changed,
  };
}

describe('documents that are checked together', () => {
  it('know each other, in whatever order they come', async () => {
    const people = 'kenes: 1\nentities: [{ slug: ann, type: Person }]\n';
    const relations = `kenes: 1
entities: [{ slug: ministry, type: Organization }]
relations: [{ type: MEMBER_OF, from: ann, to: ministry }]
`;
    expect(await problemsOf(people, relations)).toEqual([]);
    expect(await problemsOf(relations, people)).toEqual([]);
  });

  it('do not give one slug to two types', async () => {
    const person = 'kenes: 1\nentities: [{ slug: ann, type: Person }]\n';
    const topic = 'kenes: 1\nentities:\n  - { slug: ann, type: Topic }\n';
    expect(await problemsOf(person, topic)).toEqual([
      '3:24 entities[0].type: The type of “ann” cannot change: it is already a Person.',
    ]);
  });

  it('have their problems in their own order, each by line', async () => {
    const second = 'kenes: 1\nentities:\n  - { slug: ann, type: Person, kind: MEDIA }\n';
    const files = [file('', 'b.yaml'), file(second, 'a.yaml'), file('kenes: 2', 'c.json')];
    const problems = await checkDocuments(vocabulary, files);
    expect(problems.map((problem) => [problem.file, problem.line, problem.path])).toEqual([
      ['b.yaml', 1, ''],
      ['a.yaml', 3, 'entities[0].kind'],
      ['c.json', 1, 'kenes'],
    ]);
  });
});

describe('what is no document', () => {
  const empty = ['1:1 The document is empty. It must start with `kenes: 1`.'];
  const encoding = ['1:1 The document is not UTF-8. Save it in that encoding.'];
  const mapping = ['1:1 This must be a mapping with the keys kenes, sources, entities, relations.'];

  it.each<[string, string | Uint8Array, string[]]>([
    ['an empty text', '', empty],
    ['an empty file', new Uint8Array(), empty],
    ['space', ' \n\n \n', empty],
    ['a comment', '# kenes: 1\n', empty],
    ['UTF-16 with a byte order mark', Buffer.from('\ufeffkenes: 1\n', 'utf16le'), encoding],
    ['UTF-16 without a byte order mark', Buffer.from('kenes: 1\n', 'utf16le'), encoding],
    ['Latin-1', Buffer.from('kenes: 1 # é\n', 'latin1'), encoding],
    ['a part of a character', Buffer.from('kenes: 1 # Қ').subarray(0, -1), encoding],
    ['a list', '- kenes: 1\n', mapping],
    ['a list in JSON', '[{ "kenes": 1 }]', mapping],
    ['a word', 'kenes', mapping],
    ['a text in JSON', '"kenes: 1"', mapping],
    ['null', 'null', mapping],
    [
      'two documents in one file',
      'kenes: 1\n---\nkenes: 1\n',
      ['2:1 A second document starts here. Put each into a file of its own.'],
    ],
    [
      'YAML that is indented by tabs',
      'kenes: 1\nentities:\n\t- { slug: ann, type: Person }\n',
      ['3:1 Tabs are not allowed as indentation.'],
    ],
    [
      'JSON that does not end',
      '{\n  "kenes": 1,\n  "entities": [\n',
      [
        '4:1 Flow sequence in block collection must be sufficiently indented and end with a ].',
        '4:1 Flow map must end with a }.',
      ],
    ],
    [
      'JSON with a comma too many',
      '{ "kenes": 1,\n  , "entities": [] }',
      ['2:3 Unexpected , in flow map.'],
    ],
    [
      'an alias of nothing',
      'kenes: 1\nentities: *others\n',
      ['2:11 Unknown alias “*others”: nothing before it is marked with “&”.'],
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
  ])('is told as such: %s', async (_, content, problems) => {
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
      'The document must have at most 32 MiB (got 95). Split it over several.',
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
    const [problem] = await checkDocuments(vocabulary, [file(content)]);
    expect(problem?.message).toBe(message);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('is told 500 of its problems and how many more there are, soon', async () => {
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
  const allowed = 'Allowed: kenes, sources, entities, relations.';

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

describe('the place of a problem', () => {
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
    ['where a key is missing', 'kenes: 1\nentities:\n  - type: Person\n', '3:5'],
  ])('counts lines and columns from 1 %s', async (_, content, place) => {
    const problems = await checkDocuments(vocabulary, [file(content)]);
    expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual([place]);
  });
});

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
  ])('is a value of it, for a %s: %s', async (type, evidence) => {
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
      'Unknown property “names.fr” on Report. Allowed: identifier, ordinal, date, kind, names, aliases, description, sameAs.',
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
  ])('is refused where it is none, for a %s: %s', async (type, evidence, place, message) => {
    expect(await check(type, evidence)).toEqual([`${place}: ${message}`]);
  });
});

/** What is wrong with tests/worlds/mistakes.yaml. */
const mistakes: readonly string[] = [
  '2:8 kenes: `kenes` must be 1, the version of the format.',
  '3:1 titel: Unknown key “titel”. Allowed: kenes, sources, entities, relations.',
  '7:17 sources[0].informers[0]: Unknown entity “ministery”. Did you mean “ministry”? Declare it under `entities`.',
  '7:28 sources[0].informers[1]: “ann” must be an Organization (it is a Person).',
  '8:5 sources[0].titel: Unknown key “titel”. Did you mean “title”? Allowed: slug, publisher, informers, title, urls, language, publishedAt, kind, text.',
  '9:12 sources[0].urls[0]: The address must start with https:// or http://.',
  '10:15 sources[0].language: The language must be a tag such as ru, kk or en.',
  `11:18 sources[0].publishedAt: ${date}`,
  '12:11 sources[0].kind: Unknown kind “NEW”. Did you mean “NEWS”? Allowed: NEWS, PRESS_RELEASE, TREATY_BODY, NGO, LAW, EDITORIAL, OTHER.',
  `13:34 sources[0].text.sha256: ${digest}`,
  '14:11 sources[1].slug: The source “paper-1” has two entries. Merge them into one.',
  '15:16 sources[1].publisher: Unknown entity “nobody”. Declare it under `entities`.',
  '16:13 sources[2].slug: A slug has only lower-case Latin letters, digits and single hyphens, at most 100 characters.',
  '16:46 sources[2].urls: This must be a list.',
  `16:77 sources[2].text.sha256: ${digest}`,
  '16:87 sources[2].text.length: The number must be at least 0.',
  '18:50 entities[0].names.fr: Unknown key “fr”. Allowed: en, ru, kk.',
  `19:24 entities[1].type: Unknown type “Persom”. Did you mean “Person”? Allowed: ${entityTypes}.`,
  '19:32 entities[1].nickname: Unknown key “nickname”. Allowed: slug, type, names, editorialNames, aliases, description, sameAs, evidence.',
  '20:49 entities[2].kind: Unknown kind “GOVERMENT”. Did you mean “GOVERNMENT”? Allowed: STATE, GOVERNMENT, NHRI, INTERGOVERNMENTAL, TREATY_BODY, CONSULTATIVE, CIVIL_SOCIETY, RESEARCH, MEDIA, FACILITY, COLLECTIVE, EDITORIAL.',
  '20:67 entities[2].names: This must be a mapping with the keys en, ru, kk.',
  '21:49 entities[3].sameAs[0]: The address must start with https:// or http://.',
  '22:13 entities[4].slug: The entity “ann” has two entries. Merge them into one.',
  '23:24 entities[5].type: The type of “ann” cannot change: it is already a Person.',
  `24:44 entities[6].startDate: ${date}`,
  `24:65 entities[6].endDate: ${date}`,
  `25:28 entities[7].type: Unknown type “Comittee”. Allowed: ${entityTypes}.`,
  `26:25 entities[8].type: Unknown type “Weather”. Allowed: ${entityTypes}.`,
  `27:50 entities[9].adoptedOn: ${date}`,
  '27:68 entities[9].identifier: This must be text.',
  '28:44 entities[10].ordinal: This must be a whole number.',
  `28:57 entities[10].date: ${date}`,
  '29:42 entities[11].latitude: This must be a number.',
  '29:62 entities[11].names.en: The text must not be empty. Leave the key out if there is none.',
  '30:45 entities[12].names.en: The text must not have control characters.',
  '31:5 entities[13].slug: The slug is missing.',
  `32:5 entities[14]: This must be a mapping with a type: ${entityTypes}.`,
  '35:10 entities[15].act: Unknown act “STRESED”. Did you mean “STRESSED”? Allowed: STRESSED, WELCOMED, URGED, NOTED, RECALLED, PRAISED, REPORTED, ASKED.',
  '36:11 entities[15].text: This must be a mapping with the keys en, ru, kk.',
  '39:9 entities[15].evidence[1]: The entry has no “date” for the source to confirm. Add it to the entry, or add `value` to the evidence.',
  '40:38 entities[15].evidence[2].property: Unknown property “dat” on Statement. Did you mean “date”? Allowed: act, form, text, date, names, aliases, description, sameAs.',
  '41:38 entities[15].evidence[3].property: Unknown property “constructor” on Statement. Allowed: act, form, text, date, names, aliases, description, sameAs.',
  '42:51 entities[15].evidence[4].value: “2025-02-30” is not a date in EDTF, such as 2025-12-10 or 2025-12.',
  '43:9 entities[15].evidence[5]: The `value` that the source gives for “act” is missing.',
  '44:38 entities[15].evidence[6].property: Unknown property “text.fr” on Statement. Allowed: act, form, text, date, names, aliases, description, sameAs.',
  '45:39 entities[15].evidence[7].preferred: Only evidence on a property can be preferred. Add `property`.',
  '46:19 entities[15].evidence[8].source: Unknown source “paper-9”. Did you mean “paper-1”? Declare it under `sources`.',
  '46:36 entities[15].evidence[8].stance: Unknown stance “DENIES”. Allowed: CONFIRMS, CONTRADICTS.',
  '46:54 entities[15].evidence[8].inferred: This must be true or false.',
  '47:9 entities[15].evidence[9].source: The slug is missing.',
  '47:34 entities[15].evidence[9].value: This must be text or a number.',
  '47:48 entities[15].evidence[9].note: This must be text.',
  '48:56 entities[15].evidence[10].position.end: `end` must be at most 100, the length of the source’s text (got 101).',
  `48:69 entities[15].evidence[10].position.sha256: ${digest}`,
  '49:38 entities[15].evidence[11].position: `end` must be greater than `start`, since it is exclusive (got 9 and 9).',
  '50:38 entities[15].evidence[12].position.end: This must be a whole number.',
  '50:47 entities[15].evidence[12].position.start: This must be a whole number.',
  `50:60 entities[15].evidence[12].position.sha256: ${digest}`,
  `52:13 relations[0].type: Unknown type “MEMBER_OFF”. Did you mean “MEMBER_OF”? Allowed: ${relationTypes}.`,
  `52:57 relations[0].until: ${date}`,
  '52:67 relations[0].rank: Unknown key “rank”. Allowed: type, from, to, repeat, title, since, until, evidence.',
  '53:5 relations[1]: MEMBER_OF cannot lead from Organization to Person. Allowed: Person → Organization.',
  '54:30 relations[2].from: Unknown entity “anm”. Did you mean “ann”? Declare it under `entities`.',
  '54:39 relations[2].to: Unknown entity “ministy”. Did you mean “ministry”? Declare it under `entities`.',
  '55:58 relations[3].role: Unknown role “SPEEKER”. Did you mean “SPEAKER”? Allowed: ORGANIZER, CO_ORGANIZER, SUPPORTER, SPEAKER, MODERATOR, PARTICIPANT, REPRESENTED.',
  '56:58 relations[4].role: Unknown role “SPEAKING”. Allowed: ORGANIZER, CO_ORGANIZER, SUPPORTER, SPEAKER, MODERATOR, PARTICIPANT, REPRESENTED.',
  '57:75 relations[5].repeat: `repeat` must be at least 2, for the second relation with the same key.',
  '60:5 relations[8]: The relation “ann~PARTICIPATED_IN~forum~SPEAKER” has two entries. Merge them into one, or add `repeat: 2` to the second.',
  '61:82 relations[9].evidence[0].property: Unknown property “role” on ABOUT. Allowed: none.',
  `62:13 relations[10].type: Unknown type “KNOWS”. Allowed: ${relationTypes}.`,
  `63:5 relations[11].type: The type is missing. Allowed: ${relationTypes}.`,
  '64:43 relations[12].to: A slug has only lower-case Latin letters, digits and single hyphens, at most 100 characters.',
  `64:77 relations[12].date: ${date}`,
  '64:99 relations[12].evidence: This must be a list.',
  '65:1 extra: Unknown key “extra”. Allowed: kenes, sources, entities, relations.',
  '67:3 The key “more” appears twice. Write it once.',
];
