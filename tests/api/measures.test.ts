import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeasuredGraph } from '../../src/measures/neighbours.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import {
  betweennessOf,
  componentsOf,
  modularityOf,
  neighbourSets,
  pageRankOf,
} from '../measures/reference.js';
import { importTexts, openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

/** Filters of relations, and the types of both ends if the filter has any. */
const filters: readonly (readonly [filter: string, types?: readonly string[]])[] = [
  ['{}'],
  ['{ minPublishers: 2 }'],
  ['{ without: ["kt-2025-12-11", "mfa-kz-2025-05-26"] }'],
  ['{ publishedUntil: "2025-11", standing: [STATED] }'],
  ['{ during: { from: "2025-12-10", to: "2025-12-10", certainly: true } }'],
  ['{ relationTypes: [PARTICIPATED_IN], roles: [SPEAKER] }'],
  ['{ entityTypes: [PERSON, EVENT] }', ['PERSON', 'EVENT']],
  ['{ relationTypes: [PART_OF], minPublishers: 1000 }'],
];

interface Ends {
  readonly from: { readonly slug: string; readonly type: string };
  readonly to: { readonly slug: string; readonly type: string };
}

/** A graph, with the slugs of its entities by their numbers. */
interface GraphOfFilter {
  readonly slugs: readonly string[];
  readonly graph: MeasuredGraph;
}

interface Ranked {
  readonly score: number;
  readonly rank: number;
  readonly node: { readonly slug: string };
}

describeOnEngines('a measure of the seed', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(() => app.close());

  /** All nodes or edges of a list, page by page. */
  async function all<T>(list: string, fields: string): Promise<T[]> {
    const found: T[] = [];
    for (let after: string | null = null; ;) {
      const selected = `pageInfo { hasNextPage endCursor } ${fields}`;
      const data = await app.data(
        `query ($after: String) { ${list}, first: 100, after: $after) { ${selected} } }`,
        { variables: { after } },
      );
      const [page] = Object.values<any>(data); // eslint-disable-line @typescript-eslint/no-explicit-any
      found.push(...(page.edges ?? page.nodes));
      if (page.pageInfo.hasNextPage === false) return found;
      after = page.pageInfo.endCursor;
    }
  }

  const graphs = new Map<string, Promise<GraphOfFilter>>();

  /** The graph of the relations that the list of all relations has for a filter. */
  function graphOf(filter: string, types?: readonly string[]): Promise<GraphOfFilter> {
    const graph = graphs.get(filter) ?? readGraph(filter, types);
    graphs.set(filter, graph);
    return graph;
  }

  async function readGraph(filter: string, types?: readonly string[]): Promise<GraphOfFilter> {
    const relations = await all<Ends>(
      `relations(filter: ${filter}`,
      'nodes { from { slug type } to { slug type } }',
    );
    const joining = relations.filter(
      ({ from, to }) =>
        from.slug !== to.slug &&
        (types?.includes(from.type) ?? true) &&
        (types?.includes(to.type) ?? true),
    );
    const slugs = [...new Set(joining.flatMap(({ from, to }) => [from.slug, to.slug]))].sort();
    const numbers = new Map(slugs.map((slug, number) => [slug, number]));
    const graph: MeasuredGraph = {
      nodeCount: slugs.length,
      from: Uint32Array.from(joining, ({ from }) => numbers.get(from.slug)!),
      to: Uint32Array.from(joining, ({ to }) => numbers.get(to.slug)!),
    };
    return { slugs, graph };
  }

  const ranked = (args: string): Promise<Ranked[]> =>
    all<Ranked>(`centrality(${args}`, 'edges { score rank node { slug } }');

  function expectScores(
    found: readonly Ranked[],
    slugs: readonly string[],
    expected: readonly number[],
  ): void {
    expect(found.map(({ node }) => node.slug).sort()).toEqual(slugs);
    const scores = new Map(slugs.map((slug, number) => [slug, expected[number]!]));
    for (const { node, score } of found) expect(score).toBeCloseTo(scores.get(node.slug)!, 9);
    const inOrder = [...found].sort(
      (one, other) => other.score - one.score || (one.node.slug < other.node.slug ? -1 : 1),
    );
    expect(found).toEqual(inOrder);
    for (const { score, rank } of found)
      expect(rank).toBe(1 + found.filter((other) => other.score > score).length);
  }

  describe.each(filters)('over the relations of %s', (filter, types) => {
    it('ranks their entities by degree, PageRank and betweenness', async () => {
      const { slugs, graph } = await graphOf(filter, types);
      const neighbours = neighbourSets(graph);
      const of = (measure: string) => ranked(`measure: ${measure}, filter: ${filter}`);
      expectScores(
        await of('DEGREE'),
        slugs,
        neighbours.map(({ size }) => size),
      );
      expectScores(await of('PAGERANK'), slugs, pageRankOf(neighbours));
      expectScores(await of('BETWEENNESS'), slugs, betweennessOf(neighbours));
    });

    it('says what it was computed over', async () => {
      const { graph } = await graphOf(filter, types);
      const { centrality, communities, components } = await app.data(`{
        centrality(measure: BETWEENNESS, filter: ${filter}) { totalCount nodeCount relationCount sample { nodeCount } }
        communities(filter: ${filter}) { nodeCount relationCount seed }
        components(filter: ${filter}) { nodeCount relationCount }
      }`);
      const counts = { nodeCount: graph.nodeCount, relationCount: graph.from.length };
      expect(centrality).toEqual({ ...counts, totalCount: graph.nodeCount, sample: null });
      expect(communities).toEqual({ ...counts, seed: 1 });
      expect(components).toEqual(counts);
    });

    const groups = async (field: string): Promise<string[][]> => {
      const selected = 'nodes { number size entities(first: 100) { totalCount nodes { slug } } }';
      const found = await all<any>(`${field}(filter: ${filter}`, selected); // eslint-disable-line @typescript-eslint/no-explicit-any
      expect(found.map(({ number }) => number as number)).toEqual(
        found.map((_, index) => index + 1),
      );
      return Promise.all(
        found.map(async ({ size, entities, number }) => {
          expect(entities.totalCount).toBe(size);
          const slugs: string[] = entities.nodes.map(({ slug }: { slug: string }) => slug);
          if (size > 100) {
            const rest = `${field}(filter: ${filter}, first: 1) { nodes { number entities(last: ${size - 100}) { nodes { slug } } } }`;
            const { [field]: last } = await app.data(`{ ${rest} }`);
            expect(last.nodes[0].number).toBe(number);
            slugs.push(...last.nodes[0].entities.nodes.map(({ slug }: { slug: string }) => slug));
          }
          return slugs;
        }),
      );
    };

    it('finds the components', async () => {
      const { slugs, graph } = await graphOf(filter, types);
      const expected = componentsOf(graph).map((nodes) => nodes.map((node) => slugs[node]));
      expect(await groups('components')).toEqual(expected);
    });

    it('puts each entity into one community, and says how well they are divided', async () => {
      const { slugs, graph } = await graphOf(filter, types);
      const found = await groups('communities');
      expect(found.flat().sort()).toEqual(slugs);
      const { modularity } = (await app.data(`{ communities(filter: ${filter}) { modularity } }`))
        .communities;
      if (graph.from.length === 0) expect(modularity).toBeNull();
      else {
        const lists = found.map((group) => group.map((slug) => slugs.indexOf(slug)));
        expect(modularity).toBeCloseTo(modularityOf(neighbourSets(graph), lists), 9);
      }
    });
  });

  it.each(['FORWARD', 'BACKWARD'])('follows relations %s for PageRank', async (direction) => {
    const { slugs, graph } = await graphOf('{}');
    const next = slugs.map(() => new Set<number>());
    graph.from.forEach((start, index) => {
      const end = graph.to[index]!;
      if (direction === 'FORWARD') next[start]!.add(end);
      else next[end]!.add(start);
    });
    const found = await ranked(`measure: PAGERANK, filter: { direction: ${direction} }`);
    expectScores(found, slugs, pageRankOf(next));
  });

  it.each([
    ['centrality(measure: DEGREE, ', 'DEGREE'],
    ['centrality(measure: BETWEENNESS, ', 'BETWEENNESS'],
    ['communities(', 'communities'],
    ['components(', 'components'],
  ])('%s… refuses one direction', async (field, name) => {
    const { errors } = await app.ask(`{ ${field}filter: { direction: FORWARD }) { nodeCount } }`);
    expect(errors).toMatchObject([
      {
        message: `\`direction\` must be EITHER here (got FORWARD): ${name} follows relations in both directions. Leave \`direction\` out. Of the measures, only PAGERANK has a direction.`,
        extensions: { code: 'BAD_USER_INPUT', argument: 'filter.direction' },
      },
    ]);
  });

  it('refuses a cursor of another measure or filter', async () => {
    const { centrality } = await app.data(
      '{ centrality(measure: DEGREE, first: 1) { pageInfo { endCursor } } }',
    );
    for (const args of ['measure: PAGERANK', 'measure: DEGREE, filter: { minPublishers: 1 }']) {
      const { errors } = await app.ask(
        `query ($after: String) { centrality(${args}, after: $after) { totalCount } }`,
        { variables: { after: centrality.pageInfo.endCursor } },
      );
      expect(errors?.[0]?.message).toMatch('`after` is a cursor of another list.');
    }
  });

  it('reads what is selected of the ranked entities in one reading', async () => {
    await app.data('{ centrality(measure: DEGREE, first: 5) { totalCount } }');
    await app.data(
      '{ centrality(measure: DEGREE, first: 5) { nodes { name ... on Organization { members { nodes { name } } } } } }',
    );
    expect(app.reads).toEqual([{ start: 'entities by slug', expansions: ['members'] }]);
  });
});

describeOnEngines('measures', (engine) => {
  const worldOf = (...members: readonly string[]): string =>
    JSON.stringify({
      kenes: 1,
      evidence: [{ source: 'kenes-editorial' }],
      entities: [
        { slug: 'club', type: 'Organization', names: { en: 'Club' } },
        ...members.map((slug) => ({ slug, type: 'Person', names: { en: slug } })),
      ],
      relations: members.map((from) => ({ type: 'MEMBER_OF', from, to: 'club' })),
    });

  it('are computed once, and again when the graph has changed', async () => {
    const app = await openApp(engine, { documents: [worldOf('ada', 'bek')] });
    try {
      const query = '{ centrality(measure: DEGREE) { edges { score node { slug } } } }';
      const scores = async () =>
        (await app.data(query)).centrality.edges.map(({ score, node }: Ranked) => [
          node.slug,
          score,
        ]);
      const graphReads = () =>
        app.reads.filter(({ start }) => start === 'ends of relations').length;
      expect(await scores()).toEqual([['club', 2], ['ada', 1], ['bek', 1]]); // prettier-ignore
      expect(graphReads()).toBe(1);
      expect(await scores()).toEqual([['club', 2], ['ada', 1], ['bek', 1]]); // prettier-ignore
      expect(graphReads()).toBe(0);
      await importTexts(app.store, createVocabulary(), [worldOf('ada', 'cem', 'dana')]);
      expect(await scores()).toEqual([['club', 3], ['ada', 1], ['cem', 1], ['dana', 1]]); // prettier-ignore
      expect(graphReads()).toBe(1);
    } finally {
      await app.close();
    }
  });

  it('of an empty graph are empty', async () => {
    const app = await openApp(engine, { documents: 'none' });
    try {
      expect(
        await app.data(`{
          centrality(measure: PAGERANK) { totalCount nodeCount nodes { slug } }
          communities { totalCount modularity nodes { number } }
          components { totalCount nodes { number } }
        }`),
      ).toEqual({
        centrality: { totalCount: 0, nodeCount: 0, nodes: [] },
        communities: { totalCount: 0, modularity: null, nodes: [] },
        components: { totalCount: 0, nodes: [] },
      });
    } finally {
      await app.close();
    }
  });
});
