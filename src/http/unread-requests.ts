import { maxHeaderSize } from 'node:http';
import type { Duplex } from 'node:stream';
import { readingHeaders, type AllowedOrigins } from './cross-origin.js';
import { ALWAYS_SENT, errorBody, JSON_TEXT } from './responses.js';

/** Why `node:http` gave up reading a request. */
export interface ClientError extends Error {
  readonly code?: string;
  /** What it was reading. */
  readonly rawPacket?: Buffer;
}

/**
 * Answers a request that could not be read, since it is no HTTP, its headers are too long or it takes
 * too long to arrive, and closes its connection. Without this, `node:http` answers with a status
 * alone, which no page of another origin can read.
 */
export function refuseUnread(error: ClientError, socket: Duplex, origins: AllowedOrigins): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { status, message } = refusals[error.code ?? ''] ?? malformed;
  const body = errorBody(message, 'BAD_REQUEST');
  const headers = new Map([
    ...ALWAYS_SENT,
    ...Object.entries(JSON_TEXT),
    ...readingHeaders(origins, originIn(error.rawPacket)),
    ['cache-control', 'no-store'],
    ['content-length', String(Buffer.byteLength(body))],
    ['connection', 'close'],
  ]);
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`);
}

interface Refusal {
  /** With its phrase. */
  readonly status: string;
  readonly message: string;
}

const malformed: Refusal = {
  status: '400 Bad Request',
  message: 'This is not a request of HTTP/1.1 that can be read.',
};

const refusals: Readonly<Partial<Record<string, Refusal>>> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    message: `The address and the headers of a request must have at most ${maxHeaderSize.toLocaleString('en')} bytes together. Send a long query by POST.`,
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    message: 'The request took too long to arrive.',
  },
};

/** Returns the origin that a request names, as far as it was read. */
function originIn(packet?: Buffer): string | null {
  const [, origin] =
    /\r\norigin:[ \t]*([^\r\n]*?)[ \t]*\r\n/i.exec(packet?.toString('latin1') ?? '') ?? [];
  return origin ?? null;
}
