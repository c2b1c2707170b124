import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { built, folder, people, run, type Output } from '../support/processes.js';

/** The user `nobody`, to whom the permissions of files apply, unlike to root. */
const NOBODY = 65_534;

/** Runs a command of `kenes` as a user who may only read the store. */
async function runAsReader(command: string): Promise<Output> {
  const script = join(folder, 'reader.mjs');
  writeFileSync(
    script,
    `import { exportCommand } from '${built}/cli/export.js';
     import { documentsCommand } from '${built}/cli/documents.js';
     import { importCommand } from '${built}/cli/import.js';
     import { failureOf } from '${built}/cli/failure.js';
     if (process.getuid() === 0) {
       process.setgid(${NOBODY});
       process.setuid(${NOBODY});
     }
     const terminal = {
       environment: process.env,
       input: process.stdin,
       isInteractive: false,
       out: (text) => void process.stdout.write(text),
       error: (text) => void process.stderr.write(text + '\\n'),
     };
     try {
       await ${command};
     } catch (error) {
       const { message, status } = failureOf(error);
       terminal.error(message);
       process.exitCode = status;
     }`,
  );
  return run(script, []);
}

const isPosix = process.platform !== 'win32';
if (!isPosix) console.warn('A store that may only be read is not tried: this is not POSIX.');

(isPosix ? describe : describe.skip)('a store that may only be read', () => {
  const data = (): string => join(folder, 'data');

  beforeEach(async () => {
    await run('cli.js', ['import', join(folder, 'seed')]);
    chmodSync(join(data(), 'kenes.db'), 0o444);
    chmodSync(data(), 0o555);
    chmodSync(folder, 0o755);
  }, 60_000);

  // Before the folder is removed.
  afterEach(() => {
    chmodSync(data(), 0o755);
  });

  it('can be exported, and its documents can be listed', async () => {
    const { out } = await run('cli.js', ['export']);
    expect(out).toMatch(/^kenes: 1\ndocument: one\n/);
    expect(await runAsReader('exportCommand(terminal, [], {})')).toEqual({
      status: 0,
      out,
      error: '',
    });
    expect(await runAsReader('documentsCommand(terminal, {})')).toEqual({
      status: 0,
      out: '        2 entries  one\n',
      error: '',
    });
    expect(readdirSync(data())).toEqual(['kenes.db']);
  }, 60_000);

  it('is told to be so when something is imported into it', async () => {
    const file = join(folder, 'two.yaml');
    writeFileSync(file, people('cleo'));
    chmodSync(file, 0o644);
    expect(await runAsReader(`importCommand(terminal, ['${file}'], {})`)).toEqual({
      status: 1,
      out: '',
      error:
        'Kenes may not write to the store’s file or its folder. Correct their permissions, or use another folder.\n',
    });
  }, 60_000);
});
