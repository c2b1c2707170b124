/** The headers of a text about the state of the service, which must not be cached. */
export const PLAIN_TEXT = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
};

export function textResponse(status: number, body: string): Response {
  return new Response(body, { status, headers: PLAIN_TEXT });
}

/** Creates a response with a GraphQL error, which scripts of any origin may read. */
export function errorResponse(status: number, message: string): Response {
  const errors = [{ message, extensions: { code: 'BAD_REQUEST' } }];
  return new Response(JSON.stringify({ errors }), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
    },
  });
}
