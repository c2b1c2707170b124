import { expect, it } from '@jest/globals';
import type { KenesDocument } from '../../src/documents/format.js';
import { describeOnEngines } from '../support/engines.js';
import { fileOf, graphOf, importAll, openStore } from '../support/importing.js';

type Content = Omit<KenesDocument, 'kenes'>;

/** Documents of which each refers to what the others declare. */
const cites: Content = {
  evidence: [{ source: 'paper' }],
  entities: [
    { slug: 'ann', type: 'Person', names: { en: 'Ann' }, evidence: [{ source: 'paper' }] },
  ],
  relations: [
    { type: 'MEMBER_OF', from: 'ann', to: 'club', title: 'Head', evidence: [{ source: 'paper' }] },
    { type: 'MADE', from: 'ann', to: 'said' },
    { type: 'MADE_AT', from: 'said', to: 'forum' },
  ],
};
const declaresSources: Content = {
  sources: [
    { slug: 'paper', publisher: 'press', informers: ['club'], publishedAt: '2025-05-03' },
    { slug: 'blog', publisher: 'press' },
  ],
  entities: [{ slug: 'said', type: 'Statement', evidence: [{ source: 'blog' }] }],
};
const declaresEntities: Content = {
  entities: [
    { slug: 'press', type: 'Organization', evidence: [{ source: 'paper' }] },
    { slug: 'club', type: 'Organization', names: { en: 'Club' } },
    { slug: 'forum', type: 'Event', startDate: '2025-05-02' },
  ],
  relations: [
    { type: 'MEMBER_OF', from: 'ann', to: 'club', title: 'Chair', evidence: [{ source: 'blog' }] },
  ],
};

function ordersOf<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    ordersOf(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

describeOnEngines('the documents of an import', (engine) => {
  it('give the same graph in each of their orders', async () => {
    const graphs = [];
    for (const order of ordersOf([cites, declaresSources, declaresEntities])) {
      const store = await openStore(engine);
      await importAll(
        store,
        order.map((document) => fileOf(document)),
      );
      graphs.push(await graphOf(store));
      await store.close();
    }
    expect(graphs).toHaveLength(6);
    expect(graphs.every(({ entities }) => entities?.length === 5)).toBe(true);
    for (const graph of graphs) expect(graph).toEqual(graphs[0]);
  }, 120_000);

  it('can be large, and cite a source that a later one declares', async () => {
    const text = 'x'.repeat(20_000);
    const large: Content = {
      entities: Array.from({ length: 900 }, (_, index) => ({
        slug: `person-${index}`,
        type: 'Person' as const,
        description: { en: text },
      })),
    };
    const store = await openStore(engine);
    const summary = await importAll(
      store,
      [cites, large, declaresEntities, declaresSources].map((document) => fileOf(document)),
    );
    expect(summary).toMatchObject({
      sources: { added: 2, changed: 0, removed: 0 },
      entities: { added: 905, changed: 0, removed: 0 },
      relations: { added: 3, changed: 0, removed: 0 },
    });
  }, 120_000);

  it('can have more sources than are written at once', async () => {
    const slugs = Array.from({ length: 2_500 }, (_, index) => String(index));
    const store = await openStore(engine);
    const sources: Content = {
      sources: slugs.map((slug) => ({ slug: `source-${slug}`, publisher: `press-${slug}` })),
    };
    const entities: Content = {
      entities: slugs.map((slug) => ({
        slug: `press-${slug}`,
        type: 'Organization' as const,
        names: { en: `Press ${slug}` },
        evidence: [{ source: `source-${slug}` }],
      })),
    };
    const summary = await importAll(store, [fileOf(entities), fileOf(sources)]);
    expect(summary.sources).toEqual({ added: 2_500, changed: 0, removed: 0 });
    expect(summary.entities).toEqual({ added: 2_500, changed: 0, removed: 0 });
  }, 120_000);
});
