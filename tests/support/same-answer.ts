import { expect } from '@jest/globals';

export interface Question {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** `Accept-Language`. */
  readonly language?: string;
}

/** An answer with the engine and the way that it came from. */
export interface Answered {
  readonly engine: string;
  /** Such as "planned and compiled". */
  readonly way: string;
  readonly answer: unknown;
}

/** Fails where two answers differ, also in the order of their fields; says which and how. */
export function expectSameAnswer(question: Question, expected: Answered, got: Answered): void {
  try {
    expect(printJson(got.answer)).toBe(printJson(expected.answer));
  } catch (difference) {
    const { query, ...others } = question;
    throw new Error(
      [
        `Received: ${got.way}, on ${got.engine}. Expected: ${expected.way}, on ${expected.engine}.`,
        query,
        printJson(others),
        difference instanceof Error ? difference.message : String(difference),
      ].join('\n\n'),
      { cause: difference },
    );
  }
}

function printJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
