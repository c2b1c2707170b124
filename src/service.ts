import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { seedStore } from './documents/seed.js';
import { KenesError, messageForTerminal } from './errors.js';
import { askExamples } from './graphiql/ask-examples.js';
import { createApp, type App } from './http/app.js';
import { waitingHandler } from './http/routes.js';
import { createHttpServer } from './http/server.js';
import { messageOfOpening, readSettings, SettingsError, type Settings } from './settings.js';
import { openStore, type StoreSettings } from './store/open-store.js';
import type { Store } from './store/store.js';
import { createVocabulary, type Vocabulary } from './vocabulary/vocabulary.js';

/** The pause between two attempts to open the store. */
const RETRY_DELAY_MS = 2_000;

/** The time that open requests have to end after the signal to stop. */
const KILL_GRACE_MS = 4_000;

/** The number of foreign hosts that are logged, so that clients cannot fill the log. */
const LOGGED_HOSTS = 20;

/**
 * Writes log lines in batches: to write them one by one takes a tenth of the time of a small
 * request. A process that is killed loses the lines of the last 100 ms. If nothing reads the log,
 * at most one MiB of lines is kept.
 */
const logBuffer = { sync: false, minLength: 4_096, periodicFlush: 100, maxLength: 1_048_576 };

/** Runs the service until a signal stops it: settings → listen → store → seed → answer → stop. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = settingsOrExit(environment);
  const logger = pino({ level: settings.logLevel }, pino.destination(logBuffer));
  const stopping = stopSignal();
  const vocabulary = createVocabulary();

  let waitingFor = 'The store is being opened.';
  let handle: RequestListener = waitingHandler(() => waitingFor);
  const server = createHttpServer(
    { hosts: settings.hosts, onForeignHost: foreignHostLog(logger) },
    (request, response) => handle(request, response),
  );
  await listen(server, settings, logger);

  const store = await openWhenAvailable(settings.store, vocabulary, stopping, (error) => {
    logger.warn(`${messageOfOpening(error, settings.store)} Trying again.`);
    waitingFor = error.fullMessage; // Clients see it, so it names no settings.
  });
  if (!store) return stop(server, logger);
  if (settings.seed !== null) {
    waitingFor = 'The seed is being loaded.';
    await loadSeed(store, vocabulary, settings.seed, logger);
  }

  const app = createApp({ store, vocabulary, logger, origins: settings.origins });
  handle = app.handle;
  logger.info({ engine: store.engine }, 'ready');
  const warmedUp = warmUp(app, stopping, logger);
  if (!stopping.aborted) await once(stopping, 'abort');
  await stop(server, logger);
  await warmedUp;
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

/** Returns a function that logs each of the first hosts that requests name and that are not allowed. */
function foreignHostLog(logger: Logger): (host: string) => void {
  const logged = new Set<string>();
  return (host) => {
    if (logged.has(host) || logged.size >= LOGGED_HOSTS) return;
    logged.add(host);
    logger.warn({ host }, 'refused a request for another host; KENES_HOSTS names the allowed ones');
  };
}

/** Aborts at the first signal to stop. A second one ends the process at once. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stopping.abort(signal));
  }
  return stopping.signal;
}

async function listen(
  server: Server,
  { host, port }: Pick<Settings, 'host' | 'port'>,
  logger: Logger,
): Promise<void> {
  try {
    await once(server.listen(port, host), 'listening');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    exitWith(`Cannot listen at ${host}:${port} (${code}). Set another PORT or HOST.`);
  }
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  const urlHost = host.includes(':') ? `[${host}]` : host;
  logger.info(`GraphiQL is at http://${urlHost}:${actualPort}/graphql`);
}

/**
 * Opens the store as soon as it is available; returns null if the service is stopped before. It
 * waits only for a Neo4j server: a folder that cannot be used ends the process.
 */
async function openWhenAvailable(
  settings: StoreSettings,
  vocabulary: Vocabulary,
  stopping: AbortSignal,
  onWaiting: (error: KenesError) => void,
): Promise<Store | null> {
  while (!stopping.aborted) {
    try {
      return await openStore(settings, vocabulary);
    } catch (error) {
      const isAway = error instanceof KenesError && error.code === 'STORE_UNAVAILABLE';
      if (!isAway || settings.engine === 'SQLite') exitWith(messageOfOpening(error, settings));
      onWaiting(error);
      await setTimeout(RETRY_DELAY_MS, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
  return null;
}

async function loadSeed(
  store: Store,
  vocabulary: Vocabulary,
  folder: string,
  logger: Logger,
): Promise<void> {
  try {
    const loaded = await seedStore(store, vocabulary, folder);
    if (loaded) logger.info({ seed: folder, ...loaded }, 'seed loaded');
  } catch (error) {
    exitWith(messageForTerminal(error));
  }
}

/** Sends the example queries, so that the first client that sends one does not wait. */
async function warmUp(app: App, stopping: AbortSignal, logger: Logger): Promise<void> {
  try {
    // The log contains only operations that a client sent.
    await askExamples((request) => app.fetch(request, { isLogged: false }), stopping);
  } catch (error) {
    logger.warn({ err: error }, 'the example queries were not asked');
  }
}

async function stop(server: Server, logger: Logger): Promise<void> {
  logger.info('stopping');
  server.close();
  const closed = once(server, 'close');
  // A connection becomes idle again once its request is answered.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, setTimeout(KILL_GRACE_MS, undefined, { ref: false })]);
  clearInterval(sweep);
  server.closeAllConnections();
  await closed;
}

function exitWith(message: string): never {
  console.error(message);
  process.exit(1);
}
