import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('evidence', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  const select = `nodes {
    property value stance inferred note source { slug } selector { start end }
  }`;
  const from = (slug: string, rest: object = {}) => ({
    property: null,
    value: null,
    stance: 'CONFIRMS',
    inferred: false,
    note: null,
    selector: null,
    source: { slug },
    ...rest,
  });

  it('is for the whole and for each property, in their order', async () => {
    const { entity } = await app.data(
      `{ entity(slug: "forum-2024") { evidence { totalCount ${select} } } }`,
    );
    const early = { selector: { start: 7, end: 20 }, inferred: true };
    const late = { selector: { start: 90, end: 99 } };
    const endDate = { property: 'endDate', value: '2024-05-12' };
    const startDate = { property: 'startDate', value: '2024-05-10' };
    expect(entity.evidence).toEqual({
      totalCount: 8,
      nodes: [
        from('gazette-2024', early),
        from('gazette-2024', late),
        // Evidence on the whole stands for what has none of its own.
        from('gazette-2024', { ...endDate, ...early }),
        from('gazette-2024', { ...endDate, ...late }),
        from('gazette-2024', { property: 'names.en', note: 'As the banner had it.' }),
        from('courier-2024', { ...startDate, value: '2024-05-11', stance: 'CONTRADICTS' }),
        from('gazette-2024', startDate),
        from('ministry-2024', startDate),
      ],
    });
  });

  it.each([
    ['[]', 2],
    ['["startDate"]', 3],
    // Of a text the evidence on its value in any language, or in the one that is named.
    ['["names"]', 1],
    ['["names.en"]', 1],
    ['["names.ru"]', 0],
    ['["startDate", "endDate"]', 5],
    ['["startDate", "startDate"]', 3],
    // Evidence could be for it, and none is.
    ['["kind"]', 0],
    ['["latitude"]', 0],
    ['null', 8],
  ])('is limited to these properties: %s', async (properties, count) => {
    const { entity } = await app.data(
      `{ entity(slug: "forum-2024") {
        evidence(properties: ${properties}) { totalCount nodes { id } }
      } }`,
    );
    expect([entity.evidence.totalCount, entity.evidence.nodes.length]).toEqual([count, count]);
  });

  it.each([
    ['startdate', 'startDate'],
    ['nmes', 'names'],
    ['startDate.en', 'startDate'],
    ['names.de', null],
    ["x' OR 1=1", null],
  ])('is refused for the property %s that nothing has', async (property, nearest) => {
    const suggestion = nearest === null ? '' : `Did you mean “${nearest}”? `;
    const hint =
      'Allowed: kind, names, aliases, description, sameAs, startDate, endDate, since, model, identifier, adoptedOn, inForceOn, ordinal, date, act, form, text, latitude, longitude, title, until, role, difference.';
    const { data, errors } = await app.ask(
      `query ($properties: [String!]) {
        entity(slug: "forum-2024") { slug evidence(properties: $properties) { totalCount } }
      }`,
      { variables: { properties: ['startDate', property] } },
    );
    expect(data).toEqual({ entity: null });
    expect(errors).toEqual([
      {
        message: `Unknown property “${property}”. ${suggestion}${hint}`,
        path: ['entity', 'evidence'],
        locations: expect.any(Array),
        extensions: {
          code: 'BAD_USER_INPUT',
          hint,
          ...(nearest === null ? {} : { nearest }),
          argument: 'properties[1]',
        },
      },
    ]);
  });

  it('leads to its target and its source, and on from them', async () => {
    const { relation } = await app.data(`{
      relation(key: "ministry~PARTICIPATED_IN~forum-2024~ORGANIZER") {
        evidence(properties: []) {
          nodes {
            id __typename stance value
            target { ... on Relation { key from { slug name } to { ... on Event { startDate } } } }
            source { slug publisher { slug } evidence(properties: [], first: 1) { totalCount } }
          }
        }
      }
    }`);
    const target = {
      key: 'ministry~PARTICIPATED_IN~forum-2024~ORGANIZER',
      from: { slug: 'ministry', name: 'Ministry' },
      to: { startDate: '2024-05-10' },
    };
    expect(relation.evidence.nodes).toEqual([
      {
        id: expect.any(String),
        __typename: 'Evidence',
        stance: 'CONFIRMS',
        value: null,
        target,
        source: {
          slug: 'courier-2024',
          publisher: { slug: 'courier' },
          evidence: { totalCount: 4 },
        },
      },
      {
        id: expect.any(String),
        __typename: 'Evidence',
        stance: 'CONTRADICTS',
        value: 'council~PARTICIPATED_IN~forum-2024~ORGANIZER',
        target,
        source: {
          slug: 'gazette-2024',
          publisher: { slug: 'gazette' },
          evidence: { totalCount: 8 },
        },
      },
    ]);
  });
});
