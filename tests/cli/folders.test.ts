import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { checkCommand } from '../../src/cli/check.js';
import {
  document,
  emptyStore,
  exportAll,
  importFiles,
  newPath,
  run,
  summary,
  write,
} from '../support/cli.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('a folder in the place of a document', (engine) => {
  it('stands for the documents in it, such as those of an export', async () => {
    const path = await write('report.yaml', document);
    const environment = await emptyStore(engine);
    expect(await importFiles(environment, [dirname(path)])).toEqual({
      out: summary('Changed:', '2 0', '4 0', '1 0', '4 0'),
      error: '',
      status: 0,
    });
    const folder = newPath('exported');
    await exportAll(environment, { folder });
    expect(await readdir(folder)).toEqual(['report.yaml']);
    expect(await importFiles(environment, [folder])).toEqual({
      out: summary('Changed:', '0 0', '0 0', '0 0', '0 0'),
      error: '',
      status: 0,
    });
  }, 60_000);

  it('stands for no other files, and not for those of folders within it', async () => {
    const path = await write('a.yaml', 'kenes: 1\n');
    const folder = dirname(path);
    await mkdir(join(folder, 'b.yaml'));
    await Promise.all(
      ['c.YML', 'd.json', 'notes.txt'].map((name) => write(name, '{ "kenes": 1 }', folder)),
    );
    const { out } = await run({}, (terminal) => checkCommand(terminal, [folder]));
    expect(out).toMatch(/^3 documents, no problems\./);
  });

  it('is refused if it has no document', async () => {
    const path = await write('notes.txt', 'kenes: 1\n');
    const folder = dirname(path);
    expect(await run({}, (terminal) => checkCommand(terminal, [folder]))).toEqual({
      out: '',
      error: `The folder ${folder} has no document: no file that ends in .yaml, .yml or .json. Folders within it are not looked into; name them, too.`,
      status: 1,
    });
  });
});
