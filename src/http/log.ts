import { getOperationAST, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { codeOf } from './masking.js';

/** The part of a request context that controls logging. */
export interface LogOptions {
  readonly isLogged?: boolean;
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
      if ((contextValue as LogOptions).isLogged === false) return undefined;
      const start = performance.now();
      return {
        onExecuteDone({ result }) {
          const { errors } = result as ExecutionResult;
          logger.info(
            {
              operation: getOperationAST(document, operationName)?.name?.value ?? null,
              milliseconds: Math.round((performance.now() - start) * 10) / 10,
              ...(errors ? { errors: errors.map(codeOf) } : {}),
            },
            'operation',
          );
        },
      };
    },
  };
}
