import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { limits } from '../limits.js';
import { hostNameOf, isLoopback } from '../values/host-name.js';
import { quoted } from '../values/shown-input.js';
import { readingHeaders, type AllowedOrigins } from './cross-origin.js';
import { ALWAYS_SENT, errorBody, JSON_TEXT } from './responses.js';
import { refuseUnread, type ClientError } from './unread-requests.js';

/**
 * The hosts that requests may name: any, or loopback hosts and these, as `hostNameOf` returns them.
 */
export type AllowedHosts = 'any' | readonly string[];

export interface ServerOptions {
  readonly hosts: AllowedHosts;
  /** The origins whose pages may read what is refused here. The default is none. */
  readonly origins?: AllowedOrigins;
  /** Is called with each host that a request named and that is not allowed. */
  readonly onForeignHost?: (host: string) => void;
}

/** How often connections are checked for requests that take too long to arrive. */
const CHECK_INTERVAL_MS = 1_000;

/** Proxies keep connections for up to a minute. They, and not the service, should close them. */
const KEEP_ALIVE_MS = 65_000;

/**
 * Creates a server that refuses requests for other hosts, and bounds the connections, the time that
 * a request takes to arrive and the memory that bodies take. Everything else is up to the listener.
 */
export function createHttpServer(options: ServerOptions, listener: RequestListener): Server {
  const { origins = [] } = options;
  const bodies = new LargeBodies();
  const responses = new WeakMap<Duplex, ServerResponse>();
  const server = createServer(
    {
      headersTimeout: limits.arrivalOfHeaders.value,
      requestTimeout: limits.arrivalOfRequest.value,
      connectionsCheckingInterval: CHECK_INTERVAL_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    (request, response) => {
      responses.set(request.socket, response);
      const ofOrigin = readingHeaders(origins, request.headers.origin ?? null);
      response.setHeaders(new Map([...ALWAYS_SENT, ...ofOrigin]));
      const refusal = refuseTarget(request, options) ?? bodies.refuse(request, response);
      if (refusal) refuse(request, response, refusal);
      else listener(request, response);
    },
  );
  server.maxConnections = limits.connections.value;
  server.timeout = limits.departureOfResponse.value;
  server.on('clientError', (error: ClientError, socket: Duplex) => {
    // What has begun to be answered must not be followed by what is no part of the answer.
    if (responses.get(socket)?.headersSent && !responses.get(socket)?.writableFinished)
      socket.destroy();
    else refuseUnread(error, socket, origins);
  });
  // A connection that waits for its next request makes room for a client that has one.
  server.on('drop', () => {
    server.closeIdleConnections();
  });
  return server;
}

interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How long the body of a refused request is read, for a client that reads only after it has sent. */
const LINGER_MS = 2_000;

/**
 * Sends the whole refusal at once, and then reads what is left of the request: if a connection is
 * closed while its client sends, the client may lose what it was answered.
 * https://www.rfc-editor.org/rfc/rfc9112#section-9.6
 */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, message, headers }: Refusal,
): void {
  const body = Buffer.from(errorBody(message, status === 503 ? 'OVERLOADED' : 'BAD_REQUEST'));
  const all = { ...JSON_TEXT, 'cache-control': 'no-store', ...headers };
  response.writeHead(status, { ...all, 'content-length': body.length }).write(body);
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, LINGER_MS);
  request.resume().once('end', end).once('close', end);
}

/** Matches a target in absolute form, and takes it apart into authority and the rest. */
const ABSOLUTE_TARGET = /^https?:\/\/([^/?#]*)([^]*)$/i;

/**
 * Checks the host and the target of a request, from which others make a URL. A target in absolute
 * form becomes a path, and its authority becomes the host.
 * https://www.rfc-editor.org/rfc/rfc9112#section-3.2
 */
function refuseTarget(
  request: IncomingMessage,
  { hosts, onForeignHost }: ServerOptions,
): Refusal | null {
  const { headers, rawHeaders, url = '' } = request;
  if (hostsIn(rawHeaders) > 1) return malformedHost;
  const host = headers.host === undefined ? 'localhost' : hostNameOf(headers.host);
  if (host === null) return malformedHost;
  if (url.startsWith('/')) return refuseHost(host, hosts, onForeignHost);
  const [, authority, rest] = ABSOLUTE_TARGET.exec(url) ?? [];
  if (authority === undefined || rest === undefined) return malformedTarget;
  const target = hostNameOf(authority);
  if (target === null) return malformedTarget;
  headers.host = authority;
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
  return refuseHost(target, hosts, onForeignHost);
}

function refuseHost(
  host: string,
  hosts: AllowedHosts,
  onForeignHost?: (host: string) => void,
): Refusal | null {
  if (hosts === 'any' || isLoopback(host) || hosts.includes(host)) return null;
  onForeignHost?.(host);
  return {
    status: 421,
    message: `This service does not answer for the host ${quoted(host)}. Use a host that its operator allows, or localhost on its own machine.`,
  };
}

const malformedHost: Refusal = {
  status: 400,
  message:
    'The host header must be one name or address, with a port if it is not the usual one, such as localhost:4000.',
};

const malformedTarget: Refusal = {
  status: 400,
  message: 'The target of the request must be a path, such as /graphql, or an http:// URL.',
};

/** Node keeps the first of several host headers. They may mean different hosts to a proxy. */
function hostsIn(rawHeaders: readonly string[]): number {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts;
}

/** Counts the bytes of all large bodies that are being read or answered. */
class LargeBodies {
  private bytes = 0;

  /** Admits the body of a request until its response is closed, unless there are too many. */
  refuse({ headers }: IncomingMessage, response: ServerResponse): Refusal | null {
    const length = Number(headers['content-length'] ?? 0);
    // Nobody reads a body that is larger than a request may be.
    if (length <= limits.smallBody.value || length > limits.requestBytes.value) return null;
    if (this.bytes + length > limits.largeBodies.value) return tooManyBodies;
    this.bytes += length;
    response.once('close', () => {
      this.bytes -= length;
    });
    return null;
  }
}

const tooManyBodies: Refusal = {
  status: 503,
  message: 'Too many large requests are being answered. Send this one again in a few seconds.',
  headers: { 'retry-after': '5' },
};
