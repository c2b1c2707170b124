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
  return away(`Neo4j does not answer at ${address}. Start it, or correct its address.`, cause);
}

/** The URI is of something else; `address` is as above. */
export function notNeo4j(address: string, cause: unknown): KenesError {
  return refused(
    `${address} is not the address of a Neo4j server. Use an address such as bolt://HOST:7687 or neo4j://HOST:7687.`,
    cause,
  );
}

/** Another process writes for longer than it is waited for. */
export function storeBusy(): KenesError {
  return new KenesError('STORE_UNAVAILABLE', 'Another process is writing to the store.', {
    hint: 'Try again when it has finished.',
  });
}

/** Clients do not see the address of the server, which is part of `ownMessage`. */
function away(ownMessage: string, cause: unknown): KenesError {
  const hint = 'Try again in a few seconds.';
  return new KenesError('STORE_UNAVAILABLE', 'The store does not answer.', {
    hint,
    ownMessage,
    cause,
  });
}

function refused(ownMessage: string, cause: unknown): KenesError {
  const hint = 'The operator of the service has to correct its settings.';
  return new KenesError('STORE_REFUSED', 'The store refuses the service.', {
    hint,
    ownMessage,
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
  if (error.message.startsWith('Connection acquisition timed out'))
    return away(
      `Neo4j at ${address} did not open a connection in time. Check that it is running, and try again.`,
      error,
    );
  if (code.startsWith('Neo.ClientError.Security.'))
    return refused(
      `Neo4j at ${address} refuses the user or the password. Correct the user name or the password.`,
      error,
    );
  if (code.endsWith('.DatabaseNotFound'))
    return refused(`Neo4j at ${address} has no database of this name. Correct the name.`, error);
  // The database `system` holds users and databases, and refuses every query of a graph.
  if (error.message.includes('system database'))
    return refused(
      `The database at ${address} is Neo4j’s own database \`system\`, which holds no graph. Name another database.`,
      error,
    );
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
  if (error.retryable) return away(`Neo4j at ${address} could not answer now. Try again.`, error);
  return error;
}
