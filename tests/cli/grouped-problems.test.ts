import { describe, expect, it } from '@jest/globals';
import { checkCommand } from '../../src/cli/check.js';
import { run, write } from '../support/cli.js';

const entities = (count: number, more = ''): string =>
  `kenes: 1\nentities:\n${Array.from({ length: count }, (_, index) => `  - { slug: a-${index}, type: Person, names: { uk: A } }\n`).join('')}${more}`;

const check = (paths: readonly string[]) =>
  run({}, (terminal) => checkCommand(terminal, paths)).then(({ error }) =>
    error
      .split('\n')
      .map((line) => line.replace(/^.*?\/(?=[ab]\.yaml:\d+:\d+: )/, '').slice(0, 45)),
  );

describe('problems with one message', () => {
  it('are printed one by one as long as there are few', async () => {
    const path = await write('a.yaml', entities(4));
    expect(await check([path])).toEqual([
      'a.yaml:3:41: entities[0].names.uk: Unknown la',
      'a.yaml:4:41: entities[1].names.uk: Unknown la',
      'a.yaml:5:41: entities[2].names.uk: Unknown la',
      'a.yaml:6:41: entities[3].names.uk: Unknown la',
    ]);
  });

  it('are printed three times and then counted, among the others', async () => {
    const path = await write('a.yaml', entities(300, '  - { slug: B, type: Person }\n'));
    expect(await check([path])).toEqual([
      'a.yaml:3:41: entities[0].names.uk: Unknown la',
      'a.yaml:4:41: entities[1].names.uk: Unknown la',
      'a.yaml:5:41: entities[2].names.uk: Unknown la',
      'a.yaml:5:41: The same 297 more times, up to l',
      'a.yaml:303:13: entities[300].slug: A slug has',
    ]);
  });

  it('are counted over all documents', async () => {
    const paths = [await write('a.yaml', entities(3)), await write('b.yaml', entities(1_000))];
    const lines = await check(paths);
    expect(lines).toHaveLength(5);
    // A document lists 500 of its problems.
    expect(lines.slice(3)).toEqual([
      'a.yaml:5:41: The same 500 more times, up to /',
      'b.yaml:502:43: 500 more problems are not list',
    ]);
  });
});
