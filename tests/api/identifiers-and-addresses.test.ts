import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const SEARCH = `query($query: String!) {
  search(query: $query) { edges { node { slug } matchedName matchedLanguage score } }
}`;

const LIST = `query($filter: EntityFilter) {
  entities(filter: $filter, orderBy: { by: SLUG }) { nodes { slug } totalCount }
}`;

const document = `
kenes: 1
entities:
  - slug: law
    type: Instrument
    names: { en: A law on councils }
    identifier: 48-IV
  - slug: report
    type: Report
    names: { en: Third report }
    identifier: CCPR/C/KAZ/CO/3
  - slug: other-report
    type: Report
    names: { en: Reply to CCPR C KAZ CO 3 }
    identifier: CCPR/C/KAZ/CO/3/Add.1
  - slug: council
    type: Organization
    names: { en: Council }
    sameAs: [https://www.wikidata.org/wiki/Q1000001, https://council.example/]
  - slug: office
    type: Organization
    names: { en: Office }
    sameAs: [https://council.example/]
  - { slug: elder, type: Person, names: { en: Anna Elder } }
relations:
  - { type: MEMBER_OF, from: elder, to: council, evidence: [{ source: kenes-editorial }] }
`;

describeOnEngines('what has an identifier or an address elsewhere', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, { documents: [document] });
  });

  afterAll(async () => {
    await app.close();
  });

  const found = async (query: string) =>
    (await app.data(SEARCH, { variables: { query } })).search.edges as unknown[];
  const listed = async (filter: object): Promise<string[]> =>
    (await app.data(LIST, { variables: { filter } })).entities.nodes.map(
      ({ slug }: { slug: string }) => slug,
    );

  describe('is found by a search', () => {
    it.each([
      ['48-IV', 'law', '48-IV'],
      ['№ 48-iv', 'law', '48-IV'],
      [
        'https://www.wikidata.org/wiki/Q1000001',
        'council',
        'https://www.wikidata.org/wiki/Q1000001',
      ],
      ['http://wikidata.org/wiki/Q1000001/', 'council', 'https://www.wikidata.org/wiki/Q1000001'],
    ])('for %s, as a whole name', async (query, slug, matchedName) => {
      expect(await found(query)).toEqual([
        { node: { slug }, matchedName, matchedLanguage: null, score: 1 },
      ]);
    });

    it('before names that have its parts', async () => {
      expect(await found('CCPR/C/KAZ/CO/3')).toEqual([
        {
          node: { slug: 'report' },
          matchedName: 'CCPR/C/KAZ/CO/3',
          matchedLanguage: null,
          score: 1,
        },
        {
          node: { slug: 'other-report' },
          matchedName: 'Reply to CCPR C KAZ CO 3',
          matchedLanguage: 'EN',
          score: 0.75,
        },
      ]);
    });

    it('only as a whole', async () => {
      expect(await found('48')).toEqual([]);
      expect(await found('https://www.wikidata.org/wiki/Q1000002')).toEqual([]);
    });
  });

  describe('is listed by the filter `sameAs`', () => {
    it.each([
      ['one address', { sameAs: ['https://www.wikidata.org/wiki/Q1000001'] }, ['council']],
      ['an address of two', { sameAs: ['https://council.example'] }, ['council', 'office']],
      ['an address that nothing has', { sameAs: ['https://nowhere.example/'] }, []],
      ['no address', { sameAs: [] }, []],
      [
        'an address and a slug',
        { sameAs: ['https://council.example/'], slugs: ['office', 'law'] },
        ['office'],
      ],
      [
        'an address within other filters',
        { related: [{ entity: { or: [{ sameAs: ['https://council.example/'] }] } }] },
        ['elder'],
      ],
      [
        'all but an address',
        { types: ['ORGANIZATION'], not: { sameAs: ['https://www.wikidata.org/wiki/Q1000001'] } },
        ['kenes-editors', 'office'],
      ],
    ])('with %s', async (_what, filter, slugs) => {
      expect(await listed(filter)).toEqual(slugs);
    });

    it('page by page', async () => {
      const filter = { sameAs: ['https://council.example/'] };
      const page = async (after: string | null) =>
        (
          await app.data(
            `query($filter: EntityFilter, $after: String) {
              entities(filter: $filter, orderBy: { by: SLUG }, first: 1, after: $after) {
                nodes { slug } pageInfo { endCursor hasNextPage }
              }
            }`,
            { variables: { filter, after } },
          )
        ).entities;
      const first = await page(null);
      expect(first).toMatchObject({
        nodes: [{ slug: 'council' }],
        pageInfo: { hasNextPage: true },
      });
      expect(await page(first.pageInfo.endCursor)).toMatchObject({
        nodes: [{ slug: 'office' }],
        pageInfo: { hasNextPage: false },
      });
    });
  });

  it('is not asked for by what is no address', async () => {
    const { errors } = await app.ask(LIST, { variables: { filter: { sameAs: ['Q1000001'] } } });
    expect(errors?.map(({ message }) => message)).toEqual([
      expect.stringContaining('“Q1000001” is not an address.'),
    ]);
  });
});
