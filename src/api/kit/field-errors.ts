import {
  GraphQLError,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Path = readonly (string | number)[];

/**
 * Keeps one error for each null of an answer: the first in the order of the answer's fields. The
 * number of further errors depends on how much was executed before the first one was noticed.
 */
export function oneErrorPerNull(
  result: ExecutionResult,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ExecutionResult {
  // Without data, all errors are about variables.
  if (!result.errors || result.errors.length < 2 || result.data === undefined) return result;
  const indexesOf = fieldIndexes(document, operation);
  const first = new Map<string, { readonly error: GraphQLError; readonly indexes: number[] }>();
  for (const error of result.errors) {
    const path = error.path ?? [];
    const nullPath = nullAt(result.data, path).join('.');
    const known = first.get(nullPath);
    const indexes = indexesOf(path);
    if (!known || compareIndexes(indexes, known.indexes) < 0)
      first.set(nullPath, { error, indexes });
  }
  const errors = [...first.values()]
    .sort((a, b) => compareIndexes(a.indexes, b.indexes))
    .map(({ error }) => error);
  return { ...result, errors };
}

/**
 * Adds to the errors of compiled code the nodes that errors of graphql-js have. An error without a
 * cause comes from a resolver that violated its type, and is therefore an internal error.
 */
export function locateErrors(result: ExecutionResult, document: DocumentNode): ExecutionResult {
  if (!result.errors) return result;
  const fields = new Map<string, FieldNode>();
  visit(document, {
    Field(node) {
      if (node.loc) fields.set(locationKey(node.loc.startToken), node);
    },
  });
  const errors = result.errors.map(({ message, locations, path, originalError }) => {
    const nodes = (locations ?? []).flatMap((location) => fields.get(locationKey(location)) ?? []);
    return new GraphQLError(message, {
      nodes,
      path: path ?? null,
      originalError: originalError ?? new Error(message),
    });
  });
  return { errors, data: result.data ?? null };
}

function locationKey({ line, column }: { line: number; column: number }): string {
  return `${line}:${column}`;
}

/** Returns the part of a path that leads to the null that replaces everything below it. */
function nullAt(data: unknown, path: Path): Path {
  let value = data;
  const index = path.findIndex((key) => {
    if (typeof value !== 'object' || value === null) return true;
    value = (value as Record<string | number, unknown>)[key];
    return false;
  });
  return index < 0 ? path : path.slice(0, index);
}

/**
 * Returns a function that replaces each name of a path by the index of its field in the selection.
 */
function fieldIndexes(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (path: Path) => number[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  const known = new Map<string, number[]>();
  return (path) => {
    const names = path.filter((key) => typeof key === 'string');
    const key = names.join('.');
    let indexes = known.get(key);
    if (!indexes) known.set(key, (indexes = indexesAlong(names, operation, fragments)));
    let next = 0;
    return path.map((part) => (typeof part === 'number' ? part : (indexes[next++] ?? 0)));
  };
}

function indexesAlong(
  names: readonly string[],
  { selectionSet }: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number[] {
  const fieldsIn = ({ selections }: SelectionSetNode): FieldNode[] =>
    selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node];
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      return fragment ? fieldsIn(fragment.selectionSet) : [];
    });
  let fields = fieldsIn(selectionSet);
  return names.map((name) => {
    const found = fields.filter((field) => (field.alias ?? field.name).value === name);
    const index = found[0] ? fields.indexOf(found[0]) : 0;
    fields = found.flatMap((field) => (field.selectionSet ? fieldsIn(field.selectionSet) : []));
    return index;
  });
}

function compareIndexes(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((index, depth) => index !== b[depth]);
  if (differing < 0) return a.length - b.length;
  return (a[differing] ?? 0) - (b[differing] ?? -1);
}
