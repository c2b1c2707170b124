import { GraphQLError, Lexer, TokenKind, type GraphQLErrorOptions, type Source } from 'graphql';

// What is nested without bound would overflow the stack of whatever walks it, at a place that may
// not be able to say so: it is refused before anything walks it.

/** Levels of brackets, of values within values, and of fields within fields. */
export const MAXIMUM_NESTING = 100;

export function nestedTooDeeply(
  place: Pick<GraphQLErrorOptions, 'nodes' | 'source' | 'positions'> = {},
): GraphQLError {
  return new GraphQLError(
    `The request is nested more than ${String(MAXIMUM_NESTING)} levels deep. Nest less.`,
    { ...place, extensions: { code: 'TOO_LARGE' } },
  );
}

/** @throws GraphQLError TOO_LARGE where a query's brackets nest too deeply. */
export function checkNesting(query: Source): void {
  const lexer = new Lexer(query);
  let depth = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    if (opening.has(token.kind)) depth += 1;
    else if (closing.has(token.kind)) depth -= 1;
    if (depth > MAXIMUM_NESTING) throw nestedTooDeeply({ source: query, positions: [token.start] });
  }
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

/** Whether a JSON value nests too deeply. */
export function isNestedTooDeeply(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAXIMUM_NESTING) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
    );
  }
  return false;
}
