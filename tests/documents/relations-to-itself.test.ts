import { describe, expect, it } from '@jest/globals';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { problemsOf } from '../support/bad-documents.js';

const document = (type: string, of: string): string => `kenes: 1
evidence: [{ source: kenes-editorial }]
entities: [{ slug: one, type: ${of} }]
relations:
  - { type: ${type}, from: one, to: one }
`;

describe('a relation of an entity to itself', () => {
  it.each([
    ['PART_OF', 'Organization'], ['PART_OF', 'Event'], ['BELONGS_TO', 'Organization'],
    ['BROADER', 'Topic'], ['LOCATED_IN', 'Place'], ['SUPPLEMENTS', 'Instrument'],
    ['IMPLEMENTS', 'Instrument'], ['REPEALS', 'Instrument'], ['ISSUED_UNDER', 'Instrument'],
    ['DISPUTES', 'Statement'],
  ])('is a problem where it says %s', async (type, of) => {
    const column = '  - { type: , from: one, to: '.length + type.length + 1;
    expect(await problemsOf(document(type, of))).toEqual([
      `5:${column} relations[0].to: “one” cannot have ${type} to itself.`,
    ]);
  }); // prettier-ignore

  it.each([
    ['SUPPORTS', 'Organization'],
    ['ABOUT', 'Event'],
  ])('is taken where it says %s', async (type, of) => {
    expect(await problemsOf(document(type, of))).toEqual([]);
  });

  it('is excluded only where both ends can be one entity', () => {
    const { relationTypes } = createVocabulary();
    for (const { ends, excludesItself } of Object.values(relationTypes)) {
      const canBe = ends.some(({ from, to }) => from.some((type) => to.includes(type)));
      expect(excludesItself === true && !canBe).toBe(false);
    }
  });
});
