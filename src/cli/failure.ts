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

/** The meaning of codes of system errors, for files and folders. */
const reasons: Readonly<Partial<Record<string, string>>> = {
  EACCES: 'access is not allowed',
  EDQUOT: 'the disk is full',
  EEXIST: 'a file is in the place of a folder',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file is in the place of a folder',
  EPERM: 'access is not allowed',
  EROFS: 'the disk can only be read',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it has another encoding',
};

/**
 * Returns what went wrong with a file or a folder, with the code of the system, such as `the disk is
 * full (ENOSPC)`; the whole error as text if it is not the system's.
 */
export function reasonOf(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  if (!hasCode) return String(error);
  const code = String(error.code);
  const reason = reasons[code];
  return reason === undefined ? code : `${reason} (${code})`;
}
