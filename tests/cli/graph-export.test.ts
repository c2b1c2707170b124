import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { beforeEach, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Terminal } from '../../src/cli/command.js';
import { exportCommand, type ExportCommandOptions } from '../../src/cli/export.js';
import { describeOnEngines } from '../support/engines.js';
import { document, emptyStore, importFiles, newPath, run, write } from '../support/cli.js';
import type { Environment } from '../support/cli.js';

describeOnEngines('kenes export --format', (engine) => {
  let environment: Environment;

  beforeEach(async () => {
    environment = await emptyStore(engine);
    await importFiles(environment, [await write('report.yaml', document)]);
  }, 60_000);

  const exported = (options: ExportCommandOptions) =>
    run(environment, (terminal) => exportCommand(terminal, [], options));

  it('writes the graph to the standard output, as the service would', async () => {
    const { out, status } = await exported({ format: 'json', origin: 'https://graph.example' });
    expect(status).toBe(0);
    const { graph, nodes, edges } = JSON.parse(out);
    expect(graph.address).toBe('https://graph.example/export/json');
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual(['ann', 'council', 'press', 'said']);
    expect(edges).toMatchObject([
      { id: 'ann~MADE~said', evidence: [{ source: 'report-2025-05-03', publisher: 'press' }] },
    ]);
  });

  it('writes the part that a query selects to a file', async () => {
    const output = newPath('graph.csv.zip');
    const query = 'relationTypes=MADE';
    expect(await exported({ format: 'csv.zip', query, output })).toMatchObject({ status: 0 });
    const files = unzipSync(await readFile(output));
    const ids = strFromU8(files['entities.csv']!)
      .split('\r\n')
      .map((line) => line.split(',')[0]);
    expect(ids).toEqual(['Id', 'ann', 'said', '']);
  });

  it('draws the picture of an entity, as the service does, to a file too', async () => {
    const query = 'center=ann&lang=en';
    const origin = 'https://graph.example';
    const { out, status } = await exported({ format: 'svg', query, origin });
    expect(status).toBe(0);
    expect(out).toMatch(/^<\?xml .*<title>What surrounds 𝒜nn<\/title>/s);
    expect(out).toContain('href="https://graph.example/export/svg?center=ann&amp;lang=en"');
    const output = newPath('ann.svg');
    expect(await exported({ format: 'svg', query, origin, output })).toMatchObject({ out: '' });
    expect(await readFile(output, 'utf8')).toBe(out);
  });

  it('takes no documents: its query says which part', async () => {
    const command = (terminal: Terminal) => exportCommand(terminal, ['report'], { format: 'gexf' });
    expect(await run(environment, command)).toEqual({
      out: '',
      error: '--format takes no documents. --query says which part to write.',
      status: 2,
    });
  });

  it.each<[ExportCommandOptions, number, RegExp]>([
    [{ format: 'gef' }, 1, /^There is no export format “gef”\. Did you mean “gexf”\?/],
    [
      { format: 'gexf', query: 'center=an' },
      1,
      /^Unknown slug “an” in `center`\. Did you mean “ann”\?/,
    ],
    [{ format: 'gexf', query: 'roles=X' }, 1, /^Unknown value “X” of `roles`/],
    [{ format: 'svg' }, 1, /^A picture needs `center`: the slug of one entity\.$/],
    [{ format: 'svg', query: 'center=ann,council' }, 1, /^A picture needs `center`/],
    [{ format: 'svg', query: 'center=ann&depth=2' }, 1, /^A picture has the `depth` 1\.$/],
    [{ format: 'svg', query: 'center=an' }, 1, /^Unknown slug “an” .*Did you mean “ann”\?/],
    [{ format: 'svg', query: 'centre=ann' }, 1, /^“centre=ann” is not understood\.$/],
    [{ format: 'gexf', json: true }, 2, /^--json is not possible with --format\.$/],
    [{ output: 'x' }, 2, /^--output needs --format\.$/],
    [
      { format: 'gexf', output: '/nowhere/graph.gexf' },
      1,
      /^Could not write \/nowhere\/graph\.gexf: there is no such file or folder \(ENOENT\)\.$/,
    ],
    [{ format: 'gexf', origin: 'graph' }, 1, /^“graph” is not an address\.$/],
  ])('says what is wrong with %j', async (options, status, message) => {
    const outcome = await exported(options);
    expect(outcome).toMatchObject({ out: '', status });
    expect(outcome.error).toMatch(message);
    expect(existsSync('x')).toBe(false);
  });
});
