import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import type { AbstractGraph } from 'graphology-types';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { downloadText, entitiesOfApi, relationsOfApi } from '../support/exports.js';

describeOnEngines('graphology reads GEXF', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  }, 60_000);

  afterAll(() => app.close(), 60_000);

  it('with the same entities and names, in every language', async () => {
    for (const [language, tag] of Object.entries({ EN: 'en', RU: 'ru', KK: 'kk' })) {
      const graph = parse(await downloadText(app, `gexf?lang=${tag}`));
      const found = graph.mapNodes((slug, { label, type, degree }) => [slug, label, type, degree]);
      const expected = [...(await entitiesOfApi(app, language)).values()];
      expect(found).toEqual(
        expected.map(({ slug, name, type, degree }) => [slug, name, type, degree]),
      );
    }
  }, 60_000);

  it('with the same relations, sentences and evidence', async () => {
    const graph = parse(await downloadText(app, 'gexf'));
    const expected = await relationsOfApi(app);
    expect(graph.edges()).toEqual([...expected.keys()]);
    graph.forEachEdge((key, attributes, from, to) => {
      const relation = expected.get(key);
      expect({ ...attributes, from, to }).toMatchObject({
        from: relation?.from,
        to: relation?.to,
        kind: relation?.type,
        relation: key,
        weight: Math.max(1, relation?.publisherCount ?? 0),
        sentence: relation?.sentence,
        standing: relation?.standing,
        contested: relation?.contested,
        publisherCount: relation?.publisherCount,
        originCount: relation?.originCount,
      });
      expect(namesIn(attributes['evidence'])).toEqual(relation?.evidence);
    });
  }, 60_000);

  it('with as many publishers as are counted, of the sources that state it', async () => {
    const graph = parse(await downloadText(app, 'gexf'));
    graph.forEachEdge((_key, { publishers, publisherCount, sources, standing }) => {
      expect(namesIn(publishers)).toHaveLength(Number(publisherCount));
      expect(namesIn(sources).length > 0).toBe(standing === 'STATED');
    });
  });

  it('with an edge for each relation between the same two', async () => {
    const graph = parse(await downloadText(app, 'gexf?center=conference-penitentiary-2025'));
    const between = graph.edges('ombudsman-kz', 'conference-penitentiary-2025');
    expect(between.length).toBeGreaterThan(1);
  });
});

function parse(text: string): AbstractGraph {
  return gexf.parse(MultiDirectedGraph, text, {
    respectInputGraphType: true,
  });
}

function namesIn(list: unknown): string[] {
  return typeof list === 'string' ? list.split('; ') : [];
}
