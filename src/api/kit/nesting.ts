import {
  Lexer,
  TokenKind,
  type GraphQLError,
  type GraphQLErrorOptions,
  type Source,
} from 'graphql';
import { KenesError } from '../../errors.js';
import { limits } from '../../limits.js';
import { toGraphQLError } from './graphql-error.js';

// Deeply nested input would overflow the stack of the code that walks it, which may not be able to
// report that. Such input is therefore rejected before any code walks it.

const maxDepth = limits.requestNesting.value;

export function nestedTooDeeply(
  location: Pick<GraphQLErrorOptions, 'nodes' | 'source' | 'positions'> = {},
): GraphQLError {
  return toGraphQLError(
    new KenesError('TOO_LARGE', `The request is nested more than ${maxDepth} levels deep.`),
    location,
  );
}

/**
 * Checks the text of a query.
 * @throws GraphQLError TOO_LARGE if it has too many tokens or if its brackets nest too deeply.
 */
export function checkQueryText(query: Source): void {
  const lexer = new Lexer(query);
  let depth = 0;
  let tokens = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    tokens += 1;
    if (tokens > limits.requestTokens.value) throw tooManyTokens();
    if (opening.has(token.kind)) depth += 1;
    else if (closing.has(token.kind)) depth -= 1;
    if (depth > maxDepth) throw nestedTooDeeply({ source: query, positions: [token.start] });
  }
}

function tooManyTokens(): GraphQLError {
  return toGraphQLError(
    new KenesError(
      'TOO_LARGE',
      `The query has more than ${limits.requestTokens.value.toLocaleString('en')} tokens.`,
      { hint: 'Split it into several requests.' },
    ),
  );
}

const opening: ReadonlySet<string> = new Set([
  TokenKind.BRACE_L,
  TokenKind.BRACKET_L,
  TokenKind.PAREN_L,
]);
const closing: ReadonlySet<string> = new Set([
  TokenKind.BRACE_R,
  TokenKind.BRACKET_R,
  TokenKind.PAREN_R,
]);

/** Returns whether a JSON value nests too deeply. */
export function isNestedTooDeeply(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
    );
  }
  return false;
}
