import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { engines } from '../support/engines.js';

describe('a wrong value', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engines[0]!);
  });

  afterAll(() => app.close());

  const errorsOf = async (query: string, variables: Record<string, unknown> = {}) =>
    (await app.ask(query, { variables })).errors ?? [];

  it.each([
    [
      '{ entities(filter: { during: { from: "soon" } }) { totalCount } }',
      'filter.during.from',
      'Argument "filter.during.from" got invalid value "soon"; “soon” is not a date. Write dates in EDTF, such as 2025,',
    ],
    [
      '{ entities(filter: { during: { from: 2025 } }) { totalCount } }',
      'filter.during.from',
      'Argument "filter.during.from" got invalid value 2025; 2025 is a number, and a date is text. Write "2025". Write dates in EDTF,',
    ],
    [
      '{ entity(slug: "ada") { relations(filter: { publishedUntil: "10.12.2025" }) { totalCount } } }',
      'filter.publishedUntil',
      'Argument "filter.publishedUntil" got invalid value "10.12.2025"; “10.12.2025” is not a date.',
    ],
    [
      '{ entities(filter: { or: [{}, { sameAs: ["https://example.org", "Q1"] }] }) { totalCount } }',
      'filter.or[1].sameAs[1]',
      'Argument "filter.or[1].sameAs[1]" got invalid value "Q1"; “Q1” is not an address. An address starts with https:// or http:// and has no spaces.',
    ],
    [
      '{ entities(first: "x") { totalCount } }',
      'first',
      'Argument "first" got invalid value "x"; Int cannot represent non-integer value: "x"',
    ],
    [
      '{ entities(filter: { kind: "NHRI" }) { totalCount } }',
      'filter.kind',
      'Field "kind" is not defined by type "EntityFilter". Did you mean "kinds" or',
    ],
    [
      '{ entities(filter: { firstName: "Ann" }) { totalCount } }',
      'filter.firstName',
      'Field "firstName" is not defined by type "EntityFilter". Allowed: and, began, during, kinds, not, or, related, sameAs, slugs, types.',
    ],
  ])('in the text of a query names its argument: %s', async (query, argument, message) => {
    const errors = await errorsOf(query);
    expect(errors).toMatchObject([
      { extensions: { argument }, locations: [{ line: 1, column: expect.any(Number) }] },
    ]);
    expect(errors[0]?.message.slice(0, message.length)).toBe(message);
  });

  it.each([
    [
      '{ entity(id: "ada") { slug } }',
      'Unknown argument "id" on field "Query.entity". Allowed: slug.',
    ],
    [
      '{ people(frist: 1) { totalCount } }',
      'Unknown argument "frist" on field "Query.people". Did you mean "first" or "last"?',
    ],
    [
      '{ search(query: Ластаев) { nodes { slug } } }',
      'Syntax Error: Unexpected character: U+041B. Put texts in double quotes: "Ластаев".',
    ],
  ])('or argument is answered with what to write: %s', async (query, message) => {
    expect((await errorsOf(query))[0]?.message).toBe(message);
  });

  it('says where it stands', async () => {
    const [error] = await errorsOf(
      '{\n  relation(key: "x") {\n    held(from: "soon", to: "2025")\n  }\n}',
    );
    expect(error).toMatchObject({
      locations: [{ line: 3, column: 16 }],
      extensions: { argument: 'from' },
    });
  });

  it('that is the default of a variable names the variable', async () => {
    const [error] = await errorsOf(
      'query ($day: PartialDate = "soon") { entities(filter: { during: { from: $day } }) { totalCount } }',
    );
    expect(error?.message).toMatch(
      /^Variable "\$day" got invalid value "soon"; “soon” is not a date\./,
    );
    expect(error?.extensions).not.toHaveProperty('argument');
  });

  const TYPES =
    'Allowed: EVENT, INSTRUMENT, ORGANIZATION, PERSON, PLACE, REPORT, STATEMENT, TOPIC.';
  it.each([
    ['types: [PEOPLE]', 'filter.types[0]', undefined, TYPES],
    ['types: [EVENTS]', 'filter.types[0]', 'EVENT', TYPES],
    [
      'related: [{ relation: { relationTypes: [MEMBER] } }]',
      'filter.related[0].relation.relationTypes[0]',
      'MEMBER_OF',
      'Allowed: ABOUT, ADOPTED, BELONGS_TO, BROADER, COORDINATES, DIFFERS_FROM, DISPUTES, ESTABLISHED_UNDER, HELD_IN, IMPLEMENTS … and 16 more.',
    ],
  ])('of an enum lists what is allowed: %s', async (filter, argument, nearest, hint) => {
    const errors = await errorsOf(`{ entities(filter: { ${filter} }) { totalCount } }`);
    const expected = { argument, hint, ...(nearest === undefined ? {} : { nearest }) };
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'GRAPHQL_VALIDATION_FAILED', ...expected },
    ]);
    expect(errors[0]?.message.endsWith(` ${hint}`)).toBe(true);
  });

  it('of an enum lists what is allowed in a variable, too', async () => {
    const [error] = await errorsOf(
      'query ($types: [EntityType!]) { entities(filter: { types: $types }) { totalCount } }',
      { types: ['EVENTS'] },
    );
    expect(error?.message).toBe(
      `Variable "$types" got invalid value "EVENTS" at "types[0]"; Value "EVENTS" does not exist in "EntityType" enum. Did you mean the enum value "EVENT"? ${TYPES}`,
    );
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', nearest: 'EVENT', hint: TYPES });
  });
});
