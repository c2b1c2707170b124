import { afterAll, beforeAll, expect, it } from '@jest/globals';
import cytoscape from 'cytoscape';
import { strFromU8, unzipSync } from 'fflate';
import { MultiDirectedGraph } from 'graphology';
import graphml from 'graphology-graphml';
import { readSheet } from 'read-excel-file/node';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import {
  download,
  downloadText,
  entitiesOfApi,
  relationsOfApi,
  type ExpectedEntity,
  type ExpectedRelation,
} from '../support/exports.js';
import { readTriples } from '../support/json-ld.js';

describeOnEngines('an export', (engine) => {
  let app: TestApp;
  let entities: readonly ExpectedEntity[];
  let relations: readonly ExpectedRelation[];

  beforeAll(async () => {
    app = await openApp(engine);
    entities = [...(await entitiesOfApi(app)).values()];
    relations = [...(await relationsOfApi(app)).values()];
  }, 120_000);

  afterAll(() => app.close(), 60_000);

  it('as GraphML is read by graphology', async () => {
    const text = await downloadText(app, 'graphml');
    const graph = graphml.parse(MultiDirectedGraph, text);
    expect(graph.mapNodes((slug, { label }) => [slug, label])).toEqual(
      entities.map(({ slug, name }) => [slug, name]),
    );
    const found = graph.mapEdges((_key, attributes, from, to) => [
      attributes['relation'], from, to, attributes['sentence'], attributes['contested'],
      attributes['originCount'], textsIn(attributes['evidence']),
    ]); // prettier-ignore
    expect(found.sort()).toEqual(
      relations.map(({ key, from, to, sentence, contested, originCount, evidence }) => [
        key, from, to, sentence, contested, originCount, evidence,
      ]).sort(), // prettier-ignore
    );
  });

  it('as Cytoscape JSON is read by Cytoscape.js', async () => {
    const { elements } = JSON.parse(await downloadText(app, 'cytoscape.json'));
    const graph = cytoscape({ headless: true, elements });
    expect(graph.nodes().map((node) => [node.id(), node.data('name')])).toEqual(
      entities.map(({ slug, name }) => [slug, name]),
    );
    const found = graph
      .edges()
      .map((edge) => [edge.id(), edge.source().id(), edge.target().id(), edge.data('sentence')]);
    expect(found).toEqual(
      relations.map(({ key, from, to, sentence }) => [key, from, to, sentence]),
    );
  });

  it('as Cytoscape JSON for notebooks is the JSON of nodes and edges', async () => {
    const withoutAddress = (text: string): unknown =>
      JSON.parse(text, (name, value: unknown) =>
        name === 'address' || name === 'citation' ? undefined : value,
      );
    expect(withoutAddress(await downloadText(app, 'cytoscape.json?for=notebook'))).toEqual(
      withoutAddress(await downloadText(app, 'json')),
    );
  });

  it('as XLSX is read by read-excel-file', async () => {
    const file = Buffer.from(await download(app, 'xlsx'));
    const rows = async (sheet: string) => rowsOf(await readSheet(file, sheet));
    expect((await rows('Entities')).map(({ slug, name }) => [slug, name])).toEqual(
      entities.map(({ slug, name }) => [slug, name]),
    );
    const found = (await rows('Relations')).map((row) => [
      row['relation'], row['fromSlug'], row['toSlug'], row['sentence'], row['contested'],
      row['originCount'],
    ]); // prettier-ignore
    expect(found).toEqual(
      relations.map(({ key, from, to, sentence, contested, originCount }) => [
        key, from, to, sentence, contested, originCount,
      ]), // prettier-ignore
    );
    const evidence = (await rows('Evidence')).filter(({ target }) => String(target).includes('~'));
    expect(evidence).toHaveLength(relations.flatMap((relation) => relation.evidence).length);
    const about = await readSheet(file, 'About');
    expect(about).toContainEqual(['Relations', String(relations.length)]);
    const { sources } = await app.data('{ sources(first: 100) { totalCount } }');
    expect(await rows('Sources')).toHaveLength(sources.totalCount as number);
  }, 60_000);

  it('as JSON-LD is read by jsonld, with a triple only for what is stated and not contested', async () => {
    const quads = await readTriples(app, await downloadText(app, 'jsonld'));
    const related = await app.data('{ entity(slug: "npm") { slug } }');
    expect(related.entity.slug).toBe('npm');
    const objects = (predicate: string) =>
      quads.filter((quad) => quad.predicate.value === predicate);
    const subjects = objects('http://www.w3.org/1999/02/22-rdf-syntax-ns#subject');
    expect(
      subjects.map(({ object }) => object.value.slice('http://kenes/e/'.length)).sort(),
    ).toEqual(relations.map(({ from }) => from).sort());
    expect(objects('http://www.w3.org/ns/oa#hasBody').length).toBeGreaterThan(1_000);
    const direct = quads.filter(
      ({ predicate, object }) =>
        /^urn:kenes:[A-Z_]+$/.test(predicate.value) && object.termType === 'NamedNode',
    );
    const certain = relations.filter(
      ({ standing, contested }) => standing === 'STATED' && !contested,
    );
    const triples = certain.map(({ type, from, to }) => `${from} ${type} ${to}`);
    const found = direct.map(({ subject, predicate, object }) =>
      [subject, predicate, object]
        .map(({ value }) => value.replace(/^(http:\/\/kenes\/e\/|urn:kenes:)/, ''))
        .join(' '),
    );
    expect(found.sort()).toEqual([...new Set(triples)].sort());
    expect(direct.length).toBeLessThan(relations.length);
  }, 120_000);

  it('as Markdown has a file for each entity, whose links lead to files', async () => {
    const files = unzipSync(await download(app, 'md.zip'));
    expect(Object.keys(files)).toEqual(['README.md', ...entities.map(({ slug }) => `${slug}.md`)]);
    const npm = strFromU8(files['npm.md'] ?? new Uint8Array());
    const sentences = relations.filter(({ from, to }) => from === 'npm' || to === 'npm');
    expect(npm.match(/^- .*\[\[/gm)).toHaveLength(sentences.length);
    for (const [name, bytes] of Object.entries(files)) {
      const text = strFromU8(bytes);
      for (const [, slug] of text.matchAll(/\[\[([a-z0-9-]+)/g))
        expect({ name, slug, exists: `${slug}.md` in files }).toMatchObject({ exists: true });
      const used = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number));
      const defined = [...text.matchAll(/^\[\^(\d+)\]:/gm)].map(([, number]) => number);
      expect([...used]).toEqual(defined);
    }
  }, 60_000);
});

function rowsOf([names = [], ...rows]: readonly (readonly unknown[])[]) {
  return rows.map((row) =>
    Object.fromEntries(names.map((name, index) => [String(name), row[index]] as const)),
  );
}

function textsIn(list: unknown): string[] {
  return typeof list === 'string' ? list.split('; ') : [];
}
