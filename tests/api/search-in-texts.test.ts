import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const QUERY = `query($query: String!, $in: [SearchPlace!]! = [NAMES, TEXTS], $types: [EntityType!], $first: Int, $after: String) {
  search(query: $query, in: $in, types: $types, first: $first, after: $after) {
    edges { node { slug } matchedName matchedLanguage matchedText score }
    pageInfo { hasNextPage endCursor }
  }
}`;

const document = `
kenes: 1
entities:
  - { slug: council, type: Organization, names: { en: River Council }, description: { en: Advises on ferries., ru: Совет по делам паромов } }
  - { slug: harbour, type: Place, names: { kk: Айлақ }, description: { en: Where ferries land. } }
  - { slug: ferries, type: Topic, names: { en: Ferries } }
  - { slug: dana, type: Person, names: { en: Dana Reed }, evidence: [{ source: kenes-editorial, note: The ferry office spells her name Dina. }] }
  - { slug: nameless, type: Topic, description: { ru: О паромах } }
relations:
  - { type: MEMBER_OF, from: dana, to: council, evidence: [{ source: kenes-editorial, note: She left before the ferries were sold. }] }
`;

interface Edge {
  readonly node: { readonly slug: string };
  readonly matchedText: string | null;
  readonly score: number;
}

describeOnEngines('a search in texts', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, { documents: [document] });
  });

  afterAll(async () => {
    await app.close();
  });

  const edges = async (query: string, others: object = {}): Promise<Edge[]> =>
    (await app.data(QUERY, { variables: { query, ...others } })).search.edges as Edge[];
  const slugs = async (query: string, others: object = {}): Promise<string[]> =>
    (await edges(query, others)).map(({ node }) => node.slug);

  it('finds descriptions and notes below names, and says which text has the words', async () => {
    expect(await edges('ferries')).toEqual([
      {
        node: { slug: 'ferries' },
        matchedName: 'Ferries',
        matchedLanguage: 'EN',
        matchedText: null,
        score: 1,
      },
      {
        node: { slug: 'council' },
        matchedName: 'River Council',
        matchedLanguage: 'EN',
        matchedText: 'Advises on ferries.',
        score: 0.05,
      },
      {
        node: { slug: 'dana' },
        matchedName: 'Dana Reed',
        matchedLanguage: 'EN',
        matchedText: 'She left before the ferries were sold.',
        score: 0.05,
      },
      {
        node: { slug: 'harbour' },
        matchedName: 'Айлақ',
        matchedLanguage: 'KK',
        matchedText: 'Where ferries land.',
        score: 0.05,
      },
    ]);
  });

  it('looks at texts alone, or as before at names alone', async () => {
    expect(await slugs('ferries', { in: ['TEXTS'] })).toEqual(['council', 'dana', 'harbour']);
    expect(await slugs('ferries', { in: ['NAMES'] })).toEqual(['ferries']);
    const { search } = await app.data('{ search(query: "ferries") { nodes { slug } } }');
    expect(search.nodes).toEqual([{ slug: 'ferries' }]);
    expect(await slugs('ferries', { in: [] })).toEqual([]);
  });

  it('finds notes of evidence for an entity, and all words in one text', async () => {
    expect(await edges('office dina')).toMatchObject([
      { node: { slug: 'dana' }, matchedText: 'The ferry office spells her name Dina.' },
    ]);
    expect(await slugs('office sold')).toEqual([]);
  });

  it('finds whole words in any script and spelling', async () => {
    expect(await slugs('ferrie')).toEqual(['ferries']);
    expect(await slugs('paromov')).toEqual(['council']);
    expect(await slugs('паромах')).toEqual(['nameless']);
  });

  it('names an entity without a name by its slug', async () => {
    expect(await edges('паромах')).toMatchObject([
      { node: { slug: 'nameless' }, matchedName: 'nameless', matchedLanguage: null },
    ]);
  });

  it('finds the types that are asked for', async () => {
    expect(await slugs('ferries', { types: ['PLACE', 'PERSON'] })).toEqual(['dana', 'harbour']);
  });

  it('answers page by page what it answers at once', async () => {
    const all = await edges('ferries');
    const paged: Edge[] = [];
    for (let after: string | null = null; ;) {
      const { search } = await app.data(QUERY, {
        variables: { query: 'ferries', first: 1, after },
      });
      paged.push(...(search.edges as Edge[]));
      if (!search.pageInfo.hasNextPage) break;
      after = search.pageInfo.endCursor as string;
    }
    expect(paged).toEqual(all);
  });

  describe('answers what is no word:', () => {
    it.each([
      ['250 words', 'a '.repeat(250)],
      ['500 letters', 'x'.repeat(500)],
      ['an operator of Lucene', 'a AND NOT (b~2 OR [a TO z]) /./ \\ ^4 folded:*'],
    ])('%s', async (_what, query) => {
      expect(await slugs(query, { in: ['TEXTS'] })).toEqual([]);
    });
  });
});
