import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

/** A filter on what is related to what is related …, some levels deep. */
function related(depth: number, more = ''): string {
  return `${`{ related: [{ ${more} entity: `.repeat(depth)}{}${' }] }'.repeat(depth)}`;
}

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Fields whose value is a connection: what stands before its page arguments, and after it. */
const lists = [
  ['entities by name', 'entities(', ''],
  ['entities by Russian name, from the last on', 'entities(orderBy: { language: RU, direction: DESC }, ', ''],
  ['entities by slug', 'entities(orderBy: { by: SLUG }, ', ''],
  ['entities by degree', 'entities(orderBy: { by: DEGREE }, ', ''],
  ['entities by degree, from the most on', 'entities(orderBy: { by: DEGREE, direction: DESC }, ', ''],
  ['entities by date', 'entities(orderBy: { by: DATE }, ', ''],
  ['entities by date, from the last on', 'entities(orderBy: { by: DATE, direction: DESC }, ', ''],
  ['people', 'people(', ''],
  ['entities of a filter', 'entities(filter: { related: [{ relation: { relationTypes: [PARTICIPATED_IN, MEMBER_OF] } }] }, ', ''],
  ['all relations', 'relations(', ''],
  ['relations of a filter', 'relations(filter: { relationTypes: [PARTICIPATED_IN, MEMBER_OF] }, ', ''],
  ['sources', 'sources(', ''],
  ['relations of an entity', 'entity(slug: "forum-2024") { relations(', '}'],
  ['relations of an entity, from the last on', 'entity(slug: "forum-2024") { relations(orderBy: { direction: DESC }, ', '}'],
  ['relations of an entity by date', 'entity(slug: "council") { relations(orderBy: { by: DATE }, ', '}'],
  ['relations of an entity by date, from the last on', 'entity(slug: "council") { relations(orderBy: { by: DATE, direction: DESC }, ', '}'],
  ['relations of one type', 'entity(slug: "forum-2024") { ... on Event { participants(', '} }'],
  ['relations of a type by date, from the last on', 'entity(slug: "council") { ... on Organization { members(orderBy: { by: DATE, direction: DESC }, ', '} }'],
  ['evidence of an entity', 'entity(slug: "forum-2024") { evidence(', '}'],
  ['evidence of a relation', 'relation(key: "ada~MEMBER_OF~council") { evidence(', '}'],
  ['entities by a measure', 'centrality(measure: DEGREE, ', ''],
  ['entities of a community', 'communities(first: 1) { nodes { entities(', '} }'],
  ['evidence of a source', 'source(slug: "gazette-2024") { evidence(', '}'],
] as const; // prettier-ignore

describeOnEngines('a page', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, {
      documents: [await readFile('tests/worlds/council.yaml', 'utf8')],
    });
  });

  afterAll(async () => {
    await app.close();
  });

  type List = Readonly<{ before: string; after: string }>;

  interface PageArgs {
    readonly first?: number;
    readonly last?: number;
    readonly after?: string;
    readonly before?: string;
  }

  /** All pages of a list are one query with other variables, which is compiled once. */
  async function page({ before, after }: List, variables: PageArgs): Promise<Page> {
    const select = `{
      totalCount edges { cursor node { id } } nodes { id }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }`;
    const query = `query ($first: Int, $last: Int, $after: String, $before: String) {
      ${before}first: $first, last: $last, after: $after, before: $before) ${select} ${after}
    }`;
    let found = await app.data(query, { variables: { ...variables } });
    while (found.edges === undefined) found = Object.values(found)[0];
    const { nodes, ...rest } = found;
    expect(nodes).toEqual(rest.edges.map(({ node }: { node: unknown }) => node));
    return rest;
  }

  describe.each(lists)('of %s', (_what, before, after) => {
    const list = { before, after };

    it('after page is the whole list, either way', async () => {
      const size = 3;
      const whole = await page(list, { first: 100 });
      const { totalCount, edges } = whole;
      expect(totalCount).toBe(edges.length);
      expect(totalCount).toBeGreaterThan(2);
      expect(new Set(edges.map(({ cursor }) => cursor)).size).toBe(totalCount);
      expect(await page(list, { last: 100 })).toEqual(whole);

      const forward: Page['edges'][number][] = [];
      for (let start = 0; start < totalCount; start += size) {
        const from = start === 0 ? {} : { after: edges[start - 1]!.cursor };
        const found = await page(list, { first: size, ...from });
        expect(found).toEqual(partOf(whole, start, start + size));
        forward.push(...found.edges);
      }
      expect(forward).toEqual(edges);

      const backward: Page['edges'][number][] = [];
      for (let end = totalCount; end > 0; end -= size) {
        const to = end === totalCount ? {} : { before: edges[end]!.cursor };
        const found = await page(list, { last: size, ...to });
        expect(found).toEqual(partOf(whole, Math.max(0, end - size), end));
        backward.unshift(...found.edges);
      }
      expect(backward).toEqual(edges);
    });

    it('stays between two cursors', async () => {
      const whole = await page(list, { first: 100 });
      const cursors = whole.edges.map(({ cursor }) => cursor);
      const between = { after: cursors[0]!, before: cursors.at(-1)! };
      const inside = whole.edges.slice(1, -1);
      const edgesOf = async (args: PageArgs): Promise<Page['edges']> =>
        (await page(list, args)).edges;
      expect(await edgesOf(between)).toEqual(inside.slice(0, 20));
      expect(await edgesOf({ first: 2, ...between })).toEqual(inside.slice(0, 2));
      expect(await edgesOf({ last: 2, ...between })).toEqual(inside.slice(-2));
      expect(await edgesOf({ after: cursors[1]!, before: cursors[0]! })).toEqual([]);
    });

    it('is empty past either end, and where none are wanted', async () => {
      const whole = await page(list, { first: 100 });
      const { startCursor, endCursor } = whole.pageInfo;
      const nothing = (pageInfo: Partial<Page['pageInfo']>): Page => ({
        totalCount: whole.totalCount,
        edges: [],
        pageInfo: {
          hasNextPage: false,
          hasPreviousPage: false,
          startCursor: null,
          endCursor: null,
          ...pageInfo,
        },
      });
      expect(await page(list, { after: endCursor! })).toEqual(nothing({ hasPreviousPage: true }));
      expect(await page(list, { last: 1, before: startCursor! })).toEqual(
        nothing({ hasNextPage: true }),
      );
      expect(await page(list, { first: 0 })).toEqual(nothing({ hasNextPage: true }));
      expect(await page(list, { last: 0 })).toEqual(nothing({ hasPreviousPage: true }));
    });
  });

  it('has 20 entries unless another size is given', async () => {
    const { absent, none } = await app.data(
      `query ($none: Int) {
        absent: entities { totalCount nodes { slug } pageInfo { hasNextPage hasPreviousPage } }
        none: entities(first: $none, last: null, after: null) { nodes { slug } }
      }`,
      { variables: { none: null } },
    );
    const { totalCount, pageInfo, nodes } = absent;
    expect({ totalCount, pageInfo, length: nodes.length }).toEqual({
      totalCount: 25,
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
      length: 20,
    });
    expect(none.nodes).toEqual(nodes);
  });

  describe('is refused', () => {
    type Refusal = { message: string; hint: string; argument?: string };
    const tooMany = (argument: string, value: number): Refusal => ({
      message: `\`${argument}\` must be between 0 and 100 (got ${value}).`,
      hint: `Read further pages with \`${argument === 'first' ? 'after: endCursor' : 'before: startCursor'}\`.`,
      argument,
    });
    const both: Refusal = {
      message: '`first` and `last` cannot be used together.',
      hint: 'Use `first` to read from the start, or `last` to read from the end.',
    };
    const strange = (argument: string): Refusal => ({
      message: `\`${argument}\` is not a valid cursor.`,
      hint: 'Pass the `endCursor` or `startCursor` of a page, or the `cursor` of an edge, unchanged.',
      argument,
    });
    const foreign = (argument: string): Refusal => ({
      message: `\`${argument}\` is a cursor of another list.`,
      hint: 'A cursor is valid only for the same field with the same filter, order and language.',
      argument,
    });

    const refused: [args: string, refusal: Refusal][] = [
      ['first: 101', tooMany('first', 101)],
      ['first: -1', tooMany('first', -1)],
      ['last: 101', tooMany('last', 101)],
      ['last: -2147483648', tooMany('last', -2147483648)],
      ['first: 1, last: 1', both],
      ['first: 0, last: 0', both],
      ['after: ""', strange('after')],
      ['after: "x"', strange('after')],
      ['before: "WzFd"', foreign('before')],
      ['after: "WzEuNV0"', strange('after')],
      ['after: "e30"', strange('after')],
      ['after: "bnVsbA"', strange('after')],
      ['before: "\\u0000"', strange('before')],
      [`after: "${Buffer.from('["", [1], {}]').toString('base64url')}"`, strange('after')],
      [`after: "${'A'.repeat(10_000)}"`, strange('after')],
    ];
    const shown = refused.map(([args, refusal]) => [args.slice(0, 60), args, refusal] as const);
    it.each(shown)('with %s, in every list', async (_shown, args, { message, ...parts }) => {
      for (const [, before, after] of [
        lists[0],
        lists[9],
        lists[11],
        lists[12],
        lists[16],
        lists[18],
        lists[20],
      ]) {
        const field = `${before}${args}) { totalCount } ${after}`;
        const { data, errors } = await app.ask(`{ vocabulary { __typename } ${field} }`);
        const path = [...before.matchAll(/([a-z]+)\(/g)].map(([, name]) => name);
        const isNested = path.length > 1;
        expect(data).toEqual(
          isNested ? { vocabulary: { __typename: 'Vocabulary' }, [path[0]!]: null } : null,
        );
        expect(errors).toEqual([
          {
            message: `${message} ${parts.hint}`,
            path,
            locations: [{ line: 1, column: expect.any(Number) }],
            extensions: { code: 'BAD_USER_INPUT', ...parts },
          },
        ]);
      }
    });

    const ofAnotherList =
      '`after` is a cursor of another list. A cursor is valid only for the same field with the same filter, order and language.';
    it.each([
      ['another field', 'people', 'organizations'],
      ['a field of all types', 'people', 'entities'],
      ['another order', 'people', 'people(orderBy: { by: SLUG })'],
      ['another direction', 'people', 'people(orderBy: { direction: DESC })'],
      ['another language', 'people', 'people(orderBy: { language: KK })'],
      ['another filter', 'people', 'people(filter: { slugs: ["ada"] })'],
      [
        'a filter with another value',
        'people(filter: { slugs: ["ada"] })',
        'people(filter: { slugs: ["ada", "bek"] })',
      ],
      ['another list of one value', 'sources', 'relations'],
      [
        'the relations of another filter',
        'relations(filter: { relationTypes: [MADE] })',
        'relations(filter: { relationTypes: [ABOUT] })',
      ],
      ['the sources of another filter', 'sources', 'sources(filter: { kinds: ["NEWS"] })'],
    ])('with the cursor of %s', async (_what, from, to) => {
      const given = await app.data(`{ ${from} { pageInfo { startCursor } } }`);
      const after = given[from.replace(/\(.*/, '')].pageInfo.startCursor as string;
      const args = to.includes('(')
        ? to.replace(/\)$/, `, after: "${after}")`)
        : `${to}(after: "${after}")`;
      const { data, errors } = await app.ask(`{ ${args} { totalCount } }`);
      expect([data, errors?.map(({ message }) => message)]).toEqual([null, [ofAnotherList]]);
    });

    it('with the cursor of a name in another language that the client accepts', async () => {
      const { people } = await app.data('{ people { pageInfo { startCursor } } }', {
        language: 'ru',
      });
      const query = `{ people(after: "${people.pageInfo.startCursor as string}") { totalCount } }`;
      expect((await app.ask(query, { language: 'kk' })).errors?.[0]?.message).toBe(ofAnotherList);
      expect(await app.data(query, { language: 'ru, kk' })).toEqual({ people: { totalCount: 5 } });
    });

    it('not with a cursor of the same list said in other words', async () => {
      const { people, relations } = await app.data(
        `{ people { edges { cursor } } relations { edges { cursor } } }`,
      );
      const [first, second] = people.edges as { cursor: string }[];
      const data = await app.data(`{
        a: people(first: 1, after: "${first!.cursor}", filter: {}, orderBy: { by: NAME, language: EN }) { edges { cursor } }
        b: people(last: 1, before: "${people.edges[2].cursor as string}", filter: { types: [PERSON, EVENT] }) { edges { cursor } }
        c: people(first: 1, after: "${first!.cursor}", filter: { slugs: null, types: null }) { edges { cursor } }
        d: relations(first: 1, after: "${relations.edges[0].cursor as string}", filter: { direction: FORWARD }) { edges { cursor } }
      }`);
      expect(data).toEqual({
        a: { edges: [second] },
        b: { edges: [second] },
        c: { edges: [second] },
        d: { edges: [relations.edges[1]] },
      });
    });
  });

  describe('of a list is refused', () => {
    const end = 'entity(slug: "council") { ... on Organization { members';
    const related2 = '`related` counts as 2 levels.';
    const useRelations = (name: string): string =>
      `Leave \`${name}\` out here, or use the field \`relations\`.`;

    const refused: [field: string, message: string, argument: string, hint?: string][] = [
      [
        'entities(filter: { during: { from: "2025", to: "2024" } })',
        '`from` must not be after `to` (got 2025 and 2024).',
        'filter.during.from',
      ],
      [
        'relations(filter: { during: { from: "2025-02", to: "2025-01-31" } })',
        '`from` must not be after `to` (got 2025-02 and 2025-01-31).',
        'filter.during.from',
      ],
      [
        'relations(filter: { direction: BACKWARD })',
        '`direction` must be FORWARD or EITHER here (got BACKWARD): this list shows relations from their first end.',
        'filter.direction',
        'Use the arguments `from` and `to` instead.',
      ],
      [
        'relations(filter: { minPublishers: -1 })',
        '`minPublishers` must be at least 0 (got -1).',
        'filter.minPublishers',
      ],
      [
        'relations(filter: { minOrigins: -5 })',
        '`minOrigins` must be at least 0 (got -5).',
        'filter.minOrigins',
      ],
      [
        'entities(filter: { or: [{}, { not: { related: [{ relation: { minOrigins: -5 } }] } }] })',
        '`minOrigins` must be at least 0 (got -5).',
        'filter.or[1].not.related[0].relation.minOrigins',
      ],
      [
        'entities(filter: { related: [{ atLeast: 0 }] })',
        '`atLeast` must be at least 1 (got 0).',
        'filter.related[0].atLeast',
      ],
      [
        'entities(filter: { related: [{ atLeast: 2, quantifier: NONE }] })',
        '`atLeast` is allowed only with the quantifier SOME (got NONE).',
        'filter.related[0].atLeast',
      ],
      [
        'entities(filter: { related: [{ atLeast: 1, quantifier: EVERY }] })',
        '`atLeast` is allowed only with the quantifier SOME (got EVERY).',
        'filter.related[0].atLeast',
      ],
      [
        `entities(filter: ${'{ not: '.repeat(9)}{}${' }'.repeat(9)})`,
        'The filter is nested more than 8 levels deep.',
        `filter${'.not'.repeat(9)}`,
        related2,
      ],
      [
        `entities(filter: ${related(5)})`,
        'The filter is nested more than 8 levels deep.',
        `filter${'.related[0].entity'.repeat(5)}`,
        related2,
      ],
      [
        `entities(filter: { or: [${'{},'.repeat(60)}] })`,
        'The filter consists of more than 60 filters.',
        'filter.or[59]',
      ],
      [
        `${end}(filter: { relationTypes: [MADE, ABOUT] })`,
        '`members` lists only MEMBER_OF relations (got `relationTypes`: MADE, ABOUT).',
        'filter.relationTypes',
        useRelations('relationTypes'),
      ],
      [
        `${end}(filter: { relationTypes: [] })`,
        '`members` lists only MEMBER_OF relations (got `relationTypes`: none).',
        'filter.relationTypes',
        useRelations('relationTypes'),
      ],
      [
        `${end}(filter: { direction: FORWARD })`,
        '`members` follows MEMBER_OF only BACKWARD (got `direction`: FORWARD).',
        'filter.direction',
        useRelations('direction'),
      ],
      [
        `${end}(filter: { entityTypes: [PERSON, EVENT] })`,
        '`members` never lists entities of the type EVENT.',
        'filter.entityTypes[1]',
        'Allowed in `entityTypes`: PERSON.',
      ],
      [
        'entity(slug: "council") { degree(filter: { during: { from: "2025", to: "2024" } })',
        '`from` must not be after `to` (got 2025 and 2024).',
        'filter.during.from',
      ],
    ];
    const rows = refused.map(([field, ...parts]) => [field, parts] as const);
    it.each(rows)('for %s', async (field, [message, argument, hint]) => {
      const isConnection = !field.includes('degree(');
      const closed = '}'.repeat(field.match(/(?<=\) ?)\{|(?<=Organization )\{/g)?.length ?? 0);
      const { errors } = await app.ask(
        `{ ${field} ${isConnection ? '{ totalCount nodes { id } }' : ''} ${closed} }`,
      );
      expect(errors?.map(({ message: whole, extensions }) => [whole, extensions])).toEqual([
        [
          hint === undefined ? message : `${message} ${hint}`,
          { code: 'BAD_USER_INPUT', argument, ...(hint === undefined ? {} : { hint }) },
        ],
      ]);
    });

    it.each([
      ['filter: { types: [PEOPLE] }', 'Value "PEOPLE" does not exist in "EntityType" enum.'],
      ['filter: { during: { from: "soon" } }', '“soon” is not a date. Write dates in EDTF'],
      ['filter: { during: { from: 2025 } }', '2025 is a number, and a date is text.'],
      ['filter: { kind: "NHRI" }', 'Did you mean "kinds"'],
      ['orderBy: { by: AGE }', 'Value "AGE" does not exist in "EntityOrderBy" enum.'],
      ['first: 1.5', 'Int cannot represent non-integer value: 1.5'],
      ['first: 2147483648', 'Int cannot represent non 32-bit signed integer value: 2147483648'],
    ])('by its types for %s', async (args, message) => {
      const { data, errors } = await app.ask(`{ entities(${args}) { totalCount } }`);
      expect(data).toBeUndefined();
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.message).toContain(message);
    });

    it('by a variable that is no date, with the name of the variable', async () => {
      const { errors } = await app.ask(
        `query ($from: PartialDate) { entities(filter: { during: { from: $from } }) { totalCount } }`,
        { variables: { from: '10.12.2025' } },
      );
      expect(errors?.[0]?.message).toBe(
        'Variable "$from" got invalid value "10.12.2025"; “10.12.2025” is not a date. Write dates in EDTF, such as 2025, 2025-12, 2025-12-10, 2025-21 (spring), 193X, 2025-06-24/2025-06-25, 2025/.. (still so), 2025/ (ended, unknown when), [2016-03..2016-05] (one day in it), 2025-12-11? or 1997~.',
      );
    });
  });
});

/** The page of a whole list from one place to another. */
function partOf(whole: Page, start: number, end: number): Page {
  const edges = whole.edges.slice(start, end);
  return {
    totalCount: whole.totalCount,
    edges,
    pageInfo: {
      hasNextPage: end < whole.totalCount,
      hasPreviousPage: start > 0,
      startCursor: edges[0]!.cursor,
      endCursor: edges.at(-1)!.cursor,
    },
  };
}
