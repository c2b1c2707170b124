import { getOperationAST, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { AnsweredByWorker } from './heavy-requests.js';
import { codeOf } from './masking.js';

/** The part of a request context that controls logging. */
export interface LogOptions {
  readonly isLogged?: boolean;
  /** Is called with the codes of the errors, if there are any. */
  readonly onErrors?: (codes: readonly unknown[]) => void;
}

/**
 * Creates a plugin that logs a line for each operation: its name, its duration in milliseconds and
 * the codes of its errors, but never a value.
 */
export function operationLog(logger: Logger): Plugin {
  if (!logger.isLevelEnabled('info')) return {};
  return {
    onExecute({ args }) {
      const { document, operationName, contextValue } = args as ExecutionArgs;
      const { isLogged = true, onErrors } = contextValue as LogOptions;
      const start = performance.now();
      return {
        onExecuteDone({ result }) {
          const errors = codesOf(result as ExecutionResult);
          if (errors) onErrors?.(errors);
          if (!isLogged) return;
          logger.info(
            {
              operation: getOperationAST(document, operationName)?.name?.value ?? null,
              milliseconds: Math.round((performance.now() - start) * 10) / 10,
              ...(errors ? { errors } : {}),
            },
            'operation',
          );
        },
      };
    },
  };
}

/** Returns the codes of the errors of a result; null if it has none. */
function codesOf(result: ExecutionResult): readonly unknown[] | null {
  if (result instanceof AnsweredByWorker) return result.answer.errors;
  return result.errors?.map(codeOf) ?? null;
}
