import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isInterfaceType,
  isListType,
  isObjectType,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type ObjectFieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';

// The cost of a query is an upper estimate of the values of its answer, computed from its text and
// its variables before anything is read. Each field says beside its definition what it can bring.

type Arguments = Readonly<Record<string, unknown>>;

/** What a field adds to the cost of a query. */
export interface FieldCost {
  /**
   * Returns the most entries of its list; for a list without pages, more than it usually has. `above`
   * are the arguments of the field around it.
   */
  readonly entries?: (args: Arguments, above: Arguments) => number;
  /** Returns the work for the field itself, as the number of values that take as long; else 1. */
  readonly work?: (args: Arguments) => number;
}

/** Returns the `extensions` of a field whose answer is a list, which may take work by itself. */
export function brings(
  entries: number | NonNullable<FieldCost['entries']>,
  work = 1,
): { cost: FieldCost } {
  return {
    cost: { entries: typeof entries === 'number' ? () => entries : entries, work: () => work },
  };
}

/** Returns the `extensions` of a field that takes more work than a value that was read. */
export function takes(work: number | NonNullable<FieldCost['work']>): { cost: FieldCost } {
  return { cost: { work: typeof work === 'number' ? () => work : work } };
}

/** The work for counting anew what the sources that are left say, at least. */
const RECOUNT_WORK = 100;

/** Returns the work for a filter of relations, beside that for what it selects. */
export function workOfFilter(filter: unknown): number {
  const { without, publishedUntil } = (filter ?? {}) as Readonly<Record<string, unknown>>;
  return without == null && publishedUntil == null ? 0 : RECOUNT_WORK;
}

/**
 * The work for an entry of a list, in values: its row is read and parsed, and an object is made of it.
 */
const ENTRY_WORK = 2;

/** The entries of lists of introspection, whose fields are those of graphql itself. */
const INTROSPECTED_ENTRIES = 10;

const metaFields: readonly GraphQLField<unknown, unknown>[] = [
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
];

/** The costs of operations that no variable changes. */
const fixedCosts = new WeakMap<OperationDefinitionNode, number>();

/** Returns the cost of an operation; 0 if its variables are invalid, which execution reports. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fixed = fixedCosts.get(operation);
  if (fixed !== undefined) return fixed;
  const root = schema.getRootType(operation.operation);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 1,
  });
  if (!root || !coerced) return 0;
  const selections = new CostOfSelections(schema, fragmentsOf(document), coerced);
  const cost = Math.min(selections.of(root, [operation.selectionSet], {}), Number.MAX_SAFE_INTEGER);
  if (!selections.dependOnVariables) fixedCosts.set(operation, cost);
  return cost;
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

/** A field of an answer, with all nodes that select it. */
interface SelectedField {
  readonly definition: GraphQLField<unknown, unknown>;
  /** The object type that it is selected on; null if on all types that are possible there. */
  readonly onType: string | null;
  readonly nodes: FieldNode[];
}

class CostOfSelections {
  /** True if a variable was used that may change the cost. */
  dependOnVariables = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Arguments,
  ) {}

  /** Returns the cost of one object. Only the dearest of the types that exclude each other counts. */
  of(type: GraphQLNamedType, selections: readonly SelectionSetNode[], above: Arguments): number {
    const fields = new Map<string, SelectedField>();
    for (const selection of selections) this.collect(type, null, selection, fields);
    let common = 0;
    const byType = new Map<string, number>();
    for (const { definition, onType, nodes } of fields.values()) {
      const cost = this.ofField(definition, nodes, above);
      if (onType === null) common += cost;
      else byType.set(onType, (byType.get(onType) ?? 0) + cost);
    }
    return common + Math.max(0, ...byType.values());
  }

  private ofField(
    definition: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    above: Arguments,
  ): number {
    const { work, entries } = (definition.extensions['cost'] ?? {}) as FieldCost;
    const selected = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const args = this.argumentsOf(definition, nodes[0]);
    const own = work?.(args) ?? 1;
    const type = getNamedType(definition.type);
    const below = selected.length === 0 ? 0 : this.of(type, selected, args);
    if (!isListType(getNullableType(definition.type))) return own + below;
    return own + (entries?.(args, above) ?? INTROSPECTED_ENTRIES) * (ENTRY_WORK + below);
  }

  /** Returns arguments that notice which of them are read. */
  private argumentsOf(
    definition: GraphQLField<unknown, unknown>,
    node: FieldNode | undefined,
  ): Arguments {
    if (!node || definition.args.length === 0) return {};
    try {
      const args = getArgumentValues(definition, node, this.variables);
      const fields = node.arguments ?? [];
      return fields.some(({ value }) => hasVariable(value)) ? this.noticing(args, fields) : args;
    } catch {
      this.dependOnVariables = true;
      return {}; // Execution reports the error.
    }
  }

  /** Returns an object that notices when a value is read that a variable may change. */
  private noticing(
    values: Readonly<Record<string, unknown>>,
    fields: readonly (ArgumentNode | ObjectFieldNode)[],
  ): Readonly<Record<string, unknown>> {
    const dependsOn = <T>(value: T): T => {
      this.dependOnVariables = true;
      return value;
    };
    return new Proxy(values, {
      get: (target, name) => {
        const value = Reflect.get(target, name) as unknown;
        const field = fields.find((one) => one.name.value === name);
        return field ? this.noticingWithin(value, field.value) : value;
      },
      // A field is absent if its variable is.
      has: (target, name) => dependsOn(Reflect.has(target, name)),
      ownKeys: (target) => dependsOn(Reflect.ownKeys(target)),
    });
  }

  /** Returns a value that is being read; what is within it may not be. */
  private noticingWithin(value: unknown, node: ValueNode): unknown {
    if (!hasVariable(node)) return value;
    if (node.kind === Kind.OBJECT && isRecord(value)) return this.noticing(value, node.fields);
    const isFixedList = node.kind === Kind.LIST && !node.values.some(isVariable);
    if (isFixedList && Array.isArray(value))
      return node.values.map((one, index) => this.noticingWithin(value[index], one));
    this.dependOnVariables = true;
    return value;
  }

  private collect(
    type: GraphQLNamedType,
    onType: string | null,
    { selections }: SelectionSetNode,
    fields: Map<string, SelectedField>,
  ): void {
    for (const node of selections) {
      if (!this.isIncluded(node)) continue;
      if (node.kind === Kind.FIELD) {
        addField(type, onType, node, fields);
        continue;
      }
      const fragment =
        node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node;
      if (!fragment) continue;
      const condition = fragment.typeCondition
        ? this.schema.getType(fragment.typeCondition.name.value)
        : type;
      if (!condition) continue;
      const narrows = isObjectType(condition) && condition !== type;
      this.collect(condition, narrows ? condition.name : onType, fragment.selectionSet, fields);
    }
  }

  private isIncluded(node: SelectionNode): boolean {
    if (!node.directives || node.directives.length === 0) return true;
    this.dependOnVariables = true;
    const condition = (directive: typeof GraphQLSkipDirective): unknown =>
      getDirectiveValues(directive, node, this.variables)?.['if'];
    return condition(GraphQLSkipDirective) !== true && condition(GraphQLIncludeDirective) !== false;
  }
}

/** Returns false for a list, which one object may stand for. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isVariable({ kind }: ValueNode): boolean {
  return kind === Kind.VARIABLE;
}

function hasVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(hasVariable);
    case Kind.OBJECT:
      return value.fields.some((field) => hasVariable(field.value));
    default:
      return false;
  }
}

function addField(
  type: GraphQLNamedType,
  onType: string | null,
  node: FieldNode,
  fields: Map<string, SelectedField>,
): void {
  const name = node.name.value;
  const definition =
    (isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined) ??
    metaFields.find((field) => field.name === name);
  if (!definition) return;
  const key = `${onType ?? ''} ${(node.alias ?? node.name).value}`;
  const known = fields.get(key);
  if (known) known.nodes.push(node);
  else fields.set(key, { definition, onType, nodes: [node] });
}
