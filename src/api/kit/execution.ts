import {
  getOperationAST,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { CompilableQuery } from './compilable-query.js';
import { locateErrors, oneErrorPerNull } from './field-errors.js';

/** When a query is compiled. Only tests use another value than `when repeated`. */
export type Compiling = 'when repeated' | 'always' | 'never';

type Result = ExecutionResult | Promise<ExecutionResult>;
type Execute = (args: ExecutionArgs) => Result;

/** A document with the number of its requests. `compiled` is null if it cannot be compiled. */
interface KnownDocument {
  count: number;
  compiled?: Compiled | null;
}

interface Compiled {
  readonly query: CompilableQuery;
  readonly run: CompiledQuery['query'];
}

/**
 * A document is compiled on its third request, since compiling takes as long as about ten
 * executions.
 */
const COMPILED_REQUEST = 3;

/** The maximum number of known documents. A compiled one takes about 100 kB. */
const MAX_KNOWN_DOCUMENTS = 200;

/**
 * Executes operations. A repeated query is executed by code that graphql-jit compiles for it, which
 * is faster for large answers. All other operations are executed by `execute`. Both return the same
 * data and errors, and each operation is executed only once.
 */
export class Execution {
  private readonly known = new LRUCache<DocumentNode, KnownDocument>({
    max: MAX_KNOWN_DOCUMENTS,
    memoMethod: () => ({ count: 0 }),
  });

  constructor(private readonly compiling: Compiling) {}

  /** @param args must contain the same object for the same document each time. */
  run(args: ExecutionArgs, execute: Execute): Result {
    const { document, operationName, rootValue, contextValue } = args;
    const operation = getOperationAST(document, operationName);
    if (!operation) return execute(args);
    const variables = args.variableValues ?? {};
    const compiled = this.compiling === 'never' ? null : this.compiled(args);
    if (!compiled?.query.accepts(variables)) {
      return then(execute(args), (result) => oneErrorPerNull(result, document, operation));
    }
    return then(compiled.run(rootValue, contextValue, variables), (result) =>
      locateErrors(oneErrorPerNull(result, document, operation), document),
    );
  }

  private compiled({ schema, document }: ExecutionArgs): Compiled | null {
    const known = this.known.memo(document);
    known.count += 1;
    if (this.compiling === 'when repeated' && known.count < COMPILED_REQUEST) return null;
    if (known.compiled === undefined) known.compiled = compile(schema, document);
    return known.compiled;
  }
}

function compile(schema: GraphQLSchema, document: DocumentNode): Compiled | null {
  const query = CompilableQuery.of(schema, document);
  if (!query) return null;
  // Errors keep the stack of their cause, so they need none of their own.
  const options = { disablingCapturingStackErrors: true };
  const compiled = compileQuery(schema, document, undefined, options);
  return isCompiledQuery(compiled) ? { query, run: compiled.query } : null;
}

function then(result: Result, use: (result: ExecutionResult) => ExecutionResult): Result {
  return 'then' in result ? result.then(use) : use(result);
}
