import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

export interface StreamedBodyOptions {
  readonly isGzip: boolean;
  /** Ends the body before all of it is written. */
  readonly signal: AbortSignal;
  /** Is called once, whether all of it was written or not. */
  readonly onEnd: () => void;
  /**
   * Is called if a part cannot be written. Returns true if it has closed the connection; else who
   * reads the body gets the error.
   */
  readonly onFailure: (error: unknown) => boolean;
}

/** Text compresses to a tenth at this level, about as fast as it is written. */
const LEVEL = 4;

/** Returns a body whose parts are written only as fast as they are read. */
export function streamedBody(
  parts: AsyncIterable<string | Uint8Array>,
  { isGzip, signal, onEnd, onFailure }: StreamedBodyOptions,
): ReadableStream<Uint8Array> {
  const bytes = isGzip ? compressed(parts) : encoded(parts);
  const iterator = bytes[Symbol.asyncIterator]();
  let isOver = false;
  let onAbort = (): void => undefined;
  const end = (): void => {
    isOver = true;
    signal.removeEventListener('abort', onAbort);
    onEnd();
  };
  // A client that leaves reads no further part: without this, what the last one holds is never freed.
  const free = (): void => void iterator.return?.().catch(() => undefined);
  const fail = (controller: ReadableStreamDefaultController, error: unknown): void => {
    if (isOver) return;
    end();
    if (onFailure(error)) controller.close();
    else controller.error(error);
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        onAbort = () => {
          fail(controller, signal.reason);
          free();
        };
        if (signal.aborted) onAbort();
        else signal.addEventListener('abort', onAbort, { once: true });
      },
      async pull(controller) {
        try {
          const part = await iterator.next();
          if (isOver) return;
          if (part.done !== true) {
            controller.enqueue(part.value);
            return;
          }
          end();
          controller.close();
        } catch (error) {
          fail(controller, error);
        }
      },
      cancel() {
        end();
        free();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Returns whether a client accepts a compressed body. */
export function acceptsGzip({ headers }: Request): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(headers.get('accept-encoding') ?? '');
}

async function* encoded(parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

function compressed(parts: AsyncIterable<string | Uint8Array>): AsyncIterable<Uint8Array> {
  // The errors of all streams come out of the last one.
  return pipeline(Readable.from(encoded(parts)), createGzip({ level: LEVEL }), () => undefined);
}
