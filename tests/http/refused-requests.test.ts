import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/service.js';

describe('a request', () => {
  const service = useService();
  const { get, post, logged } = service;

  const json = (query: string, more: object = {}): string => JSON.stringify({ query, ...more });

  it.each([
    ['application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['text/plain', '{"query":"{ __typename }"}'],
    ['application/xml', '<query/>'],
    ['json', '{"query":"{ __typename }"}'],
    ['', '{"query":"{ __typename }"}'],
  ])('of the content type %j is told which to send', async (type, body) => {
    const response = await post(body, { 'content-type': type });
    expect([response.status, await response.json()]).toEqual([
      415,
      {
        errors: [
          {
            message: 'The content-type must be application/json. Send the query as JSON.',
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      },
    ]);
  });

  it.each([
    'APPLICATION/JSON',
    'Application/Json; Charset=UTF-8',
    'application/json ;charset="utf-8"',
    'application/json;charset=utf8',
    'application/graphql+json',
  ])('of the content type %j is answered', async (type) => {
    const response = await post(json('{ __typename }'), { 'content-type': type });
    expect([response.status, await response.json()]).toEqual([
      200,
      { data: { __typename: 'Query' } },
    ]);
  });

  it.each(['latin1', 'utf-16', '\u00A0'.repeat(300)])(
    'in the charset “%s” is told which to use',
    async (charset) => {
      const type = `application/json; charset="${charset}"`;
      const response = await post(json('{ __typename }'), { 'content-type': type });
      const shown = charset.length > 200 ? `${charset.slice(0, 200)}…` : charset;
      const message = `The charset must be utf-8 (got “${shown}”).`;
      expect([response.status, await response.json()]).toEqual([
        415,
        { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] },
      ]);
    },
  );

  it.each(['gzip', 'x-nope', 'identity, br'])(
    'in the encoding “%s” is told which is allowed',
    async (encoding) => {
      const response = await post(json('{ __typename }'), { 'content-encoding': encoding });
      const message = `The body must not be compressed (got the content-encoding “${encoding}”).`;
      expect([response.status, await response.json()]).toEqual([
        415,
        { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] },
      ]);
      expect(response.headers.get('accept-encoding')).toBe('identity');
    },
  );

  it('in the encoding identity is answered', async () => {
    const response = await post(json('{ __typename }'), { 'content-encoding': 'Identity' });
    expect(response.status).toBe(200);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'HEAD'])('by %s is refused', async (method) => {
    const response = await service.app.fetch(
      new Request('http://kenes.example/graphql', { method }),
    );
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('by GET that would change something is refused', async () => {
    const response = await get('/graphql?query=mutation%7B__typename%7D');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each(['variables', 'extensions'])(
    'by GET with %s that are no JSON is told so',
    async (name) => {
      const parameters = new URLSearchParams({ query: '{ __typename }', [name]: '{' });
      const response = await get(`/graphql?${parameters.toString()}`);
      const message = `\`${name}\` must be JSON.`;
      expect([response.status, await response.json()]).toEqual([
        400,
        { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] },
      ]);
      expect(logged()).toEqual([]);
    },
  );

  it.each(['-1', '1e3', '0x10', ' ', '1, 2'])('of the length “%s” is refused', async (length) => {
    const headers = { 'content-type': 'application/json', 'content-length': length };
    const body = json('{ __typename }');
    const request = new Request('http://kenes.example/graphql', { method: 'POST', headers, body });
    expect((await service.app.fetch(request)).status).toBe(411);
  });

  it('without a length is refused', async () => {
    const response = await service.app.fetch(
      new Request('http://kenes.example/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: json('{ __typename }'),
      }),
    );
    expect([response.status, await response.json()]).toEqual([
      411,
      {
        errors: [
          {
            message:
              'The content-length header is missing. Send the body with its length, not in chunks.',
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      },
    ]);
  });

  it('of more than a mebibyte is refused', async () => {
    const envelope = json('{ __typename }', { variables: { text: '' } }).length;
    const sized = (size: number): string =>
      json('{ __typename }', { variables: { text: 'x'.repeat(size - envelope) } });
    expect((await post(sized(1_048_576))).status).toBe(200);
    const response = await post(sized(1_048_577));
    expect([response.status, await response.json()]).toEqual([
      413,
      {
        errors: [
          {
            message: 'The body must have at most 1,048,576 bytes (got 1,048,577).',
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      },
    ]);
  });
});
