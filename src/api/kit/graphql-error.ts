import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import type { KenesError } from '../../errors.js';

/** What a client finds in `extensions` of an error, beside what the transport adds. */
export interface ErrorExtensions {
  readonly code: string;
  /** What is allowed, or what to do. */
  readonly hint?: string;
  /** The valid name that is spelled most like an invalid one. */
  readonly nearest?: string;
  /** The input that is wrong, as a dotted path from the arguments of the field. */
  readonly argument?: string;
}

/**
 * An error as clients see it: its message has everything in one text, for people in GraphiQL, and
 * its extensions have the parts, for programs.
 */
export function toGraphQLError(error: KenesError, options: GraphQLErrorOptions = {}): GraphQLError {
  const { code, hint, nearest, argument, fullMessage } = error;
  const extensions: ErrorExtensions = {
    code,
    ...(hint !== undefined && { hint }),
    ...(nearest !== undefined && { nearest }),
    ...(argument !== undefined && { argument }),
  };
  return new GraphQLError(fullMessage, { ...options, extensions: { ...extensions } });
}
