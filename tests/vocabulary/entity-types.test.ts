import { describe, expect, it } from '@jest/globals';
import { entityTypes, type EntityTypeDefinition } from '../../src/vocabulary/entity-types.js';
import { languages } from '../../src/vocabulary/languages.js';
import { relationTypes } from '../../src/vocabulary/relation-types.js';
import { withCase } from '../../src/wording/kazakh-cases.js';
import { declined } from '../../src/wording/russian-cases.js';
import { sentence, textsOf } from './texts.js';

const entityTypeEntries = Object.entries<EntityTypeDefinition>(entityTypes);

describe.each(entityTypeEntries)('the entity type %s', (_, definition) => {
  it('has a noun for names that are not declined, in every language, and for no other kinds', () => {
    const { noun, nounOfKind = {}, kinds } = definition;
    for (const label of [noun, ...Object.values(nounOfKind)]) {
      expect(Object.keys(label).sort()).toEqual([...languages].sort());
      for (const text of Object.values(label)) expect(text).toMatch(/^\S.*\S$/);
      expect(declined(label.ru)?.in('genitive')).toEqual(expect.any(String));
      expect(withCase(label.kk, 'genitive')).toEqual(expect.any(String));
    }
    expect(Object.keys(kinds)).toEqual(expect.arrayContaining(Object.keys(nounOfKind)));
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

describe('the entity types', () => {
  it('have names for lists of entities that no other type has', () => {
    const plurals = entityTypeEntries.map(([, { plural }]) => plural);
    expect(new Set(plurals).size).toBe(plurals.length);
  });
});
