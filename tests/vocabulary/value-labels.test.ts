import { describe, expect, it } from '@jest/globals';
import { entityTypeNames, entityTypes } from '../../src/vocabulary/entity-types.js';
import { languages } from '../../src/vocabulary/languages.js';
import { sourceKinds } from '../../src/vocabulary/source-kinds.js';
import { kindList, valueLabels } from '../../src/vocabulary/value-labels.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';

describe('the labels of values', () => {
  const { enumerations } = createVocabulary();
  const lists: [string, string[]][] = [
    ...Object.entries(enumerations).map(([name, { values }]): [string, string[]] => [
      name,
      Object.keys(values),
    ]),
    ...entityTypeNames.map((type): [string, string[]] => [
      kindList(type),
      Object.keys(entityTypes[type].kinds),
    ]),
    ['SourceKind', Object.keys(sourceKinds)],
    ['Stance', ['CONFIRMS', 'CONTRADICTS']],
    ['Standing', ['STATED', 'INFERRED', 'EDITORIAL', 'DENIED']],
  ];

  it.each(lists.filter(([, values]) => values.length > 0))(
    'are there for each value of %s, in every language, and differ',
    (name, values) => {
      const labels = valueLabels[name] ?? {};
      expect(Object.keys(labels).sort()).toEqual([...values].sort());
      for (const language of languages) {
        const texts = Object.values(labels).map((label) => label[language]);
        expect(texts).toEqual(texts.map(() => expect.stringMatching(/^\S.*\S$/)));
        expect(new Set(texts).size).toBe(texts.length);
      }
    },
  );
});
