import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkCommand } from '../../src/cli/check.js';
import { run, folder, write, document } from '../support/cli.js';
import type { Outcome } from '../support/cli.js';

describe('kenes', () => {
  const check = (...paths: string[]): Promise<Outcome> =>
    // It needs no store: what the environment says of it does not matter.
    run({ KENES_DATA: '/dev/null/data', NEO4J_URI: 'nowhere' }, (terminal) =>
      checkCommand(terminal, paths),
    );

  it('check says that nothing is wrong', async () => {
    const path = await write('report.yaml', document);
    const one = { out: '1 document, no problems.\n', error: '', status: 0 };
    expect(await check(path)).toEqual(one);
    const other = await write('other.json', '{ "kenes": 1 }');
    expect(await check(path, other)).toEqual({ ...one, out: '2 documents, no problems.\n' });
  });

  it('check reports what is wrong, by file and line', async () => {
    const path = await write('report.yaml', document.replace('act: NOTED', 'act: SAID'));
    expect(await check(path)).toEqual({
      out: '',
      error: `${path}:20:41: entities[3].act: Unknown act “SAID”. Allowed: STRESSED, WELCOMED, URGED, NOTED, RECALLED, PRAISED, REPORTED, ASKED.`,
      status: 1,
    });
  });

  it('check says which file cannot be read', async () => {
    const missing = join(folder, 'missing.yaml');
    expect(await check(missing)).toEqual({
      out: '',
      error: `Could not read ${missing} (ENOENT).`,
      status: 1,
    });
  });
});
