import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createHttpServer, type ServerOptions } from '../../src/http/server.js';

/** Starts the server of the service at a free port. The caller closes it. */
export async function listen(listener: RequestListener, options: ServerOptions): Promise<Server> {
  const server = createHttpServer(options, listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

export interface RawResponse {
  readonly status: number;
  /** The lines before the body. */
  readonly head: string;
  readonly body: string;
}

/**
 * Sends bytes as they are, and returns what comes back until the server closes the connection. The
 * client keeps its side open: Node closes a connection whose client does not before it has answered.
 */
export async function send(server: Server, request: string): Promise<RawResponse> {
  const socket = connect(portOf(server), '127.0.0.1');
  socket.setEncoding('utf8').write(request);
  let text = '';
  for await (const part of socket) text += String(part);
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head, body };
}

/** Returns a GET request, with the lines of its headers. */
export function getRequest(target: string, ...headers: readonly string[]): string {
  return [`GET ${target} HTTP/1.1`, ...headers, 'connection: close', '', ''].join('\r\n');
}
