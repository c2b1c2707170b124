import './production.js';
import { setPriority } from 'node:os';
import { pino } from 'pino';
import { KenesError } from './errors.js';
import { createApp, type App } from './http/app.js';
import type {
  HeavyRequest,
  MessageOfWorker,
  MessageToWorker,
  WorkerSettings,
} from './http/heavy-requests.js';
import { openStore } from './store/open-store.js';
import { createVocabulary } from './vocabulary/vocabulary.js';

// The process that answers heavy requests. The service starts it, and ends it by SIGKILL.

/** The parts of a body are small, so that the service reads each of them in no time. */
const PART_BYTES = 256 * 1024;

// Other requests come first where there are few processors. The threads of the store inherit it.
setPriority(5);

const aborts = new Map<number, AbortController>();
let app: Promise<App> | undefined;

process.on('message', (message: MessageToWorker) => {
  if (message.kind === 'start') app = openApp(message.settings);
  else if (message.kind === 'abort') aborts.get(message.id)?.abort();
  else if (app) void answer(app, message.id, message.request);
});
// A process that exits by itself may wait for queries that still run. This one only reads.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// A terminal sends its signals to this process too. The service decides when it ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

async function openApp({ store: settings, logLevel }: WorkerSettings): Promise<App> {
  const logger = pino({ level: logLevel }, { write: (line) => send({ kind: 'log', line }) });
  const vocabulary = createVocabulary();
  try {
    const store = await openStore(settings, vocabulary, { isPrepared: true });
    return createApp({ store, vocabulary, logger });
  } catch (error) {
    if (error instanceof KenesError)
      send({ kind: 'failed', code: error.code, message: error.fullMessage });
    else logger.error({ err: error }, 'the worker cannot start');
    process.disconnect();
    throw error;
  }
}

async function answer(
  app: Promise<App>,
  id: number,
  { headers, body }: HeavyRequest,
): Promise<void> {
  const abort = new AbortController();
  aborts.set(id, abort);
  try {
    const { signal } = abort;
    const request = new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      body,
      signal,
    });
    let errors: readonly unknown[] | null = null;
    const onErrors = (codes: readonly unknown[]): void => void (errors = codes);
    const response = await (await app).fetch(request, { isLogged: false, onErrors });
    sendParts(id, new Uint8Array(await response.arrayBuffer()));
    const { status } = response;
    send({ kind: 'answer', id, answer: { status, headers: headersOf(response), errors } });
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    send({ kind: 'aborted', id });
  } finally {
    aborts.delete(id);
  }
}

function sendParts(id: number, body: Uint8Array): void {
  for (let start = 0; start < body.length; start += PART_BYTES)
    send({ kind: 'part', id, part: body.subarray(start, start + PART_BYTES) });
}

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries(response.headers);
}

function send(message: MessageOfWorker): void {
  process.send?.(message);
}
