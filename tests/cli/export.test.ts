import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { describeOnEngines } from '../support/engines.js';
import { Random, randomSeed, randomWorld } from '../support/worlds.js';
import {
  write,
  newPath,
  emptyStore,
  document,
  summary,
  importFiles,
  exportAll,
} from '../support/cli.js';
import type { Environment } from '../support/cli.js';

describeOnEngines('kenes', (engine) => {
  let environment: Environment;

  beforeEach(async () => {
    environment = await emptyStore(engine);
  }, 60_000);

  it('export writes documents as they are kept: as YAML, as JSON lines, or one file each', async () => {
    const other = 'kenes: 1\ndocument: other\nentities:\n  - { slug: bob, type: Person }\n';
    const files = [await write('report.yaml', document), await write('second.yaml', other)];
    await importFiles(environment, files);
    const yaml = await exportAll(environment);
    const [first = '', second = ''] = yaml.out.split('---\n');
    expect(first).toBe('kenes: 1\ndocument: other\nentities:\n  - slug: bob\n    type: Person\n');
    expect(parse(second)).toEqual({ ...parse(document), document: 'report' });
    const json = await exportAll(environment, { json: true });
    const lines = json.out.trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([parse(first), parse(second)]);
    const place = join(newPath('export'), 'new');
    const written = await exportAll(environment, { folder: place });
    expect(written).toEqual({ out: '', error: `Wrote 2 documents to ${place}.`, status: 0 });
    expect(await readdir(place)).toEqual(['other.yaml', 'report.yaml']);
    const inJson = await exportAll(environment, { folder: place, json: true });
    expect(inJson.status).toBe(0);
    const paths = [
      [await write('all.yaml', yaml.out)],
      [await write('all.json', json.out)],
      ['other.yaml', 'report.yaml'].map((name) => join(place, name)),
      ['report.json', 'other.json'].map((name) => join(place, name)),
    ];
    for (const each of paths)
      expect(await importFiles(environment, each)).toEqual({
        out: summary('Changed:', '0 0', '0 0', '0 0', '0 0'),
        error: '',
        status: 0,
      });
    environment = await emptyStore(engine);
    await importFiles(environment, paths[1]!);
    expect((await exportAll(environment)).out).toBe(yaml.out);
  }, 120_000);

  it('export writes the documents that are named alone', async () => {
    const one = 'kenes: 1\ndocument: one\nentities:\n  - slug: ann\n    type: Person\n';
    const two = one.replace('one', 'two').replace('ann', 'bob');
    const three = one.replace('one', 'three').replace('ann', 'cem');
    const files = [one, two, three].map((text, index) => write(`${index}.yaml`, text));
    await importFiles(environment, await Promise.all(files));
    expect(await exportAll(environment, {}, ['two'])).toEqual({ out: two, error: '', status: 0 });
    // In the order of their slugs, each once.
    const several = await exportAll(environment, {}, ['two', 'three', 'two']);
    expect(several).toEqual({ out: `${three}---\n${two}`, error: '', status: 0 });
    const place = newPath('some');
    await exportAll(environment, { folder: place, json: true }, ['one']);
    expect(await readdir(place)).toEqual(['one.json']);
  }, 60_000);

  it('export writes nothing if one of the named documents is unknown', async () => {
    await importFiles(environment, [await write('report.yaml', document)]);
    const place = newPath('nothing');
    expect(await exportAll(environment, { folder: place }, ['report', 'reprot'])).toEqual({
      out: '',
      error:
        'Unknown document “reprot”. Did you mean “report”? `kenes documents` lists all documents. Nothing was done.',
      status: 1,
    });
    expect(existsSync(place)).toBe(false);
  }, 60_000);

  it('export takes no documents beside --merged', async () => {
    expect(await exportAll(environment, { merged: true }, ['report'])).toEqual({
      out: '',
      error: '--merged takes no documents: it is the whole graph.',
      status: 2,
    });
  }, 60_000);

  it('export --merged writes the graph as one document', async () => {
    const path = await write('report.yaml', document);
    await importFiles(environment, [path]);
    const merged = { out: exported, error: '', status: 0 };
    expect(await exportAll(environment, { merged: true })).toEqual(merged);
    const other = await write('other.yaml', exported);
    environment = await emptyStore(engine);
    await importFiles(environment, [other]);
    expect(await exportAll(environment, { merged: true })).toEqual(merged);
  }, 60_000);

  it(`export keeps whatever is in the graph (KENES_TEST_SEED=${randomSeed})`, async () => {
    const world = randomWorld(new Random(randomSeed), createVocabulary());
    // Its names repeat, of which the import warns.
    expect(
      (await importFiles(environment, [await write('world.json', JSON.stringify(world))])).status,
    ).toBe(0);
    const { out } = await exportAll(environment, { merged: true });
    expect(await importFiles(environment, [await write('world.yaml', out)])).toEqual({
      out: summary('Changed:', '0 0', '0 0', '0 0', '0 0'),
      error: '',
      status: 0,
    });
  }, 60_000);

  it('export says which file cannot be written', async () => {
    await importFiles(environment, [await write('report.yaml', document)]);
    const inTheWay = await write('file', '');
    expect(await exportAll(environment, { folder: inTheWay })).toEqual({
      out: '',
      error: `Could not make the folder ${inTheWay}: a file is in the place of a folder (EEXIST).`,
      status: 1,
    });
  }, 60_000);
});

/** What an export of the document looks like. */
const exported = `kenes: 1
document: merged
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
