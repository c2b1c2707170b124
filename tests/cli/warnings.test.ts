import { beforeEach, expect, it } from '@jest/globals';
import { checkCommand, type CheckCommandOptions } from '../../src/cli/check.js';
import { importCommand, type ImportCommandOptions } from '../../src/cli/import.js';
import {
  emptyStore,
  exportAll,
  run,
  summary,
  write,
  type Environment,
  type Outcome,
} from '../support/cli.js';
import { describeOnEngines } from '../support/engines.js';

const known =
  'kenes: 1\nentities:\n  - { slug: ann-smith, type: Person, names: { en: Ann Smith } }\n';
const added = 'kenes: 1\nentities:\n  - { slug: asmith, type: Person, names: { ru: Анн Смит } }\n';
const message =
  '“Анн Смит” is also the name of the Person “ann-smith”. If they are one, write “ann-smith” in the place of “asmith”, or join them with the entry `{ slug: asmith, mergedInto: ann-smith }`. If they are not, say so in the entry of “asmith”: `differentFrom: [ann-smith]`.';

describeOnEngines('kenes', (engine) => {
  let environment: Environment;
  let path: string;

  beforeEach(async () => {
    environment = await emptyStore(engine);
    await importAll([await write('known.yaml', known)]);
    path = await write('added.yaml', added);
  }, 60_000);

  const importAll = (
    paths: readonly string[],
    options: ImportCommandOptions = {},
  ): Promise<Outcome> => run(environment, (terminal) => importCommand(terminal, paths, options));
  const check = (paths: readonly string[], options: CheckCommandOptions): Promise<Outcome> =>
    run(environment, (terminal) => checkCommand(terminal, paths, options));

  const printed = (kind: '' | 'warning: '): string =>
    `${path}:3:48: entities[0].names.ru: ${kind}${message}`;

  it('import writes in spite of warnings, and counts them', async () => {
    expect(await importAll([path])).toEqual({
      out: `${summary('Changed:', '0 0', '1 0', '0 0', '0 0')}  warnings         1\n`,
      error: printed('warning: '),
      status: 0,
    });
  }, 60_000);

  it('import --strict takes warnings as problems', async () => {
    const before = await exportAll(environment);
    expect(await importAll([path], { strict: true })).toEqual({
      out: '',
      error: `${printed('')}\n1 problem; nothing was written.`,
      status: 1,
    });
    expect(await exportAll(environment)).toEqual(before);
  }, 60_000);

  it('check --store says what an import would find, and writes nothing', async () => {
    const before = await exportAll(environment);
    expect(await check([path], { store: true })).toEqual({
      out: '1 document, no problems, 1 warning.\n',
      error: printed('warning: '),
      status: 0,
    });
    expect(await check([path], { store: true, strict: true })).toEqual({
      out: '',
      error: printed(''),
      status: 1,
    });
    expect(await exportAll(environment)).toEqual(before);
  }, 60_000);

  it('check resolves references against the store if it is asked to', async () => {
    const member = await write(
      'member.yaml',
      'kenes: 1\nevidence: [{ source: kenes-editorial }]\nentities:\n  - { slug: council, type: Organization }\nrelations:\n  - { type: MEMBER_OF, from: ann-smith, to: council }\n',
    );
    expect(await check([member], {})).toMatchObject({
      error: [
        `${member}:6:30: relations[0].from: Unknown entity “ann-smith”. Declare it under \`entities\`.`,
        '1 problem; what is unknown here may be in your store, or in other documents: `--store` asks the store, and documents that are named together know each other.',
      ].join('\n'),
      status: 1,
    });
    expect(await check([member], { store: true })).toEqual({
      out: '1 document, no problems.\n',
      error: '',
      status: 0,
    });
  }, 60_000);

  it('prints problems after warnings, with the number of both', async () => {
    const wrong = await write(
      'wrong.yaml',
      'kenes: 1\nevidence: [{ source: kenes-editorial }]\nentities:\n  - { slug: council, type: Organization }\nrelations:\n  - { type: MEMBER_OF, from: ann-smith, to: council, repeat: 2, rank: 1 }\n',
    );
    const { error, status } = await importAll([wrong]);
    expect(error.split('\n').map((line) => line.replace(`${wrong}:`, '').slice(0, 42))).toEqual([
      '6:54: relations[0].repeat: warning: Write ',
      '6:65: relations[0].rank: Unknown key “rank',
      '1 problem, 1 warning; nothing was written.',
    ]);
    expect(status).toBe(1);
  }, 60_000);
});
