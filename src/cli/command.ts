import { readFile } from 'node:fs/promises';
import { messageForTerminal } from '../errors.js';
import type { DocumentFile } from '../documents/document-file.js';
import { messageOfOpening, readSettings } from '../settings.js';
import { openStore } from '../store/open-store.js';
import type { Store } from '../store/store.js';
import { createVocabulary, type Vocabulary } from '../vocabulary/vocabulary.js';

/** What a command writes to and reads its settings from; tests give their own. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The answer. */
  out(text: string): void | Promise<void>;
  /** Progress and what went wrong. */
  error(text: string): void;
  /** Whether the error output is a terminal that can show a moving bar. */
  readonly isInteractive: boolean;
}

/** Ends a command with a message for the person and an exit status. */
export class CommandFailure extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export function documentFiles(paths: readonly string[]): DocumentFile[] {
  return paths.map((name) => ({
    name,
    read: async () => {
      try {
        return await readFile(name);
      } catch (error) {
        throw new CommandFailure(`Could not read ${name} (${codeOf(error)}).`, 1);
      }
    },
  }));
}

/** Opens the store of the environment for the time of a piece of work. */
export async function withStore<T>(
  { environment }: Terminal,
  work: (store: Store, vocabulary: Vocabulary) => Promise<T>,
): Promise<T> {
  const settings = readSettings(environment);
  const vocabulary = createVocabulary();
  const store = await openStore(settings.store, vocabulary).catch((error: unknown) => {
    throw new CommandFailure(messageOfOpening(error, settings.store), 1);
  });
  try {
    return await work(store, vocabulary);
  } finally {
    await store.close();
  }
}

/** The status that an error ends the process with; what it says goes to the terminal. */
export function failureOf(error: unknown): { message: string; status: number } {
  if (error instanceof CommandFailure) return { message: error.message, status: error.status };
  if (error instanceof Error && error.name === 'SettingsError')
    return { message: error.message, status: 2 };
  return { message: messageForTerminal(error), status: 1 };
}

export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
