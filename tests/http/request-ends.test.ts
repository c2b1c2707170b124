import { describe, expect, it } from '@jest/globals';
import { KenesError, type KenesErrorCode } from '../../src/errors.js';
import { createApp, type App } from '../../src/http/app.js';
import type { Bounds } from '../../src/store/bounds.js';
import type { Reading } from '../../src/store/reading.js';
import type { Store } from '../../src/store/store.js';
import { useService } from '../support/service.js';

type Read = (reading: Reading, bounds: Bounds) => Promise<never>;

describe('the work of a request', () => {
  const service = useService();
  const { ask, logged, vocabulary, logger } = service;

  /** The service over a store that reads so. */
  function reading(read: Read): App {
    const store = new Proxy(service.store, {
      get: (target, name) =>
        name === 'read' ? read : (Reflect.get(target, name, target) as Store[keyof Store]),
    });
    return createApp({ store, vocabulary, logger });
  }

  /** A reading that goes on until its request ends. */
  const endless: Read = (_reading, { signal }) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });

  it('ends when the client leaves, without a line in the log', async () => {
    const leaving = new AbortController();
    let signal: AbortSignal | undefined;
    const app = reading((asked, bounds) => {
      ({ signal } = bounds);
      setTimeout(() => leaving.abort(), 10);
      return endless(asked, bounds);
    });
    const query = encodeURIComponent('{ entity(slug: "npm") { slug } }');
    const address = `http://kenes.example/graphql?query=${query}`;
    const answer = app.fetch(new Request(address, { signal: leaving.signal }));
    await expect(answer).rejects.toThrow();
    expect(signal!.aborted).toBe(true);
    expect(signal!.reason).toMatchObject({ code: 'CANCELLED' });
    expect(logged().filter(({ level }) => level > 30)).toEqual([]);
  });

  it('ends when one error has become the whole answer', async () => {
    const signals: AbortSignal[] = [];
    const app = reading((asked, bounds) => {
      signals.push(bounds.signal);
      if (signals.length < 3) return endless(asked, bounds);
      return Promise.reject(new KenesError('TIMED_OUT', 'It took too long.'));
    });
    const response = await ask(
      '{ a: people { totalCount } b: people { totalCount } c: people { totalCount } }',
      {},
      app,
    );
    expect(await response.json()).toMatchObject({
      data: null,
      errors: [{ path: ['c'], extensions: { code: 'TIMED_OUT' } }],
    });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
  });

  it('ends when the service stops, which is answered with status 503', async () => {
    const app = reading(endless);
    const answer = ask('{ people { totalCount } }', {}, app);
    await new Promise((resolve) => setTimeout(resolve, 20));
    app.endRequests();
    const response = await answer;
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await response.json()).toEqual({
      data: null,
      errors: [
        {
          message: 'The service is stopping. Try again in a few seconds.',
          locations: [{ line: 1, column: 3 }],
          path: ['people'],
          extensions: { code: 'STOPPING', hint: 'Try again in a few seconds.' },
        },
      ],
    });
  });

  const fails =
    (code: KenesErrorCode): Read =>
    () =>
      Promise.reject(new KenesError(code, 'What was wrong.'));

  it.each<[KenesErrorCode, number]>([
    ['OVERLOADED', 503],
    ['STORE_UNAVAILABLE', 503],
    ['TIMED_OUT', 200],
    ['TOO_LARGE', 200],
  ])('that ends with %s alone is answered with status %d', async (code, status) => {
    for (const query of ['{ people { totalCount } }', '{ entity(slug: "npm") { slug } }']) {
      for (const accept of ['application/json', 'application/graphql-response+json']) {
        const body = JSON.stringify({ query });
        const response = await service.post(body, { accept }, reading(fails(code)));
        expect(response.status).toBe(status);
        expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
      }
    }
  });

  it('that has some data is answered with status 200', async () => {
    const query = '{ __typename entity(slug: "npm") { slug } }';
    const response = await ask(query, {}, reading(fails('STORE_UNAVAILABLE')));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      data: { __typename: 'Query', entity: null },
      errors: [{ extensions: { code: 'STORE_UNAVAILABLE' } }],
    });
  });
});
