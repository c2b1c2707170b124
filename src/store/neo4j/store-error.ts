import { Neo4jError } from 'neo4j-driver';
import { KenesError } from '../../errors.js';

/** The driver's own codes; all others are the server's: `Neo.ClientError.Security.Unauthorized`. */
const AWAY = new Set(['ServiceUnavailable', 'SessionExpired']);

/** Also where the server calls it transient: asked again, it would take as much memory again. */
const OUT_OF_MEMORY = /OutOfMemory|MemoryLimit/;

const OUT_OF_TIME = /TransactionTimedOut|\.Transaction\.Terminated$/;

/** Whether asking once more may help: what the driver calls retryable, but for memory and time. */
export function isWorthRetrying(error: unknown): boolean {
  return (
    error instanceof Neo4jError &&
    error.retryable &&
    !OUT_OF_MEMORY.test(error.code) &&
    !OUT_OF_TIME.test(error.code)
  );
}

/** Nothing came back from where Neo4j should be; `address` is its URI without user and password. */
export function unavailable(address: string, cause?: unknown): KenesError {
  return new KenesError('STORE_UNAVAILABLE', `Neo4j does not answer at ${address}.`, {
    hint: 'Start it, or correct its address.',
    cause,
  });
}

/** The URI is of something else; `address` is as above. */
export function notNeo4j(address: string, cause: unknown): KenesError {
  return new KenesError('STORE_REFUSED', `${address} is not the address of a Neo4j server.`, {
    hint: 'Use an address such as bolt://HOST:7687 or neo4j://HOST:7687.',
    cause,
  });
}

/** What a caller can act on, by the driver's code; anything else as it is. */
export function storeError(error: unknown, address: string): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code } = error;
  if (AWAY.has(code) || code.endsWith('.DatabaseUnavailable')) return unavailable(address, error);
  // The driver has no codes for the next two.
  if (error.message.startsWith('Server responded HTTP')) return notNeo4j(address, error);
  if (error.message.startsWith('Connection acquisition timed out')) {
    return new KenesError(
      'STORE_UNAVAILABLE',
      `Could not get a connection from Neo4j at ${address}.`,
      { hint: 'Start it, or try again.', cause: error },
    );
  }
  if (code.startsWith('Neo.ClientError.Security.')) {
    return new KenesError(
      'STORE_REFUSED',
      `Neo4j at ${address} refuses the user or the password.`,
      {
        hint: 'Correct the user name and the password.',
        cause: error,
      },
    );
  }
  if (code.endsWith('.DatabaseNotFound')) {
    return new KenesError('STORE_REFUSED', `Neo4j at ${address} does not have the database.`, {
      hint: 'Correct the name of the database.',
      cause: error,
    });
  }
  if (OUT_OF_MEMORY.test(code)) {
    return new KenesError('TOO_LARGE', 'The request needs more memory than the store may use.', {
      hint: 'Request less at once.',
      cause: error,
    });
  }
  if (OUT_OF_TIME.test(code)) {
    return new KenesError('TIMED_OUT', 'The store took too long to answer.', {
      hint: 'Request less at once.',
      cause: error,
    });
  }
  if (error.retryable) {
    return new KenesError('STORE_UNAVAILABLE', `Neo4j at ${address} could not answer now.`, {
      hint: 'Try again.',
      cause: error,
    });
  }
  return error;
}
