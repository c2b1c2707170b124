import { expect } from '@jest/globals';

export interface Question {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** The value of the header `Accept-Language`. */
  readonly language?: string;
}

/** An answer, with the engine and the way in which it was computed. */
export interface Answered {
  readonly engine: string;
  /** Such as "planned and compiled". */
  readonly way: string;
  readonly answer: unknown;
}

/** Fails if two answers differ, even in the order of their fields, and reports the difference. */
export function expectSameAnswer(question: Question, expected: Answered, got: Answered): void {
  if (JSON.stringify(got.answer) === JSON.stringify(expected.answer)) return;
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
