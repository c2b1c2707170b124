import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as graphology from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { openApp, type TestApp } from './support/app.js';
import { describeOnEngines } from './support/engines.js';

const [, code = ''] = /```js\n([^]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];

/** The code with its imports as a function, since sigma.js needs a browser to be imported. */
const run = compileFunction(
  `return (async () => {${code.replaceAll(
    /^import (.*) from '(.*)';$/gm,
    "const $1 = modules['$2'];",
  )}})()`,
  ['modules', 'fetch', 'document'],
) as (modules: object, fetch: unknown, document: object) => Promise<void>;

describeOnEngines('the network visualisation of the README', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  it('draws the entities and relations that the service returns, with places', async () => {
    const drawn: graphology.MultiDirectedGraph[] = [];
    function Sigma(graph: graphology.MultiDirectedGraph, container: unknown): void {
      expect(container).toBe('the element');
      drawn.push(graph);
    }
    const modules = { graphology, 'graphology-layout-forceatlas2': forceAtlas2, sigma: Sigma };
    // As over a network, where a request has the length of its body.
    const fetch = (
      address: string,
      { method, headers, body }: { method: string; headers: object; body: string },
    ) =>
      app.fetch(new URL(address).pathname, {
        method,
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        body,
      });
    await run(modules, fetch, { getElementById: () => 'the element' });
    const [graph] = drawn;
    const { network } = await app.data(`{ network(center: ["opcat"], depth: 2,
      filter: { minPublishers: 2 }, limit: 200) { nodes { slug } edges { key } } }`);
    expect(graph?.nodes()).toEqual(network.nodes.map(({ slug }: { slug: string }) => slug));
    expect(graph?.edges()).toEqual(network.edges.map(({ key }: { key: string }) => key));
    expect(graph?.someEdge((_key, { color }) => color === '#b3261e')).toBe(true);
    expect(graph?.everyNode((_slug, { x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(
      true,
    );
  });
});
