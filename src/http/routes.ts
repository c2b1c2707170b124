import { readFile } from 'node:fs/promises';
import { ServerResponse, type RequestListener } from 'node:http';
import { printSchema, type GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { KenesError } from '../errors.js';
import { CONTEXT_PATH } from '../exports/json-ld-context.js';
import { graphiqlResponse } from '../graphiql/response.js';
import type { Store } from '../store/store.js';
import { shortened } from '../values/shown-input.js';
import type { BuiltAssets } from './assets.js';
import { PREFLIGHT } from './cross-origin.js';
import type { PageRoutes } from './pages.js';
import type { Exports } from './exports.js';
import { errorBody, JSON_TEXT, PLAIN_TEXT, textResponse } from './responses.js';

type Route = (request: Request) => Response | Promise<Response> | null;

/** Creates a plugin that answers every path, except for queries at /graphql, which Yoga executes. */
export function routes(
  schema: GraphQLSchema,
  store: Store,
  exports: Exports,
  pages: PageRoutes,
  assets: BuiltAssets,
): Plugin {
  const printed = `${printSchema(schema)}\n`;
  const table = new Map<string, Route>([
    ['/graphql', (request) => (isForPage(request) ? graphiqlResponse(request) : null)],
    ['/schema.graphql', () => textResponse(200, printed)],
    [CONTEXT_PATH, () => exports.context()],
    ['/README.md', async () => textResponse(200, await readFile(README, 'utf8'))],
    ['/health/live', () => textResponse(200, LIVE)],
    ['/health/ready', () => readiness(store)],
  ]);
  return {
    // Without a promise, since most requests are queries, for which every turn counts.
    onRequest(hook) {
      const { pathname } = hook.url;
      const route = table.get(pathname);
      const response = route
        ? route(hook.request)
        : (pages.answer(hook.request, hook.url) ??
          exports.answer(hook.request, pathname, breakOffOf(hook.serverContext)) ??
          assets.respond(hook.request, pathname) ??
          (isForPage(hook.request) ? pages.answerMissing(hook.request, hook.url) : null) ??
          notFound(pathname));
      if (response instanceof Promise) return response.then((late) => hook.endResponse(late));
      if (response) hook.endResponse(response);
      return undefined;
    },
  };
}

/**
 * Creates a handler for the time until the store is open: it answers /health/live with 200, preflight
 * requests with 204, and every other path with 503 and the text that `reason` returns, as a GraphQL
 * error to who posts a query.
 */
export function waitingHandler(reason: () => string): RequestListener {
  return ({ url, method }, response) => {
    const path = url?.split('?')[0];
    if (path === '/health/live') response.writeHead(200, PLAIN_TEXT).end(LIVE);
    // Without this, a page could not read the answer to its query. The server says which pages may.
    else if (method === 'OPTIONS') response.writeHead(204, PREFLIGHT).end();
    else if (path === '/graphql' && method === 'POST') {
      response
        .writeHead(503, { ...JSON_TEXT, 'cache-control': 'no-store', 'retry-after': '2' })
        .end(errorBody(reason(), 'STORE_UNAVAILABLE'));
    } else response.writeHead(503, { ...PLAIN_TEXT, 'retry-after': '2' }).end(`${reason()}\n`);
  };
}

/** Returns a function that closes the connection of a request; undefined if there is none. */
function breakOffOf(context: object): (() => void) | undefined {
  if (!('res' in context) || !(context.res instanceof ServerResponse)) return undefined;
  const { res } = context;
  return () => void res.destroy();
}

const LIVE = 'live\n';

const README = new URL('../../README.md', import.meta.url);

/**
 * A browser gets GraphiQL even if its URL has a query, since GraphiQL keeps the edited query in its
 * URL.
 */
function isForPage({ method, headers }: Request): boolean {
  return method === 'GET' && (headers.get('accept') ?? '').includes('text/html');
}

async function readiness(store: Store): Promise<Response> {
  try {
    await store.check();
    return textResponse(200, 'ready\n');
  } catch (error) {
    const reason = error instanceof KenesError ? error.fullMessage : 'The store does not answer.';
    return textResponse(503, `${reason}\n`);
  }
}

function notFound(path: string): Response {
  return textResponse(
    404,
    `There is nothing at ${shortened(path)}. GraphiQL and the API are at /graphql.\n`,
  );
}
