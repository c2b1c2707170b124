import type { RequestListener } from 'node:http';
import {
  GraphQLError,
  getOperationAST,
  Source,
  parse,
  printSchema,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLErrorExtensions,
  type GraphQLSchema,
} from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import { KenesError } from '../errors.js';
import { graphiqlResponse } from '../graphiql/response.js';
import { AnswerSize, limitFields } from '../api/kit/answer-size.js';
import type { RequestContext } from '../api/kit/context.js';
import { Loaders } from '../api/kit/loaders.js';
import { Execution, type Compiling } from '../api/kit/execution.js';
import { checkNesting, isNestedTooDeeply, nestedTooDeeply } from '../api/kit/nesting.js';
import { RequestStore } from '../api/kit/request-store.js';
import { createSchema } from '../api/schema.js';
import { acceptedLanguages } from '../values/localized-text.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Store } from '../store/store.js';

export interface AppOptions {
  readonly store: Store;
  readonly vocabulary: Vocabulary;
  readonly logger: Logger;
  /** Off only in tests: each field is then loaded for itself. */
  readonly planReadings?: boolean;
  /** Other than when repeated only in tests. */
  readonly compiling?: Compiling;
}

export interface App {
  readonly schema: GraphQLSchema;
  /** The log gets a line of each operation, if not told otherwise. */
  fetch(request: Request, options?: { readonly isLogged: boolean }): Promise<Response>;
  /** The same, for a server of `node:http`. */
  readonly handle: RequestListener;
}

/** More than any query of a person has; a parser that meets more of them stops. */
const MAXIMUM_TOKENS = 5_000;

/** The bytes of a request's body. */
const MAXIMUM_BODY = 1024 * 1024;

/** The service as a function from requests to responses: tests call it without a port. */
export function createApp({
  store,
  vocabulary,
  logger,
  planReadings = true,
  compiling = 'when repeated',
}: AppOptions): App {
  const schema = createSchema(vocabulary);
  const printed = `${printSchema(schema)}\n`;
  const respond = async (request: Request, path: string): Promise<Response | null> => {
    switch (path) {
      case '/':
        return new Response(null, { status: 302, headers: { location: '/graphql' } });
      case '/graphql':
        if (wantsPage(request)) return graphiqlResponse(request.headers.get('accept-encoding'));
        return refuseParameters(request) ?? refuseBody(request);
      case '/schema.graphql':
        return text(200, printed);
      case '/health/live':
        return text(200, 'live\n');
      case '/health/ready':
        return readiness(store);
      default:
        return text(404, `There is nothing at ${path}. GraphiQL and the API are at /graphql.\n`);
    }
  };
  const yoga = createYogaServer({ schema, logger, respond, compiling }, (request) => {
    const requestStore = new RequestStore(store);
    return {
      store: requestStore,
      vocabulary,
      languages: acceptedLanguages(request.headers.get('accept-language')),
      planReadings,
      answerSize: new AnswerSize(),
      loaders: new Loaders(requestStore),
    };
  });
  return {
    schema,
    fetch: async (request, options = { isLogged: true }) => yoga.fetch(request, options),
    handle: (request, response) => void yoga(request, response),
  };
}

/** What answers until the store is there. */
export function waitingHandler(reason: () => string): RequestListener {
  return ({ url }, response) => {
    const isLive = url?.split('?')[0] === '/health/live';
    response.writeHead(isLive ? 200 : 503, {
      ...plainText,
      ...(isLive ? {} : { 'retry-after': '2' }),
    });
    response.end(isLive ? 'live\n' : `${reason()}\n`);
  };
}

interface ServerContext {
  readonly isLogged?: boolean;
}

/** What is answered without the API; null for a request to it. */
type Respond = (request: Request, path: string) => Promise<Response | null>;

interface Parts {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly respond: Respond;
  readonly compiling: Compiling;
}

function createYogaServer(
  { schema, logger, respond, compiling }: Parts,
  contextOf: (request: Request) => RequestContext,
): YogaServerInstance<ServerContext, RequestContext> {
  return createYoga<ServerContext, RequestContext>({
    schema,
    context: ({ request }) => contextOf(request),
    graphiql: false,
    landingPage: false,
    logging: false,
    multipart: false,
    maxRequestBodySize: false, // `refuseBody` has it, and `node:http` reads no more than that.
    cors: { origin: '*', credentials: false, methods: ['GET', 'POST', 'OPTIONS'] },
    parserAndValidationCache: true,
    maskedErrors: { maskError: (error) => maskError(error, logger) },
    plugins: [routes(respond), boundedQueries, execution(compiling), operationLog(logger)],
  });
}

/** The one place that decides what clients see of an error. */
function maskError(error: unknown, logger: Logger): Error {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  // A scalar that refuses a value is wrapped in what says where the value stands.
  if (error instanceof GraphQLError && (!cause || cause instanceof GraphQLError))
    return errorOfRequest(error);
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

/** What the request itself has wrong, with a code. */
function errorOfRequest(error: GraphQLError): GraphQLError {
  const { message, nodes, source, positions, path } = error;
  const extensions: GraphQLErrorExtensions = { code: 'BAD_USER_INPUT', ...error.extensions };
  delete extensions['originalError']; // What the parser of JSON threw stays inside.
  // Yoga would answer with status 200, as it may to a request that is well-formed.
  // https://graphql.github.io/graphql-over-http/draft/#sec-application-json
  if (extensions['code'] === 'BAD_REQUEST' && extensions.http?.spec)
    extensions.http = { status: 400 };
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions,
  });
}

function routes(respond: Respond): Plugin {
  return {
    async onRequest(hook) {
      const response = await respond(hook.request, hook.url.pathname);
      if (response) hook.endResponse(response);
    },
  };
}

/** Stops at a query that is too long or asks for too much to be meant. */
const boundedQueries: Plugin = {
  onParse({ setParseFn }) {
    setParseFn((source: Source | string) => {
      checkNesting(typeof source === 'string' ? new Source(source) : source);
      return parse(source, { maxTokens: MAXIMUM_TOKENS });
    });
  },
  onParams({ params }) {
    if (isNestedTooDeeply(params.variables)) throw nestedTooDeeply();
  },
  onValidate({ addValidationRule }) {
    addValidationRule(limitFields);
  },
};

function execution(compiling: Compiling): Plugin {
  const execution = new Execution(compiling);
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn((args: ExecutionArgs) => execution.run(args, executeFn));
    },
  };
}

/** One line an operation: its name, how long it took, and the codes of its errors; never values. */
function operationLog(logger: Logger): Plugin {
  if (!logger.isLevelEnabled('info')) return {};
  return {
    onExecute({ args }) {
      const { document, operationName, contextValue } = args as ExecutionArgs;
      if ((contextValue as ServerContext).isLogged === false) return undefined;
      const start = performance.now();
      return {
        onExecuteDone({ result }) {
          const { errors } = result as ExecutionResult;
          logger.info(
            {
              operation: getOperationAST(document, operationName)?.name?.value ?? null,
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

/** Also with a query: GraphiQL keeps the one that is being edited in its address. */
function wantsPage({ method, headers }: Request): boolean {
  return method === 'GET' && (headers.get('accept') ?? '').includes('text/html');
}

/** Yoga would take a fault in them for one of its own. */
function refuseParameters({ method, url }: Request): Response | null {
  if (method !== 'GET') return null;
  const parameters = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const wrong = ['variables', 'extensions'].find((name) => !isJson(parameters.get(name)));
  return wrong === undefined ? null : jsonError(400, `Give ${wrong} as JSON.`);
}

function isJson(text: string | null): boolean {
  try {
    JSON.parse(text || 'null');
    return true;
  } catch {
    return false;
  }
}

function refuseBody(request: Request): Response | null {
  if (request.method !== 'POST') return null;
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  // Not the types that a page elsewhere can send without asking first.
  if (!/^application\/(json|graphql(\+json)?)$/.test(type.trim())) {
    return jsonError(415, 'Send the query as JSON, with content-type: application/json.');
  }
  const given = request.headers.get('content-length') ?? '';
  const length = Number(given);
  if (!/^\d+$/.test(given)) {
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
      ...plainText,
      ...headers,
    },
  });
}

const plainText = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

function jsonError(status: number, message: string): Response {
  const errors = [{ message, extensions: { code: 'BAD_REQUEST' } }];
  return new Response(JSON.stringify({ errors }), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
    },
  });
}
