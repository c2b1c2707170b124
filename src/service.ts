import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { seedStore } from './documents/seed.js';
import { KenesError, messageForTerminal } from './errors.js';
import { askExamples } from './graphiql/ask-examples.js';
import { createApp, type App } from './http/app.js';
import { HeavyRequests } from './http/heavy-requests.js';
import { waitingHandler } from './http/routes.js';
import { messageOfOpening, readSettings, SettingsError, type Settings } from './settings.js';
import { openStore } from './store/open-store.js';
import type { Store, StoreSettings } from './store/store.js';
import { createVocabulary, type Vocabulary } from './vocabulary/vocabulary.js';

/** The pause between two attempts to open the store. */
const RETRY_DELAY_MS = 2_000;

/** The time that open requests have to end after the signal to stop. */
const KILL_GRACE_MS = 4_000;

/**
 * Writes log lines in batches: to write them one by one takes a tenth of the time of a small
 * request. A process that is killed loses the lines of the last 100 ms. If nothing reads the log,
 * at most one MiB of lines is kept.
 */
const logBuffer = { sync: false, minLength: 4_096, periodicFlush: 100, maxLength: 1_048_576 };

/**
 * The memory of the worker's heap in MB: two of the dearest queries at once. With that of the service,
 * which `npm start` and the image set, both stay below 1.2 GB.
 */
const WORKER_HEAP_MB = 512;

/** Runs the service until a signal stops it: settings → listen → store → seed → answer → stop. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = settingsOrExit(environment);
  const log = pino.destination(logBuffer);
  const logger = pino({ level: settings.logLevel }, log);
  const stopping = stopSignal();
  const vocabulary = createVocabulary();

  let waitingFor = 'The store is being opened.';
  let handle: RequestListener = waitingHandler(() => waitingFor);
  const server = createServer((request, response) => handle(request, response));
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

  const heavyRequests = new HeavyRequests({
    settings: { store: store.settings, logLevel: settings.logLevel },
    startWorker,
    writeLog: (line) => void log.write(line),
  });
  const app = createApp({ store, vocabulary, logger, heavyRequests });
  handle = app.handle;
  logger.info({ engine: store.engine }, 'ready');
  const warmedUp = warmUp(app, stopping, logger);
  if (!stopping.aborted) await once(stopping, 'abort');
  await stop(server, logger);
  await warmedUp;
  await heavyRequests.close();
  await store.close();
}

/** Starts the process that answers heavy requests. Only what ends it abruptly is printed by it. */
function startWorker(): ChildProcess {
  return fork(fileURLToPath(new URL('worker.js', import.meta.url)), {
    execArgv: [`--max-old-space-size=${WORKER_HEAP_MB}`, '--max-semi-space-size=32'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
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
