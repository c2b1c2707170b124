import {
  Kind,
  OperationTypeNode,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type NamedTypeNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from './context.js';

/** When an operation is compiled; a service does so when it comes again. */
export type Compiling = 'when repeated' | 'always' | 'never';

type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** What is known of a document: how often it came, and its operations as far as they are compiled. */
interface Known {
  count: number;
  /** By name; null for one that is not to be compiled. */
  readonly operations: Map<string, CompiledQuery | null>;
}

/** Compiling takes as long as some ten executions. */
const REPEATED = 3;

/** Documents that are remembered. Compiled, each takes some 100 kB. */
const REMEMBERED = 200;

/** Fields that are compiled at most, each in 50 µs, once for each type that may be at its place. */
const COMPILED_FIELDS = 300;

/**
 * Executes operations that come again by code that is compiled for them: that takes two thirds of
 * the time on large answers. `execute` does all others. The same document has to be the same object.
 */
export class Execution {
  private readonly known = new LRUCache<DocumentNode, Known>({
    max: REMEMBERED,
    memoMethod: () => ({ count: 0, operations: new Map() }),
  });

  constructor(private readonly compiling: Compiling) {}

  run(args: ExecutionArgs, execute: Execute): ReturnType<Execute> {
    const compiled = this.compiling === 'never' ? null : this.compiled(args);
    if (!compiled) return execute(args);
    const { answerSize } = args.contextValue as RequestContext;
    answerSize.start(true);
    // Compiled code says less of what is wrong, knows fewer defaults and holds more at once.
    const checked = (result: ExecutionResult): ReturnType<Execute> => {
      if (!result.errors) return result;
      answerSize.start(false);
      return execute(args);
    };
    const result = compiled.query(args.rootValue, args.contextValue, args.variableValues);
    return result instanceof Promise ? result.then(checked) : checked(result);
  }

  private compiled({ schema, document, operationName }: ExecutionArgs): CompiledQuery | null {
    const known = this.known.memo(document);
    known.count += 1;
    if (this.compiling === 'when repeated' && known.count < REPEATED) return null;
    const name = operationName ?? '';
    let compiled = known.operations.get(name);
    if (compiled === undefined) {
      const result = isSmallQuery(schema, document) ? compileQuery(schema, document, name) : null;
      compiled = result && isCompiledQuery(result) ? result : null;
      known.operations.set(name, compiled);
    }
    return compiled;
  }
}

/**
 * Whether a document has queries alone, which can be answered twice, of few fields, counted for each
 * type that may be at their place, and of variables without fields: the code that checks those of a
 * filter takes seconds to compile.
 */
function isSmallQuery(schema: GraphQLSchema, document: DocumentNode): boolean {
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
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const query = schema.getQueryType();
    if (definition.operation !== OperationTypeNode.QUERY || !query) return false;
    for (const { type } of definition.variableDefinitions ?? []) {
      const name = namedTypeOf(type).name.value;
      if (!isLeafType(schema.getType(name))) return false;
    }
    count(definition.selectionSet, query);
  }
  return left >= 0;
}

function namedTypeOf(type: TypeNode): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : namedTypeOf(type.type);
}
