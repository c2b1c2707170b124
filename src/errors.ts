/** What went wrong, for clients to tell apart. Everything else is masked. */
export type KenesErrorCode =
  'BAD_USER_INPUT' | 'STORE_UNAVAILABLE' | 'STORE_REFUSED' | 'TIMED_OUT' | 'TOO_LARGE';

/** An error that a caller can act on: what was wrong, and, as the hint, what is allowed. */
export class KenesError extends Error {
  constructor(
    readonly code: KenesErrorCode,
    message: string,
    readonly hint?: string,
    options?: ErrorOptions,
  ) {
    super(hint === undefined ? message : `${message} ${hint}`, options);
    this.name = 'KenesError';
  }
}

/** What a terminal shows of an error: the stack only where the error is not one of ours. */
export function messageForTerminal(error: unknown): string {
  if (error instanceof KenesError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Bad input of a client: what it was, then what is allowed. */
export function badInput(message: string, hint?: string): KenesError {
  return new KenesError('BAD_USER_INPUT', message, hint);
}
