import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import cytoscape from 'cytoscape';
import { strFromU8, unzipSync } from 'fflate';
import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { readSheet } from 'read-excel-file/node';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { download, downloadText, entitiesOfApi } from '../support/exports.js';

describeOnEngines('a name that deceives', (engine) => {
  let app: TestApp;
  let names: readonly (readonly [slug: string, name: string | null])[];

  beforeAll(async () => {
    const document = await readFile('tests/exports/deceptive-names.yaml', 'utf8');
    app = await openApp(engine, { documents: [document] });
    names = [...(await entitiesOfApi(app)).values()].map(({ slug, name }) => [slug, name ?? slug]);
  }, 60_000);

  afterAll(() => app.close(), 60_000);

  it('is what it is in GEXF and GraphML', async () => {
    for (const [format, library] of [
      ['gexf', gexf],
      ['graphml', graphml],
    ] as const) {
      const text = await downloadText(app, format);
      const graph = library.parse(MultiDirectedGraph, text);
      expect(graph.mapNodes((slug, { label }) => [slug, label])).toEqual(names);
    }
  });

  it('is what it is in JSON, and cannot end a script that it stands in', async () => {
    const { elements } = JSON.parse(await downloadText(app, 'cytoscape.json'));
    const graph = cytoscape({ headless: true, elements });
    expect(graph.nodes().map((node) => [node.id(), node.data('label')])).toEqual(names);
  });

  it('is text in XLSX, never a formula', async () => {
    const file = Buffer.from(await download(app, 'xlsx'));
    const [, ...rows] = await readSheet(file, 'Entities');
    expect(rows.map(([name, slug]) => [slug, name])).toEqual(names);
    const sheets = Object.entries(unzipSync(file)).filter(([name]) =>
      name.includes('sheets/sheet'),
    );
    expect(sheets).toHaveLength(5);
    for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toContain('<f>');
  });

  it('is a link in XLSX that leads to the page of its entity, whatever it says', async () => {
    const files = unzipSync(await download(app, 'xlsx'));
    const part = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
    const targets = new Map(
      [
        ...part('xl/worksheets/_rels/sheet1.xml.rels').matchAll(
          /Id="(rId\d+)".*?Target="([^"]*)"/g,
        ),
      ].map(([, id, target]) => [id, target] as const),
    );
    const links = [
      ...part('xl/worksheets/sheet1.xml').matchAll(/<hyperlink ref="A(\d+)" r:id="(rId\d+)"\/>/g),
    ];
    expect(links.map(([, row, id]) => [Number(row), targets.get(id)])).toEqual(
      names.map(([slug], index) => [index + 2, `http://kenes/e/${slug}`]),
    );
    for (const [path, bytes] of Object.entries(files))
      if (path.endsWith('.rels')) expect(strFromU8(bytes)).not.toContain('evil.example');
  });

  it('is what it is in CSV, and disarmed only for a spreadsheet', async () => {
    const entities = async (query: string) =>
      strFromU8(unzipSync(await download(app, `csv.zip${query}`))['entities.csv']!);
    const plain = await entities('');
    expect(plain).toContain('\r\ndeceptive-minus,-5,ORGANIZATION,');
    expect(plain).toContain('"=HYPERLINK(""https://evil.example"";""Press"")"');
    const disarmed = await entities('?for=spreadsheet&bom=1&separator=;');
    expect(disarmed.startsWith('Id;Label;type;')).toBe(true);
    expect(disarmed).toContain("\r\ndeceptive-minus;'-5;ORGANIZATION;");
    expect(disarmed).toContain(`"'=HYPERLINK(""https://evil.example"";""Press"")"`);
    expect(disarmed).toContain(";'+7 (727);'@қала;");
  });

  it('has its letters in a spreadsheet, whose CSV begins with a byte order mark if that is asked for', async () => {
    const start = async (query: string) =>
      unzipSync(await download(app, `csv.zip${query}`))['relations.csv']!.slice(0, 5);
    expect([...(await start(''))]).toEqual([...Buffer.from('Id,So')]);
    expect([...(await start('?bom=1'))]).toEqual([0xef, 0xbb, 0xbf, ...Buffer.from('Id')]);
  });

  it('is text in Markdown, not a tag or a link', async () => {
    const files = unzipSync(await download(app, 'md.zip'));
    const text = (slug: string) => strFromU8(files[`${slug}.md`]!);
    expect(text('deceptive-script')).toMatch(/^# \\<script\\>alert\(1\)\\<\/script\\>/);
    expect(text('deceptive-table')).toContain('a\\|b, c;d\\\\n \\[\\[e\\]\\] \\*f\\*');
    expect(text('deceptive-minus')).toMatch(/^# \\-5/);
    const all = Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('\n');
    expect(all).not.toMatch(/(^|[^\\])<\w/m);
  });

  it('stays within its quotation marks in DOT', async () => {
    const text = await downloadText(app, 'dot');
    expect(text).toContain(
      '"deceptive-press" [label="=HYPERLINK(\\"https://evil.example\\";\\"Press\\")"',
    );
    // Without what stands in quotation marks, only the grammar is left.
    const left = text.replace(/"(?:[^"\\]|\\[^])*"/g, 'ID');
    expect(left.replace(/\b[A-Za-z_]+=ID\b/g, '')).toMatch(
      /^digraph kenes \{\s+rankdir=LR\s+node \[shape=box\]\s+(ID( -> ID)? \[ *\]\s+)+\}\s+$/,
    );
  });
});
