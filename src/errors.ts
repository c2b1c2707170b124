/** The codes by which clients distinguish errors. Every error without one is masked. */
export type KenesErrorCode =
  | 'BAD_USER_INPUT'
  /** The request ended before its answer: its client left, or another error was the answer. */
  | 'CANCELLED'
  /** Others ask so much that this request has to wait too long. */
  | 'OVERLOADED'
  /** The service is stopping. */
  | 'STOPPING'
  | 'STORE_UNAVAILABLE'
  | 'STORE_REFUSED'
  | 'TIMED_OUT'
  | 'TOO_LARGE';

/** The parts of an error beside its message. */
export interface ErrorParts extends ErrorOptions {
  /** Whole sentences that say what is allowed, or what to do. */
  readonly hint?: string | undefined;
  /**
   * The valid name that is nearest in spelling to an invalid one; null or absent if none is near.
   */
  readonly nearest?: string | null | undefined;
  /**
   * The input that is wrong, as a dotted path from the arguments of the field: `first`,
   * `filter.related[0].atLeast`. It is not called `path`, because in a GraphQL error that is the
   * path of the field in the answer.
   */
  readonly argument?: string | undefined;
  /**
   * The message for the log and the terminal, if clients must not see all of it, such as the
   * address of a server.
   */
  readonly ownMessage?: string | undefined;
}

/** An error that a caller can act on. Its `message` says only what was wrong. */
export class KenesError extends Error {
  readonly hint: string | undefined;
  readonly nearest: string | undefined;
  readonly argument: string | undefined;
  readonly ownMessage: string | undefined;

  constructor(
    readonly code: KenesErrorCode,
    message: string,
    { hint, nearest, argument, ownMessage, ...options }: ErrorParts = {},
  ) {
    super(message, options);
    this.name = 'KenesError';
    this.hint = hint;
    this.nearest = nearest ?? undefined;
    this.argument = argument;
    this.ownMessage = ownMessage;
  }

  /** The message, followed by the nearest name and the hint, if any. */
  get fullMessage(): string {
    const { message, nearest, hint } = this;
    const suggestion = nearest === undefined ? '' : `Did you mean “${nearest}”?`;
    return [message, suggestion, hint].filter(Boolean).join(' ');
  }
}

/** Returns the text of an error for a terminal, with the stack unless it is a KenesError. */
export function messageForTerminal(error: unknown): string {
  if (error instanceof KenesError) return error.ownMessage ?? error.fullMessage;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Creates an error about a client's input. */
export function badInput(message: string, parts?: ErrorParts): KenesError {
  return new KenesError('BAD_USER_INPUT', message, parts);
}

/** Creates the error of whatever the end of the service prevents. */
export function stopping(cause?: unknown): KenesError {
  return new KenesError('STOPPING', 'The service is stopping.', {
    hint: 'Try again in a few seconds.',
    cause,
  });
}
