import { describe, expect, it } from '@jest/globals';
import { checkDocuments } from '../../src/documents/import.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { fileOf, problemsOf } from '../support/bad-documents.js';

const vocabulary = createVocabulary();

describe('documents that are checked together', () => {
  it('know each other, in whatever order they come', async () => {
    const people = 'kenes: 1\nentities: [{ slug: ann, type: Person }]\n';
    const relations = `kenes: 1
evidence: [{ source: kenes-editorial }]
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
    const files = [fileOf('', 'b.yaml'), fileOf(second, 'a.yaml'), fileOf('kenes: 2', 'c.json')];
    const { problems } = await checkDocuments(vocabulary, files);
    expect(problems.map((problem) => [problem.file, problem.line, problem.path])).toEqual([
      ['b.yaml', 1, ''],
      ['a.yaml', 3, 'entities[0].kind'],
      ['c.json', 1, 'kenes'],
    ]);
  });
});
