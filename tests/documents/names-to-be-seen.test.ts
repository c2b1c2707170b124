import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../support/bad-documents.js';

const MESSAGE =
  'The name must have a letter or a digit that can be seen. Leave the key out if there is none.';

const document = (entry: string): string => `kenes: 1
entities:
  - { slug: one, ${entry} }
`;

describe('a name', () => {
  it.each([' ', '\u200b', '---', '?', '\u00ad\u2060', '\u3164', '\u0301', '😀', '«»'])(
    'is a problem without a letter or a digit that can be seen: %j',
    async (name) => {
      expect(
        await problemsOf(document(`type: Topic, names: { en: ${JSON.stringify(name)} }`)),
      ).toEqual([`3:44 entities[0].names.en: ${MESSAGE}`]);
    },
  );

  it.each([
    ['aliases.ru[1]', 'type: Topic, aliases: { ru: [Да, "—"] }'],
    ['editorialNames.kk', 'type: Topic, editorialNames: { kk: "…" }'],
    ['text.en', 'type: Statement, text: { en: "..." }'],
  ])('is a problem wherever it stands: %s', async (path, entry) => {
    const [problem, ...others] = await problemsOf(document(entry));
    expect(problem).toContain(` entities[0].${path}: ${MESSAGE}`);
    expect(others).toEqual([]);
  });

  it.each(['7', 'Ң', '王', 'é', '"42"', '¹', '- a -', '\u200bA'])(
    'is taken with one: %s',
    async (name) => {
      expect(
        await problemsOf(document(`type: Topic, names: { en: ${JSON.stringify(name)} }`)),
      ).toEqual([]);
    },
  );
});
