import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { importDocuments } from '../../src/documents/import.js';
import type { Store } from '../../src/store/store.js';
import { entityTypeNames } from '../../src/vocabulary/entity-types.js';
import { DATE_EXAMPLES } from '../../src/values/partial-date.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { readFile } from 'node:fs/promises';
import { fileOf, print } from '../support/bad-documents.js';
import { describeOnEngines } from '../support/engines.js';

const vocabulary = createVocabulary();

const date = `The date must be in EDTF, such as ${DATE_EXAMPLES}.`;
const unknown = ' If it is not known, leave the key out.';
const digest = 'The SHA-256 digest must have 64 lower-case hexadecimal digits.';
const languages =
  'There are en (English), ru (Russian), kk (Kazakh). CONTRIBUTING.md says how another one is added.';
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

  it('has all its mistakes reported at once, by line and column, and changes nothing', async () => {
    const good = fileOf('kenes: 1\nentities:\n  - { slug: town, type: Place }\n', 'good.yaml');
    const bad = fileOf(await readFile('tests/worlds/mistakes.yaml'), 'mistakes.yaml');
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
    const good = fileOf('kenes: 1\nentities:\n  - { slug: town, type: Place }\n');
    const { problems, summary } = await importDocuments(store, vocabulary, [good]);
    expect(problems).toEqual([]);
    expect(summary).toEqual(summaryOf({ entities: { added: 1, changed: 0, removed: 0 } }));
    expect((await store.counts()).entities).toEqual([{ type: 'Place', count: 1 }]);
  });

  it('has what does not fit to the store reported', async () => {
    const { problems } = await importDocuments(store, vocabulary, [
      fileOf(
        `kenes: 1
entities:
  - { slug: town, type: Topic }
  - { slug: ann, type: Person }
relations:
  - { type: MEMBER_OF, from: ann, to: town }
  - { type: MEMBER_OF, from: ann, to: towns }
evidence: [{ source: kenes-editorial }]
`,
        'other.yaml',
      ),
    ]);
    expect(problems.map(print)).toEqual([
      '3:25 entities[0].type: The type of “town” cannot change: it is already a Place.',
      '6:5 relations[0]: MEMBER_OF cannot lead from Person to Place. Allowed: Person → Organization.',
      '7:39 relations[1].to: Unknown entity “towns”. Did you mean “town”? Declare it under `entities`.',
    ]);
  });
});

function summaryOf(changed: object): object {
  const nothing = { added: 0, changed: 0, removed: 0 };
  return {
    sources: nothing,
    entities: nothing,
    relations: nothing,
    evidence: { ...nothing, removed: 0 },
    ...changed,
  };
}

/** What is wrong with tests/worlds/mistakes.yaml. */
const mistakes: readonly string[] = [
  '2:8 kenes: `kenes` must be 1, the version of the format.',
  '3:1 titel: Unknown key “titel”. Allowed: kenes, document, evidence, sources, entities, relations.',
  '7:17 sources[0].informers[0]: Unknown entity “ministery”. Did you mean “ministry”? Declare it under `entities`.',
  '7:28 sources[0].informers[1]: “ann” must be an Organization (it is a Person).',
  '8:5 sources[0].titel: Unknown key “titel”. Did you mean “title”? Allowed: slug, publisher, informers, title, urls, language, publishedAt, kind, text.',
  '9:12 sources[0].urls[0]: The address must be a URL without blanks that starts with https:// or http://.',
  '10:15 sources[0].language: The language must be a tag such as ru, kk or en.',
  `11:18 sources[0].publishedAt: ${date}${unknown}`,
  '12:11 sources[0].kind: Unknown kind “NEW”. Did you mean “NEWS”? Allowed: NEWS, PRESS_RELEASE, TREATY_BODY, NGO, LAW, EDITORIAL, OTHER.',
  `13:34 sources[0].text.sha256: ${digest}`,
  '14:11 sources[1].slug: The source “paper-1” has two entries. Merge them into one.',
  '15:16 sources[1].publisher: Unknown entity “nobody”. Declare it under `entities`.',
  '16:13 sources[2].slug: A slug has only lower-case Latin letters, digits and single hyphens, at most 100 characters. Did you mean “paper-2”?',
  '16:46 sources[2].urls: This must be a list.',
  `16:77 sources[2].text.sha256: ${digest}`,
  '16:87 sources[2].text.length: The number must be at least 0.',
  `18:50 entities[0].names.fr: Unknown language “fr”. ${languages}`,
  `19:24 entities[1].type: Unknown type “Persom”. Did you mean “Person”? Allowed: ${entityTypes}.`,
  '19:32 entities[1].nickname: Unknown key “nickname”. Allowed: slug, type, names, editorialNames, aliases, description, sameAs, differentFrom, evidence.',
  '20:49 entities[2].kind: Unknown kind “GOVERMENT”. Did you mean “GOVERNMENT”? Allowed: STATE, GOVERNMENT, PARLIAMENT, COURT, PROSECUTION, NHRI, INTERGOVERNMENTAL, TREATY_BODY, CONSULTATIVE, PARTY, CIVIL_SOCIETY, COMPANY, RESEARCH, MEDIA, FACILITY, COLLECTIVE, EDITORIAL.',
  '20:67 entities[2].names: This must be a mapping with the keys en, ru, kk.',
  '21:49 entities[3].sameAs[0]: The address must be a URL without blanks that starts with https:// or http://.',
  '22:13 entities[4].slug: The entity “ann” has two entries. Merge them into one.',
  '23:24 entities[5].type: The type of “ann” cannot change: it is already a Person.',
  `24:44 entities[6].startDate: ${date}`,
  `24:65 entities[6].endDate: ${date}`,
  `25:28 entities[7].type: Unknown type “Comittee”. Allowed: ${entityTypes}.`,
  `26:25 entities[8].type: Unknown type “Weather”. Allowed: ${entityTypes}.`,
  `27:50 entities[9].adoptedOn: ${date}${unknown}`,
  '27:68 entities[9].identifier: This must be text, and is a number. Put it in quotes.',
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
  `44:38 entities[15].evidence[6].property: Unknown language “fr”. ${languages}`,
  '45:39 entities[15].evidence[7].preferred: Only evidence on a property can be preferred. Add `property`.',
  '46:19 entities[15].evidence[8].source: Unknown source “paper-9”. Did you mean “paper-1”? Declare it under `sources`.',
  '46:36 entities[15].evidence[8].stance: Unknown stance “DENIES”. Allowed: CONFIRMS, CONTRADICTS.',
  '46:54 entities[15].evidence[8].inferred: This must be true or false.',
  '47:9 entities[15].evidence[9].source: The slug is missing.',
  '47:34 entities[15].evidence[9].value: This must be text or a number.',
  '47:48 entities[15].evidence[9].note: This must be text, and is a number. Put it in quotes.',
  '48:56 entities[15].evidence[10].position.end: `end` must be at most 100, the length of the source’s text (got 101).',
  `48:69 entities[15].evidence[10].position.sha256: ${digest}`,
  '49:38 entities[15].evidence[11].position: `end` must be greater than `start`, since it is exclusive (got 9 and 9).',
  '50:38 entities[15].evidence[12].position.end: This must be a whole number.',
  '50:47 entities[15].evidence[12].position.start: This must be a whole number.',
  `50:60 entities[15].evidence[12].position.sha256: ${digest} Put it in quotes.`,
  `52:13 relations[0].type: Unknown type “MEMBER_OFF”. Did you mean “MEMBER_OF”? Allowed: ${relationTypes}.`,
  `52:57 relations[0].until: ${date}${unknown}`,
  '52:67 relations[0].rank: Unknown key “rank”. Allowed: type, from, to, instance, repeat, title, since, until, evidence.',
  '53:5 relations[1]: MEMBER_OF cannot lead from Organization to Person. Allowed: Person → Organization.',
  '54:30 relations[2].from: Unknown entity “anm”. Did you mean “ann”? Declare it under `entities`.',
  '54:39 relations[2].to: Unknown entity “ministy”. Did you mean “ministry”? Declare it under `entities`.',
  '55:58 relations[3].role: Unknown role “SPEEKER”. Did you mean “SPEAKER”? Allowed: ORGANIZER, CO_ORGANIZER, SUPPORTER, SPEAKER, MODERATOR, PARTICIPANT, REPRESENTED.',
  '56:58 relations[4].role: Unknown role “SPEAKING”. Allowed: ORGANIZER, CO_ORGANIZER, SUPPORTER, SPEAKER, MODERATOR, PARTICIPANT, REPRESENTED.',
  '57:75 relations[5].repeat: `repeat` must be at least 2, for the second relation with the same key.',
  '60:5 relations[8]: The relation “ann~PARTICIPATED_IN~forum~SPEAKER” has two entries. Merge them into one, or tell them apart by `instance`, a slug such as the day on which each began.',
  '61:82 relations[9].evidence[0].property: Unknown property “role” on ABOUT. Allowed: none.',
  `62:13 relations[10].type: Unknown type “KNOWS”. Allowed: ${relationTypes}.`,
  `63:5 relations[11].type: The type is missing. Allowed: ${relationTypes}.`,
  '64:43 relations[12].to: A slug has only lower-case Latin letters, digits and single hyphens, at most 100 characters. Did you mean “treaty”?',
  '64:77 relations[12].date: The date must be in EDTF. Did you mean “2025-12-10”?',
  '64:99 relations[12].evidence: This must be a list.',
  '66:1 extra: Unknown key “extra”. Allowed: kenes, document, evidence, sources, entities, relations.',
  '68:3 The key “more” appears twice. Write it once.',
];
