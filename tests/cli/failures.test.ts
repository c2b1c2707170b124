import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Terminal } from '../../src/cli/command.js';
import { failureOf } from '../../src/cli/failure.js';
import { exportCommand } from '../../src/cli/export.js';
import { importCommand } from '../../src/cli/import.js';
import { verifyCommand } from '../../src/cli/verify.js';
import { newPath, run, write } from '../support/cli.js';

describe('a command of kenes with settings that are wrong', () => {
  it.each<[string, (terminal: Terminal) => Promise<void>]>([
    ['import', (terminal) => importCommand(terminal, ['missing.yaml'], {})],
    ['export', (terminal) => exportCommand(terminal, [], {})],
    ['verify', (terminal) => verifyCommand(terminal, { source: [] })],
  ])('ends %s with status 2, and all that is wrong', async (_, command) => {
    const environment = { PORT: 'http', NEO4J_URI: 'http://localhost', LOG_LEVEL: 'loud' };
    const { out, error, status } = await run(environment, command);
    expect({ out, status }).toEqual({ out: '', status: 2 });
    expect(error.split('\n').map((line) => /^ {2}([A-Z0-9_]+) must be /.exec(line)?.[1])).toEqual([
      undefined,
      'PORT',
      'NEO4J_URI',
      'LOG_LEVEL',
      'NEO4J_PASSWORD',
    ]);
  });

  it.each<[string, (terminal: Terminal) => Promise<void>]>([
    ['export', (terminal) => exportCommand(terminal, [], {})],
    ['verify', (terminal) => verifyCommand(terminal, { source: [] })],
  ])('says in which folder there is no store, and makes none: %s', async (_, command) => {
    const place = newPath('nowhere');
    const { error, status } = await run({ KENES_DATA: place }, command);
    expect({ error, status }).toEqual({
      error: `There is no store in the folder ${place}. KENES_DATA names the folder.`,
      status: 1,
    });
    expect(existsSync(place)).toBe(false);
  });

  it('ends with status 1 where the store cannot be opened', async () => {
    const file = await write('data', 'no folder');
    const { error, status } = await run({ KENES_DATA: file }, (terminal) =>
      importCommand(terminal, ['missing.yaml'], {}),
    );
    expect({ error, status }).toEqual({
      error: `The folder ${file} could not be created. Use another folder. KENES_DATA names the folder.`,
      status: 1,
    });
  });
});

it('a failure that nobody expected is printed whole', () => {
  const { message, status } = failureOf(new TypeError('Something is undefined.'));
  expect(status).toBe(1);
  expect(message).toMatch(/^TypeError: Something is undefined\.\n +at /);
  expect(failureOf('nothing')).toEqual({ message: 'nothing', status: 1 });
});
