import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { collectDocuments } from '../../src/documents/collect.js';
import { documentJsonSchema } from '../../src/documents/format.js';
import { checkDocuments } from '../../src/documents/import.js';
import { printProblem } from '../../src/documents/problem.js';
import { entityTypes, type EntityTypeDefinition } from '../../src/vocabulary/entity-types.js';
import { languages } from '../../src/vocabulary/languages.js';
import { isEnumerated, type PropertyDefinitions } from '../../src/vocabulary/properties.js';
import { relationTypes, type RelationTypeDefinition } from '../../src/vocabulary/relation-types.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const relationTypeEntries = Object.entries<RelationTypeDefinition>(relationTypes);
const entityTypeEntries = Object.entries<EntityTypeDefinition>(entityTypes);

const sentence = /^[A-Z“].*[.”]$/s;

/** The texts for people that properties and their values have. */
const textsOf = (properties: PropertyDefinitions): string[] =>
  Object.values(properties).flatMap(({ type, description }) => [
    description,
    ...(isEnumerated(type) ? [type.description, ...Object.values(type.values)] : []),
  ]);

/** A relation type that is added to a copy of the table, and nowhere else. */
const training: RelationTypeDefinition = {
  ends: [{ from: ['Person', 'Organization'], to: ['Person', 'Organization'] }],
  forward: ['trainings', 'Whom this one trained, and how far.'],
  backward: ['trainedBy', 'Who trained this one, and how far.'],
  properties: {
    level: {
      type: {
        enum: 'TrainingLevel',
        description: 'How far a training went.',
        values: { BASIC: 'The first steps.', ADVANCED: 'All the way.' },
      },
      stated: true,
      description: 'How far it went. Another level is another relation.',
    },
    date: relationTypes.SUBMITTED.properties.date,
    hours: { type: 'integer', stated: true, description: 'How many hours it took.' },
  },
  qualifier: 'level',
  time: 'POINT',
  label: {
    en: ['trained', 'was trained by'],
    ru: ['обучает', 'обучается у'],
    kk: ['оқытты', 'оқытқан'],
  },
  sentence: {
    en: '{from} trained {to}',
    ru: '{to} — среди обученных; наставник — {from}',
    kk: '{to} тәлімгері — {from}',
  },
  description: 'Somebody trained somebody.',
  term: 'schema:instructor',
};

describe.each(relationTypeEntries)('the relation type %s', (_, definition) => {
  it('has a label in every language, read from either end', () => {
    for (const language of languages) {
      expect(definition.label[language]).toEqual([
        expect.stringMatching(/^\S.*\S$/),
        expect.stringMatching(/^\S.*\S$/),
      ]);
    }
    expect(Object.keys(definition.label).sort()).toEqual([...languages].sort());
  });

  it('is described in whole sentences', () => {
    const { description, forward, backward, properties } = definition;
    for (const text of [description, forward[1], backward[1], ...textsOf(properties)])
      expect(text).toMatch(sentence);
  });

  it('has two fields with names of their own, and joins something', () => {
    const { forward, backward, ends } = definition;
    expect(forward[0]).toMatch(/^[a-z][A-Za-z]+$/);
    expect(backward[0]).toMatch(/^[a-z][A-Za-z]+$/);
    expect(forward[0]).not.toBe(backward[0]);
    expect(ends.every(({ from, to }) => from.length > 0 && to.length > 0)).toBe(true);
    expect(ends.length).toBeGreaterThan(0);
  });

  it('has a time that its properties and ends give', () => {
    const { time, properties, ends } = definition;
    const names = Object.keys(properties);
    const reaches = (type: string): boolean =>
      ends.every(({ from, to }) => [from, to].some((end) => end.every((name) => name === type)));
    expect(
      {
        STATE: names.includes('since') || names.includes('date'),
        POINT: names.includes('date'),
        OF_EVENT: reaches('Event'),
        OF_STATEMENT: reaches('Statement'),
        OF_FIRST_END: ends.every(({ from }) => from.every((type) => 'time' in entityTypes[type])),
        TIMELESS: true,
      }[time],
    ).toBe(true);
  });

  it('has its qualifier among its properties, as a closed list of values', () => {
    const { qualifier, properties } = definition;
    expect(qualifier === undefined || isEnumerated(properties[qualifier]!.type)).toBe(true);
  });
});

describe.each(relationTypeEntries)('the sentences of the relation type %s', (_, definition) => {
  const { sentence: general, sentenceWith = {}, qualifier = '', properties } = definition;
  const values = (name: string): string[] => {
    const type = properties[name]?.type;
    return type !== undefined && isEnumerated(type) ? Object.keys(type.values) : [];
  };
  const end = (name: string): RegExp => new RegExp(`\\{${name}( genitive)?\\}`, 'g');

  it('are there for every value of its qualifier, and for nothing that it does not have', () => {
    const texts = Object.keys(properties).filter((name) => properties[name]!.type === 'text');
    expect(Object.keys(sentenceWith)).toEqual(expect.arrayContaining(values(qualifier)));
    expect([...values(qualifier), ...texts]).toEqual(
      expect.arrayContaining(Object.keys(sentenceWith)),
    );
  });

  it('name both ends and the text that they are for, and nothing else, in every language', () => {
    for (const [known, sentences] of [['', general] as const, ...Object.entries(sentenceWith)]) {
      expect(Object.keys(sentences).sort()).toEqual([...languages].sort());
      for (const text of Object.values(sentences)) {
        expect(text.match(end('from'))).toHaveLength(1);
        expect(text.match(end('to'))).toHaveLength(1);
        expect(text.includes(`{${known}}`)).toBe(known in properties);
        const rest = text
          .replaceAll(end('from'), '')
          .replaceAll(end('to'), '')
          .replaceAll(/\{[^{}|]*\|[^{}|]*\}/g, '')
          .replace(`{${known}}`, '');
        expect(rest).not.toMatch(/[{}|]|[.!?]$/);
      }
    }
  });

  it('tell of what may last whether it has ended, in every language', () => {
    const sentences = [general, ...Object.values(sentenceWith)].flatMap(Object.values);
    const telling = sentences.filter((text: string) => /\{[^{}|]*\|[^{}|]*\}/.test(text));
    expect(telling).toEqual('until' in properties ? sentences : []);
  });
});

describe.each(entityTypeEntries)('the entity type %s', (_, definition) => {
  it('has its name in the genitive, in every language, and for no kind that it does not have', () => {
    const { genitive, genitiveOfKind = {}, kinds } = definition;
    for (const label of [genitive, ...Object.values(genitiveOfKind)]) {
      expect(Object.keys(label).sort()).toEqual([...languages].sort());
      for (const text of Object.values(label)) expect(text).toMatch(/\{name\}/);
    }
    expect(Object.keys(kinds)).toEqual(expect.arrayContaining(Object.keys(genitiveOfKind)));
  });

  it('has a label in every language', () => {
    expect(Object.keys(definition.label).sort()).toEqual([...languages].sort());
    for (const label of Object.values(definition.label)) expect(label).toMatch(/^\S.*\S$/);
  });

  it('is described in whole sentences', () => {
    const { description, kinds, properties } = definition;
    for (const text of [description, ...Object.values(kinds), ...textsOf(properties)])
      expect(text).toMatch(sentence);
  });

  it('has its time and its name from properties and relations that there are', () => {
    const { time, nameProperty, properties } = definition;
    const dates = [time?.start, time?.end].filter((name) => name !== undefined);
    expect(dates.map((name) => properties[name]?.type)).toEqual(dates.map(() => 'partialDate'));
    expect([undefined, ...Object.keys(relationTypes)]).toContain(time?.elseOf);
    expect([undefined, 'localizedText']).toContain(properties[nameProperty ?? '']?.type);
    expect(properties[nameProperty ?? ''] === undefined).toBe(nameProperty === undefined);
  });
});

describe('the vocabulary', () => {
  it('has names for lists of entities that no other type has', () => {
    const plurals = entityTypeEntries.map(([, { plural }]) => plural);
    expect(new Set(plurals).size).toBe(plurals.length);
  });

  it('has fields of different names on each entity type', () => {
    const { ends } = createVocabulary();
    for (const fields of Object.values(ends).map((list) => list.map(({ field }) => field)))
      expect(new Set(fields).size).toBe(fields.length);
    expect(
      ends.Place.map(({ field, relationType, direction }) => [field, relationType, direction]),
    ).toEqual([
      ['discussedIn', 'ABOUT', 'BACKWARD'],
      ['events', 'HELD_IN', 'BACKWARD'],
      ['locatedIn', 'LOCATED_IN', 'FORWARD'],
      ['located', 'LOCATED_IN', 'BACKWARD'],
      ['supportedBy', 'SUPPORTS', 'BACKWARD'],
    ]);
  });

  const like = (change: Partial<RelationTypeDefinition>) => ({
    ...relationTypes,
    TRAINED: { ...training, ...change },
  });

  it.each<[string, Partial<RelationTypeDefinition>, string]>([
    [
      'a field that another type has',
      { backward: ['members', 'Trainers.'] },
      'Organization has two fields called members.',
    ],
    [
      'a field that every entity has',
      { forward: ['degree', 'Trainings.'] },
      'Person has two fields called degree.',
    ],
    [
      'a field that is a property',
      { forward: ['startDate', 'Trainings.'], ends: [{ from: ['Event'], to: ['Person'] }] },
      'Event has two fields called startDate.',
    ],
    [
      'one field for both ends',
      { forward: ['trained', 'A.'], backward: ['trained', 'B.'] },
      'Person has two fields called trained.',
    ],
    [
      'a property that means something else elsewhere',
      {
        properties: {
          ...training.properties,
          title: { type: 'partialDate', stated: true, description: 'A day.' },
        },
      },
      'The property title of TRAINED has another type elsewhere.',
    ],
    [
      'an enumeration that means something else elsewhere',
      {
        properties: {
          level: {
            ...training.properties['level']!,
            type: { enum: 'TreatyAct', description: 'A.', values: { B: 'C.' } },
          },
        },
      },
      'There are two enumerations TreatyAct.',
    ],
    [
      'a qualifier that is no property',
      { qualifier: 'grade' },
      'The qualifier grade of TRAINED is not one of its properties.',
    ],
  ])('refuses a relation type with %s', (_, change, message) => {
    expect(() => createVocabulary(like(change))).toThrow(message);
  });
});

const extended = createVocabulary({ ...relationTypes, TRAINED: training });

describe('a relation type that is added to the table', () => {
  const document = (relation: string): string => `kenes: 1
entities:
  - { slug: ann, type: Person }
  - { slug: town, type: Place }
  - { slug: college, type: Organization }
relations:
  - { type: TRAINED, ${relation} }
`;
  const check = async (relation: string, vocabulary = extended): Promise<string[]> => {
    const file = { name: 'f', read: () => Promise.resolve(document(relation)) };
    return (await checkDocuments(vocabulary, [file])).map(printProblem);
  };

  it('is allowed in documents, between its ends and with its values', async () => {
    expect(await check('from: college, to: ann, level: BASIC, date: 2025-03, hours: 8')).toEqual(
      [],
    );
  });

  it.each([
    [
      'from: ann, to: town',
      'f:7:5: relations[0]: TRAINED cannot lead from Person to Place. Allowed: Person or Organization → Person or Organization.',
    ],
    [
      'from: college, to: ann, level: BASICS',
      'f:7:53: relations[0].level: Unknown level “BASICS”. Did you mean “BASIC”? Allowed: BASIC, ADVANCED.',
    ],
    [
      'from: college, to: ann, hours: 1.5',
      'f:7:53: relations[0].hours: This must be a whole number.',
    ],
    [
      'from: college, to: ann, date: soon',
      'f:7:52: relations[0].date: The date must be in EDTF, such as 2025, 2025-12, 2025-12-10, 2025-06-24/2025-06-25, 2025/.. or 2025-12-11?.',
    ],
    [
      'from: college, to: ann, hour: 1',
      'f:7:46: relations[0].hour: Unknown key “hour”. Did you mean “hours”? Allowed: type, from, to, repeat, level, date, hours, evidence.',
    ],
  ])('is refused with something else: %s', async (relation, problem) => {
    expect(await check(relation)).toEqual([problem]);
  });

  it('is unknown where it was not added', async () => {
    const [problem] = await check('from: college, to: ann', createVocabulary());
    expect(problem).toMatch(/^f:7:13: relations\[0\]\.type: Unknown type “TRAINED”\./);
  });

  it('is in the JSON Schema of documents', () => {
    const schema = JSON.stringify(documentJsonSchema(extended));
    expect(schema).toContain(
      '"type":{"type":"string","const":"TRAINED","description":"Somebody trained somebody."}',
    );
    expect(schema).toContain('"enum":["BASIC","ADVANCED"]');
    expect(JSON.stringify(documentJsonSchema(createVocabulary()))).not.toContain('TRAINED');
  });
});

describeOnEngines('a relation type that is added to the table', (engine) => {
  let app: TestApp;

  const document = `kenes: 1
sources:
  - { slug: paper, publisher: press, informers: [college] }
entities:
  - { slug: press, type: Organization }
  - { slug: college, type: Organization, names: { en: College } }
  - { slug: ann, type: Person, names: { en: Ann } }
  - { slug: bob, type: Person, names: { en: Bob } }
relations:
  - { type: TRAINED, from: college, to: ann, level: BASIC, date: 2024, hours: 8, evidence: [{ source: paper }] }
  - { type: TRAINED, from: college, to: ann, level: ADVANCED, date: 2025-03-10, evidence: [{ source: paper }] }
  - { type: TRAINED, from: ann, to: bob, hours: 2 }
`;

  beforeAll(async () => {
    app = await openApp(engine, { documents: [document], vocabulary: extended });
  }, 60_000);

  afterAll(async () => {
    await app.close();
  });

  it('is in the schema: as a type, as fields of both ends, as filters and as properties', async () => {
    const text = await (await app.fetch('/schema.graphql')).text();
    const blockOf = (head: string): string =>
      new RegExp(`^${head}[^}]*}`, 'm').exec(text)?.[0] ?? '';
    expect(blockOf('enum RelationType ')).toContain('"""Somebody trained somebody."""\n  TRAINED');
    expect(blockOf('enum TrainingLevel ')).toContain('"""All the way."""\n  ADVANCED');
    expect(text).toContain('"""How far a training went."""\nenum TrainingLevel {');
    const fieldsOf = async (type: string): Promise<string[]> => {
      const { __type } = await app.data(
        `{ __type(name: "${type}") { fields { name type { name ofType { name } } } inputFields { name } } }`,
      );
      return (__type.fields ?? __type.inputFields).map(
        (field: {
          name: string;
          type?: { name: string | null; ofType: { name: string } | null };
        }) =>
          field.type
            ? `${field.name}: ${field.type.name ?? field.type.ofType?.name ?? ''}`
            : field.name,
      );
    };
    for (const type of ['Person', 'Organization']) {
      expect(await fieldsOf(type)).toEqual(
        expect.arrayContaining(['trainings: RelatedConnection', 'trainedBy: RelatedConnection']),
      );
    }
    expect((await fieldsOf('Event')).join()).not.toContain('train');
    expect(await fieldsOf('Relation')).toEqual(
      expect.arrayContaining(['level: TrainingLevel', 'hours: Int', 'date: PartialDate']),
    );
    expect(await fieldsOf('RelationFilter')).toContain('levels');
  });

  it('is in the vocabulary that clients ask for', async () => {
    const { vocabulary } = await app.data(
      `{ vocabulary { relationTypes {
        type description label(language: KK) forwardField backwardField properties qualifier time
        term ends { from to }
      } } }`,
    );
    expect(vocabulary.relationTypes).toHaveLength(extended.relationTypeNames.length);
    expect(vocabulary.relationTypes.at(-1)).toEqual({
      type: 'TRAINED',
      description: 'Somebody trained somebody.',
      label: 'оқытты',
      forwardField: 'trainings',
      backwardField: 'trainedBy',
      properties: ['level', 'date', 'hours'],
      qualifier: 'level',
      time: 'POINT',
      term: 'schema:instructor',
      ends: [{ from: ['PERSON', 'ORGANIZATION'], to: ['PERSON', 'ORGANIZATION'] }],
    });
  });

  it('is answered from both ends, with its properties and what attests it', async () => {
    const answer = await app.data(`{
      entity(slug: "ann") {
        degree
        ... on Person {
          trainings { nodes { slug } }
          trainedBy(orderBy: { by: DATE }) {
            totalCount
            edges {
              node { slug }
              relation {
                key type level date hours publisherCount label(direction: BACKWARD, language: RU)
                sentence
              }
            }
          }
        }
      }
    }`);
    const relation = { type: 'TRAINED', publisherCount: 1, label: 'обучается у' };
    expect(answer.entity).toEqual({
      degree: 3,
      trainings: { nodes: [{ slug: 'bob' }] },
      trainedBy: {
        totalCount: 2,
        edges: [
          {
            node: { slug: 'college' },
            relation: {
              ...relation, key: 'college~TRAINED~ann~BASIC', level: 'BASIC', date: '2024', hours: 8,
              sentence: 'College trained Ann (2024).',
            }, // prettier-ignore
          },
          {
            node: { slug: 'college' },
            relation: {
              ...relation, key: 'college~TRAINED~ann~ADVANCED', level: 'ADVANCED', date: '2025-03-10',
              hours: null, sentence: 'College trained Ann (10 March 2025).',
            }, // prettier-ignore
          },
        ],
      },
    });
  });

  it('is filtered by its values, its time and its type', async () => {
    const answer = await app.data(`{
      college: entity(slug: "college") {
        advanced: relations(filter: { levels: [ADVANCED] }) { nodes { slug } totalCount }
        in2024: relations(filter: { relationTypes: [TRAINED], during: { from: "2024", to: "2024", certainly: true } }) {
          edges { relation { level } }
        }
      }
      trained: people(filter: { related: [{ relation: { relationTypes: [TRAINED], direction: BACKWARD, levels: [BASIC] } }] }) {
        nodes { slug }
      }
    }`);
    expect(answer).toEqual({
      college: {
        advanced: { nodes: [{ slug: 'ann' }], totalCount: 1 },
        in2024: { edges: [{ relation: { level: 'BASIC' } }] },
      },
      trained: { nodes: [{ slug: 'ann' }] },
    });
  });

  it('comes back in an export', async () => {
    const relations = await app.store.snapshot(async (records) => {
      const found = [];
      for await (const { relations = [] } of collectDocuments(records, extended))
        found.push(...relations);
      return found;
    });
    expect(relations).toEqual([
      { type: 'TRAINED', from: 'ann', to: 'bob', hours: 2 },
      {
        type: 'TRAINED', from: 'college', to: 'ann', level: 'ADVANCED', date: '2025-03-10',
        evidence: [
          { source: 'paper' },
          { source: 'paper', property: 'date' },
          { source: 'paper', property: 'level' },
        ],
      },
      {
        type: 'TRAINED', from: 'college', to: 'ann', level: 'BASIC', date: '2024', hours: 8,
        evidence: [
          { source: 'paper' },
          { source: 'paper', property: 'date' },
          { source: 'paper', property: 'hours' },
          { source: 'paper', property: 'level' },
        ],
      },
    ]); // prettier-ignore
  });
});
