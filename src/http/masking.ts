import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import type { Logger } from 'pino';
import { toGraphQLError } from '../api/kit/graphql-error.js';
import { KenesError } from '../errors.js';
import { shortened } from '../values/shown-input.js';

/** Errors of the client's input and of its leaving. */
const UNLOGGED = new Set(['BAD_USER_INPUT', 'CANCELLED']);

/** Returns the error as the client sees it, and logs the details that the client does not see. */
export function maskError(error: unknown, logger: Logger): GraphQLError {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  // If a scalar rejects a value, graphql wraps its error and adds the location of the value.
  if (error instanceof GraphQLError && (!cause || cause instanceof GraphQLError))
    return errorOfRequest(error);
  const location =
    error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (cause instanceof KenesError) {
    if (!UNLOGGED.has(cause.code)) logger.warn({ err: cause }, 'store error');
    return toGraphQLError(cause, location);
  }
  logger.error({ err: cause ?? error }, 'internal error');
  return new GraphQLError('Something went wrong inside the service. It was logged.', {
    ...location,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

/** Returns the code of an error before it is masked, for the log. */
export function codeOf({ originalError, extensions }: GraphQLError): unknown {
  return originalError instanceof KenesError ? originalError.code : (extensions['code'] ?? 'ERROR');
}

/**
 * Shortens the quoted values of the client, which graphql and Yoga repeat in full in their
 * messages.
 */
function withShortValues(message: string): string {
  return message.replace(/"((?:[^"\\]|\\.)*)"/gs, (_, value: string) => `"${shortened(value)}"`);
}

/** Returns an error that the request itself caused, with a code in any case. */
function errorOfRequest(error: GraphQLError): GraphQLError {
  const { message, nodes, source, positions, path } = error;
  const extensions: GraphQLErrorExtensions = { code: 'BAD_USER_INPUT', ...error.extensions };
  delete extensions['originalError']; // The error of the JSON parser is not for clients.
  // Yoga would respond with status 200, which is allowed only for a well-formed request.
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
