/** The codes by which clients distinguish errors. Every error without one is masked. */
export type KenesErrorCode =
  | 'BAD_USER_INPUT'
  | 'STORE_UNAVAILABLE'
  | 'STORE_REFUSED'
  | 'TIMED_OUT'
  | 'TOO_LARGE'
  | 'OVERLOADED';

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
}

/** An error that a caller can act on. Its `message` says only what was wrong. */
export class KenesError extends Error {
  readonly hint: string | undefined;
  readonly nearest: string | undefined;
  readonly argument: string | undefined;

  constructor(
    readonly code: KenesErrorCode,
    message: string,
    { hint, nearest, argument, ...options }: ErrorParts = {},
  ) {
    super(message, options);
    this.name = 'KenesError';
    this.hint = hint;
    this.nearest = nearest ?? undefined;
    this.argument = argument;
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
  if (error instanceof KenesError) return error.fullMessage;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Creates an error about a client's input. */
export function badInput(message: string, parts?: ErrorParts): KenesError {
  return new KenesError('BAD_USER_INPUT', message, parts);
}
