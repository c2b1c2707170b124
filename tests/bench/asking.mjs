/** Sends the requests of operations to servers, with the cursors that some of them need. */
import { toRequest } from './workload.mjs';

/**
 * Posts a request and returns the body of its answer.
 *
 * @param {import('./servers.mjs').Server} server
 * @param {{ path: string, body: string }} request
 * @throws if the answer is an error
 */
export async function post(server, request, worker = 0) {
  const { status, body } = await server.clients[worker].post(request);
  if (status !== 200 || hasErrors(body)) {
    throw new Error(`${server.title}: ${status} ${body.toString('utf8', 0, 400)}`);
  }
  return body;
}

/**
 * Returns whether an answer has errors: they come first, so the rest of a long answer is skipped.
 */
const hasErrors = (body) => body.subarray(0, 4_000).includes('"errors":');

/**
 * Returns the index-th request of an operation.
 *
 * @param {import('./workload.mjs').Operation} operation
 */
export function requestOf(
  server,
  operation,
  { handles },
  index,
  cursor = lastCursor(server, operation),
) {
  return toRequest(operation, server.dialect, operation.variables(handles, index, cursor));
}

const lastCursor = (server, operation) => server.cursors.get(operation.name)?.at(-1);

/** Returns the data of an answer. */
export const dataOf = (body) => JSON.parse(body).data;

/** Reads the pages before the first one of an operation, once, and stores their cursors. */
export async function walkPages(server, operation, world) {
  if (!operation.pagesBefore || server.cursors.has(operation.name)) return;
  const cursors = [];
  while (cursors.length < operation.pagesBefore(world.size, server.dialect)) {
    const request = requestOf(server, operation, world, 0, cursors.at(-1));
    cursors.push(endCursorIn(dataOf(await post(server, request))));
  }
  server.cursors.set(operation.name, cursors);
}

/**
 * Returns the cursor of the last page that all servers have reached, so that they are comparable.
 */
export function commonCursor(server, servers, operation) {
  if (!operation.pagesBefore) return undefined;
  const walked = servers.map((other) => other.cursors.get(operation.name)?.length ?? Infinity);
  return server.cursors.get(operation.name)?.[Math.min(...walked) - 1];
}

function endCursorIn(data) {
  const pageInfo = data.pageInfo ?? Object.values(data)[0].pageInfo;
  return pageInfo.endCursor;
}
