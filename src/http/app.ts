import type { RequestListener } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import { AnswerSize } from '../api/kit/answer-size.js';
import type { RequestContext } from '../api/kit/context.js';
import type { Compiling } from '../api/kit/execution.js';
import { Loaders } from '../api/kit/loaders.js';
import { RequestStore } from '../api/kit/request-store.js';
import { createSchema } from '../api/schema.js';
import { limits } from '../limits.js';
import { GraphMeasures } from '../measures/graph-measures.js';
import { measuringThreads, type Measuring } from '../measures/measuring-threads.js';
import type { Store } from '../store/store.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { acceptedLanguages } from './accepted-languages.js';
import { crossOrigin, type AllowedOrigins } from './cross-origin.js';
import { BUILT_ASSETS, BuiltAssets } from './assets.js';
import { Exports } from './exports.js';
import { execution } from './execution.js';
import type { HeavyRequests } from './heavy-requests.js';
import { requestChecks } from './request-checks.js';
import { operationLog, type LogOptions } from './log.js';
import { pageRoutes } from './pages.js';
import { errorsOfRequest, maskError } from './masking.js';
import { RequestEnds } from './request-ends.js';
import { routes } from './routes.js';

export interface AppOptions {
  readonly store: Store;
  readonly vocabulary: Vocabulary;
  readonly logger: Logger;
  /** The origins whose pages may read answers. The default is none. */
  readonly origins?: AllowedOrigins;
  /** False only in tests, where each field is then loaded by itself. */
  readonly planReadings?: boolean;
  /** When operations are compiled. Only tests change it. */
  readonly compiling?: Compiling;
  /** The cost up to which queries are executed. Only tests change it. */
  readonly maximumCost?: number;
  /** The folder of what the pages load. Only tests change it. */
  readonly assets?: URL;
  /** Answers heavy requests. Without it, they are answered here. */
  readonly heavyRequests?: HeavyRequests;
  /** Computes measures. The default is in threads; only tests change it. */
  readonly measuring?: Measuring;
}

export interface App {
  readonly schema: GraphQLSchema;
  /** Answers a request and logs a line for its operation unless `isLogged` is false. */
  fetch(request: Request, options?: LogOptions): Promise<Response>;
  /** Does the same as `fetch` for a server of `node:http`. */
  readonly handle: RequestListener;
  /** Ends the requests that are not yet answered; each answers that the service is stopping. */
  endRequests(): void;
}

/** Creates the service as a function from requests to responses, so that tests need no port. */
export function createApp(options: AppOptions): App {
  const { store, vocabulary, logger, origins = [] } = options;
  const { compiling = 'when repeated', maximumCost = limits.queryCost.value } = options;
  const schema = schemaOf(vocabulary);
  const assets = new BuiltAssets(options.assets ?? BUILT_ASSETS);
  const measures = new GraphMeasures(store, options.measuring ?? measuringThreads());
  const requestEnds = new RequestEnds();
  const exports = new Exports({ store, vocabulary, logger });
  const pages = pageRoutes(
    async (request) => yoga.fetch(request, {}),
    (request, record, language) => exports.record(request, record, language),
    assets.ofPages,
  );
  const yoga: YogaServerInstance<LogOptions, RequestContext> = createYoga({
    schema,
    context: ({ request }) => requestContext(request, options, measures),
    graphiql: false,
    landingPage: false,
    logging: false,
    multipart: false,
    maxRequestBodySize: false, // `requestChecks` checks the length, and `node:http` reads no more than that.
    cors: false, // `crossOrigin` answers exactly: Yoga returns any origin where `*` is allowed.
    parserAndValidationCache: true,
    maskedErrors: { maskError: (error) => maskError(error, logger) },
    // Plugins run in this order, so a route answers before the request is checked.
    plugins: [
      crossOrigin(origins),
      routes(schema, store, exports, pages, assets),
      requestChecks,
      errorsOfRequest,
      execution({ compiling, maximumCost, heavyRequests: options.heavyRequests }),
      requestEnds.plugin,
      operationLog(logger),
    ],
  });
  return {
    schema,
    fetch: async (request, options = {}) => yoga.fetch(request, options),
    handle: (request, response) => void yoga(request, response),
    endRequests: () => {
      requestEnds.endAll();
      exports.endAll();
    },
  };
}

/** The schemas of vocabularies. To create one takes long, and all apps of a vocabulary can share it. */
const schemas = new WeakMap<Vocabulary, GraphQLSchema>();

function schemaOf(vocabulary: Vocabulary): GraphQLSchema {
  const schema = schemas.get(vocabulary) ?? createSchema(vocabulary);
  schemas.set(vocabulary, schema);
  return schema;
}

function requestContext(
  { headers, signal }: Request,
  { store, vocabulary, planReadings = true }: AppOptions,
  measures: GraphMeasures,
): RequestContext {
  const requestStore = new RequestStore(store, signal);
  return {
    store: requestStore,
    vocabulary,
    languages: acceptedLanguages(headers.get('accept-language')),
    planReadings,
    measures,
    answerSize: new AnswerSize(),
    loaders: new Loaders(requestStore),
  };
}
