import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { countsOfApi, downloadText, entitiesOfApi, relationsOfApi } from '../support/exports.js';

interface Notebook {
  readonly graph: Readonly<Record<string, string | number>>;
  readonly nodes: readonly { readonly id: string; readonly degree: number }[];
  readonly edges: readonly {
    readonly id: string;
    readonly source: string;
    readonly target: string;
    readonly publisherCount: number;
    readonly evidence: readonly { readonly source: string }[];
  }[];
}

const AROUND = 'center: ["opcat"], depth: 2, filter: { minPublishers: 2 }, limit: 500';

interface Named {
  readonly slug: string;
}

/** What leads from one entity to another one. */
interface Line {
  readonly from: Named;
  readonly to: Named;
  readonly statements: readonly Named[];
}

describeOnEngines('an export', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  }, 60_000);

  afterAll(() => app.close(), 60_000);

  const read = async (query: string): Promise<Notebook> =>
    JSON.parse(await downloadText(app, `json${query}`)) as Notebook;
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

  it('of the whole graph has all entities, also those without a relation', async () => {
    const { graph, nodes, edges } = await read('');
    expect(ids(nodes)).toEqual([...(await entitiesOfApi(app)).keys()]);
    expect(nodes.some(({ degree }) => degree === 0)).toBe(true);
    expect(ids(edges)).toEqual([...(await relationsOfApi(app)).keys()]);
    expect(graph).toMatchObject({
      title: 'The whole graph',
      filter: 'none',
      cut: 'nothing',
      entityCount: nodes.length,
      relationCount: edges.length,
      selection: 'All entities, also those without a relation, and all relations.',
    });
  }, 60_000);

  it.each([
    ['minOrigins=2', '{ minOrigins: 2 }'],
    [
      'during=2025-01/2025-06&certainly=true',
      '{ during: { from: "2025-01", to: "2025-06", certainly: true } }',
    ],
    ['relationTypes=MEMBER_OF,PART_OF', '{ relationTypes: [MEMBER_OF, PART_OF] }'],
    ['roles=SPEAKER', '{ roles: [SPEAKER] }'],
    ['standing=INFERRED', '{ standing: [INFERRED] }'],
    ['contested=true', '{ contested: true }'],
    [
      'without=kt-2025-12-11,kt-en-2025-12-11',
      '{ without: ["kt-2025-12-11", "kt-en-2025-12-11"] }',
    ],
    ['publishedUntil=2025-12-10', '{ publishedUntil: "2025-12-10" }'],
    ['publishers=undp-kazakhstan', '{ publishers: ["undp-kazakhstan"] }'],
  ])(
    'with the filter %s has the relations that match it and their ends',
    async (query, filter) => {
      const { graph, nodes, edges } = await read(`?${query}`);
      expect(edges.map(({ id, publisherCount }) => [id, publisherCount])).toEqual(
        await countsOfApi(app, filter),
      );
      const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
      expect(ids(nodes)).toEqual([...ends].sort());
      expect(graph.filter).toBe(query);
    },
    60_000,
  );

  it('between entities of some types has only relations whose ends both are of these types', async () => {
    const { graph, nodes, edges } = await read('?entityTypes=PERSON,ORGANIZATION');
    const all = await entitiesOfApi(app);
    const isOfTypes = (slug: string) =>
      ['PERSON', 'ORGANIZATION'].includes(all.get(slug)?.type ?? '');
    const expected = [...(await relationsOfApi(app)).values()].filter(
      ({ from, to }) => isOfTypes(from) && isOfTypes(to),
    );
    expect(ids(edges)).toEqual(expected.map(({ key }) => key));
    const ends = new Set(expected.flatMap(({ from, to }) => [from, to]));
    expect(ids(nodes)).toEqual([...ends].sort());
    expect(graph.relationCount).toBe(edges.length);
  }, 60_000);

  it('around a centre has the network that GraphQL returns, with statements as nodes and as lines', async () => {
    const { graph, nodes, edges } = await read('?center=opcat&depth=2&minPublishers=2&lang=ru');
    const { plain, folded } = await app.data(`{
      plain: network(${AROUND}) { nodes { slug } edges { key } }
      folded: network(${AROUND}, fold: STATEMENTS) { nodes { slug } edges { key }
        links { from { slug } to { slug } statements { slug } } } }`);
    const lines = folded.links.flatMap(({ from, to, statements }: Line) =>
      statements.map(({ slug }) => ({ from: from.slug, slug, to: to.slug })),
    ) as { from: string; slug: string; to: string }[];
    const slugs = [...plain.nodes, ...folded.nodes, ...lines].map(({ slug }) => slug as string);
    const keys = [
      ...[...plain.edges, ...folded.edges].map(({ key }) => key as string),
      ...lines.flatMap(({ from, slug, to }) => [`${from}~MADE~${slug}`, `${slug}~ABOUT~${to}`]),
    ];
    expect(lines.length).toBeGreaterThan(0);
    expect(ids(nodes)).toEqual([...new Set(slugs)].sort());
    expect(ids(edges)).toEqual([...new Set(keys)].sort());
    const { entity } = await app.data('{ entity(slug: "opcat") { name(language: RU) } }');
    expect(graph.title).toBe(`Окружение: ${entity.name}, в пределах 2 шагов`);
    expect(graph.address).toBe(
      'http://kenes/export/json?center=opcat&depth=2&minPublishers=2&lang=ru',
    );
  });

  it('leaves out the evidence of sources that are set aside', async () => {
    const { edges } = await read('?without=kt-2025-12-11');
    const sources = new Set(edges.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
    expect(sources.size).toBeGreaterThan(10);
    expect(sources).not.toContain('kt-2025-12-11');
  });

  it('ignores what says only how a view is shown', async () => {
    const plain = await read('?center=npm');
    expect(await read('?center=npm&view=table&sort=name&sel=npm&theme=dark')).toEqual(plain);
  });
});
