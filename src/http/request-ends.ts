import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { RequestContext } from '../api/kit/context.js';
import type { RequestStore } from '../api/kit/request-store.js';
import { KenesError, stopping, type KenesErrorCode } from '../errors.js';

/**
 * Ends the work of each request when its answer is known: other fields may still be read for when
 * an error has become the whole answer.
 */
export class RequestEnds {
  private readonly open = new Set<RequestStore>();

  readonly plugin: Plugin = {
    onExecute: ({ args }) => {
      const { store } = (args as ExecutionArgs).contextValue as RequestContext;
      this.open.add(store);
      return {
        onExecuteDone: ({ result, setResult }) => {
          this.open.delete(store);
          store.end(ANSWERED);
          const answer = result as ExecutionResult;
          if (answer.errors && isUnavailable(answer)) setResult({ ...answer, extensions: RETRY });
        },
      };
    },
  };

  /** Ends the requests that are not yet answered; each answers that the service is stopping. */
  endAll(): void {
    for (const store of this.open) store.end(stopping());
  }
}

/** Nobody sees this error, so all requests share it. */
const ANSWERED = new KenesError('CANCELLED', 'The request was answered already.');

/** The errors of a service that cannot answer now. */
const UNAVAILABLE = new Set<KenesErrorCode>(['OVERLOADED', 'STOPPING', 'STORE_UNAVAILABLE']);

/** The status and the headers of such an answer, which Yoga takes from its extensions. */
const RETRY = { http: { status: 503, headers: { 'retry-after': '5' } } };

/** Returns true if the answer has no data, only errors of a service that cannot answer now. */
function isUnavailable({ data, errors = [] }: ExecutionResult): boolean {
  return (
    Object.values(data ?? {}).every((value) => value === null) &&
    errors.every(
      ({ originalError }) =>
        originalError instanceof KenesError && UNAVAILABLE.has(originalError.code),
    )
  );
}
