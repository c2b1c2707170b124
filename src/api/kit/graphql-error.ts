import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import type { KenesError } from '../../errors.js';

/** The `extensions` of an error, except for those that the transport adds. */
export interface ErrorExtensions {
  readonly code: string;
  /** A sentence that says what is allowed or what to do. */
  readonly hint?: string;
  /** The valid name that is spelled most like an invalid one. */
  readonly nearest?: string;
  /** The input that is wrong, as a dotted path from the arguments of the field. */
  readonly argument?: string;
}

/**
 * Returns the error that clients see. Its message is the full text, for people in GraphiQL; its
 * extensions contain the parts, for programs.
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
