import { messageForTerminal } from '../errors.js';
import { SettingsError } from '../settings.js';
import { visible } from '../values/shown-input.js';

/** Ends a command with a message for the user and an exit status. */
export class CommandFailure extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/**
 * Returns the message and the exit status for anything that a command threw. The message has no
 * characters that control a terminal, whatever file or key it names.
 */
export function failureOf(error: unknown): { message: string; status: number } {
  const { message, status } = causeOf(error);
  return { message: visible(message), status };
}

function causeOf(error: unknown): { message: string; status: number } {
  if (error instanceof CommandFailure) return { message: error.message, status: error.status };
  if (error instanceof SettingsError) return { message: error.message, status: 2 };
  return { message: messageForTerminal(error), status: 1 };
}

/**
 * Returns the code of a system error, such as ENOENT; the whole error as text if it has no code.
 */
export function systemCode(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return String(hasCode ? error.code : error);
}
