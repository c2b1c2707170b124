import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const QUERY = `query($query: String!, $types: [EntityType!], $first: Int, $after: String) {
  search(query: $query, types: $types, first: $first, after: $after) {
    edges { node { slug } matchedName score }
    pageInfo { hasNextPage endCursor }
  }
}`;

const document = `
kenes: 1
evidence: [{ source: kenes-editorial }]
entities:
  - { slug: water, type: Event, kind: CONFERENCE, names: { ru: Права человека и вода, kk: Су } }
  - { slug: bread, type: Event, kind: CONFERENCE, names: { ru: Хлеб насущный } }
  - { slug: press, type: Event, kind: BRIEFING, names: { ru: Пресс-конференция о воде } }
  - { slug: nameless, type: Event, kind: CONFERENCE }
  - { slug: forum, type: Organization, kind: PARTY, names: { ru: Вода } }
  - { slug: oral, type: Place, kind: CITY, names: { ru: Уральск } }
relations:
  - { type: PARTICIPATED_IN, from: forum, to: bread, role: ORGANIZER }
`;

interface Edge {
  readonly node: { readonly slug: string };
  readonly matchedName: string;
  readonly score: number;
}

describeOnEngines('a search for a kind', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine, { documents: [document] });
  });
  afterAll(() => app.close());

  const found = async (query: string, others: object = {}): Promise<[string, number][]> =>
    (await app.data(QUERY, { variables: { query, ...others } })).search.edges.map(
      ({ node, score }: Edge) => [node.slug, score],
    );

  it.each(['конференция', 'Конференции', 'конференцией', 'conference', 'conferences', 'конференциялар'])(
    'finds what is of it, below what has it in its name, the best related first: %s',
    async (query) => {
      expect((await found(query)).filter(([, score]) => score < 0.1)).toEqual([
        ['bread', 0.075],
        ['nameless', 0.075],
        ['water', 0.075],
      ]);
    },
  ); // prettier-ignore

  it('says by which word, or by which name, it was found', async () => {
    const matched = async (query: string) => {
      const { search } = await app.data(
        `query($query: String!) { search(query: $query) { edges { matchedName matchedLanguage node { slug } } } }`,
        { variables: { query } },
      );
      return search.edges.find(({ node }: Edge) => node.slug === 'water');
    };
    expect(await matched('конференции')).toEqual({
      matchedName: 'конференция',
      matchedLanguage: 'RU',
      node: { slug: 'water' },
    });
    expect(await matched('conference вода')).toEqual({
      matchedName: 'Права человека и вода',
      matchedLanguage: 'RU',
      node: { slug: 'water' },
    });
  });

  it('puts what has the word in its name above', async () => {
    expect((await found('конференция'))[0]).toEqual(['press', 0.75]);
  });

  it.each([
    ['конференция по правам человека', [['water', 0.075]]],
    ['конференция о хлебе', [['bread', 0.075]]],
    ['қала Уральск', [['oral', 0.15]]],
    ['конференция о мире', []],
    ['партия хлеба', []],
  ])('finds only what has the other words in its name: %s', async (query, expected) => {
    const slugs = expected.map(([slug]) => slug);
    expect((await found(query)).filter(([slug]) => slugs.length === 0 || slugs.includes(slug))).toEqual(expected);
  }); // prettier-ignore

  it('is the same page by page, and only of the types that are asked for', async () => {
    const all = await found('конференция', { first: 100 });
    const paged: [string, number][] = [];
    for (let after: string | null = null; ;) {
      const variables = { query: 'конференция', first: 1, after };
      const { search } = await app.data(QUERY, { variables });
      paged.push(...search.edges.map(({ node, score }: Edge) => [node.slug, score]));
      if (!search.pageInfo.hasNextPage) break;
      after = search.pageInfo.endCursor as string;
    }
    expect(paged).toEqual(all);
    expect(await found('конференция', { types: ['ORGANIZATION'] })).toEqual([]);
  });
});

describeOnEngines('a search for a usual word in the seed', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  }, 60_000);
  afterAll(() => app.close());

  const slugs = async (query: string): Promise<string[]> =>
    (await app.data(QUERY, { variables: { query, first: 100 } })).search.edges.map(
      ({ node }: Edge) => node.slug,
    );

  it.each([
    ['конференция', ['conference-penitentiary-2025', 'conference-human-rights-2024-12-10', 'penal-system-briefing-2024-07']],
    ['ПРООН', ['undp', 'undp-kazakhstan']],
    ['UNDP', ['undp', 'undp-kazakhstan']],
    ['омбудсмен', ['ombudsman-kz', 'st-states-ombudsman-npm']],
    ['омбудсмена', ['ombudsman-kz']],
    ['тюрьма', ['prison-population', 'prison-medicine', 'stigma-of-prison-schooling', 'st-rogov-early-reform']],
    ['тюрьмы', ['prison-population', 'prison-medicine']],
    ['түрме', ['prison-medicine', 'stigma-of-prison-schooling']],
  ])('finds all that are meant: %s', async (query, expected) => {
    expect(await slugs(query)).toEqual(expect.arrayContaining(expected));
  }); // prettier-ignore

  it.each(['zzzzz', 'ааааа', 'ааа', 'ЙЙЙЙ', 'ққ', 'oooooooo'])(
    'finds nothing for one repeated letter: %s',
    async (query) => {
      expect(await slugs(query)).toEqual([]);
    },
  );
});
