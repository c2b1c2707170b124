import { once } from 'node:events';
import { get } from 'node:http';
import { connect } from 'node:net';

const REQUEST_TIMEOUT_MS = 60_000;
const HEAD_END = '\r\n\r\n';
const STALE = new Set(['ECONNRESET', 'EPIPE']);

const codedError = (code, message) => Object.assign(new Error(message), { code });
const timeout = () => codedError('ETIMEDOUT', `no answer in ${REQUEST_TIMEOUT_MS / 1000} s`);
const closed = () => codedError('ECONNRESET', 'the server closed the connection');

/**
 * A small keep-alive HTTP/1.1 client: one socket, one request at a time, answers as a Buffer. It
 * takes about a fifth of the CPU time of node:http's client, so that the bench measures the server
 * and not the client.
 */
export class HttpClient {
  #url;
  #socket;
  #dead = true;
  #chunks = [];
  #received = 0;
  #expected = 0; // bytes of the whole answer, once known
  #waiting = null;

  constructor(url) {
    this.#url = new URL(url);
  }

  /**
   * Posts a JSON text.
   *
   * @param {{ path: string, body: string }} request
   * @returns {Promise<{ status: number, body: Buffer }>}
   */
  post({ path, body }) {
    const headers = [
      'content-type: application/json',
      'accept: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    return this.#send([`POST ${path} HTTP/1.1`, `host: ${this.#url.host}`, ...headers, '', body]);
  }

  /**
   * Gets what is at a path.
   *
   * @param {string} path
   * @returns {Promise<{ status: number, body: Buffer }>}
   */
  get(path) {
    return this.#send([`GET ${path} HTTP/1.1`, `host: ${this.#url.host}`, '', '']);
  }

  #send(lines) {
    if (this.#dead) this.#open();
    const message = lines.join('\r\n');
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject, message, repeated: false };
      this.#socket.write(message);
    });
  }

  close() {
    this.#waiting = null;
    this.#socket?.destroy();
  }

  #open() {
    const socket = connect(Number(this.#url.port), this.#url.hostname);
    socket.setNoDelay(true).setTimeout(REQUEST_TIMEOUT_MS);
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('timeout', () => socket.destroy(timeout()));
    socket.on('error', (error) => this.#fail(socket, error));
    socket.on('close', () => this.#fail(socket, closed()));
    this.#socket = socket;
    this.#dead = false;
    this.#clear();
  }

  #clear() {
    this.#chunks = [];
    this.#received = 0;
    this.#expected = 0;
  }

  #fail(socket, error) {
    if (socket !== this.#socket) return;
    this.#dead = true;
    const waiting = this.#waiting;
    if (!waiting) return;
    // The server closed a keep-alive socket during the write: the request is sent once more on a
    // new socket.
    if (STALE.has(error.code) && !waiting.repeated && this.#received === 0) {
      waiting.repeated = true;
      this.#open();
      this.#socket.write(waiting.message);
      return;
    }
    this.#waiting = null;
    waiting.reject(error);
  }

  #receive(chunk) {
    this.#chunks.push(chunk);
    this.#received += chunk.length;
    if (this.#received < this.#expected) return;
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    this.#chunks = [bytes];
    const headEnd = bytes.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = bytes.toString('latin1', 0, headEnd).toLowerCase();
    const body = this.#bodyOf(head, bytes, headEnd + HEAD_END.length);
    if (!body) return;
    this.#clear();
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }

  /** Returns the body; undefined while a part of it is missing. */
  #bodyOf(head, bytes, start) {
    const length = /content-length: (\d+)/.exec(head);
    if (!length) return unchunk(bytes, start);
    this.#expected = start + Number(length[1]);
    return bytes.length < this.#expected ? undefined : bytes.subarray(start, this.#expected);
  }
}

/**
 * Gets a file by gzip, and forgets it while it comes.
 *
 * @param {string} url
 * @returns {Promise<{ status: number, bytes: number }>} the bytes that were sent
 */
export async function download(url) {
  const request = get(url, { headers: { 'accept-encoding': 'gzip' } });
  const [response] = await once(request, 'response');
  let bytes = 0;
  for await (const part of response) bytes += part.length;
  return { status: response.statusCode, bytes };
}

/** Returns the body of a chunked answer; undefined while the last chunk is missing. */
function unchunk(bytes, start) {
  const parts = [];
  for (let position = start; ;) {
    const lineEnd = bytes.indexOf('\r\n', position);
    if (lineEnd < 0) return undefined;
    const size = parseInt(bytes.toString('latin1', position, lineEnd), 16);
    const from = lineEnd + 2;
    if (bytes.length < from + size + 2) return undefined;
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(from, from + size));
    position = from + size + 2;
  }
}
