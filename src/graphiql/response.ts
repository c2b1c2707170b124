import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
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

let page: Promise<CompressedPage> | undefined;

/** Responds with GraphiQL in the best encoding that the client accepts. */
export async function graphiqlResponse(acceptEncoding: string | null): Promise<Response> {
  // Without a build, as in tests, the page is created on the first request.
  page ??= existsSync(builtPage('br')) ? readPage() : makePage();
  const { br, gzip } = await page;
  const accepted = (acceptEncoding ?? '').toLowerCase();
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'cache-control': 'no-cache',
    vary: 'accept, accept-encoding',
  };
  if (/\bbr\b/.test(accepted))
    return new Response(br, { headers: { ...headers, 'content-encoding': 'br' } });
  if (/\bgzip\b/.test(accepted))
    return new Response(gzip, { headers: { ...headers, 'content-encoding': 'gzip' } });
  return new Response(new Uint8Array(await promisify(gunzip)(gzip)), { headers });
}

async function readPage(): Promise<CompressedPage> {
  const [br, gzip] = await Promise.all([readFile(builtPage('br')), readFile(builtPage('gzip'))]);
  return { br: new Uint8Array(br), gzip: new Uint8Array(gzip) };
}
