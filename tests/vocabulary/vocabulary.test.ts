import { describe, expect, it } from '@jest/globals';
import { relationTypes, type RelationTypeDefinition } from '../../src/vocabulary/relation-types.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { training } from './training.js';

describe('the vocabulary', () => {
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

  it('gives the definition of a relation type, and throws for a name that is not in the table', () => {
    const vocabulary = createVocabulary();
    expect(vocabulary.relationType('MADE')).toBe(relationTypes.MADE);
    expect(() => vocabulary.relationType('MAKES')).toThrow(
      'The vocabulary has no relation type MAKES.',
    );
  });

  it('refuses a table without the relation types that the service relies on, and names them', () => {
    const without = (...names: readonly string[]) =>
      Object.fromEntries(Object.entries(relationTypes).filter(([name]) => !names.includes(name)));
    expect(() => createVocabulary(without('SUPPORTS'))).not.toThrow();
    expect(() => createVocabulary(without('DISPUTES', 'BROADER', 'SUPPORTS'))).toThrow(
      'The vocabulary lacks relation types that the service relies on: BROADER, DISPUTES.',
    );
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
