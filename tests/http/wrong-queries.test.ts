import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/service.js';

describe('a request', () => {
  const { post, logged } = useService();

  const json = (query: string, more: object = {}): string => JSON.stringify({ query, ...more });

  it.each([
    [
      'a syntax error',
      json('{ entity('),
      200,
      'Syntax Error: Expected Name, found <EOF>.',
      'GRAPHQL_PARSE_FAILED',
    ],
    [
      'an unknown field',
      json('{ entty }'),
      200,
      'Cannot query field "entty" on type "Query". Did you mean "entity"?',
      { code: 'GRAPHQL_VALIDATION_FAILED', nearest: 'entity' },
    ],
    [
      'an unknown argument',
      json('{ people(frist: 1) { totalCount } }'),
      200,
      'Unknown argument "frist" on field "Query.people". Did you mean "first" or "last"?',
      { code: 'GRAPHQL_VALIDATION_FAILED', nearest: 'first' },
    ],
    [
      'an operation that is not in it',
      json('query A { __typename }', { operationName: 'B' }),
      400,
      'Could not determine what operation to execute.',
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'several operations and no name',
      json('query A { __typename } query B { __typename }'),
      400,
      'Could not determine what operation to execute.',
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['no JSON', '{"query":', 400, 'POST body sent invalid JSON.', 'BAD_REQUEST'],
    ['an empty body', '', 400, 'POST body sent invalid JSON.', 'BAD_REQUEST'],
    ['a list', '[{"query":"{ __typename }"}]', 400, 'Batching is not supported.', 'BAD_REQUEST'],
    [
      'no object',
      'null',
      400,
      'POST body is expected to be object but received null',
      'BAD_REQUEST',
    ],
    ['no query', '{}', 400, 'Must provide query string.', 'BAD_REQUEST'],
    [
      'a query that is no text',
      '{"query":5}',
      400,
      'Expected "query" param to be a string, but given number.',
      'BAD_REQUEST',
    ],
    [
      'variables that are no object',
      json('{ __typename }', { variables: 'x' }),
      400,
      'Expected "variables" param to be empty or an object, but given string.',
      'BAD_REQUEST',
    ],
    [
      'a variable of another type',
      json('query Q($slug: String!) { entity(slug: $slug) { slug } }', { variables: { slug: 5 } }),
      400,
      'Variable "$slug" got invalid value 5; String cannot represent a non string value: 5',
      'BAD_USER_INPUT',
    ],
    [
      'a variable too few',
      json('query Q($slug: String!) { entity(slug: $slug) { slug } }'),
      400,
      'Variable "$slug" of required type "String!" was not provided.',
      'BAD_USER_INPUT',
    ],
    [
      'a date that is none',
      json(
        'query Q($date: PartialDate) { people(filter: { during: { from: $date } }) { totalCount } }',
        {
          variables: { date: '2025-13' },
        },
      ),
      400,
      'Variable "$date" got invalid value "2025-13"; “2025-13” is not a date. Write dates in EDTF, such as 2025, 2025-12, 2025-12-10, 2025-21 (spring), 193X, 2025-06-24/2025-06-25, 2025/.. (still so), 2025/ (ended, unknown when), [2016-03..2016-05] (one day in it), 2025-12-11? or 1997~.',
      {
        code: 'BAD_USER_INPUT',
        hint: 'Write dates in EDTF, such as 2025, 2025-12, 2025-12-10, 2025-21 (spring), 193X, 2025-06-24/2025-06-25, 2025/.. (still so), 2025/ (ended, unknown when), [2016-03..2016-05] (one day in it), 2025-12-11? or 1997~.',
      },
    ],
    [
      'a page that is too large',
      json('{ people(first: 101) { totalCount } }'),
      200,
      '`first` must be between 0 and 100 (got 101). Read further pages with `after: endCursor`.',
      {
        code: 'BAD_USER_INPUT',
        hint: 'Read further pages with `after: endCursor`.',
        argument: 'first',
      },
    ],
    [
      'more than 5,000 tokens',
      json(`{${' __typename'.repeat(5_000)} }`),
      200,
      'The query has more than 5,000 tokens. Split it into several requests.',
      { code: 'TOO_LARGE', hint: 'Split it into several requests.' },
    ],
    [
      '50,000 open braces',
      json('{'.repeat(50_000)),
      200,
      'The request is nested more than 100 levels deep.',
      'TOO_LARGE',
    ],
    [
      '50,000 open brackets',
      json(`{ entity(slug: ${'['.repeat(50_000)}`),
      200,
      'The request is nested more than 100 levels deep.',
      'TOO_LARGE',
    ],
    [
      'a filter in itself, thousands of times',
      `{"query":"query Q($filter: EntityFilter) { people(filter: $filter) { totalCount } }","variables":{"filter":${'{"not":'.repeat(20_000)}{}${'}'.repeat(20_000)}}}`,
      200,
      'The request is nested more than 100 levels deep.',
      'TOO_LARGE',
    ],
    [
      'fragments in each other, hundreds of times',
      json(
        `{ entity(slug: "npm") { ...F0 } } ${Array.from({ length: 200 }, (_, level) => `fragment F${level} on Entity { relations(first: 1) { nodes { ...F${level + 1} } } }`).join(' ')} fragment F200 on Entity { slug }`,
      ),
      200,
      'The request is nested more than 100 levels deep.',
      'TOO_LARGE',
    ],
    [
      'a selection in itself, hundreds of times',
      json(
        `{ entity(slug: "npm") ${'{ relations(first: 1) { nodes '.repeat(400)}{ slug }${'} }'.repeat(400)} }`,
      ),
      200,
      'The request is nested more than 100 levels deep.',
      'TOO_LARGE',
    ],
    [
      'a field of the entries of a list',
      json('{ people { name } }'),
      200,
      'Cannot query field "name" on type "PersonConnection". Did you mean `nodes { name }`?',
      { code: 'GRAPHQL_VALIDATION_FAILED', hint: 'Did you mean `nodes { name }`?' },
    ],
    [
      'a field that is like no other',
      json('{ graphInfo { size } }'),
      200,
      'Cannot query field "size" on type "GraphInfo". `GraphInfo` has the fields documentCount, engine, engineVersion, entityCounts, evidenceCount, relationCounts, sourceCount, version.',
      {
        code: 'GRAPHQL_VALIDATION_FAILED',
        hint: '`GraphInfo` has the fields documentCount, engine, engineVersion, entityCounts, evidenceCount, relationCounts, sourceCount, version.',
      },
    ],
    [
      'a value of a thousand letters',
      json(
        'query Q($date: PartialDate) { people(filter: { during: { from: $date } }) { totalCount } }',
        {
          variables: { date: 'x'.repeat(1_000) },
        },
      ),
      400,
      `Variable "$date" got invalid value "${'x'.repeat(200)}…"; “${'x'.repeat(200)}…” is not a date. Write dates in EDTF, such as 2025, 2025-12, 2025-12-10, 2025-21 (spring), 193X, 2025-06-24/2025-06-25, 2025/.. (still so), 2025/ (ended, unknown when), [2016-03..2016-05] (one day in it), 2025-12-11? or 1997~.`,
      {
        code: 'BAD_USER_INPUT',
        hint: 'Write dates in EDTF, such as 2025, 2025-12, 2025-12-10, 2025-21 (spring), 193X, 2025-06-24/2025-06-25, 2025/.. (still so), 2025/ (ended, unknown when), [2016-03..2016-05] (one day in it), 2025-12-11? or 1997~.',
      },
    ],
  ])('with %s is answered with what is wrong', async (_what, body, status, message, parts) => {
    const response = await post(body);
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: object }[];
    };
    expect(errors.map((error) => [error.message, error.extensions])).toEqual([
      [message, typeof parts === 'string' ? { code: parts } : parts],
    ]);
    expect(response.status).toBe(status);
    expect(logged().filter(({ level }) => level >= 50)).toEqual([]);
  });
});
