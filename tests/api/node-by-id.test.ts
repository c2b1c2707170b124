import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { globalId, nodes } from '../support/answers.js';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('a node', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  const kinds = `__typename
    ... on Entity { slug }
    ... on Relation { key from { slug } }
    ... on Evidence { property source { slug } target { ... on Entity { slug } } }
    ... on Source { slug publisher { slug } }`;

  async function evidenceId(): Promise<string> {
    const { entity } = await app.data(`{ entity(slug: "council") { evidence { nodes { id } } } }`);
    return entity.evidence.nodes[0].id;
  }

  it('is an entity, a relation, a source or a piece of evidence', async () => {
    const ids = ['Organization:council', 'Relation:ada~MEMBER_OF~council~2', 'Source:note'].map(
      globalId,
    );
    const evidence = await evidenceId();
    const answer = await app.data(
      `query ($a: ID!, $b: ID!, $c: ID!, $d: ID!) {
        entity: node(id: $a) { id ${kinds} } relation: node(id: $b) { id ${kinds} }
        source: node(id: $c) { id ${kinds} } evidence: node(id: $d) { id ${kinds} }
      }`,
      { variables: { a: ids[0], b: ids[1], c: ids[2], d: evidence } },
    );
    expect(answer).toEqual({
      entity: { id: ids[0], __typename: 'Organization', slug: 'council' },
      relation: {
        id: ids[1],
        __typename: 'Relation',
        key: 'ada~MEMBER_OF~council~2',
        from: { slug: 'ada' },
      },
      source: { id: ids[2], __typename: 'Source', slug: 'note', publisher: { slug: 'courier' } },
      evidence: {
        id: evidence,
        __typename: 'Evidence',
        property: null,
        source: { slug: 'gazette-2024' },
        target: { slug: 'council' },
      },
    });
  });

  it.each([
    ['of nothing', globalId('Person:nobody')],
    ['of another type', globalId('Person:council')],
    ['of an interface', globalId('Entity:council')],
    ['of a type that there is not', globalId('Thing:council')],
    ['of a relation of nothing', globalId('Relation:ada~MEMBER_OF~nothing')],
    ['of evidence of nothing', globalId('Evidence:nothing')],
    ['of a source of nothing', globalId('Source:council')],
    ['without a type', globalId(':council')],
    ['without a colon', globalId('council')],
    ['without a key', globalId('Person:')],
    ['with padding', `${globalId('Person:ada')}=`],
    ['with space after it', `${globalId('Person:ada')} `],
    ['in another case', globalId('person:ada')],
    ['that is a slug', 'ada'],
    ['that is no Base64', '\u0000?'],
    ['that is empty', ''],
  ])('is null for an id %s', async (_what, id) => {
    const answer = await app.data(
      `query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }`,
      { variables: { id } },
    );
    expect(answer).toEqual({ node: null, nodes: [null] });
  });

  it('stands in a list at the place of its id, as often as that is given', async () => {
    const ids = [
      'Source:note',
      'Person:ada',
      'Person:nobody',
      'Relation:ada~MADE~st-water',
      'Event:forum-2024',
      'Person:ada',
    ].map(globalId);
    const answer = await app.data(
      `query ($ids: [ID!]!) {
        nodes(ids: $ids) {
          __typename
          ... on Person { slug statements { nodes { slug } } }
          ... on Event { slug startDate }
          ... on Relation { key }
          ... on Source { slug }
        }
        none: nodes(ids: []) { __typename }
      }`,
      { variables: { ids } },
    );
    const ada = { __typename: 'Person', slug: 'ada', statements: nodes('st-water') };
    expect(answer).toEqual({
      nodes: [
        { __typename: 'Source', slug: 'note' },
        ada,
        null,
        { __typename: 'Relation', key: 'ada~MADE~st-water' },
        { __typename: 'Event', slug: 'forum-2024', startDate: '2024-05-10' },
        ada,
      ],
      none: [],
    });
  });

  it('is refused where its id is one of more than 100 are given', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => globalId(`Person:p-${index}`));
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`;
    const { data, errors } = await app.ask(query, { variables: { ids } });
    expect(data).toBeNull();
    expect(errors).toEqual([
      {
        message: '`ids` must have at most 100 ids (got 101).',
        path: ['nodes'],
        locations: [{ line: 1, column: 24 }],
        extensions: { code: 'BAD_USER_INPUT', argument: 'ids' },
      },
    ]);
    const hundred = await app.data(query, { variables: { ids: ids.slice(1) } });
    expect(hundred.nodes).toEqual(ids.slice(1).map(() => null));
  });
});
