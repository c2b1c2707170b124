import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/service.js';

describe('a query', () => {
  const { get, post, ask } = useService();

  const answer = { data: { entity: { slug: 'npm' } } };
  const query = 'query Find($slug: String!) { entity(slug: $slug) { slug } }';
  const variables = { slug: 'npm' };

  it('is asked by POST', async () => {
    const response = await ask(query, { variables, operationName: 'Find' });
    expect([response.status, await response.json()]).toEqual([200, answer]);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('is asked by GET', async () => {
    const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const response = await get(`/graphql?${parameters.toString()}`);
    expect([response.status, await response.json()]).toEqual([200, answer]);
  });

  it('is answered in the media type that its client asks for', async () => {
    const accept = 'application/graphql-response+json';
    const response = await post(JSON.stringify({ query, variables }), { accept });
    expect([response.status, await response.json()]).toEqual([200, answer]);
    expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
  });

  it.each(['application/json; charset=utf-8', 'application/graphql+json'])(
    'may be sent as %s',
    async (type) => {
      const response = await post(JSON.stringify({ query, variables }), { 'content-type': type });
      expect([response.status, await response.json()]).toEqual([200, answer]);
    },
  );

  it('is chosen by its name among several', async () => {
    const several = 'query A { __typename } query B { entity(slug: "npm") { slug } }';
    expect(await (await ask(several, { operationName: 'B' })).json()).toEqual(answer);
  });
});
