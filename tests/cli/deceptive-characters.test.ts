import { describe, expect, it } from '@jest/globals';
import { checkCommand } from '../../src/cli/check.js';
import { verifyCommand } from '../../src/cli/verify.js';
import { run, write, type Outcome } from '../support/cli.js';

const ESCAPE = '\u001B]0;title\u0007';

describe('the output of kenes', () => {
  const check = (...paths: string[]): Promise<Outcome> =>
    run({}, (terminal) => checkCommand(terminal, paths));

  const checkText = async (text: string): Promise<string> => {
    const path = await write('document.yaml', text);
    return (await check(path)).error.replaceAll(path, 'document.yaml');
  };

  it('shows a key of a document that would control the terminal', async () => {
    const key = JSON.stringify(`k${ESCAPE}\u202E\n`);
    const error = await checkText(`kenes: 1\nentities:\n  - { slug: a, type: Place, ${key}: 1 }\n`);
    expect(error).toMatch(
      /^document\.yaml:3:\d+: entities\[0\]\.k\\u\{1B\}\]0;title\\u\{7\}\\u\{202E\}\\u\{A\}: Unknown key “k\\u\{1B\}\]0;title\\u\{7\}\\u\{202E\}\\u\{A\}”\./,
    );
  });

  it('shows a file name that would control the terminal', async () => {
    const shown = 'k\\u{1B}]0;title\\u{7}.yaml';
    const missing = await check(`k${ESCAPE}.yaml`);
    expect(missing.error).toBe(
      `Could not read ${shown}: there is no such file or folder (ENOENT).`,
    );
    const wrong = await check(await write(`k${ESCAPE}.yaml`, 'kenes: 2'));
    expect(wrong.error).toContain(`/${shown}:1:`);
  });

  it('shows an argument that would control the terminal', async () => {
    const { error } = await run({}, (terminal) =>
      verifyCommand(terminal, { source: [`k${ESCAPE}`] }),
    );
    expect(error).toContain('(got k\\u{1B}]0;title\\u{7})');
  });

  it('shows a setting that would control the terminal', async () => {
    const { error } = await run({ KENES_SEED: ESCAPE }, (terminal) =>
      verifyCommand(terminal, { source: [] }),
    );
    expect(error).toContain('(got “\\u{1B}]0;title\\u{7}”)');
  });
});

describe('a name in a document', () => {
  const problemsOf = async (entity: object): Promise<string> => {
    const path = await write('names.json', JSON.stringify({ kenes: 1, entities: [entity] }));
    const { error } = await run({}, (terminal) => checkCommand(terminal, [path]));
    return error.replaceAll(/^.*names\.json:\d+:\d+: /gm, '');
  };

  it.each(['\u202E', '\u202A', '\u2066', '\u2069'])(
    'may not change the direction of the text around it (%#)',
    async (mark) => {
      const names = { en: `A${mark}b` };
      const problem =
        'The name must not have marks that change the direction of writing, such as U+202E.';
      expect(await problemsOf({ slug: 'a', type: 'Place', names })).toBe(
        `entities[0].names.en: ${problem}`,
      );
      expect(await problemsOf({ slug: 'a', type: 'Place', aliases: { en: [names.en] } })).toBe(
        `entities[0].aliases.en[0]: ${problem}`,
      );
    },
  );

  it('may not have control characters', async () => {
    expect(await problemsOf({ slug: 'a', type: 'Place', names: { en: ESCAPE } })).toBe(
      'entities[0].names.en: The text must not have control characters.',
    );
  });

  it('may have joiners, and marks of the direction of their own place', async () => {
    const names = { en: 'می\u200Cخواهم', kk: 'קנס\u200F', ru: 'क्\u200Dष' };
    expect(await problemsOf({ slug: 'a', type: 'Place', names })).toBe('');
  });
});
