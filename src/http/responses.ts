/**
 * The headers of every answer: browsers go by its content type, and do not tell the pages that it
 * links to where they were linked from.
 */
export const ALWAYS_SENT: ReadonlyMap<string, string> = new Map([
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
]);

/** The headers of a text about the state of the service, which must not be cached. */
export const PLAIN_TEXT = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
};

export const JSON_TEXT = { 'content-type': 'application/json; charset=utf-8' };

export function textResponse(status: number, body: string): Response {
  return new Response(body, { status, headers: PLAIN_TEXT });
}

/** Creates a response with a GraphQL error. */
export function errorResponse(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const all = { ...JSON_TEXT, ...headers };
  return new Response(errorBody(message, 'BAD_REQUEST'), { status, headers: all });
}

/** Returns the text of a GraphQL error. */
export function errorBody(
  message: string,
  code: 'BAD_REQUEST' | 'OVERLOADED' | 'STORE_UNAVAILABLE',
): string {
  return JSON.stringify({ errors: [{ message, extensions: { code } }] });
}
