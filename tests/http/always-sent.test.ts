import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitingHandler } from '../../src/http/routes.js';
import { getRequest, listen, send } from '../support/raw-http.js';
import { useService } from '../support/service.js';

const service = useService();

const inBrowser = 'Accept: text/html';
const localhost = 'Host: localhost';
const local = (target: string, ...headers: readonly string[]): string =>
  getRequest(target, localhost, ...headers);

const post = (body: string): string =>
  [
    'POST /graphql HTTP/1.1',
    localhost,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');

let ready: Server;
let waiting: Server;

beforeAll(async () => {
  ready = await listen(service.app.handle, { hosts: [] });
  waiting = await listen(
    waitingHandler(() => 'The store is being opened.'),
    { hosts: [] },
  );
});

afterAll(() => {
  ready.close();
  waiting.close();
});

describe('every answer has browsers go by its content type, and its links say nothing of it:', () => {
  it.each<[string, number, string]>([
    ['a page', 200, local('/', inBrowser)],
    ['a page of an entity', 200, local('/e/npm', inBrowser)],
    ['an entity as JSON', 200, local('/e/npm.json')],
    ['an entity as JSON-LD', 200, local('/e/npm.jsonld')],
    ['an entity as Markdown', 200, local('/e/npm.md')],
    ['a page that there is not', 404, local('/e/nothing', inBrowser)],
    ['an address that there is not, in a browser', 404, local('/nothing', inBrowser)],
    ['an address that there is not', 404, local('/nothing')],
    ['GraphiQL', 200, local('/graphql', inBrowser)],
    ['an answer of GraphQL', 200, post('{"query":"{__typename}"}')],
    ['an error of GraphQL', 200, post('{"query":"{nothing}"}')],
    ['a body that is no query', 400, post('no JSON')],
    ['an export', 200, local('/export/gexf?center=npm')],
    ['a picture', 200, local('/export/svg?center=npm')],
    ['an export that is refused', 400, local('/export/gexf?depth=many')],
    ['the schema', 200, local('/schema.graphql')],
    ['the state of the service', 200, local('/health/ready')],
    ['a host that is not its own', 421, getRequest('/', 'Host: evil.example')],
    ['a host that is none', 400, getRequest('/', 'Host: [')],
    ['headers that are too long', 431, local('/', `X-Long: ${'a'.repeat(20_000)}`)],
    ['what is no HTTP', 400, 'hello\r\n\r\n'],
  ])('%s', async (_, status, request) => {
    const { head, ...answer } = await send(ready, request);
    expect(answer.status).toBe(status);
    expect(sentAlways(head)).toEqual(['nosniff', 'no-referrer']);
  });

  it('that the store is still being opened', async () => {
    const { head, status } = await send(waiting, local('/', inBrowser));
    expect(status).toBe(503);
    expect(sentAlways(head)).toEqual(['nosniff', 'no-referrer']);
  });
});

/** Returns the values of the two headers. */
function sentAlways(head: string): (string | undefined)[] {
  return ['x-content-type-options', 'referrer-policy'].map(
    (name) => new RegExp(`^${name}: (.*?)\\r?$`, 'im').exec(head)?.[1],
  );
}
