import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KenesError } from '../../src/errors.js';
import { createApp, type App } from '../../src/http/app.js';
import { limits } from '../../src/limits.js';
import type { Reading } from '../../src/store/reading.js';
import type { Store } from '../../src/store/store.js';
import { seedStore } from '../../src/documents/seed.js';
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { importTexts } from '../support/app.js';
import { SEED } from '../support/seeded.js';
import { listen, portOf } from '../support/raw-http.js';
import { useService } from '../support/service.js';

/** Waits until something holds; fails after a time. */
async function until(holds: () => boolean): Promise<void> {
  for (let time = 0; !holds(); time++) {
    if (time > 400) throw new Error('It did not come to pass.');
    await delay(10);
  }
}

describe('an export', () => {
  const service = useService();
  let app: App;
  let server: Server;
  /** What happens before a reading of pages of relations; replaced by tests. */
  let before: () => Promise<void> = () => Promise.resolve();
  let readings = 0;

  beforeAll(async () => {
    const store = new Proxy(service.store, {
      get: (target, name) => {
        if (name !== 'read') return Reflect.get(target, name, target) as Store[keyof Store];
        return async (...args: Parameters<Store['read']>) => {
          readings++;
          const [reading] = args as [Reading];
          if (reading.start === 'page of relations' && reading.wantsRows) await before();
          return target.read(...args);
        };
      },
    });
    const { vocabulary, logger } = service;
    app = createApp({ store, vocabulary, logger });
    server = await listen(app.handle, { hosts: [] });
  });

  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  const get = (path: string, signal?: AbortSignal): Promise<Response> =>
    fetch(`http://127.0.0.1:${portOf(server)}${path}`, signal ? { signal } : {});

  it.each(['gexf', 'csv.zip'])(
    'as %s is broken off where the store fails midway',
    async (format) => {
      before = () => Promise.reject(new KenesError('STORE_UNAVAILABLE', 'The store is away.'));
      const response = await get(`/export/${format}`);
      expect(response.status).toBe(200);
      await expect(response.arrayBuffer()).rejects.toThrow('terminated');
      expect(service.logged()).toMatchObject([{ msg: 'export broken off' }]);
    },
  );

  it('reads no more for a client that has left, and makes room for others', async () => {
    let waiting = 0;
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    before = () => {
      waiting++;
      return gate;
    };
    const leaving = new AbortController();
    const all = Array.from({ length: limits.exports.value }, () =>
      get('/export/gexf', leaving.signal),
    );
    const bodies = (await Promise.all(all)).map((response) => response.text().catch(() => 'left'));
    await until(() => waiting === limits.exports.value);
    const refused = await get('/export/gexf');
    expect(refused.status).toBe(503);
    expect(await refused.text()).toBe(
      'At most 4 exports are made at the same time. Try again in a few seconds.\n',
    );
    leaving.abort();
    expect(await Promise.all(bodies)).toEqual(Array(limits.exports.value).fill('left'));
    await delay(100);
    const readBefore = readings;
    go();
    await delay(100);
    expect(readings).toBe(readBefore);
    before = () => Promise.resolve();
    expect(await (await get('/export/gexf')).text()).toContain('</gexf>');
  });

  it('ends with the service', async () => {
    let waiting = 0;
    before = () => {
      waiting++;
      return new Promise(() => undefined);
    };
    const response = await get('/export/gexf');
    const body = response.text();
    await until(() => waiting === 1);
    app.endRequests();
    await expect(body).rejects.toThrow('terminated');
  });

  it('is broken off if the graph has changed since it was counted', async () => {
    const { vocabulary } = service;
    const store = await SqliteStore.open({ folder: 'memory', vocabulary, timeLimit: 20_000 });
    await seedStore(store, vocabulary, SEED);
    const changing = createApp({ store, vocabulary, logger: service.logger });
    const response = await changing.fetch(new Request('http://kenes/export/gexf'));
    await importTexts(store, vocabulary, [ANOTHER]);
    await expect(response.text()).rejects.toThrow('The graph was changed while it was exported.');
    await store.close();
  }, 60_000);
});

const ANOTHER = 'kenes: 1\ndocument: another\nentities:\n  - { slug: another, type: Person }\n';
