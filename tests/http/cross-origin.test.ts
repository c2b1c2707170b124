import { describe, expect, it } from '@jest/globals';
import { useService, type Headers } from '../support/service.js';

describe('a page of another origin', () => {
  const service = useService();
  const { post } = service;

  const origin = 'https://page.example';

  it('may ask, without the cookies of its visitor', async () => {
    const response = await service.app.fetch(
      new Request('http://kenes.example/graphql', {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      }),
    );
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST, OPTIONS');
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each([
    ['an answer', JSON.stringify({ query: '{ __typename }' }), {}, 200],
    ['what is wrong with a query', JSON.stringify({ query: '{ x }' }), {}, 200],
    ['what is wrong with a body', '{', {}, 400],
    ['that its body is too large', '{}', { 'content-length': '9999999' }, 413],
    ['that its content type is wrong', '{}', { 'content-type': 'text/plain' }, 415],
  ])('may read %s', async (_what, body, headers: Headers, status) => {
    const response = await post(body, { origin, ...headers });
    expect(response.status).toBe(status);
    expect([origin, '*']).toContain(response.headers.get('access-control-allow-origin'));
  });
});
