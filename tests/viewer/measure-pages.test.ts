import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage } from '../support/page.js';

describeOnEngines('the page of a measure', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  it.each(['degree', 'pagerank', 'betweenness'])(
    'ranks entities by %s as the service does, over the relations of its filter',
    async (name) => {
      const page = await readPage(app, `/network?minPublishers=2&view=${name}`);
      const { centrality } = await app.data(`{ centrality(measure: ${name.toUpperCase()},
        filter: { minPublishers: 2 }, first: 50) { nodeCount relationCount edges { node { slug } } } }`);
      const rows = [...page.document.querySelectorAll('tbody tr')];
      expect(rows.map((row) => row.getAttribute('data-slug'))).toEqual(
        centrality.edges.map(({ node }: { node: { slug: string } }) => node.slug),
      );
      expect(page.texts('main > p').join(' ')).toContain(
        `Of these sources, which write more of some than of others: ${centrality.nodeCount} entities, ${centrality.relationCount} relations.`,
      );
      expect(page.texts('.chips a')).toEqual(['Publishers, at least: 2 ✕']);
    },
  );

  it('lists communities with their members, and the seed', async () => {
    const page = await readPage(app, '/network?view=communities');
    const { communities } = await app.data('{ communities(first: 20) { seed nodes { size } } }');
    expect(page.texts('.communities b').map((text) => Number.parseInt(text, 10))).toEqual(
      communities.nodes.map(({ size }: { size: number }) => size),
    );
    expect(page.texts('main > p').join(' ')).toContain(`: ${communities.seed}.`);
  });

  it('is linked from the page of a network, with its filter', async () => {
    const page = await readPage(app, '/network?center=opcat&depth=2&minOrigins=2');
    const links = [...page.document.querySelectorAll('nav.choices a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      ['degree', 'pagerank', 'betweenness', 'communities'].map(
        (name) => `/network?minOrigins=2&view=${name}`,
      ),
    );
  });

  it.each(['en', 'ru', 'kk'])('never speaks of influence in %s', async (lang) => {
    const { html } = await readPage(app, `/network?view=pagerank&lang=${lang}`);
    expect(html).not.toMatch(/influen|влия|ықпал/i);
  });
});
