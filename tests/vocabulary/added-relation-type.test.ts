import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MergedDocument } from '../../src/documents/collect.js';
import { documentJsonSchema } from '../../src/documents/format.js';
import { checkDocuments } from '../../src/documents/import.js';
import { wholeDocument } from '../../src/documents/kept-documents.js';
import { printProblem } from '../../src/documents/problem.js';
import { relationTypes } from '../../src/vocabulary/relation-types.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { training } from './training.js';

const extended = createVocabulary({ ...relationTypes, TRAINED: training });

describe('a relation type that is added to the table', () => {
  const document = (relation: string): string => `kenes: 1
entities:
  - { slug: ann, type: Person }
  - { slug: town, type: Place }
  - { slug: college, type: Organization }
relations:
  - { type: TRAINED, ${relation} }
evidence: [{ source: kenes-editorial }]
`;
  const check = async (relation: string, vocabulary = extended): Promise<string[]> => {
    const file = { name: 'f', read: () => Promise.resolve(document(relation)) };
    return (await checkDocuments(vocabulary, [file])).problems.map(printProblem);
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
      'f:7:52: relations[0].date: The date must be in EDTF, such as 2025, 2025-12, 2025-12-10, 2025-21 (spring), 193X, 2025-06-24/2025-06-25, 2025/.. (still so), 2025/ (ended, unknown when), [2016-03..2016-05] (one day in it), 2025-12-11? or 1997~. If it is not known, leave the key out.',
    ],
    [
      'from: college, to: ann, hour: 1',
      'f:7:46: relations[0].hour: Unknown key “hour”. Did you mean “hours”? Allowed: type, from, to, instance, repeat, level, date, hours, evidence.',
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
  - { type: TRAINED, from: ann, to: bob, hours: 2, evidence: [{ source: kenes-editorial }] }
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
        type description label(language: KK) heading(language: RU, direction: BACKWARD) forwardField backwardField properties qualifier time
        term ends { from to }
      } } }`,
    );
    expect(vocabulary.relationTypes).toHaveLength(extended.relationTypeNames.length);
    expect(vocabulary.relationTypes.at(-1)).toEqual({
      type: 'TRAINED',
      description: 'Somebody trained somebody.',
      label: 'оқытты',
      heading: 'У кого обучается',
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
    const { relations } = await app.store.snapshot((records) =>
      wholeDocument(new MergedDocument('merged', records, extended)),
    );
    expect(relations).toEqual([
      {
        type: 'TRAINED', from: 'ann', to: 'bob', hours: 2,
        evidence: [
          { source: 'kenes-editorial' },
          { source: 'kenes-editorial', property: 'hours' },
        ],
      },
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
