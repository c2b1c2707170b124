import {
  BREAK,
  GraphQLBoolean,
  GraphQLID,
  GraphQLString,
  Kind,
  OperationTypeNode,
  TypeInfo,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
  type VariableDefinitionNode,
} from 'graphql';

// The code that graphql-jit compiles answers some queries differently from graphql-js. These queries
// are recognised here by their document and variables before anything is executed.

/**
 * The maximum number of fields of a compiled query. A field counts once for each object type that its
 * parent may have. Each takes about 50 µs to compile.
 */
const COMPILED_FIELDS = 300;

/**
 * Matches the names that are safe in compiled code: it joins names with underscores, so that two
 * fields could get the same name, and sets `__proto__` as a prototype.
 */
const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9]*$/;

/**
 * A query that compiled code answers as graphql-js does, if `accepts` returns true for its
 * variables.
 */
export class CompilableQuery {
  private constructor(
    private readonly schema: GraphQLSchema,
    private readonly operation: OperationDefinitionNode,
    private readonly uses: VariableUses,
  ) {}

  /** Returns null if compiled code might answer the document differently from graphql-js. */
  static of(schema: GraphQLSchema, document: DocumentNode): CompilableQuery | null {
    const operations = document.definitions.filter(isOperation);
    const [operation] = operations;
    if (operation?.operation !== OperationTypeNode.QUERY || operations.length > 1) return null;
    if (!hasPlainVariables(schema, operation)) return null;
    if (!hasFewFields(schema, document, operation)) return null;
    const uses = variableUses(schema, document);
    return uses && new CompilableQuery(schema, operation, uses);
  }

  /**
   * Returns whether each variable is given as a text or Boolean that needs no coercion, as are most.
   * This takes a fraction of the time of `getVariableValues`.
   */
  private static areSimple(
    definitions: readonly VariableDefinitionNode[],
    variables: Readonly<Record<string, unknown>>,
  ): boolean {
    return definitions.every(({ type, variable }) => {
      const { value: name } = variable.name;
      return Object.hasOwn(variables, name) && typeof variables[name] === builtInScalar(type);
    });
  }

  /** Returns whether compiled code applies the variables and their defaults as graphql-js does. */
  accepts(variables: Readonly<Record<string, unknown>>): boolean {
    const definitions = this.operation.variableDefinitions ?? [];
    if (CompilableQuery.areSimple(definitions, variables)) return true;
    const { coerced } = getVariableValues(this.schema, definitions, variables);
    if (!coerced) return false;
    return (
      // Compiled code ignores the default of a variable that may not be null.
      definitions.every(
        ({ type, variable }) =>
          type.kind !== Kind.NON_NULL_TYPE || Object.hasOwn(variables, variable.name.value),
      ) &&
      this.uses.withinLiterals.every((name) => Object.hasOwn(coerced, name)) &&
      this.uses.asNonNull.every((name) => coerced[name] !== null)
    );
  }
}

/**
 * Returns the type of a variable if it is a built-in scalar. Values of other leaf types, such as
 * dates, have to be parsed before one knows whether they are valid.
 */
function builtInScalar(type: TypeNode): 'string' | 'boolean' | undefined {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  if (named.kind !== Kind.NAMED_TYPE) return undefined;
  const { value } = named.name;
  if (value === GraphQLString.name || value === GraphQLID.name) return 'string';
  return value === GraphQLBoolean.name ? 'boolean' : undefined;
}

/** The names of variables whose values compiled code checks differently from graphql-js. */
interface VariableUses {
  /**
   * Variables within a list or an input object, where compiled code turns an absent one into null.
   */
  readonly withinLiterals: readonly string[];
  /** Variables where null is not allowed. The error for null would have another location. */
  readonly asNonNull: readonly string[];
}

/** Returns null for a document with directives or with an alias that `PLAIN_NAME` does not match. */
function variableUses(schema: GraphQLSchema, document: DocumentNode): VariableUses | null {
  const withinLiterals = new Set<string>();
  const asNonNull = new Set<string>();
  const rejected: ASTNode[] = [];
  const reject = (node: ASTNode): typeof BREAK => {
    rejected.push(node);
    return BREAK;
  };
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      // Compiled code ignores later spreads of a fragment even if `@skip` leaves out the first one.
      Directive: reject,
      Field: (node) =>
        node.alias && !PLAIN_NAME.test(node.alias.value) ? reject(node) : undefined,
      VariableDefinition: () => false,
      Variable({ name: { value } }, _key, parent) {
        if (isNonNullType(typeInfo.getInputType())) asNonNull.add(value);
        if (!isArgument(parent)) withinLiterals.add(value);
      },
    }),
  );
  if (rejected.length > 0) return null;
  return { withinLiterals: [...withinLiterals], asNonNull: [...asNonNull] };
}

/**
 * Returns whether all variables have plain names and leaf types. Checks of input objects compile
 * for seconds.
 */
function hasPlainVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): boolean {
  return variableDefinitions.every(
    ({ variable, type }) =>
      PLAIN_NAME.test(variable.name.value) && isLeafType(schema.getType(nameOf(type))),
  );
}

function hasFewFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  let left = COMPILED_FIELDS;
  const count = (selectionSet: SelectionSetNode, type: GraphQLObjectType): void => {
    for (const node of selectionSet.selections) {
      if (left < 0) return;
      if (node.kind === Kind.FIELD) {
        left -= 1;
        const field = type.getFields()[node.name.value];
        if (!node.selectionSet || !field) continue;
        const named = getNamedType(field.type);
        const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
        for (const one of types) if (isObjectType(one)) count(node.selectionSet, one);
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      if (!fragment) continue;
      const condition = fragment.typeCondition?.name.value;
      const on = condition === undefined ? type : schema.getType(condition);
      const applies = on === type || (isAbstractType(on) && schema.isSubType(on, type));
      if (applies) count(fragment.selectionSet, type);
    }
  };
  const query = schema.getQueryType();
  if (query) count(operation.selectionSet, query);
  return left >= 0;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function isOperation(node: ASTNode): node is OperationDefinitionNode {
  return node.kind === Kind.OPERATION_DEFINITION;
}

function isArgument(parent: ASTNode | readonly ASTNode[] | undefined): boolean {
  return parent !== undefined && 'kind' in parent && parent.kind === Kind.ARGUMENT;
}
