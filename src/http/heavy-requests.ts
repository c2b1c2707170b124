import type { ChildProcess } from 'node:child_process';
import type { ExecutionResult } from 'graphql';
import { KenesError, type KenesErrorCode } from '../errors.js';
import { limits } from '../limits.js';
import type { StoreSettings } from '../store/store.js';

// Heavy requests are answered by another process, the worker, so that the event loop of the service
// stays free, and so that all of them together take the memory of one or two. It is a process and not
// a thread, since a thread that ends while libsql reads for it ends the whole process.

/** A request as the worker needs it, to answer it as the service itself would. */
export interface HeavyRequest {
  readonly headers: Readonly<Record<string, string>>;
  /** The body: JSON with the query and its variables. */
  readonly body: string;
}

/** The response to a request, and the codes of its errors for the log. */
export interface HeavyAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly errors: readonly unknown[] | null;
}

export interface WorkerSettings {
  readonly store: StoreSettings;
  readonly logLevel: string;
}

export type MessageToWorker =
  | { readonly kind: 'start'; readonly settings: WorkerSettings }
  | { readonly kind: 'request'; readonly id: number; readonly request: HeavyRequest }
  | { readonly kind: 'abort'; readonly id: number };

export type MessageOfWorker =
  | { readonly kind: 'log'; readonly line: string }
  /** A part of the body. The parts of an answer come in order, before the rest of it. */
  | { readonly kind: 'part'; readonly id: number; readonly part: Uint8Array }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Omit<HeavyAnswer, 'body'> }
  /** The request was aborted. */
  | { readonly kind: 'aborted'; readonly id: number }
  /** The store cannot be opened. The worker ends. */
  | { readonly kind: 'failed'; readonly code: KenesErrorCode; readonly message: string };

export interface HeavyRequestsOptions {
  readonly settings: WorkerSettings;
  /** Starts the worker with an IPC channel of the serialization `advanced`. */
  readonly startWorker: () => ChildProcess;
  /** Writes a line that the worker logs. */
  readonly writeLog: (line: string) => void;
  /** The time in milliseconds in which the worker reacts to an abort. Only tests change it. */
  readonly abortTime?: number;
  /** The time in milliseconds that a request waits for its turn. Only tests change it. */
  readonly waitTime?: number;
}

const ABORT_TIME_MS = 2_000;

/** A request that the worker answers. */
interface Running {
  readonly parts: Uint8Array[];
  readonly resolve: (answer: HeavyAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** Answers heavy requests in a worker, which is started for the first one and then kept. */
export class HeavyRequests {
  private worker: ChildProcess | undefined;
  private failure: KenesError | undefined;
  private active = 0;
  private readonly running = new Map<number, Running>();
  private readonly waiting: (() => void)[] = [];
  private nextId = 1;
  private isClosed = false;

  constructor(private readonly options: HeavyRequestsOptions) {}

  /**
   * Answers a request when its turn comes. If the signal aborts, it rejects with its reason, an Error,
   * once the worker has stopped the work or was ended because it did not.
   * @throws KenesError OVERLOADED if too many others are before it, or if the worker ended;
   *   STORE_UNAVAILABLE or STORE_REFUSED if the worker cannot open the store.
   */
  async run(request: HeavyRequest, signal: AbortSignal): Promise<HeavyAnswer> {
    await this.turn(signal);
    try {
      return await this.answer(request, signal);
    } finally {
      // The next request runs instead of this one, so the number of active ones stays the same.
      const next = this.waiting.shift();
      if (next) next();
      else this.active--;
    }
  }

  /** Ends the worker. Requests that it answers reject. */
  async close(): Promise<void> {
    this.isClosed = true;
    const { worker } = this;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.kill('SIGKILL'); // It only reads.
    await ended;
  }

  private async turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.active < limits.heavyRequests.value) {
      this.active++;
      return;
    }
    if (this.waiting.length >= limits.waitingHeavyRequests.value) throw overloaded();
    const { waitTime = limits.heavyWait.value } = this.options;
    await new Promise<void>((resolve, reject) => {
      const leave = (error: Error): void => {
        this.waiting.splice(this.waiting.indexOf(start), 1);
        done();
        reject(error);
      };
      const onAbort = (): void => {
        leave(signal.reason as Error);
      };
      const timer = setTimeout(() => leave(overloaded()), waitTime);
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
      };
      const start = (): void => {
        done();
        resolve();
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.waiting.push(start);
    });
  }

  private async answer(request: HeavyRequest, signal: AbortSignal): Promise<HeavyAnswer> {
    signal.throwIfAborted();
    if (this.isClosed) throw ended();
    const worker = (this.worker ??= this.start());
    const id = this.nextId++;
    const { abortTime = ABORT_TIME_MS } = this.options;
    let timer: NodeJS.Timeout | undefined;
    const onAbort = (): void => {
      send(worker, { kind: 'abort', id });
      timer = setTimeout(() => worker.kill('SIGKILL'), abortTime);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      return await new Promise<HeavyAnswer>((resolve, reject) => {
        this.running.set(id, { parts: [], resolve, reject });
        send(worker, { kind: 'request', id, request });
      });
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      this.running.delete(id);
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  }

  private start(): ChildProcess {
    const { startWorker, settings } = this.options;
    const worker = startWorker();
    this.failure = undefined;
    worker.on('message', (message) => this.receive(message as MessageOfWorker));
    worker.once('exit', () => {
      this.worker = undefined;
      for (const { reject } of this.running.values()) reject(this.failure ?? ended());
    });
    send(worker, { kind: 'start', settings });
    return worker;
  }

  private receive(message: MessageOfWorker): void {
    switch (message.kind) {
      case 'log':
        this.options.writeLog(message.line);
        return;
      case 'failed':
        this.failure = new KenesError(message.code, message.message);
        return;
      case 'part':
        this.running.get(message.id)?.parts.push(message.part);
        return;
      case 'aborted':
        this.running.get(message.id)?.reject(ended());
        return;
      case 'answer': {
        const running = this.running.get(message.id);
        running?.resolve({ ...message.answer, body: Buffer.concat(running.parts) });
      }
    }
  }
}

/** A channel that is closed belongs to a worker that ended, which rejects its requests. */
function send(worker: ChildProcess, message: MessageToWorker): void {
  worker.send(message, () => undefined);
}

function overloaded(): KenesError {
  return new KenesError('OVERLOADED', 'Too many heavy queries are waiting to be answered.', {
    hint: 'Try again in a few seconds, or request less at once.',
  });
}

function ended(): KenesError {
  return new KenesError(
    'OVERLOADED',
    'The query was stopped, because it or another heavy query took too much time or memory.',
    { hint: 'Request less at once, or try again.' },
  );
}

/** The result of an operation whose response the worker has already made. */
export class AnsweredByWorker implements ExecutionResult {
  readonly data = null;
  constructor(readonly answer: HeavyAnswer) {}
}
