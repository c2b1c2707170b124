import { once } from 'node:events';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../src/http/app.js';
import type { Measuring } from '../../src/measures/measuring-threads.js';
import type { Store } from '../../src/store/store.js';
import { listen, portOf } from '../support/raw-http.js';
import { useService } from '../support/service.js';

/** The work ends within some milliseconds; a busy machine gets more. */
const ENDED_MS = 1_000;

/** Counts of who is related to one that is related to one …, which none is: seconds each. */
function heavyQuery(counts: number): string {
  let filter = '{ kinds: ["VENUE"] }';
  for (let depth = 0; depth < 4; depth++) filter = `{ related: [{ entity: ${filter} }] }`;
  const fields = Array.from(
    { length: counts },
    (_, index) => `a${index}: entities(filter: ${filter}) { totalCount }`,
  );
  return `{ ${fields.join(' ')} }`;
}

/** The signal of the measure that is being computed. */
let measuringSignal: AbortSignal | undefined;

/** Computes until its signal aborts. */
const neverMeasuring: Measuring = (_graph, _measure, signal) =>
  new Promise((_resolve, reject) => {
    measuringSignal = signal;
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

describe('the work for a client that leaves', () => {
  const service = useService();
  let server: Server;
  let reading = 0;
  let ended = 0;

  beforeAll(async () => {
    const store = new Proxy(service.store, {
      get: (target, name) => {
        if (name !== 'read') return Reflect.get(target, name, target) as Store[keyof Store];
        return async (...args: Parameters<Store['read']>) => {
          reading++;
          try {
            return await target.read(...args);
          } finally {
            reading--;
            ended = performance.now();
          }
        };
      },
    });
    const { vocabulary, logger } = service;
    const app = createApp({ store, vocabulary, logger, measuring: neverMeasuring });
    server = await listen(app.handle, { hosts: [] });
  });

  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  const ask = (query: string, signal?: AbortSignal): Promise<Response> =>
    fetch(`http://127.0.0.1:${portOf(server)}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      ...(signal && { signal }),
    });

  it('ends the computation of a measure', async () => {
    const answer = ask('{ components { nodeCount } }', AbortSignal.timeout(300));
    await expect(answer).rejects.toThrow();
    while (measuringSignal?.aborted !== true)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(measuringSignal.reason).toMatchObject({ code: 'CANCELLED' });
  });

  it('ends with it, what runs and what waits, so that others are answered', async () => {
    const answer = ask(heavyQuery(40), AbortSignal.timeout(300));
    await expect(answer).rejects.toThrow();
    const left = performance.now();
    const next = await ask('{ people(first: 3) { nodes { slug } } }');
    expect(next.status).toBe(200);
    while (reading > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(ended - left).toBeLessThan(ENDED_MS);
  });
});
