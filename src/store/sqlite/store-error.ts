import { KenesError } from '../../errors.js';

/** Creates the error of a file that cannot be opened or created. */
export function notOpened(cause: unknown): KenesError {
  return new KenesError('STORE_UNAVAILABLE', 'The store’s file could not be opened or created.', {
    hint: 'Use a folder that Kenes may write to.',
    cause,
  });
}

/** Creates the error of a file whose content is not what Kenes wrote. */
export function damaged(cause: unknown): KenesError {
  return new KenesError('STORE_REFUSED', 'The store’s file is damaged, or is not a Kenes store.', {
    hint: 'Restore it from a backup, or use another folder.',
    cause,
  });
}

/** SQLite has no code for it. */
const PARSER_OVERFLOW = 'parser stack overflow';

/** Returns whether SQLite cannot parse a query because its brackets and clauses nest too deeply. */
export function isNestedTooDeeply(error: unknown): boolean {
  return error instanceof Error && error.message.includes(PARSER_OVERFLOW);
}

/** What is wrong, by the beginning of SQLite's code: https://www.sqlite.org/rescode.html */
const byCode: readonly (readonly [RegExp, (cause: unknown) => KenesError])[] = [
  [/^SQLITE_INTERRUPT/, tookTooLong],
  [/^SQLITE_(BUSY|LOCKED)/, isBusy],
  [/^SQLITE_(NOTADB|CORRUPT)/, damaged],
  [/^SQLITE_FULL/, diskIsFull],
  [/^SQLITE_READONLY/, cannotBeWritten],
  [/^SQLITE_CANTOPEN/, notOpened],
  [/^SQLITE_IOERR/, notAccessible],
];

/** The same for errors of `exec`, which have no code, by SQLite's messages. */
const byMessage: readonly (readonly [string, (cause: unknown) => KenesError])[] = [
  ['interrupted', tookTooLong],
  ['database is locked', isBusy],
  ['database disk image is malformed', damaged],
  ['file is not a database', damaged],
  ['malformed JSON', damaged],
  ['database or disk is full', diskIsFull],
  ['attempt to write a readonly database', cannotBeWritten],
  ['unable to open database file', notOpened],
  ['disk I/O error', notAccessible],
  // Only filters that nest in every way at once cause it.
  [PARSER_OVERFLOW, nestsTooDeeply],
];

/** Returns a KenesError if a caller can act on the driver's error; else the error itself. */
export function storeError(error: unknown): unknown {
  if (error instanceof KenesError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const [, create] =
    byCode.find(([pattern]) => pattern.test(code)) ??
    byMessage.find(([message]) => error.message.includes(message)) ??
    [];
  return create ? create(error) : error;
}

function tookTooLong(cause: unknown): KenesError {
  const hint = 'Request less at once.';
  return new KenesError('TIMED_OUT', 'The store took too long to answer.', { hint, cause });
}

function isBusy(cause: unknown): KenesError {
  const message = 'Another process is writing to the store.';
  return new KenesError('STORE_UNAVAILABLE', message, {
    hint: 'Try again when it has finished.',
    cause,
  });
}

function diskIsFull(cause: unknown): KenesError {
  const hint = 'Free some space on the store’s disk, and try again.';
  return new KenesError('STORE_UNAVAILABLE', 'The disk is full.', { hint, cause });
}

function cannotBeWritten(cause: unknown): KenesError {
  const message = 'Kenes may not write to the store’s file or its folder.';
  const hint = 'Correct their permissions, or use another folder.';
  return new KenesError('STORE_UNAVAILABLE', message, { hint, cause });
}

function notAccessible(cause: unknown): KenesError {
  const message = 'The store’s file could not be read or written.';
  const hint = 'Check its disk and the permissions of its folder.';
  return new KenesError('STORE_UNAVAILABLE', message, { hint, cause });
}

function nestsTooDeeply(cause: unknown): KenesError {
  const hint = 'Use a filter with fewer levels.';
  return new KenesError('TOO_LARGE', 'The filter nests too deeply for the store.', { hint, cause });
}
