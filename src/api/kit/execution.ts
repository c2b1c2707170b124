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

/** When a query is compiled; a service does so when it repeats. */
export type Compiling = 'when repeated' | 'always' | 'never';

type Result = ExecutionResult | Promise<ExecutionResult>;
type Execute = (args: ExecutionArgs) => Result;

/** A document with how often it came; `compiled` is null if it cannot be compiled. */
interface KnownDocument {
  count: number;
  compiled?: Compiled | null;
}

interface Compiled {
  readonly query: CompilableQuery;
  readonly run: CompiledQuery['query'];
}

/** A document is compiled when it comes for this time: compiling takes as long as some ten executions. */
const REPEATED = 3;

/** How many documents are remembered. Compiled, each takes some 100 kB. */
const REMEMBERED = 200;

/**
 * Executes each operation once: a query that repeats by code that graphql-jit compiles for it, which
 * takes less time on large answers, and all others by `execute`. Which of the two executes is
 * decided before; data and errors are the same.
 */
export class Execution {
  private readonly known = new LRUCache<DocumentNode, KnownDocument>({
    max: REMEMBERED,
    memoMethod: () => ({ count: 0 }),
  });

  constructor(private readonly compiling: Compiling) {}

  /** @param args the same document as the same object each time. */
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
    if (this.compiling === 'when repeated' && known.count < REPEATED) return null;
    if (known.compiled === undefined) known.compiled = compile(schema, document);
    return known.compiled;
  }
}

function compile(schema: GraphQLSchema, document: DocumentNode): Compiled | null {
  const query = CompilableQuery.of(schema, document);
  if (!query) return null;
  // An error keeps the stack of its cause.
  const options = { disablingCapturingStackErrors: true };
  const compiled = compileQuery(schema, document, undefined, options);
  return isCompiledQuery(compiled) ? { query, run: compiled.query } : null;
}

function then(result: Result, use: (result: ExecutionResult) => ExecutionResult): Result {
  return 'then' in result ? result.then(use) : use(result);
}
