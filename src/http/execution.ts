import {
  GraphQLError,
  execute,
  getOperationAST,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import { costOf } from '../api/kit/cost.js';
import { Execution, type Compiling } from '../api/kit/execution.js';
import { limits } from '../limits.js';

export interface ExecutionOptions {
  readonly compiling: Compiling;
  readonly maximumCost: number;
}

/**
 * Creates a plugin that executes operations. It refuses those that cost too much before anything is
 * read, and reports the cost if the request has `"extensions": { "cost": true }`.
 */
export function execution({ compiling, maximumCost }: ExecutionOptions): Plugin {
  const execution = new Execution(compiling);
  return {
    onExecute({ setExecuteFn }) {
      // Yoga's own executor would treat a list entry with an alias `then` as a promise.
      setExecuteFn((args: ExecutionArgs) => {
        const cost = costOfRequest(args);
        const result = cost > maximumCost ? tooCostly(cost) : execution.run(args, interpret);
        if (!reportsCost(args)) return result;
        return then(result, (done) => withCost(done, cost));
      });
    },
  };
}

function costOfRequest({ schema, document, operationName, variableValues }: ExecutionArgs): number {
  const operation = getOperationAST(document, operationName);
  return operation ? costOf(schema, document, operation, variableValues ?? {}) : 0;
}

function tooCostly(cost: number): ExecutionResult {
  const limit = limits.queryCost.value;
  const hint = 'Request smaller pages with `first`, fewer fields, or fewer lists within lists.';
  const [costText, limitText] = [cost, limit].map((number) => number.toLocaleString('en'));
  const message = `The query costs ${costText}, and at most ${limitText} is allowed. ${hint}`;
  const http = { spec: true, status: 400 }; // As for a query that is not valid.
  const extensions = { code: 'TOO_LARGE', hint, cost, limit, http };
  return { errors: [new GraphQLError(message, { extensions })] };
}

/** https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters */
function reportsCost({ contextValue }: ExecutionArgs): boolean {
  return (contextValue as YogaInitialContext).params.extensions?.['cost'] === true;
}

function withCost(result: ExecutionResult, cost: number): ExecutionResult {
  const extensions = { ...result.extensions, cost: { cost, limit: limits.queryCost.value } };
  return { ...result, extensions };
}

/** Executes with graphql-js. If a variable is invalid, nothing is executed and the status is 400. */
function interpret(args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult> {
  const maxCoercionErrors = limits.shownErrors.value; // Each repeats the whole value.
  const result = execute({ ...args, options: { ...args.options, maxCoercionErrors } });
  if (!('errors' in result) || 'data' in result) return result;
  const errors = result.errors.map(
    ({ message, nodes, originalError, extensions }) =>
      new GraphQLError(message, {
        nodes: nodes ?? null,
        originalError: originalError ?? null,
        extensions: { ...extensions, http: { status: 400 } },
      }),
  );
  return { errors };
}

function then(
  result: ExecutionResult | Promise<ExecutionResult>,
  use: (result: ExecutionResult) => ExecutionResult,
): ExecutionResult | Promise<ExecutionResult> {
  return 'then' in result ? result.then(use) : use(result);
}
