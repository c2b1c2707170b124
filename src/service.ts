import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { createApp } from './http/app.js';
import { waitingHandler } from './http/routes.js';
import { KenesError, messageForTerminal } from './errors.js';
import { askExamples } from './graphiql/ask-examples.js';
import { seedStore } from './documents/seed.js';
import { readSettings, SettingsError, type Settings } from './settings.js';
import { openStore } from './store/open-store.js';
import type { Store } from './store/store.js';
import { createVocabulary } from './vocabulary/vocabulary.js';

/** How long the store is waited for between two attempts, in milliseconds. */
const RETRY = 2_000;

/** How long requests may go on once the service is to end, in milliseconds. */
const PATIENCE = 4_000;

/**
 * Lines of the log are written together: one at a time they take a tenth of a small request. What
 * is killed loses those of the last 100 ms; where nobody reads them, they are not kept for ever.
 */
const gathered = { sync: false, minLength: 4_096, periodicFlush: 100, maxLength: 1_048_576 };

/** Settings → store → seed → listen, until a signal ends it. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = settingsOrExit(environment);
  const logger = pino({ level: settings.logLevel }, pino.destination(gathered));
  let waitingFor = 'The store is being opened.';
  let handle: RequestListener = waitingHandler(() => waitingFor);
  const server = createServer((request, response) => {
    handle(request, response);
  });
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      ending.abort(signal);
    });
  }
  await listen(server, settings, logger);
  const vocabulary = createVocabulary();
  const store = await openWhenThere(settings, logger, ending.signal, (reason) => {
    waitingFor = reason;
  });
  if (!store) return stop(server, logger);
  if (settings.seed !== null) {
    waitingFor = 'The seed is being loaded.';
    const loaded = await seedStore(store, vocabulary, settings.seed).catch(exitWith);
    if (loaded) logger.info({ seed: settings.seed, ...loaded }, 'seed loaded');
  }
  const app = createApp({ store, vocabulary, logger });
  handle = app.handle;
  logger.info({ engine: store.engine }, 'ready');
  if (store.engine.name === 'Neo4j') {
    // No line of what nobody asked.
    const ask = (request: Request) => app.fetch(request, { isLogged: false });
    askExamples(ask, ending.signal).catch((error: unknown) => {
      logger.warn({ err: error }, 'the example queries were not asked');
    });
  }
  if (!ending.signal.aborted) await once(ending.signal, 'abort');
  await stop(server, logger);
  await store.close();
}

function settingsOrExit(environment: NodeJS.ProcessEnv): Settings {
  try {
    return readSettings(environment);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

async function listen(server: Server, settings: Settings, logger: Logger): Promise<void> {
  try {
    await once(server.listen(settings.port, settings.host), 'listening');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    console.error(
      `Cannot listen at ${settings.host}:${String(settings.port)} (${code}). Give another PORT or HOST.`,
    );
    process.exit(1);
  }
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  logger.info(`GraphiQL is at http://${host}:${String(port)}/graphql`);
}

/** Opens the store as soon as it is there; null where it was to end before. */
async function openWhenThere(
  settings: Settings,
  logger: Logger,
  ending: AbortSignal,
  onWaiting: (reason: string) => void,
): Promise<Store | null> {
  while (!ending.aborted) {
    try {
      return await openStore(settings.store, createVocabulary());
    } catch (error) {
      const isAway = error instanceof KenesError && error.code === 'STORE_UNAVAILABLE';
      if (!isAway || settings.store.engine === 'SQLite') {
        return exitWith(error);
      }
      logger.warn(`${error.message} Trying again.`);
      onWaiting(error.message);
      await setTimeout(RETRY, undefined, { signal: ending }).catch(() => undefined);
    }
  }
  return null;
}

async function stop(server: Server, logger: Logger): Promise<void> {
  logger.info('stopping');
  server.close();
  const closed = once(server, 'close');
  // A connection is idle again once its request is answered.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  await Promise.race([closed, setTimeout(PATIENCE, undefined, { ref: false })]);
  clearInterval(sweep);
  server.closeAllConnections();
  await closed;
}

function exitWith(error: unknown): never {
  console.error(messageForTerminal(error));
  process.exit(1);
}
