import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { built, environmentOf, folder, people, run } from '../support/processes.js';

const ofSlugs = (start: string): string =>
  people(...Array.from({ length: 3_000 }, (_, index) => `${start}-${index}`));

/** Writes a document of whose records more is told than a pipe holds. */
function writeMany(name: string, start: string): string {
  const path = join(folder, name);
  writeFileSync(path, ofSlugs(start));
  return path;
}

beforeEach(async () => {
  await run('cli.js', ['import', writeMany('many.yaml', 'person')]);
}, 60_000);

describe('a reader that stops early', () => {
  it.each([
    ['export', (): string[] => ['export'], 'kenes: 1\n'],
    ['export --format', (): string[] => ['export', '--format', 'dot'], 'digraph kenes {\n'],
    [
      'import --dry-run',
      (): string[] => ['import', '--dry-run', writeMany('more.yaml', 'other')],
      '+ entity other-0\n',
    ],
  ])(
    'is no failure of %s',
    (_, command, first) => {
      const script = '("$@"; echo "status $?" >&2) | head -n 1';
      const { stdout, stderr } = spawnSync(
        'sh',
        ['-c', script, 'sh', process.execPath, join(built, 'cli.js'), ...command()],
        { env: environmentOf({}), encoding: 'utf8' },
      );
      expect({ stdout, stderr }).toEqual({ stdout: first, stderr: 'status 0\n' });
    },
    60_000,
  );
});

const hasFull = existsSync('/dev/full');
if (!hasFull) console.warn('Outputs on a full disk are not tried: there is no /dev/full.');

(hasFull ? describe : describe.skip)('a full disk', () => {
  it.each([
    ['export', ['export']],
    ['export --format', ['export', '--format', 'json']],
    ['documents', ['documents']],
  ])(
    'below the output of %s is told in a sentence',
    (_, command) => {
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [join(built, 'cli.js'), ...command], {
        env: environmentOf({}),
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      closeSync(full);
      expect([status, stderr]).toEqual([
        1,
        'The output could not be written: the disk is full (ENOSPC).\n',
      ]);
    },
    60_000,
  );

  it.each([
    ['a document', 'many.yaml', (place: string): string[] => ['--folder', place]],
    [
      'the graph',
      'graph.gexf',
      (place: string): string[] => ['--format', 'gexf', '--output', join(place, 'graph.gexf')],
    ],
  ])(
    'below the file of %s is told in a sentence that names the file',
    async (_, name, options) => {
      const place = join(folder, 'full');
      mkdirSync(place);
      symlinkSync('/dev/full', join(place, name));
      const { status, out, error } = await run('cli.js', ['export', ...options(place)]);
      expect([status, out, error]).toEqual([
        1,
        '',
        `Could not write ${join(place, name)}: the disk is full (ENOSPC).\n`,
      ]);
      // Only a file that the command itself began is removed.
      expect(lstatSync(join(place, name)).isSymbolicLink()).toBe(true);
    },
    60_000,
  );
});
