import { dirname, join } from 'node:path';
import { beforeEach, expect, it } from '@jest/globals';
import { describeOnEngines } from '../support/engines.js';
import {
  folder,
  write,
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

  it('import says what a document adds, and that it changes nothing the second time', async () => {
    const path = await write('report.yaml', document);
    expect(await importFiles(environment, [path])).toEqual({
      out: summary('Changed:', '2 0', '4 0', '1 0', '4 0'),
      error: '',
      status: 0,
    });
    expect(await importFiles(environment, [path])).toEqual({
      out: summary('Changed:', '0 0', '0 0', '0 0', '0 0'),
      error: '',
      status: 0,
    });
  }, 60_000);

  it('import --dry-run says what would change, and writes nothing', async () => {
    const path = await write('report.yaml', document);
    expect(await importFiles(environment, [path], true)).toEqual({
      out:
        `+ source report-2025-05-03
+ source other
+ entity ann: evidence +1
+ entity council: evidence +2
+ entity said
+ entity press
+ relation ann~MADE~said: evidence +1
` + summary('Would change (nothing was written):', '2 0', '4 0', '1 0', '4 0'),
      error: '',
      status: 0,
    });
    expect((await exportAll(environment)).out).toBe('');
  }, 60_000);

  it('import reports all that is wrong with its documents, and writes nothing', async () => {
    const good = await write('good.yaml', document);
    const bad = await write(
      'bad.yaml',
      'kenes: 1\nentities:\n  - { slug: a, type: Persn }\n  - { slug: B }\n',
    );
    const json = await write('worse.json', '{ "kenes": 1,\n  "entites": [] }');
    expect(await importFiles(environment, [good, bad, json])).toEqual({
      out: '',
      error: [
        `${bad}:3:22: entities[0].type: Unknown type “Persn”. Did you mean “Person”? Allowed: Person, Organization, Event, Topic, Instrument, Report, Statement, Place.`,
        `${bad}:4:5: entities[1].type: The type is missing. Allowed: Person, Organization, Event, Topic, Instrument, Report, Statement, Place.`,
        `${json}:2:3: entites: Unknown key “entites”. Did you mean “entities”? Allowed: kenes, document, evidence, sources, entities, relations.`,
        '3 problems; nothing was written.',
      ].join('\n'),
      status: 1,
    });
    expect((await exportAll(environment)).out).toBe('');
  }, 60_000);

  it('import says that the documents shipped do not come into a store that is filled before the first start', async () => {
    const path = await write('report.yaml', document);
    const seed = dirname(await write('seed.yaml', 'kenes: 1\n'));
    const seeded = { ...environment, KENES_SEED: seed };
    expect(await importFiles(seeded, [path], true)).toMatchObject({ error: '' });
    expect(await importFiles(seeded, [path])).toMatchObject({
      error: `The store was empty. The service fills only an empty store with the documents of ${seed}, so it has yours alone. To have both: kenes import ${seed}`,
      status: 0,
    });
    expect(await importFiles(seeded, [path])).toMatchObject({ error: '' });
  }, 60_000);

  it('import says nothing of the documents shipped where these are imported', async () => {
    const path = await write('report.yaml', document);
    const seeded = { ...environment, KENES_SEED: dirname(path) };
    expect(await importFiles(seeded, [path])).toMatchObject({ error: '', status: 0 });
  }, 60_000);

  it('import says which file cannot be read, and writes nothing', async () => {
    const good = await write('good.yaml', document);
    const missing = join(folder, 'missing.yaml');
    expect(await importFiles(environment, [good, missing])).toEqual({
      out: '',
      error: `Could not read ${missing}: there is no such file or folder (ENOENT).`,
      status: 1,
    });
    expect((await exportAll(environment)).out).toBe('');
  }, 60_000);
});
