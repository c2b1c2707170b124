import {
  GraphQLError,
  Kind,
  KnownArgumentNamesRule,
  type ASTVisitor,
  type ValidationContext,
} from 'graphql';
import { allowedNames } from './allowed-values.js';

/**
 * Validation rule that reports unknown arguments as graphql’s own rule does, and lists the arguments
 * of the field if none is spelled alike.
 */
export function refuseUnknownArguments(context: ValidationContext): ASTVisitor {
  const reportError = (error: GraphQLError): void => {
    const [node] = error.nodes ?? [];
    const names = context.getFieldDef()?.args.map(({ name }) => name) ?? [];
    const isHinted =
      node?.kind === Kind.ARGUMENT &&
      names.length > 0 &&
      error.message.includes(' on field ') &&
      !error.message.includes('Did you mean');
    context.reportError(isHinted ? withAllowed(error, names) : error);
  };
  return KnownArgumentNamesRule(
    Object.create(context, { reportError: { value: reportError } }) as ValidationContext,
  );
}

/** Returns an error of an unknown name that lists the known ones. */
export function withAllowed(error: GraphQLError, names: readonly string[]): GraphQLError {
  const hint = `Allowed: ${allowedNames(names)}.`;
  return new GraphQLError(`${error.message} ${hint}`, {
    nodes: error.nodes ?? null,
    extensions: { ...error.extensions, hint },
  });
}
