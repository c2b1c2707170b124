import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import type { Logger } from 'pino';
import { toGraphQLError } from '../api/kit/graphql-error.js';
import { KenesError } from '../errors.js';
import { shortened } from '../values/shown-input.js';

/** Decides, in this one place, what a client sees of an error, and logs what it does not see. */
export function maskError(error: unknown, logger: Logger): GraphQLError {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  // A scalar that refuses a value throws an error that graphql wraps with the location of the value.
  if (error instanceof GraphQLError && (!cause || cause instanceof GraphQLError))
    return errorOfRequest(error);
  const location =
    error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (cause instanceof KenesError) {
    if (cause.code !== 'BAD_USER_INPUT') logger.warn({ err: cause }, 'store error');
    return toGraphQLError(cause, location);
  }
  logger.error({ err: cause ?? error }, 'internal error');
  return new GraphQLError('Something went wrong inside the service. It was logged.', {
    ...location,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

/** The code of an error before it is masked, for the log. */
export function codeOf({ originalError, extensions }: GraphQLError): unknown {
  return originalError instanceof KenesError ? originalError.code : (extensions['code'] ?? 'ERROR');
}

/** The messages of graphql and of Yoga repeat a client's values whole, between quotation marks. */
function withShortValues(message: string): string {
  return message.replace(/"((?:[^"\\]|\\.)*)"/gs, (_, value: string) => `"${shortened(value)}"`);
}

/** An error that the request itself caused, always with a code. */
function errorOfRequest(error: GraphQLError): GraphQLError {
  const { message, nodes, source, positions, path } = error;
  const extensions: GraphQLErrorExtensions = { code: 'BAD_USER_INPUT', ...error.extensions };
  delete extensions['originalError']; // The JSON parser's own error stays inside.
  // Yoga would answer with status 200, as it may to a request that is well-formed.
  // https://graphql.github.io/graphql-over-http/draft/#sec-application-json
  if (extensions['code'] === 'BAD_REQUEST' && extensions.http?.spec)
    extensions.http = { status: 400 };
  return new GraphQLError(withShortValues(message), {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions,
  });
}
