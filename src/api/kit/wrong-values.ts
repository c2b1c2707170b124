import {
  GraphQLError,
  Kind,
  ValuesOfCorrectTypeRule,
  getEnterLeaveForKind,
  isInputObjectType,
  isLeafType,
  print,
  type ASTNode,
  type ASTVisitor,
  type ValidationContext,
} from 'graphql';
import { withAllowed } from './unknown-arguments.js';

/** An argument or a variable, and what is within its value. */
interface Place {
  readonly what: 'Argument' | 'Variable';
  /** Such as `filter.related[0].atLeast`, or `$filter.related`. */
  readonly path: string;
}

/**
 * Validation rule that reports wrong values in the text of a query as graphql’s own rule does, and
 * names the argument, the value and its place, as errors of variables do.
 */
export function refuseWrongValues(context: ValidationContext): ASTVisitor {
  let locate: (error: GraphQLError, isValue: boolean) => GraphQLError = (error) => error;
  const reportError = (error: GraphQLError): void => {
    const type = namedType(context.getInputType());
    const owner = namedType(context.getParentInputType());
    const isUnknownField = type === undefined && isInputObjectType(owner);
    const isHinted = isUnknownField && !error.message.includes('Did you mean');
    const hinted = isHinted ? withAllowed(error, Object.keys(owner.getFields())) : error;
    context.reportError(locate(hinted, isLeafType(type)));
  };
  // `[Name!]!` is a list of the type `Name`.
  const namedType = (type: { toString(): string } | null | undefined) =>
    context.getSchema().getType(/\w+/.exec(type?.toString() ?? '')?.[0] ?? '');
  const rule = ValuesOfCorrectTypeRule(
    Object.create(context, { reportError: { value: reportError } }) as ValidationContext,
  );
  return {
    enter(node, key, parent, keys, ancestors) {
      locate = (error, isValue) => {
        const place = placeOf(parent ? [...ancestors, parent, node] : [node], keys);
        return place ? located(error, node, place, isValue) : error;
      };
      const visit = getEnterLeaveForKind(rule, node.kind).enter;
      return visit?.call(rule, node, key, parent, keys, ancestors) as unknown;
    },
  };
}

/** @param isValue whether the error is that of a single value: a scalar or a value of an enum. */
function located(
  error: GraphQLError,
  node: ASTNode,
  { what, path }: Place,
  isValue: boolean,
): GraphQLError {
  const got =
    isValue && node.kind !== Kind.NULL
      ? `${what} "${path}" got invalid value ${print(node)}; `
      : '';
  return new GraphQLError(got + error.message, {
    nodes: node,
    originalError: error,
    extensions: { ...error.extensions, ...(what === 'Argument' && { argument: path }) },
  });
}

/**
 * Returns the place of a node; null if it is in no argument and no variable.
 * @param way the nodes and lists that lead to the node, from the document on, and the node itself.
 * @param keys the key of each of them that leads on.
 */
function placeOf(
  way: readonly (ASTNode | readonly ASTNode[])[],
  keys: readonly (string | number)[],
): Place | null {
  let what: Place['what'] = 'Argument';
  let path = '';
  for (const [index, part] of way.entries()) {
    if (!('kind' in part)) {
      const list = way[index - 1];
      const isList = list && 'kind' in list && list.kind === Kind.LIST;
      if (isList) path += `[${String(keys[index])}]`;
    } else if (part.kind === Kind.ARGUMENT) [what, path] = ['Argument', part.name.value];
    else if (part.kind === Kind.OBJECT_FIELD) path += `.${part.name.value}`;
    else if (part.kind === Kind.VARIABLE_DEFINITION)
      [what, path] = ['Variable', `$${part.variable.name.value}`];
  }
  return path === '' ? null : { what, path };
}
