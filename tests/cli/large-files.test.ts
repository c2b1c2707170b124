import { describe, expect, it } from '@jest/globals';
import { checkCommand } from '../../src/cli/check.js';
import { limits } from '../../src/limits.js';
import { run, write } from '../support/cli.js';

const document = (slug: string, type = 'Person'): string =>
  `kenes: 1\ndocument: ${slug}\nentities:\n  - { slug: ${slug}, type: ${type} }\n`;
const comment = `# ${'x'.repeat(limits.documentBytes.value / 2)}\n`;

const check = (path: string) => run({}, (terminal) => checkCommand(terminal, [path]));

describe('a file that is larger than a document may be', () => {
  it('is read if each of its documents is not', async () => {
    const yaml = await write(
      'all.yaml',
      `${comment}---\n${document('a')}${comment}--- # the second\n${document('b')}${comment}---\n${document('c')}`,
    );
    expect((await check(yaml)).out).toMatch(/^3 documents, no problems\./);
    const line = (slug: string): string =>
      JSON.stringify({
        kenes: 1,
        document: slug,
        entities: [{ slug, type: 'Person', description: { en: slug.repeat(12_000_000) } }],
      });
    const lines = await write('all.json', ['a', 'b', 'c'].map(line).join('\n'));
    const { error } = await check(lines);
    expect(error.match(/all\.json:\d/g)).toEqual(['all.json:1', 'all.json:2', 'all.json:3']);
  }, 240_000);

  it('has its problems at their lines', async () => {
    const text = `${document('a')}${comment}---\n${document('b')}${comment}---\n${document('c', 'X')}`;
    const { error } = await check(await write('all.yaml', text));
    expect(error).toMatch(/all\.yaml:16:22: entities\[0\]\.type: /);
  }, 240_000);

  it('is refused if it is one document', async () => {
    const { error } = await check(await write('one.yaml', document('a') + comment + comment));
    expect(error).toMatch(/one\.yaml:1:1: The document must have at most 32 MiB/);
  }, 240_000);
});
