import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { encodingFor, type Encoding } from '../http/encoding.js';
import { makePage, type CompressedPage } from './page.js';

/**
 * Allows the page to load only its own content: its scripts and styles are inline, and the workers
 * of its editor come from blobs.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Returns the path of the file to which the build writes the page. */
export function builtPage(encoding: keyof CompressedPage): string {
  return fileURLToPath(new URL(`graphiql.html.${encoding}`, import.meta.url));
}

interface EncodedPage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

/** The size of the pieces that are sent, in bytes. */
const PIECE = 64 * 1024;

/** The page in each encoding that a client has asked for, so that all clients share the bytes. */
const pages = new Map<Encoding, Promise<EncodedPage>>();

/** Responds with GraphiQL in the best encoding that the client accepts. */
export async function graphiqlResponse({ headers: request }: Request): Promise<Response> {
  const encoding = encodingFor(request);
  const { bytes, tag } = await pageIn(encoding);
  const headers = {
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'cache-control': 'no-cache',
    vary: 'accept, accept-encoding',
    etag: tag,
  };
  // https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
  const known = (request.get('if-none-match') ?? '').split(',').map((one) => one.trim());
  if (known.some((one) => one === tag || one === `W/${tag}`))
    return new Response(null, { status: 304, headers });
  return new Response(inPieces(bytes), {
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(bytes.length),
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    },
  });
}

/** Returns a stream of bytes that are shared, and sent as fast as the client reads them. */
function inPieces(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let start = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.subarray(start, start + PIECE));
      start += PIECE;
      if (start >= bytes.length) controller.close();
    },
  });
}

function pageIn(encoding: Encoding): Promise<EncodedPage> {
  const known = pages.get(encoding);
  if (known) return known;
  const page = readPage(encoding);
  pages.set(encoding, page);
  page.catch(() => pages.delete(encoding)); // The next request tries again.
  return page;
}

async function readPage(encoding: Encoding): Promise<EncodedPage> {
  const bytes = await bytesIn(encoding);
  const digest = createHash('sha256').update(bytes).digest('base64url');
  return { bytes, tag: `"${digest}"` };
}

let made: Promise<CompressedPage> | undefined;

async function bytesIn(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'identity')
    return new Uint8Array(await promisify(gunzip)(await bytesIn('gzip')));
  const path = builtPage(encoding);
  if (existsSync(path)) return new Uint8Array(await readFile(path));
  // Without a build, as in tests, the page is created on the first request.
  made ??= makePage();
  return (await made)[encoding];
}
