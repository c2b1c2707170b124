import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { locate } from '../../src/documents/locate.js';
import type { Path } from '../../src/documents/problem.js';
import { parseYaml } from '../../src/documents/yaml.js';
import { partsOfYaml } from '../../src/documents/yaml-parts.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { Random, randomSeed, randomWorld } from '../support/worlds.js';

/** As many parts as there can be. */
const smallParts = (text: string) => partsOfYaml(text, 1);

/** Returns the paths to all parts of a value, and to a part that it does not have. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  const within = Array.isArray(value)
    ? value.flatMap((item, index) => pathsIn(item, [...path, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, own]) => pathsIn(own, [...path, key]))
      : [];
  return [path, [...path, 'missing'], ...within];
}

const block = `# A comment before all
kenes: 1
document: some # another one

entities:

  # Ann
  - slug: ann
    type: Person
    description:
      en: |
        - a text with a dash
          entities:
    names: { en: "Ann - the
      first" }
  -
    slug: bek

  # after Bek
  - slug: club
    names:
      en: >-
        Club
        - of two
sources: []
relations: # without an indentation
- type: MEMBER_OF
  from: ann
  to: club
  evidence:
  - source: paper
  -
- type: MEMBER_OF
  note: |+
    kept

- from: bek
evidence:
- source: paper
`;

describe('a large document of YAML', () => {
  it.each([
    ['in block style', block, 9],
    ['with the line ends of Windows', block.replaceAll('\n', '\r\n'), 9],
    ['without a line end behind it', block.trimEnd(), 9],
    ['with an alias', 'entities:\n- &a { slug: ann }\n- *a\n- slug: bek\n', 3],
    ['with an alias of nothing', 'entities:\n- slug: ann\n- *a\n', 2],
    ['with a key twice', 'entities:\n- slug: ann\n- slug: bek\n  slug: club\n', 2],
    ['with a text that does not end', 'entities:\n- slug: ann\n- slug: "bek\n- slug: club\n', 3],
    ['with entries that are indented less', 'entities:\n  - slug: ann\n - slug: bek\n', 1],
    ['of a list and more', 'entities:\n- slug: ann\n  type: Person\nkenes: 1\n', 2],
    [
      `at random (KENES_TEST_SEED=${randomSeed})`,
      stringify(randomWorld(new Random(randomSeed), createVocabulary())),
      null,
    ],
  ])('is read in parts as it is as a whole: %s', (_, text, count) => {
    const parts = smallParts(text);
    if (count === null) expect(parts?.length).toBeGreaterThan(20);
    else expect(parts).toHaveLength(count);
    const whole = parseYaml(text, null);
    const { value, mistakes, entries } = parseYaml(text, parts);
    expect({ value, mistakes, entries }).toEqual({
      value: whole.value,
      mistakes: whole.mistakes,
      entries: whole.entries,
    });
    const findings = pathsIn(value)
      .flatMap((path) => [{ path }, { path, isKey: true }])
      .map((place) => ({ ...place, message: 'It is wrong.' }));
    expect(locate(text, findings, parts)).toEqual(locate(text, findings, null));
  });

  it.each([
    ['with braces', '{ kenes: 1,\n entities: [] }\n'],
    ['with a list twice', 'entities:\n- slug: ann\nentities:\n- slug: bek\n'],
    ['with a key in quotation marks', 'kenes: 1\n"entities":\n- slug: ann\n'],
    ['with a key over several lines', 'kenes: 1\n? entities\n: - slug: ann\n'],
    ['with a directive', '%YAML 1.2\n---\nkenes: 1\n'],
    ['of two documents', 'kenes: 1\n---\nkenes: 1\n'],
    ['with the line ends of old Macs', 'kenes: 1\rentities:\r- slug: ann\r'],
  ])('is not divided if its entries are not to be seen by lines: %s', (_, text) => {
    expect(smallParts(text)).toBeNull();
  });

  it('is divided only where a part has become large', () => {
    const entries = Array.from({ length: 100 }, (_, index) => `- slug: person-${index}\n`);
    const text = `kenes: 1\nentities:\n${entries.join('')}`;
    expect(partsOfYaml(text, 500)?.map((part) => part.text.length)).toEqual([
      9, 504, 514, 514, 298,
    ]);
    expect(partsOfYaml(text)).toBeNull();
  });
});
