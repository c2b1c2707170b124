/** The headers of a text about the service itself, which holds only for the moment. */
export const PLAIN_TEXT = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
};

export function textResponse(status: number, body: string): Response {
  return new Response(body, { status, headers: PLAIN_TEXT });
}

/** A response in the form of GraphQL errors, which scripts of any origin may read. */
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
