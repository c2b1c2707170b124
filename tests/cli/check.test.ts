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
    const rest = 'They were not compared with your store: `--store` does that.';
    const one = { out: `1 document, no problems. ${rest}\n`, error: '', status: 0 };
    expect(await check(path)).toEqual(one);
    const other = await write('other.json', '{ "kenes": 1 }');
    expect(await check(path, other)).toEqual({
      ...one,
      out: `2 documents, no problems. ${rest}\n`,
    });
  });

  it('check reports what is wrong, by file and line', async () => {
    const path = await write('report.yaml', document.replace('act: NOTED', 'act: SAID'));
    expect(await check(path)).toEqual({
      out: '',
      error: `${path}:20:41: entities[3].act: Unknown act “SAID”. Allowed: STRESSED, WELCOMED, URGED, NOTED, RECALLED, PRAISED, REPORTED, ASKED.`,
      status: 1,
    });
  });

  it('check says that the store may know what is unknown to it', async () => {
    const path = await write(
      'member.yaml',
      'kenes: 1\nrelations:\n  - { type: ABOUT, from: ann, to: npm, evidence: [{ source: paper }] }\n',
    );
    expect(await check(path)).toEqual({
      out: '',
      error: [
        `${path}:3:26: relations[0].from: Unknown entity “ann”. Declare it under \`entities\`.`,
        `${path}:3:35: relations[0].to: Unknown entity “npm”. Declare it under \`entities\`.`,
        `${path}:3:61: relations[0].evidence[0].source: Unknown source “paper”. Declare it under \`sources\`.`,
        '3 problems; what is unknown here may be in your store, or in other documents: `--store` asks the store, and documents that are named together know each other.',
      ].join('\n'),
      status: 1,
    });
  });

  it('check --json lists all that it found as lines of JSON', async () => {
    const path = await write(
      'report.yaml',
      `kenes: 1\nentities:\n${'  - { slug: a, type: Persons }\n'.repeat(9)}`,
    );
    const { out, error, status } = await run({}, (terminal) =>
      checkCommand(terminal, [path], { json: true }),
    );
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toHaveLength(9 + 8);
    expect(lines[0]).toEqual({
      severity: 'problem',
      file: path,
      line: 3,
      column: 22,
      path: 'entities[0].type',
      message:
        'Unknown type “Persons”. Did you mean “Person”? Allowed: Person, Organization, Event, Topic, Instrument, Report, Statement, Place.',
    });
    expect([error, status]).toEqual(['17 problems.', 1]);
  });

  it('check says which file cannot be read', async () => {
    const missing = join(folder, 'missing.yaml');
    expect(await check(missing)).toEqual({
      out: '',
      error: `Could not read ${missing}: there is no such file or folder (ENOENT).`,
      status: 1,
    });
  });
});
