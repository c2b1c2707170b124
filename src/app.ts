import {
  GraphQLError,
  parse,
  printSchema,
  type ExecutionResult,
  type GraphQLSchema,
  type Source,
} from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import { KenesError } from './errors.js';
import { graphiqlResponse } from './graphiql/response.js';
import type { RequestContext } from './graph/context.js';
import { Loaders } from './graph/loaders.js';
import { createSchema } from './graph/schema.js';
import { acceptedLanguages } from './values/localized-text.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';
import type { Store } from './store/store.js';

export interface AppOptions {
  readonly store: Store;
  readonly vocabulary: Vocabulary;
  readonly logger: Logger;
  /** Off only in tests: each field is then loaded for itself. */
  readonly planReadings?: boolean;
}

export interface App {
  readonly schema: GraphQLSchema;
  fetch(request: Request): Promise<Response>;
}

/** More than any query of a person has; a parser that meets more of them stops. */
const MAXIMUM_TOKENS = 5_000;

/** The bytes of a request's body. */
const MAXIMUM_BODY = 1024 * 1024;

/** The service as a function from requests to responses: tests call it without a port. */
export function createApp({ store, vocabulary, logger, planReadings = true }: AppOptions): App {
  const schema = createSchema(vocabulary);
  const printed = printSchema(schema);
  const yoga = createGraphqlEndpoint(schema, logger, (request) => ({
    store,
    vocabulary,
    languages: acceptedLanguages(request.headers.get('accept-language')),
    planReadings,
    loaders: new Loaders(store),
  }));
  return {
    schema,
    async fetch(request) {
      const path = new URL(request.url).pathname;
      switch (path) {
        case '/':
          return new Response(null, { status: 302, headers: { location: '/graphql' } });
        case '/graphql':
          if (wantsPage(request)) return graphiqlResponse(request.headers.get('accept-encoding'));
          return refuseBody(request) ?? yoga.fetch(request);
        case '/schema.graphql':
          return text(200, printed);
        case '/health/live':
          return text(200, 'live\n');
        case '/health/ready':
          return readiness(store);
        default:
          return text(404, `There is nothing at ${path}. GraphiQL and the API are at /graphql.\n`);
      }
    },
  };
}

/** What answers until the store is there. */
export function createWaitingApp(reason: () => string): Pick<App, 'fetch'> {
  return {
    fetch: (request) => {
      const isLive = new URL(request.url).pathname === '/health/live';
      return Promise.resolve(
        isLive ? text(200, 'live\n') : text(503, `${reason()}\n`, { 'retry-after': '2' }),
      );
    },
  };
}

type Endpoint = YogaServerInstance<object, RequestContext>;

function createGraphqlEndpoint(
  schema: GraphQLSchema,
  logger: Logger,
  contextOf: (request: Request) => RequestContext,
): Endpoint {
  return createYoga<object, RequestContext>({
    schema,
    context: ({ request }) => contextOf(request),
    graphiql: false,
    landingPage: false,
    logging: false,
    multipart: false,
    cors: { origin: '*', credentials: false, methods: ['GET', 'POST', 'OPTIONS'] },
    parserAndValidationCache: true,
    maskedErrors: { maskError: (error) => maskError(error, logger) },
    plugins: [boundedParsing, operationLog(logger)],
  });
}

/** The one place that decides what clients see of an error. */
function maskError(error: unknown, logger: Logger): Error {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  if (error instanceof GraphQLError && !cause) return error;
  if (cause instanceof GraphQLError) return cause;
  const place =
    error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (cause instanceof KenesError) {
    if (cause.code !== 'BAD_USER_INPUT') logger.warn({ err: cause }, 'store error');
    return new GraphQLError(cause.message, { ...place, extensions: { code: cause.code } });
  }
  logger.error({ err: cause ?? error }, 'internal error');
  return new GraphQLError('Something went wrong inside the service. It was logged.', {
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

/** Stops at a query that is too long to be meant, before it exhausts the parser's stack. */
const boundedParsing: Plugin = {
  onParse({ setParseFn }) {
    setParseFn((source: Source | string) => parse(source, { maxTokens: MAXIMUM_TOKENS }));
  },
};

/** One line an operation: its name, how long it took, and the codes of its errors; never values. */
function operationLog(logger: Logger): Plugin {
  if (!logger.isLevelEnabled('info')) return {};
  return {
    onExecute({ args }) {
      const start = performance.now();
      return {
        onExecuteDone({ result }) {
          const { errors } = result as ExecutionResult;
          logger.info(
            {
              operation: args.operationName ?? null,
              milliseconds: Math.round((performance.now() - start) * 10) / 10,
              ...(errors ? { errors: errors.map(codeOf) } : {}),
            },
            'operation',
          );
        },
      };
    },
  };
}

function codeOf({ originalError, extensions }: GraphQLError): unknown {
  return originalError instanceof KenesError ? originalError.code : (extensions['code'] ?? 'ERROR');
}

function wantsPage(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  return (
    request.method === 'GET' && accept.includes('text/html') && !request.url.includes('query=')
  );
}

function refuseBody(request: Request): Response | null {
  if (request.method !== 'POST') return null;
  const length = Number(request.headers.get('content-length') ?? 'NaN');
  if (Number.isNaN(length)) {
    return jsonError(411, 'The length of the request is missing. Send it with content-length.');
  }
  if (length > MAXIMUM_BODY) {
    return jsonError(
      413,
      `The request has ${String(length)} bytes; at most ${String(MAXIMUM_BODY)} are read.`,
    );
  }
  return null;
}

async function readiness(store: Store): Promise<Response> {
  try {
    await store.check();
    return text(200, 'ready\n');
  } catch (error) {
    const reason = error instanceof KenesError ? error.message : 'The store does not answer.';
    return text(503, `${reason}\n`);
  }
}

function text(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });
}

function jsonError(status: number, message: string): Response {
  return new Response(JSON.stringify({ errors: [{ message }] }), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
