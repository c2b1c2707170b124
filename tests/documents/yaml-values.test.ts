import { describe, expect, it } from '@jest/globals';
import { parseYaml } from '../../src/documents/yaml.js';
import { problemsOf } from '../support/bad-documents.js';

describe('a value in YAML', () => {
  it.each<[string, unknown]>([
    ['2025-12-10', '2025-12-10'],
    ['2025-12', '2025-12'],
    ['2025', 2025],
    ['2025-12-10T10:00:00Z', '2025-12-10T10:00:00Z'],
    ['12:30:45', '12:30:45'],
    ['1_000', '1_000'],
    ['007', 7],
    ['0o17', 15],
    ['0x1F', 31],
    ['0b1', '0b1'],
    ['+1', 1],
    ['.5', 0.5],
    ['1e3', 1000],
    ['yes', 'yes'],
    ['no', 'no'],
    ['on', 'on'],
    ['True', true],
    ['false', false],
    ['~', null],
    ['Null', null],
    ['', null],
    ['"2025"', '2025'],
    ['!!str 2025', '2025'],
    ['{ <<: { a: 1 } }', { '<<': { a: 1 } }],
  ])('has the meaning of the core schema of YAML 1.2: %s', (text, value) => {
    expect(parseYaml(`key: ${text}`)).toMatchObject({ value: { key: value }, mistakes: [] });
  });

  it.each([
    ['!!js/function "return 1"', '2:8 Unknown scalar tag !<tag:yaml.org,2002:js/function>.'],
    ['!!binary aGk=', '2:8 Unknown scalar tag !<tag:yaml.org,2002:binary>.'],
    ['!!set { a }', '2:8 Unknown mapping tag !<tag:yaml.org,2002:set>.'],
    ['"\u0001"', '2:9 Expected valid JSON character.'],
    ['[a,\tb]', '2:12 A tab cannot stand here. Use spaces.'],
    [
      '&a [*a]',
      '2:12 The aliases of the document unfold to too many values. Write the values out.',
    ],
  ])('is refused where it has no meaning there: %s', async (text, problem) => {
    expect(await problemsOf(`kenes: 1\ntitle: ${text}\n`)).toEqual([problem]);
  });
});

describe('an alias in YAML', () => {
  const addresses = (count: number): string =>
    `kenes: 1\nentities:\n  - slug: a\n    type: Person\n    sameAs:\n      - &e https://example.org/\n${'      - *e\n'.repeat(count)}`;

  it('can be used many times', async () => {
    const start = performance.now();
    expect(await problemsOf(addresses(50_000))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(20_000);
  }, 60_000);

  it('is refused from where all of them stand for too much text', async () => {
    const [problem] = await problemsOf(addresses(200_000));
    expect(problem).toMatch(/^\d+:9 The aliases of the document unfold to too many values\./);
  }, 60_000);

  it('as a key is found when it appears twice', async () => {
    const text = 'kenes: 1\nentities:\n  - { &k slug: a, *k : b, type: Person }\n';
    expect(await problemsOf(text)).toEqual(['3:19 The key “slug” appears twice. Write it once.']);
  });
});
