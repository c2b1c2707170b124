import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { writeWhole } from '../../src/cli/written-file.js';
import { badInput } from '../../src/errors.js';
import { newPath } from '../support/cli.js';

/** Yields a part of a file, and fails then. */
async function* broken(error: Error): AsyncGenerator<string> {
  await Promise.resolve();
  yield 'kenes: 1\n';
  throw error;
}

/** What `write` of a disk without room fails with. */
const noSpace = Object.assign(new Error('ENOSPC: no space left on device, write'), {
  code: 'ENOSPC',
  errno: -28,
});

describe('a file', () => {
  it('is written whole', async () => {
    const path = newPath('whole');
    await writeWhole(path, 'kenes: 1\n');
    expect(readFileSync(path, 'utf8')).toBe('kenes: 1\n');
  });

  it('is removed if its disk is full, which is told', async () => {
    const path = newPath('part');
    const message = `Could not write ${path}: the disk is full (ENOSPC).`;
    await expect(writeWhole(path, broken(noSpace))).rejects.toMatchObject({ message, status: 1 });
    expect(existsSync(path)).toBe(false);
  });

  it.each([badInput('It is too large.'), new TypeError('It is undefined.')])(
    'is removed if its content cannot be made, and that error is thrown: %s',
    async (error) => {
      const path = newPath('refused');
      await expect(writeWhole(path, broken(error))).rejects.toBe(error);
      expect(existsSync(path)).toBe(false);
    },
  );
});
