import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const nodes = (...slugs: string[]) => ({ nodes: slugs.map((slug) => ({ slug })) });

describeOnEngines('a selection', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, {
      documents: [await readFile('tests/worlds/council.yaml', 'utf8')],
    });
  });

  afterAll(async () => {
    await app.close();
  });

  it('has one field under several names with different arguments', async () => {
    const { entity } = await app.data(`{
      entity(slug: "forum-2024") {
        ... on Event {
          all: participants { totalCount }
          speakers: participants(filter: { roles: [SPEAKER] }) { nodes { slug } }
          organizers: participants(filter: { roles: [ORGANIZER] }) { totalCount nodes { slug } }
          first: participants(first: 1) { nodes { slug } }
          last: participants(last: 1) { nodes { slug } }
          backwards: participants(orderBy: { direction: DESC }) { nodes { slug } }
          again: participants(filter: { roles: [SPEAKER] }) { nodes { slug name } }
        }
        any: degree
        some: degree(filter: { entityTypes: [PERSON] })
        whole: evidence(properties: []) { totalCount }
        dated: evidence(properties: ["startDate"]) { totalCount nodes { value } }
      }
    }`);
    expect(entity).toEqual({
      all: { totalCount: 5 },
      speakers: nodes('ada', 'bek'),
      organizers: { totalCount: 2, ...nodes('council', 'ministry') },
      first: nodes('ada'),
      last: nodes('ministry'),
      backwards: nodes('ministry', 'council', 'bek', 'ada', 'ada'),
      again: {
        nodes: [
          { slug: 'ada', name: 'Ada Ivanova' },
          { slug: 'bek', name: 'Бек Әлиев' },
        ],
      },
      any: 8,
      some: 3,
      whole: { totalCount: 2 },
      dated: {
        totalCount: 3,
        nodes: [{ value: '2024-05-11' }, { value: '2024-05-10' }, { value: '2024-05-10' }],
      },
    });
  });

  it.each([
    'name(language: RU)',
    'name(language: KK)',
    'name',
    'name ru: name(language: RU) kk: name(language: KK)',
    'name(language: KK) names { language text }',
    'slug',
  ])('has of the names in a list those that are asked for: %s', async (fields) => {
    const { list, first } = await app.data(
      `{
        list: entities(first: 50, orderBy: { by: SLUG }) {
          nodes { slug ${fields} relations { nodes { slug ${fields} } } }
        }
        first: entity(slug: "ada") { slug ${fields} }
      }`,
      { language: 'kk' },
    );
    expect(list.nodes.length).toBeGreaterThan(5);
    const ada = list.nodes.find(({ slug }: { slug: string }) => slug === 'ada');
    expect(ada).toMatchObject(first);
  });

  it('has several root fields, also the same one', async () => {
    const data = await app.data(`{
      a: entity(slug: "ada") { slug }
      b: entity(slug: "ada") { name memberships: degree(filter: { relationTypes: [MEMBER_OF] }) }
      none: entity(slug: "nobody") { slug }
      people(first: 1, orderBy: { by: SLUG }) { nodes { slug } }
      last: people(last: 1, orderBy: { by: SLUG }) { nodes { slug } }
      relation(key: "ada~MADE~st-water") { key }
      source(slug: "note") { slug }
    }`);
    expect(data).toEqual({
      a: { slug: 'ada' },
      b: { name: 'Ada Ivanova', memberships: 2 },
      none: null,
      people: nodes('ada'),
      last: nodes('dana-2'),
      relation: { key: 'ada~MADE~st-water' },
      source: { slug: 'note' },
    });
  });

  it('asks for nodes and for the nodes of edges each with its own fields', async () => {
    const { entity } = await app.data(`{
      entity(slug: "council") {
        ... on Organization {
          members(first: 1) {
            edges {
              relation { title from { slug degree } }
              node { name statements(first: 1) { totalCount } }
            }
            nodes {
              aliases { text }
              statements { nodes { slug } }
              memberships(first: 1) { nodes { slug } }
            }
          }
        }
      }
    }`);
    expect(entity.members).toEqual({
      edges: [
        {
          relation: { title: 'Chair', from: { slug: 'ada', degree: 5 } },
          node: { name: 'Ada Ivanova', statements: { totalCount: 1 } },
        },
      ],
      nodes: [
        {
          aliases: [{ text: 'A. Ivanova' }, { text: 'The Chair' }, { text: 'А. Иванова' }],
          statements: nodes('st-water'),
          memberships: nodes('council'),
        },
      ],
    });
  });

  it('says one field in several places, which then make one', async () => {
    const { entity } = await app.data(`{
      entity(slug: "council") {
        ... on Organization { members(first: 1) { totalCount } }
        ... on Organization { members(first: 1) { nodes { slug } } }
        ...more
      }
    }
    fragment more on Organization { members(first: 1) { nodes { name ...office } } }
    fragment office on Person { memberships(first: 1) { edges { relation { title } } } }`);
    expect(entity.members).toEqual({
      totalCount: 3,
      nodes: [
        {
          slug: 'ada',
          name: 'Ada Ivanova',
          memberships: { edges: [{ relation: { title: 'Chair' } }] },
        },
      ],
    });
  });

  it('asks each type for what it has: one name may mean another thing on another type', async () => {
    const { nodes: found } = await app.data(
      `query ($ids: [ID!]!) {
        nodes(ids: $ids) {
          __typename
          ... on Person { statements { nodes { slug } } relations(first: 1) { nodes { slug } } }
          ... on Event { statements { nodes { slug } } relations(first: 2) { nodes { slug } } }
          ... on Organization { relations(last: 1) { totalCount nodes { slug } } kind }
          ... on Entity { degree }
        }
      }`,
      {
        variables: {
          ids: ['Person:ada', 'Event:forum-2024', 'Organization:council'].map((text) =>
            Buffer.from(text).toString('base64url'),
          ),
        },
      },
    );
    expect(found).toEqual([
      {
        __typename: 'Person',
        statements: nodes('st-water'),
        relations: nodes('council'),
        degree: 5,
      },
      {
        __typename: 'Event',
        statements: nodes('st-water'),
        relations: nodes('ada', 'ada'),
        degree: 8,
      },
      {
        __typename: 'Organization',
        relations: { totalCount: 6, ...nodes('st-water') },
        kind: 'NHRI',
        degree: 6,
      },
    ]);
  });

  it('follows fields of some of the types that a list holds', async () => {
    const { entity } = await app.data(`{
      entity(slug: "forum-2024") {
        relations(filter: { relationTypes: [PARTICIPATED_IN, MADE_AT, HELD_IN] }) {
          nodes {
            slug
            ... on Organization { members { totalCount } }
            ... on Person { memberships(first: 1) { nodes { slug } } }
            ... on Place { locatedIn { nodes { slug events { totalCount } } } }
            ... on Node { id }
          }
        }
      }
    }`);
    const id = (text: string) => Buffer.from(text).toString('base64url');
    const person = (slug: string) => ({
      slug,
      memberships: nodes('council'),
      id: id(`Person:${slug}`),
    });
    expect(entity.relations.nodes).toEqual([
      person('ada'),
      person('ada'),
      person('bek'),
      { slug: 'council', members: { totalCount: 3 }, id: id('Organization:council') },
      {
        slug: 'hall',
        locatedIn: { nodes: [{ slug: 'almaty', events: { totalCount: 0 } }] },
        id: id('Place:hall'),
      },
      { slug: 'ministry', members: { totalCount: 1 }, id: id('Organization:ministry') },
      { slug: 'st-water', id: id('Statement:st-water') },
    ]);
  });

  it.each([
    [{ on: true, off: false }, ['slug', 'name', 'members', 'degree', 'partOf']],
    [{ on: false, off: true }, ['slug', 'always', 'relations']],
    [{ on: true, off: true }, ['slug', 'name', 'partOf']],
    [{ on: false, off: false }, ['slug', 'always', 'members', 'degree', 'relations']],
  ])('leaves out what directives say: %j', async (variables, fields) => {
    const { entity } = await app.data(
      `query ($on: Boolean!, $off: Boolean!) {
        entity(slug: "council") {
          slug
          name @include(if: $on)
          always: name @skip(if: $on)
          ... on Organization @skip(if: $off) { members { totalCount } }
          ... @skip(if: $off) { degree(filter: { minPublishers: 1 }) }
          ...part @include(if: $on)
          relations(first: 1) @skip(if: $on) { nodes { slug } }
          description @include(if: $on) @skip(if: true)
        }
      }
      fragment part on Organization { partOf { nodes { slug } } }`,
      { variables },
    );
    expect(entity).toStrictEqual(
      Object.fromEntries(
        Object.entries({
          slug: 'council',
          name: 'Council for Rights',
          always: 'Council for Rights',
          members: { totalCount: 3 },
          degree: 2,
          partOf: nodes('ministry'),
          relations: nodes('ada'),
        }).filter(([field]) => fields.includes(field)),
      ),
    );
  });

  it.each([
    [{}, ['ada', 'bek'], 'Council for Rights'],
    [
      { roles: null, language: null },
      ['ada', 'ada', 'bek', 'council', 'ministry'],
      'Council for Rights',
    ],
    [{ roles: [], language: 'RU' }, [], 'Совет по правам'],
    [{ roles: ['MODERATOR'], first: 1, language: 'KK' }, ['ada'], 'Құқық кеңесі'],
    [
      { roles: ['ORGANIZER', 'SPEAKER'], first: 3 },
      ['ada', 'bek', 'council'],
      'Council for Rights',
    ],
  ])(
    'takes its arguments from variables and their defaults: %j',
    async (variables, slugs, name) => {
      const data = await app.data(
        `query ($slug: String! = "forum-2024", $roles: [ParticipationRole!] = [SPEAKER], $first: Int, $language: Language) {
        entity(slug: $slug) {
          ... on Event { participants(filter: { roles: $roles }, first: $first) { nodes { slug } } }
        }
        council: entity(slug: "council") { name(language: $language) }
      }`,
        { variables },
      );
      expect(data).toEqual({ entity: { participants: nodes(...slugs) }, council: { name } });
    },
  );

  it('goes round in a circle without losing what each place asks for', async () => {
    const { entity } = await app.data(`{
      entity(slug: "ada") {
        ... on Person {
          participations(filter: { roles: [SPEAKER] }) {
            nodes {
              slug
              participants(filter: { roles: [SPEAKER] }) {
                nodes {
                  slug
                  ... on Person {
                    participations { totalCount nodes { slug participants { totalCount } } }
                  }
                }
              }
            }
          }
        }
      }
    }`);
    const forum = { slug: 'forum-2024', participants: { totalCount: 5 } };
    expect(entity.participations.nodes).toEqual([
      {
        slug: 'forum-2024',
        participants: {
          nodes: [
            { slug: 'ada', participations: { totalCount: 2, nodes: [forum, forum] } },
            { slug: 'bek', participations: { totalCount: 1, nodes: [forum] } },
          ],
        },
      },
    ]);
  });

  it('knows the types without reading more', async () => {
    const { entity } = await app.data(`{
      __typename
      entity(slug: "ada") {
        __typename
        ... on Person { memberships { __typename pageInfo { __typename } edges { __typename } } }
        evidence { __typename }
      }
    }`);
    expect(entity).toEqual({
      __typename: 'Person',
      memberships: {
        __typename: 'RelatedOrganizationConnection',
        pageInfo: { __typename: 'PageInfo' },
        edges: [
          { __typename: 'RelatedOrganizationEdge' },
          { __typename: 'RelatedOrganizationEdge' },
        ],
      },
      evidence: { __typename: 'EvidenceConnection' },
    });
  });

  it('gives an error at its place, and all else', async () => {
    const { data, errors } = await app.ask(`{
      good: entity(slug: "ada") { slug }
      bad: entity(slug: "council") {
        slug
        ... on Organization { members(first: 101) { nodes { slug } } }
      }
    }`);
    expect(data).toEqual({ good: { slug: 'ada' }, bad: null });
    expect(errors).toEqual([
      {
        message:
          '`first` must be between 0 and 100 (got 101). Read further pages with `after: endCursor`.',
        path: ['bad', 'members'],
        locations: [{ line: 5, column: 31 }],
        extensions: {
          code: 'BAD_USER_INPUT',
          hint: 'Read further pages with `after: endCursor`.',
          argument: 'first',
        },
      },
    ]);
  });

  describe('is read at once:', () => {
    it.each([
      ['{ entity(slug: "ada") { slug name } }', [['entities by slug', []]]],
      [
        '{ entity(slug: "council") { ... on Organization { members { nodes { memberships { nodes { slug } } } } } } }',
        [['entities by slug', ['members', 'members.memberships']]],
      ],
      [
        '{ events { nodes { participants { edges { relation { evidence { nodes { source { publisher { name } } } } } } } } } }',
        [
          [
            'page of entities',
            [
              'participants',
              'participants.relation.evidence',
              'participants.relation.evidence.source',
              'participants.relation.evidence.source.publisher',
            ],
          ],
        ],
      ],
      [
        '{ relation(key: "ada~MADE~st-water") { from { slug } to { ... on Statement { madeAt { totalCount } } } } }',
        [['relations by key', ['from', 'to', 'to.madeAt']]],
      ],
      ['{ sources { nodes { informers { name } } } }', [['page of sources', ['informers']]]],
      ['{ entity(slug: "ada") { degree } }', [['entities by slug', []]]],
      [
        '{ entity(slug: "ada") { degree(filter: { minOrigins: 1 }) } }',
        [['entities by slug', ['degree']]],
      ],
      [
        '{ a: entity(slug: "ada") { slug } b: people { totalCount } relations { nodes { key } } }',
        [
          ['entities by slug', []],
          ['page of relations', []],
          ['page of entities', []],
        ],
      ],
      ['{ vocabulary { entityTypes { type } } graphInfo { sourceCount } }', []],
    ])('%s', async (query, reads) => {
      await app.data(query);
      expect(app.reads).toEqual(reads.map(([start, expansions]) => ({ start, expansions })));
    });
  });
});
