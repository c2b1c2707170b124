import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const QUERY = `query($query: String!, $types: [EntityType!], $first: Int, $after: String) {
  search(query: $query, types: $types, first: $first, after: $after) {
    edges { node { slug } matchedName matchedLanguage score }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

interface Edge {
  readonly node: { readonly slug: string };
  readonly matchedName: string;
  readonly matchedLanguage: string;
  readonly score: number;
}

/** Returns different words of this length. */
function numbered(word: string, count: number): string {
  const letter = (index: number): string => String.fromCharCode(97 + (index % 26));
  return Array.from(
    { length: count },
    (_, index) => word.slice(2) + letter(index) + letter(Math.floor(index / 26)),
  ).join(' ');
}

/** Names between which a search has to choose. */
const rivals = `
kenes: 1
entities:
  - { slug: whole, type: Person, names: { en: Anna Berg } }
  - { slug: turned, type: Person, names: { en: Berg Anna } }
  - { slug: more, type: Organization, names: { en: Anna Maria Berg Society } }
  - { slug: begun, type: Person, names: { en: Annabel Berger } }
  - { slug: mistaken, type: Person, names: { en: Annabel Berk } }
  - { slug: scattered, type: Person, names: { en: Anna Lind }, aliases: { en: [Maria Berg] } }
  - { slug: known, type: Person, names: { en: Anna Berg } }
  - { slug: spelled, type: Person, names: { en: Zhukov, ru: Жуков, kk: Жуков }, aliases: { ru: [Жуков Юрий] } }
  - { slug: nameless, type: Person }
relations:
  - { type: MEMBER_OF, from: known, to: more, evidence: [{ source: kenes-editorial }] }
`;

describeOnEngines('a search', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  const edges = async (query: string, others: object = {}): Promise<Edge[]> =>
    (await app.data(QUERY, { variables: { query, ...others } })).search.edges as Edge[];
  const slugs = async (query: string, others: object = {}): Promise<string[]> =>
    (await edges(query, others)).map(({ node }) => node.slug);

  it.each([
    ['Ластаев', 'artur-lastaev'],
    ['Lastayev', 'artur-lastaev'],
    ['Lastaev', 'artur-lastaev'],
    ['lastaev', 'artur-lastaev'],
    ['  ЛАСТАЕВ,  артур!', 'artur-lastaev'],
    ['Артур Лаcтaeв', 'artur-lastaev'], // with Latin look-alikes
    ['Симкич', 'aleska-simkic'],
    ['Simkic', 'aleska-simkic'],
    ['Aleška Simkić', 'aleska-simkic'],
    ['Қазақстан', 'kazakhstan'],
    ['Казахстан', 'kazakhstan'],
    ['Kazakhstan', 'kazakhstan'],
    ['НПМ', 'npm'],
    ['NPM', 'npm'],
    ['национальный превентивный механизм', 'npm'],
    ['омбудсмен', 'ombudsman-kz'],
    ['Ombudsman', 'ombudsman-kz'],
  ])('for %s finds %s first', async (query, slug) => {
    expect((await slugs(query))[0]).toBe(slug);
  });

  it.each([
    ['Lastayevv', 'a letter too many'],
    ['Lstayev', 'a letter missing'],
    ['Laztayev', 'another letter'],
    ['Latsayev', 'two letters exchanged'],
    ['Ластыев', 'another letter of Cyrillic'],
    ['Лсатаев', 'two letters of Cyrillic exchanged'],
    ['Artur Lastayef', 'another last letter, with the other word right'],
    ['Last', 'a beginning'],
    ['Last Art', 'beginnings in another order'],
  ])('for %s (%s) finds Lastayev', async (query) => {
    expect(await slugs(query)).toContain('artur-lastaev');
  });

  it.each(['Симкеч', 'Симикч', 'Симкчи', 'Simkich', 'Sinkic', 'Simkci'])(
    'for %s finds Simkić',
    async (query) => {
      expect(await slugs(query)).toContain('aleska-simkic');
    },
  );

  it('allows no mistake in words of three letters, nor two in one', async () => {
    expect(await slugs('NPN')).not.toContain('npm');
    expect(await slugs('Lsatayef')).not.toContain('artur-lastaev');
  });

  it('says by which name it found an entity, in the language and spelling that was typed', async () => {
    const found = async (query: string) => {
      const [edge] = await edges(query);
      return { ...edge, node: undefined };
    };
    expect(await found('Ластаев')).toEqual({
      matchedName: 'Артур Ластаев',
      matchedLanguage: 'RU',
      score: 0.75,
    });
    expect(await found('Lastayev')).toEqual({
      matchedName: 'Artur Lastayev',
      matchedLanguage: 'EN',
      score: 0.75,
    });
    expect(await found('Қазақстан')).toEqual({
      matchedName: 'Қазақстан',
      matchedLanguage: 'KK',
      score: 1,
    });
  });

  it('finds entities of the types that are asked for alone', async () => {
    expect((await slugs('Bogner')).length).toBeGreaterThan(1);
    expect(await slugs('Bogner', { types: ['PERSON'] })).toEqual(['matilda-bogner']);
    expect(await slugs('Bogner', { types: ['PERSON', 'EVENT'] })).toContain('matilda-bogner');
    expect(await slugs('Bogner', { types: [] })).toEqual([]);
  });

  it('answers page by page what it answers at once', async () => {
    const all = await edges('prava', { first: 100 });
    expect(all.length).toBeGreaterThan(10);
    const paged: Edge[] = [];
    for (let after: string | null = null; ;) {
      const variables = { query: 'Права', first: 3, after };
      const { search } = await app.data(QUERY, { variables });
      expect(search.pageInfo.hasPreviousPage).toBe(after !== null);
      paged.push(...(search.edges as Edge[]));
      if (!search.pageInfo.hasNextPage) break;
      after = search.pageInfo.endCursor as string;
    }
    expect(paged.map(({ node, score }) => [node.slug, score])).toEqual(
      all.map(({ node, score }) => [node.slug, score]),
    );
  });

  it('brings what is asked of the entities in one reading', async () => {
    const { search } = await app.data(
      `{ search(query: "Lastayev") { nodes { name ... on Person { memberships { nodes { name } } } } } }`,
    );
    expect(search.nodes).toHaveLength(1);
    expect(app.reads).toEqual([{ start: 'entities by slug', expansions: ['memberships'] }]);
  });

  describe('answers what is no name:', () => {
    it.each([
      ['SQL', '"*) OR 1=1'],
      ['SQL that ends a text', "' OR 1=1 --"],
      ['an operator of FTS5', 'folded : NEAR("a" b, 3) NOT *'],
      ['an operator of Lucene', 'a AND NOT (b~2 OR [a TO z]) /./ \\ ^4 folded:*'],
      ['wildcards', 'a* ? % _'],
      ['250 words', 'a '.repeat(250)],
      ['500 letters', 'x'.repeat(500)],
      ['500 characters of Chinese', '王'.repeat(500)],
      ['500 characters of Cyrillic', 'щ'.repeat(500)],
      ['as long words as have mistakes', 'абвгдежзийкл'.repeat(2).concat(' ').repeat(20)],
      ['as many words as have mistakes', numbered('abcd', 100)],
      ['as many words as can be divided', numbered('abcdefg', 60)],
      ['as many names as can be within it', 'Президент ТОО Абв-Где Серикович Жзи-Клм Ноп Рст'],
      ['words that are taken in their order', numbered('abcde', 80)],
    ])('%s', async (_what, query) => {
      expect(Array.isArray(await slugs(query))).toBe(true);
    });
  });

  it.each([
    ...['', '  ', '…', '* ? % _', '\u200b', '😀', '\u0000\u001b', '\ud83d'].map(
      (query): [string, Record<string, unknown>, string] => [
        `${JSON.stringify(query)}, which has no letter or digit`,
        { query },
        '`query` must have a letter or a digit. Write a name or some of its words. `entities` lists all entities.',
      ],
    ),
    [
      'a query of 10,000 characters',
      { query: 'x'.repeat(10_000) },
      '`query` must have at most 500 characters (got 10,000).',
    ],
    [
      'too large a page',
      { query: 'a', first: 101 },
      '`first` must be between 0 and 100 (got 101). Read further pages with `after: endCursor`.',
    ],
    [
      'a negative page',
      { query: 'a', first: -1 },
      '`first` must be between 0 and 100 (got -1). Read further pages with `after: endCursor`.',
    ],
    [
      'what is no cursor',
      { query: 'a', after: 'x' },
      '`after` is not a valid cursor. Pass the `endCursor` or `startCursor` of a page, or the `cursor` of an edge, unchanged.',
    ],
  ])('refuses %s, and says what is allowed', async (_what, variables, message) => {
    const { errors } = await app.ask(QUERY, { variables });
    expect(errors?.map((error) => [error.message, error.extensions?.['code']])).toEqual([
      [message, 'BAD_USER_INPUT'],
    ]);
  });

  it('refuses the cursor of another search', async () => {
    const { search } = await app.data(QUERY, { variables: { query: 'Kazakhstan', first: 1 } });
    const { errors } = await app.ask(QUERY, {
      variables: { query: 'Lastayev', after: search.pageInfo.endCursor as string },
    });
    expect(errors?.map(({ message }) => message)).toEqual([
      '`after` is a cursor of another list. A cursor is valid only for the same field with the same filter, order and language.',
    ]);
  });
});

describeOnEngines('the order of what a search finds', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, { documents: [rivals] });
  });

  afterAll(async () => {
    await app.close();
  });

  const found = async (query: string, first = 20): Promise<[string, number][]> =>
    (await app.data(QUERY, { variables: { query, first } })).search.edges.map((edge: Edge) => [
      edge.node.slug,
      edge.score,
    ]);

  it('is whole names, words, beginnings, mistakes; then most relations, then the slug', async () => {
    expect(await found('anna berg')).toEqual([
      ['known', 1],
      ['whole', 1],
      ['more', 0.75],
      ['turned', 0.75],
      ['begun', 0.5],
      ['mistaken', 0.25],
    ]);
  });

  it('is the same however many are asked for', async () => {
    const all = await found('anna berg');
    for (let first = 0; first <= all.length; first++)
      expect(await found('anna berg', first)).toEqual(all.slice(0, first));
  });

  it('leaves out an entity whose names have the words only together', async () => {
    expect((await found('lind berg')).map(([slug]) => slug)).not.toContain('scattered');
    expect(await found('lind')).toContainEqual(['scattered', 0.75]);
  });

  it.each([
    ['Zhukov', 'Zhukov', 'EN'],
    ['жуков', 'Жуков', 'RU'],
    ['Jukov', 'Zhukov', 'EN'],
    ['юрий', 'Жуков Юрий', 'RU'],
  ])('by the name: of %s is matched %s (%s)', async (query, matchedName, matchedLanguage) => {
    const { search } = await app.data(QUERY, { variables: { query } });
    expect(search.edges).toMatchObject([
      { node: { slug: 'spelled' }, matchedName, matchedLanguage },
    ]);
  });
});
