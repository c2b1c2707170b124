import type { Plugin } from 'graphql-yoga';
import { errorResponse } from './responses.js';

/** The origins whose pages may read answers. */
export type AllowedOrigins = 'any' | readonly string[];

/**
 * Creates a plugin that lets pages of other origins send queries and read the answers, without
 * credentials, and refuses the preflight requests of all others. https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function crossOrigin(origins: AllowedOrigins): Plugin {
  const allowedFor = ({ headers }: Request): string | null => {
    if (origins === 'any') return '*';
    const origin = headers.get('origin');
    return origin !== null && origins.includes(origin) ? origin : null;
  };
  return {
    onRequest(hook) {
      const { request } = hook;
      if (request.method === 'OPTIONS') hook.endResponse(preflight(allowedFor(request)));
    },
    onResponse({ request, response }) {
      if (origins.length === 0) return;
      const allowed = allowedFor(request);
      if (allowed !== null) {
        response.headers.set('access-control-allow-origin', allowed);
        // Without this, a page does not learn when it may try again.
        response.headers.set('access-control-expose-headers', 'retry-after');
      }
      if (origins !== 'any') response.headers.append('vary', 'origin');
    },
  };
}

function preflight(allowed: string | null): Response {
  if (allowed === null)
    return errorResponse(
      403,
      'This service does not allow pages of this origin to send queries. Its operator decides which origins are allowed.',
      {
        allow: 'GET, POST',
      },
    );
  const headers = {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '7200',
  };
  return new Response(null, { status: 204, headers });
}
