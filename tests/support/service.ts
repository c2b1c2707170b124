import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { pino, type Logger } from 'pino';
import { createApp, type App } from '../../src/http/app.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.js';
import { sqlite } from './engines.js';
import { openSeeded } from './seeded.js';

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly operation?: string | null;
  readonly milliseconds?: number;
  readonly errors?: readonly string[];
  readonly err?: { readonly message: string; readonly stack: string };
}

export type Headers = Record<string, string>;

/** The service over the seed, as clients reach it, and its log. */
export interface TestService {
  readonly vocabulary: Vocabulary;
  readonly logger: Logger;
  /** Open while tests run. */
  readonly store: Store;
  readonly app: App;
  readonly get: (path: string, headers?: Headers, of?: App) => Promise<Response>;
  /** Sends a body with its length, as every client does that knows it. */
  readonly post: (body: string, headers?: Headers, of?: App) => Promise<Response>;
  readonly ask: (query: string, more?: object, of?: App) => Promise<Response>;
  /** The service over a store of which one thing fails. */
  readonly failing: (name: 'read' | 'check', error: Error) => App;
  /** What the current test had logged. */
  readonly logged: () => LogLine[];
  readonly lines: readonly string[];
}

/** Opens the service before the tests of a file, and closes it after them. */
export function useService(): TestService {
  const vocabulary = createVocabulary();
  const lines: string[] = [];
  const logger = pino(
    { level: 'info', base: null, timestamp: false },
    {
      write: (line: string) => {
        lines.push(line);
      },
    },
  );
  const environment = process.env['NODE_ENV'];
  let store: Store;
  let app: App;

  beforeAll(async () => {
    // As where the service runs: what is shown of an error must not hang on it.
    delete process.env['NODE_ENV'];
    store = await openSeeded(sqlite, vocabulary);
    app = createApp({ store, vocabulary, logger });
  });

  afterAll(async () => {
    process.env['NODE_ENV'] = environment;
    await store.close();
  });

  beforeEach(() => {
    lines.length = 0;
  });

  const post: TestService['post'] = (body, headers = {}, of = app) =>
    of.fetch(
      new Request('http://kenes.example/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          ...headers,
        },
        body,
      }),
    );

  return {
    vocabulary,
    logger,
    get store() {
      return store;
    },
    get app() {
      return app;
    },
    get: (path, headers = {}, of = app) =>
      of.fetch(new Request(`http://kenes.example${path}`, { headers })),
    post,
    ask: (query, more = {}, of = app) => post(JSON.stringify({ query, ...more }), {}, of),
    failing: (name, error) => {
      const broken = new Proxy(store, {
        get(target, property) {
          if (property === name) return () => Promise.reject(error);
          const value: unknown = Reflect.get(target, property, target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      return createApp({ store: broken, vocabulary, logger });
    },
    logged: () => lines.map((line) => JSON.parse(line) as LogLine),
    lines,
  };
}
