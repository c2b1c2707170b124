import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino, type Logger } from 'pino';
import { seedStore } from './documents/seed.js';
import { KenesError, messageForTerminal } from './errors.js';
import { askExamples } from './graphiql/ask-examples.js';
import { createApp, type App } from './http/app.js';
import { HeavyRequests } from './http/heavy-requests.js';
import { waitingHandler } from './http/routes.js';
import { createHttpServer } from './http/server.js';
import { LogOutput } from './log-output.js';
import { messageOfOpening, readSettings, SettingsError, type Settings } from './settings.js';
import { openGraph } from './documents/open-graph.js';
import type { Store, StoreSettings } from './store/store.js';
import { visible } from './values/shown-input.js';
import { createVocabulary, type Vocabulary } from './vocabulary/vocabulary.js';

/** The pause between two attempts to open the store. */
const RETRY_DELAY_MS = 2_000;

/** The file descriptor that the log is written to. */
const STANDARD_OUTPUT = 1;

/** The turns of the event loop in which waiting connections are accepted: one a turn. */
const ACCEPTING_TURNS = 50;

/** The time after which no more of them are accepted. */
const ACCEPTING_MS = 1_000;

/** The time that open requests have to end by themselves after the signal to stop. */
const GRACE_MS = 2_500;

/** The number of foreign hosts that are logged, so that clients cannot fill the log. */
const LOGGED_HOSTS = 20;

/**
 * The heap of the worker in MB: two of the dearest queries at once. With that of the service, which
 * `npm start` and the image set, both together stay below 1.2 GB.
 */
const WORKER_HEAP_MB = 512;

/** The time in which requests that were ended can still be answered. */
const ANSWER_MS = 1_000;

/** The process ends this long after the signal to stop, whatever still runs. */
const STOP_TIMEOUT_MS = 9_000;

/** Runs the service until a signal stops it: listen → store → seed → answer → stop. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = settingsOrExit(environment);
  const log = new LogOutput(STANDARD_OUTPUT);
  process.once('exit', () => log.end());
  const logger = pino({ level: settings.logLevel }, log);
  const service = new Service(settings, log, logger, stopSignal());
  await service.run();
  await log.close();
  process.exit(0);
}

/** The parts of the service, from the first to the last that is there. */
class Service {
  private readonly vocabulary = createVocabulary();
  private waitingFor = 'The store is being opened.';
  private handle: RequestListener = waitingHandler(() => this.waitingFor);
  private readonly server: Server;
  private store: Store | null = null;
  private heavyRequests: HeavyRequests | null = null;
  private app: App | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly log: LogOutput,
    private readonly logger: Logger,
    private readonly stopping: AbortSignal,
  ) {
    this.server = createHttpServer(
      {
        hosts: settings.hosts,
        origins: settings.origins,
        onForeignHost: foreignHostLog(logger),
      },
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
    // A server that does not answer may keep the store from closing.
    await Promise.race([this.stop(), delay(STOP_TIMEOUT_MS)]);
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
    this.heavyRequests = new HeavyRequests({
      settings: { store: this.store.settings, logLevel: settings.logLevel },
      startWorker,
      writeLog: (line) => this.log.write(line),
    });
    this.app = createApp({
      store: this.store,
      vocabulary,
      logger,
      origins: settings.origins,
      heavyRequests: this.heavyRequests,
    });
    this.handle = this.app.handle;
    logger.info({ engine: this.store.engine }, 'ready');
    // What is planned delays what clients ask meanwhile, so nothing is before the first answer.
    await warmUp(this.app, stopping, logger);
    await this.store.warm();
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
    await acceptAll();
    server.close();
    const closed = once(server, 'close');
    // A connection becomes idle again once its request is answered.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    await Promise.race([closed, delay(GRACE_MS, undefined, { ref: false })]);
    this.app?.endRequests();
    await Promise.race([closed, delay(ANSWER_MS, undefined, { ref: false })]);
    clearInterval(sweep);
    server.closeAllConnections();
    await closed;
    await this.heavyRequests?.close();
    await this.store?.close();
  }
}

/** Starts the process that answers heavy requests. It prints only what ends it abruptly. */
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

/** Returns a function that logs each of the first hosts that requests name and that are not allowed. */
function foreignHostLog(logger: Logger): (host: string) => void {
  const logged = new Set<string>();
  return (host) => {
    if (logged.has(host) || logged.size >= LOGGED_HOSTS) return;
    logged.add(host);
    logger.warn(
      { host },
      'refused a request for a host that is not allowed; to allow it, add it to KENES_HOSTS',
    );
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
    exitWith(`Cannot listen on ${host}:${port} (${code}). Set PORT or HOST to another value.`);
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
      return await openGraph(settings, vocabulary);
    } catch (error) {
      const isAway = error instanceof KenesError && error.code === 'STORE_UNAVAILABLE';
      if (!isAway || settings.engine === 'SQLite') exitWith(messageOfOpening(error, settings));
      onWaiting(error);
      await delay(RETRY_DELAY_MS, undefined, { signal: stopping }).catch(() => undefined);
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
    logger.warn({ err: error }, 'the example queries could not be run');
  }
}

/** Accepts connections that wait: a server that is closed resets them, though they sent a request. */
async function acceptAll(): Promise<void> {
  const end = performance.now() + ACCEPTING_MS;
  for (let turn = 0; turn < ACCEPTING_TURNS && performance.now() < end; turn++) await nextTurn();
}

function exitWith(message: string): never {
  console.error(visible(message));
  process.exit(1);
}
