import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { toGraphQLError } from '../api/kit/graphql-error.js';
import { KenesError } from '../errors.js';
import { limits } from '../limits.js';
import { shortened, visible } from '../values/shown-input.js';

/** Errors of the client's input, of its leaving and of the end of the service. */
const UNLOGGED = new Set(['BAD_USER_INPUT', 'CANCELLED', 'STOPPING']);

/** The errors that `maskError` returned. */
const masked = new WeakSet<GraphQLError>();

/** Returns the error as the client sees it, and logs the details that the client does not see. */
export function maskError(error: unknown, logger: Logger): GraphQLError {
  const shown = shownError(error, logger);
  masked.add(shown);
  return shown;
}

function shownError(error: unknown, logger: Logger): GraphQLError {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  // If a scalar rejects a value, graphql wraps its error and adds the location of the value.
  if (error instanceof GraphQLError && (!cause || cause instanceof GraphQLError))
    return errorOfRequest(error);
  const location =
    error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (cause instanceof KenesError) {
    if (!UNLOGGED.has(cause.code)) logger.warn({ err: cause }, 'request failed');
    return toGraphQLError(cause, location);
  }
  logger.error({ err: cause ?? error }, 'internal error');
  return new GraphQLError('Something went wrong inside the service. Its log has the details.', {
    ...location,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

/** Returns the code of an error before it is masked, for the log. */
export function codeOf({ originalError, extensions }: GraphQLError): unknown {
  return originalError instanceof KenesError ? originalError.code : (extensions['code'] ?? 'ERROR');
}

/**
 * Creates a plugin that shows the errors of a request that was not executed, of which it lists only
 * the first. Otherwise each error explains a null of the answer, so none is left out.
 */
export const errorsOfRequest: Plugin = {
  onExecutionResult(hook) {
    const { result } = hook;
    if (!result || Array.isArray(result) || !('errors' in result) || 'data' in result) return;
    const { errors = [] } = result;
    // Yoga masks only errors that were thrown, not those of the parser and the validation.
    const shown = errors
      .slice(0, limits.shownErrors.value)
      .map((error) => (masked.has(error) ? error : errorOfRequest(error)));
    const last = shown.at(-1);
    const more = errors.length - shown.length;
    if (last && more > 0) {
      // graphql stops after some errors, and reports that as one more.
      const isCounted = !errors.at(-1)?.message.startsWith('Too many ');
      last.message += ` (${isCounted ? `${more} more` : 'More'} errors are not listed.)`;
    }
    hook.setResult({ ...result, errors: shown });
  },
};

/** Returns the message of graphql or Yoga with short values of the client. */
function shortMessage({ message, originalError }: GraphQLError): string {
  const reason = originalError instanceof GraphQLError ? originalError.message : '';
  if (reason === '' || !message.endsWith(reason)) return withShortValues(message);
  return withShortValues(message.slice(0, -reason.length)) + withShortValues(reason);
}

/** Matches a value in quotation marks, also one that does not end: so it never tries twice. */
const QUOTED_VALUE = /"([^"\\]*(?:\\[^][^"\\]*)*)\\?(?:"|$)/g;

/** Matches a value that graphql prints without quotation marks, and what follows it. */
const PRINTED_VALUE = /(invalid value |value: |, found )([^]+?)(( at "[^"]*")?[;.]? ?)$/;

const SHORT_AND_QUOTED = limits.shownInput.value + '"…"'.length;

/** The length of a message that is longer than any without long values. */
const LONG_MESSAGE = 4_000;

/** Shortens the values of the client, which graphql and Yoga repeat in full in their messages. */
function withShortValues(message: string): string {
  // The middle of a very long message is all value.
  const ends =
    message.length <= LONG_MESSAGE
      ? message
      : message.slice(0, LONG_MESSAGE / 2) + message.slice(-LONG_MESSAGE / 2);
  const short = ends.replace(QUOTED_VALUE, (_, value: string) => `"${shortened(value)}"`);
  if (short.length <= limits.shownInput.value) return visible(short);
  return visible(
    short.replace(
      PRINTED_VALUE,
      (_, before: string, value: string, after: string) =>
        // A value in quotation marks is already short.
        before + (value.length <= SHORT_AND_QUOTED ? value : shortened(value)) + after,
    ),
  );
}

/** Returns the name that graphql suggests first, or null. */
function suggestionIn(message: string): string | null {
  return / Did you mean (?:the enum value )?"(\w+)"[^?]*\?$/.exec(message)?.[1] ?? null;
}

/** Matches the error of a letter that no name in a query can have, such as one of a text. */
const UNQUOTED = /^Syntax Error: Unexpected character: U\+/;

/** Returns an error that the request itself caused, with a code in any case. */
function errorOfRequest(error: GraphQLError): GraphQLError {
  const { nodes, source, positions, path } = error;
  const hint = UNQUOTED.test(error.message) ? 'Put texts in double quotes: "Ластаев".' : undefined;
  const message = [shortMessage(error), hint ?? ''].join(' ').trimEnd();
  const extensions: GraphQLErrorExtensions = { code: 'BAD_USER_INPUT', ...error.extensions };
  if (hint !== undefined) extensions['hint'] = hint;
  const nearest = suggestionIn(message);
  if (nearest !== null) extensions['nearest'] ??= nearest;
  delete extensions['originalError']; // The error of the JSON parser is not for clients.
  // Yoga would respond with status 200, which is allowed only for a well-formed request.
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
