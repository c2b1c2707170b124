import LibsqlDatabase from 'libsql';
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { KenesError } from '../../errors.js';
import { opened } from './database.js';
import { APPLICATION_ID, SCHEMA_VERSION } from './tables.js';

/**
 * Refuses a file that is not a Kenes store, has a newer version or is cut off, before anything
 * opens and changes it.
 * @throws KenesError STORE_REFUSED.
 */
export function refuseForeignFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isFile() && found.size === 0) {
    refuseEmptied(file, found.mtimeMs);
    return;
  }
  const header = found.isFile() ? headerOf(file) : null;
  if (header?.applicationId !== APPLICATION_ID) {
    throw new KenesError('STORE_REFUSED', `${file} is not a Kenes store.`, {
      hint: 'It was left unchanged. Use another folder.',
    });
  }
  const { version, isWhole } = header;
  if (version > SCHEMA_VERSION) {
    throw new KenesError(
      'STORE_REFUSED',
      `${file} was written by a newer Kenes (its store has version ${version}; this Kenes reads up to ${SCHEMA_VERSION}).`,
      {
        hint: 'It was left unchanged. Use the newer Kenes or another folder.',
      },
    );
  }
  // If the last process was killed, the missing part may be in the log of changes.
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (!isWhole && !log?.size) {
    throw new KenesError('STORE_REFUSED', `${file} is damaged: its end is missing.`, {
      hint: 'It was left unchanged. Restore it from a backup, or use another folder.',
    });
  }
}

/** How old an empty file may be that another process may be making a store of. */
const BEING_CREATED_MS = 60_000;

/** Refuses a file that has lost its content, instead of filling it with the seed. */
function refuseEmptied(file: string, changedAt: number): void {
  if (Date.now() - changedAt < BEING_CREATED_MS) return;
  throw new KenesError('STORE_REFUSED', `${file} is empty, and holds no graph.`, {
    hint: 'Restore it from a backup, or delete it to begin a new store.',
  });
}

interface Header {
  readonly applicationId: number;
  readonly version: number;
  /** False if the file is shorter than its header says. */
  readonly isWhole: boolean;
}

/**
 * Returns what the header of a database file says; null if it is none. SQLite reads it: when this
 * process closes a file that it opened itself, the system drops the locks that SQLite has on it
 * (https://www.sqlite.org/howtocorrupt.html). `immutable` keeps SQLite from creating files beside it.
 */
function headerOf(file: string): Header | null {
  const database = opened(() => new LibsqlDatabase(`${pathToFileURL(file).href}?immutable=1`));
  const read = (name: string): number => {
    const [[value]] = database.prepare(`PRAGMA ${name}`).raw().all() as [[number]];
    return value;
  };
  try {
    // SQLite then reads the header of a file that is cut off, too.
    database.exec('PRAGMA writable_schema = ON');
    const applicationId = read('application_id');
    const version = read('user_version');
    database.exec('PRAGMA writable_schema = OFF');
    return { applicationId, version, isWhole: !isCutOff(() => read('user_version')) };
  } catch (error) {
    if (codeOf(error) === 'SQLITE_NOTADB') return null;
    throw error;
  } finally {
    database.close();
  }
}

function isCutOff(read: () => unknown): boolean {
  try {
    read();
    return false;
  } catch (error) {
    if (codeOf(error) === 'SQLITE_CORRUPT') return true;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
