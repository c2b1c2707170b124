import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { checkCommand } from '../../src/cli/check.js';
import type { Terminal } from '../../src/cli/command.js';
import { failureOf } from '../../src/cli/failure.js';
import { exportCommand, type ExportOptions } from '../../src/cli/export.js';
import { importCommand } from '../../src/cli/import.js';
import { verifyCommand, type VerifyOptions } from '../../src/cli/verify.js';
import { sha256 } from '../../src/values/position.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { describeOnEngines, testNeo4j, type TestEngine } from '../support/engines.js';
import { Random, randomSeed, randomWorld } from '../support/worlds.js';

interface Outcome {
  readonly out: string;
  readonly error: string;
  readonly status: number;
}

type Environment = Terminal['environment'];

/** Runs a command as the command line does. */
async function run(
  environment: Environment,
  command: (terminal: Terminal) => Promise<void>,
): Promise<Outcome> {
  let out = '';
  const errors: string[] = [];
  const terminal: Terminal = {
    environment,
    isInteractive: false,
    out: (text) => {
      out += text;
    },
    error: (text) => errors.push(text),
  };
  let status = 0;
  try {
    await command(terminal);
  } catch (error) {
    const failure = failureOf(error);
    errors.push(failure.message);
    status = failure.status;
  }
  return { out, error: errors.join('\n'), status };
}

let folder: string;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenes-cli-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Writes a file and gives its path. */
async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, `${++files}`, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** The environment by which commands find an empty store of an engine. */
async function emptyStore(engine: TestEngine): Promise<Environment> {
  if (engine.name === 'SQLite') return { KENES_DATA: join(folder, `data-${++files}`) };
  // To open it is to empty it.
  await (await engine.open()).close();
  return {
    NEO4J_URI: testNeo4j?.uri,
    NEO4J_USERNAME: testNeo4j?.username,
    NEO4J_PASSWORD: testNeo4j?.password,
  };
}

/** A report, with letters that take one, two, three and four bytes. */
const report: string =
  'Алма-Ата, 3 May. “Water is life,” 𝒜nn said 🏔️ to the council.\nNobody disagreed.\n';

/** The place of a passage of the report, in code points. */
function passage(text: string): string {
  const start = [...report.slice(0, report.indexOf(text))].length;
  const end = start + [...text].length;
  return `{ start: ${start}, end: ${end}, sha256: ${sha256(text)} }`;
}

const document = `kenes: 1
sources:
  - slug: report-2025-05-03
    publisher: press
    text: { length: ${[...report].length}, sha256: ${sha256(report)} }
  - { slug: other, publisher: press }
entities:
  - { slug: press, type: Organization, names: { en: Press } }
  - slug: ann
    type: Person
    names: { en: 𝒜nn }
    evidence:
      - { source: report-2025-05-03, position: ${passage('𝒜nn')} }
  - slug: council
    type: Organization
    names: { en: Council }
    evidence:
      - { source: report-2025-05-03, position: ${passage('🏔️ to the council')} }
      - { source: other }
  - { slug: said, type: Statement, act: NOTED, text: { en: Water is life. } }
relations:
  - type: MADE
    from: ann
    to: said
    evidence:
      - { source: report-2025-05-03, position: ${passage('“Water is life,” 𝒜nn said')} }
`;

const summary = (
  first: string,
  sources: string,
  entities: string,
  relations: string,
  evidence: string,
): string =>
  [
    first,
    ...Object.entries({ sources, entities, relations, evidence }).map(([name, counts]) => {
      const [added = '', changed = ''] = counts.split(' ');
      return `  ${name.padEnd(10)} ${added.padStart(7)} added ${changed.padStart(7)} changed`;
    }),
    '',
  ].join('\n');

describeOnEngines('kenes', (engine) => {
  let environment: Environment;

  beforeEach(async () => {
    environment = await emptyStore(engine);
  }, 60_000);

  const importFiles = (paths: readonly string[], dryRun = false): Promise<Outcome> =>
    run(environment, (terminal) => importCommand(terminal, paths, { dryRun }));
  const exportAll = (options: ExportOptions = {}): Promise<Outcome> =>
    run(environment, (terminal) => exportCommand(terminal, options));
  const verify = (options: VerifyOptions): Promise<Outcome> =>
    run(environment, (terminal) => verifyCommand(terminal, options));

  it('import says what a document adds, and that it changes nothing the second time', async () => {
    const path = await write('report.yaml', document);
    expect(await importFiles([path])).toEqual({
      out: summary('Changed:', '2 0', '4 0', '1 0', '4 0'),
      error: '',
      status: 0,
    });
    expect(await importFiles([path])).toEqual({
      out: summary('Changed:', '0 0', '0 0', '0 0', '0 0'),
      error: '',
      status: 0,
    });
  }, 60_000);

  it('import --dry-run says what would change, and writes nothing', async () => {
    const path = await write('report.yaml', document);
    expect(await importFiles([path], true)).toEqual({
      out: summary('Would change (nothing was written):', '2 0', '4 0', '1 0', '4 0'),
      error: '',
      status: 0,
    });
    expect((await exportAll()).out).toBe('kenes: 1\nsources: []\nentities: []\nrelations: []\n');
  }, 60_000);

  it('import tells all that is wrong with its documents, and writes nothing', async () => {
    const good = await write('good.yaml', document);
    const bad = await write(
      'bad.yaml',
      'kenes: 1\nentities:\n  - { slug: a, type: Persn }\n  - { slug: B }\n',
    );
    const json = await write('bad.json', '{ "kenes": 1,\n  "entites": [] }');
    expect(await importFiles([good, bad, json])).toEqual({
      out: '',
      error: [
        `${bad}:3:22: entities[0].type: Unknown type “Persn”. Did you mean “Person”? Allowed: Person, Organization, Event, Topic, Instrument, Report, Statement, Place.`,
        `${bad}:4:5: entities[1].type: The type is missing. Allowed: Person, Organization, Event, Topic, Instrument, Report, Statement, Place.`,
        `${json}:2:3: entites: Unknown key “entites”. Did you mean “entities”? Allowed: kenes, sources, entities, relations.`,
        '3 problems; nothing was written.',
      ].join('\n'),
      status: 1,
    });
    expect((await exportAll()).out).toBe('kenes: 1\nsources: []\nentities: []\nrelations: []\n');
  }, 60_000);

  it('import says which file cannot be read, and writes nothing', async () => {
    const good = await write('good.yaml', document);
    const missing = join(folder, 'missing.yaml');
    expect(await importFiles([good, missing])).toEqual({
      out: '',
      error: `Could not read ${missing} (ENOENT).`,
      status: 1,
    });
    expect((await importFiles([folder])).error).toBe(`${folder} cannot be read (EISDIR).`);
    expect((await exportAll()).out).toBe('kenes: 1\nsources: []\nentities: []\nrelations: []\n');
  }, 60_000);

  it('export writes what import reads: as YAML, as JSON, or into a folder', async () => {
    await importFiles([await write('report.yaml', document)]);
    const yaml = await exportAll();
    expect(yaml).toEqual({ out: exported, error: '', status: 0 });
    const json = await exportAll({ json: true });
    const place = join(folder, `export-${++files}`, 'new');
    const written = await exportAll({ folder: place });
    expect(written).toEqual({ out: '', error: `Wrote 2 documents to ${place}.`, status: 0 });
    expect(await readdir(place)).toEqual(['0001.yaml', '0002.yaml']);
    const inJson = await exportAll({ folder: place, json: true });
    expect(inJson.status).toBe(0);
    const paths = [
      [await write('all.yaml', yaml.out)],
      [await write('all.json', json.out)],
      ['0001.yaml', '0002.yaml'].map((name) => join(place, name)),
      ['0002.json', '0001.json'].map((name) => join(place, name)),
    ];
    for (const each of paths)
      expect((await importFiles(each)).out).toBe(summary('Changed:', '0 0', '0 0', '0 0', '0 0'));
    environment = await emptyStore(engine);
    await importFiles(paths[3]!);
    expect((await exportAll()).out).toBe(exported);
  }, 120_000);

  it(`export keeps whatever is in the graph (KENES_TEST_SEED=${randomSeed})`, async () => {
    const world = randomWorld(new Random(randomSeed), createVocabulary());
    expect((await importFiles([await write('world.json', JSON.stringify(world))])).error).toBe('');
    const { out } = await exportAll();
    expect(await importFiles([await write('world.yaml', out)])).toEqual({
      out: summary('Changed:', '0 0', '0 0', '0 0', '0 0'),
      error: '',
      status: 0,
    });
  }, 60_000);

  it('export says which file cannot be written', async () => {
    await importFiles([await write('report.yaml', document)]);
    const inTheWay = await write('file', '');
    expect(await exportAll({ folder: inTheWay })).toEqual({
      out: '',
      error: `Could not write ${join(inTheWay, '0001.yaml')} (EEXIST).`,
      status: 1,
    });
  }, 60_000);

  describe('verify', () => {
    beforeEach(async () => {
      await importFiles([await write('report.yaml', document)]);
    }, 60_000);

    const failed =
      'Some passages could not be verified. Pass a copy of each source as --source slug=FILE.';
    const places = {
      ann: passage('𝒜nn'),
      council: passage('🏔️ to the council'),
      relation: passage('“Water is life,” 𝒜nn said'),
    };
    const lineOf = (verdict: string, place: string, target: string): string => {
      const [, start = '', end = ''] = /start: (\d+), end: (\d+)/.exec(place) ?? [];
      return `${verdict.padEnd(11)} report-2025-05-03 [${start}, ${end}) ${target}\n`;
    };
    /** A line for each passage. */
    const lines = (verdict: string): string =>
      lineOf(verdict, places.ann, 'ann') +
      lineOf(verdict, places.relation, 'ann~MADE~said') +
      lineOf(verdict, places.council, 'council');

    it('finds every passage in a copy of its source', async () => {
      const copy = await write('copy.txt', report);
      const verified = 'VERIFIED 3, CHANGED 0, UNREADABLE 0, NO_POSITION 1\n';
      expect(await verify({ source: [`report-2025-05-03=${copy}`] })).toEqual({
        out: verified,
        error: '',
        status: 0,
      });
      expect(await verify({ source: [`report-2025-05-03=${copy}`], all: true })).toEqual({
        out: lines('VERIFIED') + verified,
        error: '',
        status: 0,
      });
    }, 60_000);

    it.each([
      [
        'with another letter in one passage',
        report.replace('council', 'counsel'),
        lineOf('CHANGED', places.council, 'council'),
        'VERIFIED 2, CHANGED 1, UNREADABLE 0, NO_POSITION 1\n',
      ],
      [
        'with a letter more before them',
        ` ${report}`,
        lines('CHANGED'),
        'VERIFIED 0, CHANGED 3, UNREADABLE 0, NO_POSITION 1\n',
      ],
      [
        'with a letter of two code units in the place of two letters of one',
        report.replace('𝒜', 'AA'),
        lines('CHANGED'),
        'VERIFIED 0, CHANGED 3, UNREADABLE 0, NO_POSITION 1\n',
      ],
      [
        'that ends too soon',
        report.slice(0, report.indexOf(' to the council')),
        lineOf('CHANGED', places.council, 'council'),
        'VERIFIED 2, CHANGED 1, UNREADABLE 0, NO_POSITION 1\n',
      ],
      [
        'that is empty',
        '',
        lines('CHANGED'),
        'VERIFIED 0, CHANGED 3, UNREADABLE 0, NO_POSITION 1\n',
      ],
    ])(
      'finds what changed in a copy %s',
      async (_, text, listed, counts) => {
        const copy = await write('copy.txt', text);
        expect(await verify({ source: [`report-2025-05-03=${copy}`] })).toEqual({
          out: listed + counts,
          error: failed,
          status: 1,
        });
      },
      60_000,
    );

    it('has the same verdict on a copy that changed elsewhere', async () => {
      const copy = await write('copy.txt', report.replace('Nobody', 'Everybody'));
      const { out, status } = await verify({ source: [`report-2025-05-03=${copy}`] });
      expect([out, status]).toEqual(['VERIFIED 3, CHANGED 0, UNREADABLE 0, NO_POSITION 1\n', 0]);
    }, 60_000);

    it('says that it has no copy it can read', async () => {
      const counts = 'VERIFIED 0, CHANGED 0, UNREADABLE 3, NO_POSITION 1\n';
      const unread = { out: lines('UNREADABLE') + counts, status: 1 };
      expect(await verify({ source: [] })).toEqual({ ...unread, error: failed });
      const utf16 = await write('copy.txt', Buffer.from(report, 'utf16le'));
      expect(await verify({ source: [`report-2025-05-03=${utf16}`] })).toEqual({
        ...unread,
        error: `Could not read ${utf16} as UTF-8 text (ERR_ENCODING_INVALID_ENCODED_DATA).\n${failed}`,
      });
      const missing = join(folder, 'missing.txt');
      expect(await verify({ source: [`report-2025-05-03=${missing}`] })).toEqual({
        ...unread,
        error: `Could not read ${missing} as UTF-8 text (ENOENT).\n${failed}`,
      });
    }, 60_000);

    it('refuses a copy of a source that it does not have', async () => {
      const copy = await write('copy.txt', report);
      const { error, status } = await verify({ source: [`report-2025-05-04=${copy}`] });
      expect([error, status]).toEqual([
        '--source report-2025-05-04: no evidence in the graph cites a source with this slug. Did you mean “report-2025-05-03”?',
        2,
      ]);
    }, 60_000);

    it.each(['report.txt', '=report.txt', 'report-2025-05-03='])(
      'refuses a copy without a slug or a file: %s',
      async (source) => {
        expect(await verify({ source: [source] })).toEqual({
          out: '',
          error: `--source must be a slug and a file, such as kt-2025-12-11=report.txt (got ${source}).`,
          status: 2,
        });
      },
      60_000,
    );
  });
});

describe('kenes check', () => {
  const check = (...paths: string[]): Promise<Outcome> =>
    // It needs no store: what the environment says of it does not matter.
    run({ KENES_DATA: '/dev/null/data', NEO4J_URI: 'nowhere' }, (terminal) =>
      checkCommand(terminal, paths),
    );

  it('says that nothing is wrong', async () => {
    const path = await write('report.yaml', document);
    const one = { out: '1 document, no problems.\n', error: '', status: 0 };
    expect(await check(path)).toEqual(one);
    const other = await write('other.json', '{ "kenes": 1 }');
    expect(await check(path, other)).toEqual({ ...one, out: '2 documents, no problems.\n' });
  });

  it('tells what is wrong, by file and line', async () => {
    const path = await write('report.yaml', document.replace('act: NOTED', 'act: SAID'));
    expect(await check(path)).toEqual({
      out: '',
      error: `${path}:20:41: entities[3].act: Unknown act “SAID”. Allowed: STRESSED, WELCOMED, URGED, NOTED, RECALLED, PRAISED, REPORTED, ASKED.`,
      status: 1,
    });
  });

  it('says which file cannot be read', async () => {
    const missing = join(folder, 'missing.yaml');
    expect(await check(missing)).toEqual({
      out: '',
      error: `Could not read ${missing} (ENOENT).`,
      status: 1,
    });
  });
});

describe('kenes with settings that are wrong', () => {
  it.each<[string, (terminal: Terminal) => Promise<void>]>([
    ['import', (terminal) => importCommand(terminal, ['missing.yaml'], {})],
    ['export', (terminal) => exportCommand(terminal, {})],
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

  it('ends with status 1 where the store cannot be opened', async () => {
    const file = await write('data', 'no folder');
    const { error, status } = await run({ KENES_DATA: file }, (terminal) =>
      exportCommand(terminal, {}),
    );
    expect({ error, status }).toEqual({
      error: `The folder ${file} could not be created. Use another folder. KENES_DATA names the folder.`,
      status: 1,
    });
  });
});

it('is told whole where nobody expected it', () => {
  const { message, status } = failureOf(new TypeError('Something is undefined.'));
  expect(status).toBe(1);
  expect(message).toMatch(/^TypeError: Something is undefined\.\n +at /);
  expect(failureOf('nothing')).toEqual({ message: 'nothing', status: 1 });
});

/** What an export of the document looks like. */
const exported = `kenes: 1
sources:
  - slug: other
    publisher: press
  - slug: report-2025-05-03
    publisher: press
    text:
      length: 80
      sha256: 309cbf9c134dd5c78cf27663fcdf4dcdea3cbedec9e98917f916cb714178786e
entities:
  - slug: ann
    type: Person
    names:
      en: 𝒜nn
    evidence:
      - source: report-2025-05-03
        position:
          start: 34
          end: 37
          sha256: ca3c6e7621bc6da010322051da86d092786d92c5b59d2d23ca63adccfe3c912b
  - slug: council
    type: Organization
    names:
      en: Council
    evidence:
      - source: other
      - source: report-2025-05-03
        position:
          start: 43
          end: 60
          sha256: 420475e19e58145227aa89cadcdd3fd89bf654da933b5a1cbd86adbc474c07a0
  - slug: press
    type: Organization
    names:
      en: Press
  - slug: said
    type: Statement
    text:
      en: Water is life.
    act: NOTED
relations:
  - type: MADE
    from: ann
    to: said
    evidence:
      - source: report-2025-05-03
        position:
          start: 17
          end: 42
          sha256: aa37d3e01e2df09e7a5fd064cb5e20edb0024541ad0bfb996101bc3bf839fd0b
`;
