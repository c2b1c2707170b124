import { messageForTerminal } from '../errors.js';
import { SettingsError } from '../settings.js';

/** Ends a command with a message for the person and an exit status. */
export class CommandFailure extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** The message and the exit status of the process for whatever a command threw. */
export function failureOf(error: unknown): { message: string; status: number } {
  if (error instanceof CommandFailure) return { message: error.message, status: error.status };
  if (error instanceof SettingsError) return { message: error.message, status: 2 };
  return { message: messageForTerminal(error), status: 1 };
}

/** The code of an error of the system, such as ENOENT; the whole error if it has none. */
export function systemCode(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return String(hasCode ? error.code : error);
}
