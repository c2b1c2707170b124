import { describe, expect, it } from '@jest/globals';
import { createApp, type App } from '../../src/http/app.js';
import type { AllowedOrigins } from '../../src/http/cross-origin.js';
import { useService, type Headers } from '../support/service.js';

const origin = 'https://page.example';

describe('a page of another origin', () => {
  const service = useService();
  const { post, get } = service;

  const appFor = (origins?: AllowedOrigins): App => {
    const { store, vocabulary, logger } = service;
    return createApp({ store, vocabulary, logger, ...(origins && { origins }) });
  };

  const preflight = (app: App, from: string): Promise<Response> =>
    app.fetch(
      new Request('http://kenes.example/graphql', {
        method: 'OPTIONS',
        headers: {
          origin: from,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      }),
    );

  const granted = ({ headers }: Response): Record<string, string> =>
    Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));

  const query = JSON.stringify({ query: '{ __typename }' });
  const answers: [string, string, Headers, number][] = [
    ['an answer', query, {}, 200],
    ['what is wrong with a query', JSON.stringify({ query: '{ x }' }), {}, 200],
    ['what is wrong with a body', '{', {}, 400],
    ['that its body is too large', '{}', { 'content-length': '9999999' }, 413],
    ['that its content type is wrong', '{}', { 'content-type': 'text/plain' }, 415],
  ];

  describe('if no origin is allowed', () => {
    it('may not ask', async () => {
      const response = await preflight(appFor(), origin);
      expect([response.status, granted(response), await response.json()]).toEqual([
        403,
        {},
        {
          errors: [
            {
              message:
                'This service does not allow pages of this origin to send queries. Its operator decides which origins are allowed.',
              extensions: { code: 'BAD_REQUEST' },
            },
          ],
        },
      ]);
    });

    it.each(answers)('may not read %s', async (_what, body, headers, status) => {
      const response = await post(body, { origin, ...headers }, appFor());
      expect([response.status, granted(response)]).toEqual([status, {}]);
    });

    it.each(['/schema.graphql', '/graphql?query=%7B__typename%7D', '/health/ready', '/x'])(
      'may not read %s',
      async (path) => {
        expect(granted(await get(path, { origin }, appFor()))).toEqual({});
      },
    );
  });

  describe.each([
    ['any origin', 'any' as const, '*'],
    ['its origin', ['https://other.example', origin], origin],
  ])('if %s is allowed', (_which, origins, value) => {
    it('may ask, without the cookies of its visitor', async () => {
      const response = await preflight(appFor(origins), origin);
      expect([response.status, granted(response)]).toEqual([
        204,
        {
          'access-control-allow-origin': value,
          'access-control-expose-headers': 'retry-after',
          'access-control-allow-methods': 'GET, POST',
          'access-control-allow-headers': 'content-type',
          'access-control-max-age': '7200',
        },
      ]);
    });

    it.each(answers)('may read %s', async (_what, body, headers, status) => {
      const response = await post(body, { origin, ...headers }, appFor(origins));
      expect([response.status, granted(response)]).toEqual([
        status,
        {
          'access-control-allow-origin': value,
          'access-control-expose-headers': 'retry-after',
        },
      ]);
    });
  });

  it('may do nothing if only others are allowed, and caches keep answers apart', async () => {
    const app = appFor([origin]);
    for (const other of ['https://page.example.evil', 'http://page.example', 'null']) {
      const refused = await preflight(app, other);
      expect([refused.status, granted(refused)]).toEqual([403, {}]);
      const response = await post(query, { origin: other }, app);
      expect([granted(response), response.headers.get('vary')]).toEqual([{}, 'origin']);
    }
  });
});
