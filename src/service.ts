import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import {
  setTimeout as setTimeoutOnce,
  clearTimeout,
  setInterval,
  clearInterval,
} from 'node:timers';
import { setTimeout } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { seedStore } from './documents/seed.js';
import { KenesError, messageForTerminal } from './errors.js';
import { askExamples } from './graphiql/ask-examples.js';
import { createApp, type App } from './http/app.js';
import { waitingHandler } from './http/routes.js';
import { createHttpServer } from './http/server.js';
import { LogOutput } from './log-output.js';
import { messageOfOpening, readSettings, SettingsError, type Settings } from './settings.js';
import { openStore, type StoreSettings } from './store/open-store.js';
import type { Store } from './store/store.js';
import { visible } from './values/shown-input.js';
import { createVocabulary, type Vocabulary } from './vocabulary/vocabulary.js';

/** The pause between two attempts to open the store. */
const RETRY_DELAY_MS = 2_000;

/** The time that open requests have to end by themselves after the signal to stop. */
const GRACE_MS = 2_500;

/** The number of foreign hosts that are logged, so that clients cannot fill the log. */
const LOGGED_HOSTS = 20;

/** The time in which requests that were ended can still be answered. */
const ANSWER_MS = 1_000;

/** The process ends this long after the signal to stop, whatever still runs. */
const STOP_TIMEOUT_MS = 9_000;

/** Runs the service until a signal stops it: listen → store → seed → answer → stop. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = settingsOrExit(environment);
  const log = new LogOutput(process.stdout.fd);
  process.once('exit', () => log.end());
  const logger = pino({ level: settings.logLevel }, log);
  const service = new Service(settings, logger, stopSignal());
  await service.run();
  process.exit(0);
}

/** The parts of the service, from the first to the last that is there. */
class Service {
  private readonly vocabulary = createVocabulary();
  private waitingFor = 'The store is being opened.';
  private handle: RequestListener = waitingHandler(() => this.waitingFor);
  private readonly server: Server;
  private store: Store | null = null;
  private app: App | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly logger: Logger,
    private readonly stopping: AbortSignal,
  ) {
    this.server = createHttpServer(
      { hosts: settings.hosts, onForeignHost: foreignHostLog(logger) },
      (request, response) => this.handle(request, response),
    );
  }

  async run(): Promise<void> {
    await listen(this.server, this.settings, this.logger);
    const stopped = once(this.stopping, 'abort');
    const starting = this.start();
    // What goes wrong while it starts ends the process, unless it is stopped.
    await Promise.race([stopped, starting.then(() => stopped)]);
    starting.catch(() => undefined);
    const late = setTimeoutOnce(() => process.exit(0), STOP_TIMEOUT_MS);
    await this.stop();
    clearTimeout(late);
  }

  private async start(): Promise<void> {
    const { settings, vocabulary, logger, stopping } = this;
    this.store = await openWhenAvailable(settings.store, vocabulary, stopping, (error) => {
      logger.warn(`${messageOfOpening(error, settings.store)} Trying again.`);
      this.waitingFor = error.fullMessage; // Clients see it, so it names no settings.
    });
    if (this.store && settings.seed !== null) {
      this.waitingFor = 'The seed is being loaded.';
      await this.loadSeed(this.store, settings.seed);
    }
    if (!this.store || stopping.aborted) return;
    this.app = createApp({ store: this.store, vocabulary, logger, origins: settings.origins });
    this.handle = this.app.handle;
    logger.info({ engine: this.store.engine }, 'ready');
    await warmUp(this.app, stopping, logger);
  }

  private async loadSeed(store: Store, folder: string): Promise<void> {
    try {
      const loaded = await seedStore(store, this.vocabulary, folder);
      if (loaded) this.logger.info({ seed: folder, ...loaded }, 'seed loaded');
    } catch (error) {
      // The store rolls back what it is writing when it is closed.
      if (!this.stopping.aborted) exitWith(messageForTerminal(error));
    }
  }

  /** Stops accepting, lets requests end, ends those that do not, and then closes the store. */
  private async stop(): Promise<void> {
    const { server } = this;
    this.logger.info('stopping');
    server.close();
    const closed = once(server, 'close');
    // A connection becomes idle again once its request is answered.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    await Promise.race([closed, setTimeout(GRACE_MS, undefined, { ref: false })]);
    this.app?.endRequests();
    await Promise.race([closed, setTimeout(ANSWER_MS, undefined, { ref: false })]);
    clearInterval(sweep);
    server.closeAllConnections();
    await closed;
    await this.store?.close();
  }
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

/** Sends the example queries, so that the first client that sends one does not wait. */
async function warmUp(app: App, stopping: AbortSignal, logger: Logger): Promise<void> {
  try {
    // The log contains only operations that a client sent.
    await askExamples((request) => app.fetch(request, { isLogged: false }), stopping);
  } catch (error) {
    logger.warn({ err: error }, 'the example queries were not asked');
  }
}

function exitWith(message: string): never {
  console.error(visible(message));
  process.exit(1);
}
