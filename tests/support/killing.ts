import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openStore } from '../../src/store/open-store.js';
import type { StoreSettings } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { withStore } from '../store/kept-stores.js';
import { buildService } from './build.js';

/** Runs a command of the built `kenes`, and ends it by a signal. Returns how long it ran, in ms. */
export async function runUntil(
  environment: NodeJS.ProcessEnv,
  command: readonly string[],
  signal: NodeJS.Signals,
  waitMs: number,
): Promise<number> {
  const built = await buildService();
  const start = performance.now();
  const child = spawn(process.execPath, [join(built, 'cli.js'), ...command], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  await Promise.race([ended, delay(waitMs, undefined, { ref: false })]);
  child.kill(signal);
  await ended;
  return performance.now() - start;
}

/** The environment in which a command finds a store. */
export function environmentOf(settings: StoreSettings): NodeJS.ProcessEnv {
  if (settings.engine === 'SQLite') return { KENES_DATA: settings.folder };
  const { uri, username, password } = settings;
  return { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
}

/**
 * Returns all records but their versions, as who opens the store next finds them. The documents of a
 * store of an earlier version are not made.
 */
export function recordsIn(settings: StoreSettings): Promise<string> {
  return withStore(openStore, settings, createVocabulary(), (store) =>
    store.snapshot(async (records) => {
      const found: object[] = [];
      for (const kind of [
        'documents',
        'entries',
        'sources',
        'entities',
        'relations',
        'evidence',
      ] as const)
        for await (const batch of records[kind]()) found.push(...batch);
      return JSON.stringify(found, (name, value: unknown) =>
        name === 'version' ? undefined : value,
      );
    }),
  );
}
