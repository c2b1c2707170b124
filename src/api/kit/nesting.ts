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
 * @throws GraphQLError TOO_LARGE if it has too many tokens, a name that is too long, or brackets that
 *   nest too deeply.
 */
export function checkQueryText(query: Source): void {
  const lexer = new Lexer(query);
  let depth = 0;
  let tokens = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    tokens += 1;
    if (tokens > limits.requestTokens.value) throw tooManyTokens();
    if (token.kind === TokenKind.NAME && token.value.length > limits.nameLength.value)
      throw nameTooLong('name in the query', { source: query, positions: [token.start] });
    if (opening.has(token.kind)) depth += 1;
    else if (closing.has(token.kind)) depth -= 1;
    if (depth > maxDepth) throw nestedTooDeeply({ source: query, positions: [token.start] });
  }
}

function nameTooLong(
  what: string,
  location: Pick<GraphQLErrorOptions, 'source' | 'positions'> = {},
): GraphQLError {
  const maximum = limits.nameLength.value;
  return toGraphQLError(
    new KenesError('TOO_LARGE', `A ${what} has more than ${maximum} characters.`),
    location,
  );
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

/**
 * Checks the variables of a request.
 * @throws GraphQLError TOO_LARGE if they nest too deeply, or have a key that is too long, or too many keys
 *   or values.
 */
export function checkVariables(variables: unknown): void {
  let keys = 0;
  let values = 0;
  const check = (value: unknown, depth: number): void => {
    if (depth > maxDepth) throw nestedTooDeeply();
    if (typeof value !== 'object' || value === null) return;
    const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    const names = Array.isArray(value) ? [] : Object.keys(value);
    keys += names.length;
    values += parts.length;
    if (names.some((name) => name.length > limits.nameLength.value))
      throw nameTooLong('key in the variables');
    if (keys > limits.variableKeys.value) throw tooMany('keys', limits.variableKeys.value);
    if (values > limits.variableValues.value) throw tooMany('values', limits.variableValues.value);
    for (const part of parts) check(part, depth + 1);
  };
  check(variables, 0);
}

function tooMany(what: 'keys' | 'values', maximum: number): GraphQLError {
  return toGraphQLError(
    new KenesError(
      'TOO_LARGE',
      `The variables have more than ${maximum.toLocaleString('en')} ${what} in all.`,
      { hint: 'Split them over several requests.' },
    ),
  );
}
