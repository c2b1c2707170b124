import { beforeEach, expect, it } from '@jest/globals';
import { documentsCommand } from '../../src/cli/documents.js';
import { importCommand, type ImportCommandOptions } from '../../src/cli/import.js';
import { removeCommand } from '../../src/cli/remove.js';
import {
  emptyStore,
  exportAll,
  importFiles,
  run,
  write,
  type Environment,
} from '../support/cli.js';
import { describeOnEngines } from '../support/engines.js';

const report = `kenes: 1
sources: [{ slug: paper, publisher: press }]
entities:
  - { slug: press, type: Organization }
  - { slug: ann, type: Person, names: { en: Anm }, evidence: [{ source: paper }] }
`;
const other = `kenes: 1
entities: [{ slug: bob, type: Person, evidence: [{ source: paper }] }]
relations: [{ type: MEMBER_OF, from: ann, to: press, title: { en: Head }, evidence: [{ source: paper }] }]
`;

describeOnEngines('the documents of a store', (engine) => {
  let environment: Environment;

  beforeEach(async () => {
    environment = await emptyStore(engine);
    const files = [await write('report.yaml', report), await write('other.yaml', other)];
    expect(await importFiles(environment, files)).toMatchObject({ error: '', status: 0 });
  }, 60_000);

  const documents = (json = false) =>
    run(environment, (terminal) => documentsCommand(terminal, { json }));
  const remove = (slugs: readonly string[], options: ImportCommandOptions = {}) =>
    run(environment, (terminal) => removeCommand(terminal, slugs, options));

  it('are listed with the number of their entries', async () => {
    expect(await documents()).toEqual({
      out: '        2 entries  other\n        3 entries  report\n',
      error: '',
      status: 0,
    });
    expect((await documents(true)).out).toBe(
      '{"document":"other","entries":2}\n{"document":"report","entries":3}\n',
    );
  }, 60_000);

  it('can be removed, and what is gone is counted', async () => {
    expect(await remove(['other'])).toEqual({
      out: `Changed:
  sources          0 added       0 changed
  entities         0 added       2 changed       1 removed
  relations        0 added       0 changed       1 removed
  evidence         0 added       0 changed       3 removed
`,
      error: '',
      status: 0,
    });
    expect((await documents()).out).toBe('        3 entries  report\n');
    expect(await remove(['report'])).toMatchObject({ error: '', status: 0 });
    expect((await documents()).out).toBe('');
    expect((await exportAll(environment, { merged: true })).out).toBe(
      'kenes: 1\ndocument: merged\n',
    );
  }, 60_000);

  it('stay when others need what they say, or when one is not there', async () => {
    expect(await remove(['report'])).toEqual({
      out: '',
      error: [
        'other:2:12: bob: It needs the source “paper”, which no document would state any more.',
        'other:3:13: ann~MEMBER_OF~press: It needs the entity “ann”, which no document would state any more.',
        'other:3:13: ann~MEMBER_OF~press: It needs the entity “press”, which no document would state any more.',
        'other:3:13: ann~MEMBER_OF~press: It needs the source “paper”, which no document would state any more.',
        '4 problems; nothing was written: first change or remove “other”.',
      ].join('\n'),
      status: 1,
    });
    expect(await remove(['other', 'repotr'])).toEqual({
      out: '',
      error:
        'Unknown document “repotr”. Did you mean “report”? `kenes documents` lists all documents. Nothing was done.',
      status: 1,
    });
    expect((await documents()).out).toBe('        2 entries  other\n        3 entries  report\n');
  }, 60_000);

  it('have what would change listed, record by record, and nothing is written', async () => {
    const corrected = await write('report.yaml', report.replace('Anm', 'Ann'));
    const importing = (json: boolean) =>
      run(environment, (terminal) => importCommand(terminal, [corrected], { dryRun: true, json }));
    expect((await importing(false)).out).toBe(
      `~ entity ann: names.en “Anm” → “Ann”
Would change (nothing was written):
  sources          0 added       0 changed
  entities         0 added       1 changed
  relations        0 added       0 changed
  evidence         0 added       0 changed
`,
    );
    expect((await importing(true)).out).toBe(
      `${JSON.stringify({
        change: 'changed',
        kind: 'entity',
        key: 'ann',
        values: { 'names.en': { from: 'Anm', to: 'Ann' } },
        evidence: { added: 0, removed: 0 },
      })}\n`,
    );
    const removed = await remove(['other'], { dryRun: true });
    expect(removed.out.split('Would')[0]).toBe(
      `- relation ann~MEMBER_OF~press: evidence −2
- entity bob: evidence −1
~ entity ann: degree “1” → “0”
~ entity press: degree “1” → “0”
`,
    );
    const inJson = await remove(['other'], { dryRun: true, json: true });
    expect(
      inJson.out
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toMatchObject([
      { change: 'removed', kind: 'relation', key: 'ann~MEMBER_OF~press' },
      { change: 'removed', kind: 'entity', key: 'bob' },
      { change: 'changed', key: 'ann', values: { degree: { from: '1', to: '0' } } },
      { change: 'changed', key: 'press', values: { degree: { from: '1', to: '0' } } },
    ]);
    expect((await documents()).out).toBe('        2 entries  other\n        3 entries  report\n');
  }, 60_000);
});
