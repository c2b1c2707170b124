/** Pages read the graph through the GraphQL API alone, in the same process. */

/** A query of `queries/`, with the types of its answer and of its variables. */
export interface Query<Data, Variables> {
  readonly name: string;
  readonly text: string;
  /** Only carries the types: it is never there. */
  readonly types?: (variables: Variables) => Data;
}

/**
 * Asks a query.
 * @throws QueryError if the answer has an error.
 */
export type Ask = <Data, Variables extends object>(
  query: Query<Data, Variables>,
  variables: Variables,
) => Promise<Data>;

/** An error of an answer, as GraphQL reports it. */
export interface AnswerError {
  readonly message: string;
  readonly extensions?: {
    readonly code?: string;
    readonly hint?: string;
    readonly nearest?: string;
    readonly argument?: string;
  };
}

/** A query was answered with errors. */
export class QueryError extends Error {
  constructor(
    /** The HTTP status of the answer if it is no 200, else the one that its first error stands for. */
    readonly status: number,
    readonly errors: readonly AnswerError[],
  ) {
    super(errors[0]?.message ?? 'The query was not answered.');
    this.name = 'QueryError';
  }

  /** Whether an error is about an argument. */
  isAbout(argument: string): boolean {
    return this.errors.some(({ extensions }) => extensions?.argument === argument);
  }

  /** Whether the client has to change what it asks. */
  get isBadInput(): boolean {
    return this.errors.some(({ extensions }) => extensions?.code === 'BAD_USER_INPUT');
  }
}

/** Returns the answer to a query, or null if it has no answer because of one of these arguments. */
export async function orNull<Data>(
  answer: Promise<Data>,
  ...names: readonly string[]
): Promise<Data | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof QueryError && names.some((name) => error.isAbout(name))) return null;
    throw error;
  }
}
