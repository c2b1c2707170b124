import { describe, expect, it } from '@jest/globals';
import { checkDocuments } from '../../src/documents/import.js';
import { limits } from '../../src/limits.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { fileOf, print } from '../support/bad-documents.js';

const vocabulary = createVocabulary();

const repeated = (...relations: readonly string[]): string => `kenes: 1
evidence: [{ source: kenes-editorial }]
entities:
  - { slug: ann, type: Person }
  - { slug: council, type: Organization }
relations:
${relations.map((properties) => `  - { type: MEMBER_OF, from: ann, to: council${properties} }\n`).join('')}`;

const noRepeat =
  'relations[1].repeat: Write `instance` in the place of `repeat`, with a slug that says which one is meant, such as 2011-12-29 or eighth-convocation: another document cannot know which one is the second.';

describe('warnings', () => {
  async function check(content: string, strict = false) {
    const report = await checkDocuments(vocabulary, [fileOf(content)], { strict });
    return { problems: report.problems.map(print), warnings: report.warnings.map(print) };
  }

  it('are no problems', async () => {
    expect(await check(repeated('', ', repeat: 2'))).toEqual({
      problems: [],
      warnings: [`8:48 ${noRepeat}`],
    });
  });

  it('are problems in a strict check, in the order of lines', async () => {
    const content = repeated(', rank: 1', ', repeat: 2', ', rank: 1, repeat: 3');
    const { problems, warnings } = await check(content, true);
    expect(problems.map((problem) => problem.slice(0, 4))).toEqual([
      '7:48',
      '8:48',
      '9:48',
      '9:57',
    ]);
    expect(warnings).toEqual([]);
  });

  it('are listed beside problems, and do not count among them', async () => {
    const { problems, warnings } = await check(repeated(', rank: 1', ', repeat: 2'));
    expect(problems).toHaveLength(1);
    expect(warnings).toHaveLength(1);
  });

  it('are listed up to a limit, with the number of the others', async () => {
    const limit = limits.documentProblems.value;
    const many = Array.from({ length: limit + 3 }, (_, index) => `, repeat: ${index + 2}`);
    const { problems, warnings } = await check(repeated(...many));
    expect(problems).toEqual([]);
    expect(warnings).toHaveLength(limit + 1);
    expect(warnings.at(-1)).toContain('3 more warnings are not listed.');
  });
});
