import type { Plugin } from 'graphql-yoga';
import { errorResponse } from './responses.js';

/** The origins whose pages may read answers. */
export type AllowedOrigins = 'any' | readonly string[];

/**
 * Returns the headers with which a page of an origin may read a response; none if it may not.
 * @param origin null if the request names none.
 */
export function readingHeaders(
  origins: AllowedOrigins,
  origin: string | null,
): ReadonlyMap<string, string> {
  if (origins.length === 0) return NONE;
  const headers = new Map(origins === 'any' ? [] : [['vary', 'origin']]);
  if (origins !== 'any' && (origin === null || !origins.includes(origin))) return headers;
  return headers
    .set('access-control-allow-origin', origins === 'any' ? '*' : String(origin))
    .set('access-control-expose-headers', 'retry-after'); // when it may try again
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The headers of the answer to the preflight request of a page that may send queries. */
export const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '7200',
};

/**
 * Creates a plugin that lets pages of other origins send queries and read the answers, without
 * credentials, and refuses the preflight requests of all others. https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function crossOrigin(origins: AllowedOrigins): Plugin {
  const headersFor = ({ headers }: Request): ReadonlyMap<string, string> =>
    readingHeaders(origins, headers.get('origin'));
  return {
    onRequest(hook) {
      const { request } = hook;
      if (request.method !== 'OPTIONS') return;
      const isAllowed = headersFor(request).has('access-control-allow-origin');
      hook.endResponse(
        isAllowed ? new Response(null, { status: 204, headers: PREFLIGHT }) : refused(),
      );
    },
    onResponse({ request, response }) {
      for (const [name, value] of headersFor(request)) response.headers.append(name, value);
    },
  };
}

function refused(): Response {
  return errorResponse(
    403,
    'This service does not allow pages of this origin to send queries. Its operator decides which origins are allowed.',
    { allow: 'GET, POST' },
  );
}
