import {
  GraphQLError,
  Kind,
  execute,
  getOperationAST,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../api/kit/context.js';
import { costOf } from '../api/kit/cost.js';
import { Execution, type Compiling } from '../api/kit/execution.js';
import { KenesError } from '../errors.js';
import { limits } from '../limits.js';
import {
  AnsweredByWorker,
  type HeavyAnswer,
  type HeavyRequest,
  type HeavyRequests,
} from './heavy-requests.js';
import type { LogOptions } from './log.js';

export interface ExecutionOptions {
  readonly compiling: Compiling;
  readonly maximumCost: number;
  /** Answers heavy requests. Without it, they are executed here. */
  readonly heavyRequests: HeavyRequests | undefined;
}

type Context = YogaInitialContext & RequestContext & LogOptions;

/**
 * Creates a plugin that executes operations. It refuses those that cost too much before anything is
 * read, and reports the cost if the request has `"extensions": { "cost": true }`.
 */
export function execution({ compiling, maximumCost, heavyRequests }: ExecutionOptions): Plugin {
  const execution = new Execution(compiling);
  const introspection = new KeptIntrospection();
  const execute = (args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult> => {
    const cost = costOfRequest(args);
    const context = args.contextValue as Context;
    // The requests of the service itself start no worker.
    const isHeavy = cost > limits.heavyCost.value && context.isLogged !== false;
    if (cost > maximumCost) return withCost(tooCostly(cost), cost, context);
    if (isHeavy && heavyRequests) {
      const answer = (): Promise<ExecutionResult> => answerByWorker(heavyRequests, context);
      return isIntrospection(args) ? introspection.answer(context, answer) : answer();
    }
    return then(execution.run(args, interpret), (done) => withCost(done, cost, context));
  };
  return {
    onExecute({ setExecuteFn }) {
      // Yoga's own executor would treat a list entry with an alias `then` as a promise.
      setExecuteFn(execute);
    },
    onResultProcess(hook) {
      if (!(hook.result instanceof AnsweredByWorker)) return;
      const { status, headers, body } = hook.result.answer;
      hook.setResultProcessor(() => new Response(body, { status, headers }), '*/*');
    },
  };
}

/** The headers that an answer depends on. */
const ANSWER_HEADERS = ['accept', 'accept-language'];

async function answerByWorker(
  heavyRequests: HeavyRequests,
  { request, params, store }: Context,
): Promise<ExecutionResult> {
  const headers = ANSWER_HEADERS.flatMap((name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const heavy: HeavyRequest = {
    headers: { ...Object.fromEntries(headers), 'content-type': 'application/json' },
    body: JSON.stringify(params),
  };
  try {
    return new AnsweredByWorker(await heavyRequests.run(heavy, store.signal));
  } catch (error) {
    if (!(error instanceof KenesError)) throw error;
    return { errors: [new GraphQLError(error.message, { originalError: error })] };
  }
}

/** The bytes of all answers to introspection that are kept: that of GraphiQL has 0.3 MB. */
const KEPT_BYTES = 4 * 1024 * 1024;

/** Keeps answers to introspection, which are always the same and take long to make. */
class KeptIntrospection {
  private readonly known = new LRUCache<string, HeavyAnswer>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ body }) => body.length + 1,
  });

  /** Answers a request; `ask` has the worker answer it. */
  async answer(
    { request, params }: Context,
    ask: () => Promise<ExecutionResult>,
  ): Promise<ExecutionResult> {
    const key = JSON.stringify([request.headers.get('accept'), params]);
    const known = this.known.get(key);
    if (known) return new AnsweredByWorker(known);
    const result = await ask();
    if (result instanceof AnsweredByWorker && result.answer.status === 200)
      this.known.set(key, result.answer);
    return result;
  }
}

/** Returns whether an operation asks about the schema only. */
function isIntrospection({ document, operationName }: ExecutionArgs): boolean {
  const { selections } = getOperationAST(document, operationName)?.selectionSet ?? {};
  return (selections ?? []).every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  );
}

function costOfRequest({ schema, document, operationName, variableValues }: ExecutionArgs): number {
  const operation = getOperationAST(document, operationName);
  return operation ? costOf(schema, document, operation, variableValues ?? {}) : 0;
}

function tooCostly(cost: number): ExecutionResult {
  const limit = limits.queryCost.value;
  const hint = 'Request smaller pages with `first`, fewer fields, or fewer lists within lists.';
  const [costText, limitText] = [cost, limit].map((number) => number.toLocaleString('en'));
  const message = `The query costs ${costText}, but at most ${limitText} is allowed. ${hint}`;
  const http = { spec: true, status: 400 }; // As for a query that is not valid.
  const extensions = { code: 'TOO_LARGE', hint, cost, limit, http };
  return { errors: [new GraphQLError(message, { extensions })] };
}

/** Adds the cost if the request asks: https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters */
function withCost(result: ExecutionResult, cost: number, { params }: Context): ExecutionResult {
  if (params.extensions?.['cost'] !== true) return result;
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
