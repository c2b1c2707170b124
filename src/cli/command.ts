import { readFile } from 'node:fs/promises';
import type { DocumentFile } from '../documents/document-file.js';
import { messageOfOpening, readSettings } from '../settings.js';
import { openStore } from '../store/open-store.js';
import type { Store } from '../store/store.js';
import { createVocabulary, type Vocabulary } from '../vocabulary/vocabulary.js';
import { CommandFailure, systemCode } from './failure.js';

/** The settings and the output of a command. Tests pass their own. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Writes the answer. */
  out(text: string): void | Promise<void>;
  /** Writes progress and errors. */
  error(text: string): void;
  /** True if the error output is a terminal that can show a moving bar. */
  readonly isInteractive: boolean;
}

/** Returns the files as documents, which are read on demand. */
export function documentFiles(paths: readonly string[]): DocumentFile[] {
  return paths.map((name) => ({
    name,
    read: async () => {
      try {
        return await readFile(name);
      } catch (error) {
        throw new CommandFailure(`Could not read ${name} (${systemCode(error)}).`, 1);
      }
    },
  }));
}

/**
 * Opens the store that the environment names, runs work on it and closes it.
 * @throws SettingsError for invalid settings, CommandFailure if the store cannot be opened.
 */
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
