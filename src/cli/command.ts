import { resolve } from 'node:path';
import { messageOfOpening, readSettings } from '../settings.js';
import { openGraph } from '../documents/open-graph.js';
import { storeExists } from '../store/open-store.js';
import type { Store } from '../store/store.js';
import { createVocabulary, type Vocabulary } from '../vocabulary/vocabulary.js';
import { CommandFailure } from './failure.js';

/** The settings, the input and the output of a command. Tests pass their own. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The bytes of the standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  /** Writes the answer. */
  out(text: string | Uint8Array): void | Promise<void>;
  /** Writes progress and errors. */
  error(text: string): void;
  /** True if the error output is a terminal that can show a moving bar. */
  readonly isInteractive: boolean;
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
  const store = await openGraph(settings.store, vocabulary).catch((error: unknown) => {
    throw new CommandFailure(messageOfOpening(error, settings.store), 1);
  });
  try {
    return await work(store, vocabulary);
  } finally {
    await store.close();
  }
}

/**
 * As `withStore`, for commands that have nothing to do in a store that does not exist.
 * @throws CommandFailure if it does not exist.
 */
export async function withExistingStore<T>(
  terminal: Terminal,
  work: (store: Store, vocabulary: Vocabulary) => Promise<T>,
): Promise<T> {
  const { store } = readSettings(terminal.environment);
  if (store.engine === 'SQLite' && !storeExists(store)) {
    throw new CommandFailure(
      `There is no store in the folder ${resolve(store.folder)}. KENES_DATA names the folder.`,
      1,
    );
  }
  return withStore(terminal, work);
}
