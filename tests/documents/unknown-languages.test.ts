import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../support/bad-documents.js';

const languages =
  'There are en (English), ru (Russian), kk (Kazakh). CONTRIBUTING.md says how another one is added.';

describe('a language that Kenes does not have', () => {
  it.each([
    ['uk', ''],
    ['ky', ''],
    ['kz', ''],
    ['eng', ''],
    ['EN', ' Write “en”.'],
    ['ru-KZ', ' Write “ru”.'],
  ])('is refused without a guess between languages: %s', async (tag, correction) => {
    expect(
      await problemsOf(
        `kenes: 1\nentities:\n  - slug: ann\n    type: Person\n    names: { ${tag}: Ann }\n    aliases: { ${tag}: [Ann] }\n`,
      ),
    ).toEqual([
      `5:14 entities[0].names.${tag}: Unknown language “${tag}”.${correction} ${languages}`,
      `6:16 entities[0].aliases.${tag}: Unknown language “${tag}”.${correction} ${languages}`,
    ]);
  });

  it('is refused where evidence names a text', async () => {
    expect(
      await problemsOf(
        'kenes: 1\nentities:\n  - { slug: ann, type: Person, names: { en: A }, evidence: [{ source: kenes-editorial, property: names.uk }] }\n',
      ),
    ).toEqual([`3:98 entities[0].evidence[0].property: Unknown language “uk”. ${languages}`]);
  });
});
