import type { ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { RequestContext } from '../api/kit/context.js';
import type { RequestStore } from '../api/kit/request-store.js';
import { KenesError, stopping } from '../errors.js';

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
        onExecuteDone: () => {
          this.open.delete(store);
          store.end(ANSWERED);
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
