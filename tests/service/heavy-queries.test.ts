import { fork } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { pino } from 'pino';
import { createApp, type App } from '../../src/http/app.js';
import { HeavyRequests } from '../../src/http/heavy-requests.js';
import { limits } from '../../src/limits.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { measuring } from '../support/app.js';
import { buildService } from '../support/build.js';
import { openSeeded } from '../support/seeded.js';
import { describeOnEngines } from '../support/engines.js';

const relations = (inner: string): string => `relations(first: 100) { nodes ${inner} }`;
const around = `entity(slug: "conference-penitentiary-2025") { ${relations(`{ slug ${relations('{ slug name }')} }`)} }`;
const dear = `network(depth: 2, limit: 5000, center: ["npm"]) { nodes { slug name type degree } }`;

/** Queries that are heavy, each with headers and other parts of its body. */
const questions: [string, string, Record<string, string>?, object?][] = [
  ['a large answer', `query Named { ${around} }`],
  ['the cost', `{ ${around} }`, {}, { extensions: { cost: true } }],
  ['variables', `query ($slug: String!) { other: entity(slug: $slug) { slug } ${around} }`, {}, { variables: { slug: 'npm' } }],
  ['one of several operations', `query A { __typename } query B { ${around} }`, {}, { operationName: 'B' }],
  ['a language', `{ ${around} }`, { 'accept-language': 'ru' }],
  ['the other media type', `{ ${around} }`, { accept: 'application/graphql-response+json' }],
  ['no acceptable media type', `{ ${around} }`, { accept: 'image/png' }],
  ['an error beside data', `{ ${around} people(first: 101) { totalCount } }`],
  ['an unknown slug', `{ network(center: ["nobody"], limit: 5000) { nodes { slug name type degree } } }`],
  ['an invalid variable', `query ($first: Int = 1000) { people(first: $first) { totalCount } ${around} }`],
  ['a network', `{ ${dear} }`],
  ['measures', '{ centrality(measure: BETWEENNESS, first: 3) { edges { score rank node { slug } } } communities(first: 2) { nodes { size } } }'],
  ['introspection', getIntrospectionQuery()],
]; // prettier-ignore

/** The names of headers have no case. */
function headersOf({ headers }: Response): [string, string][] {
  return [...headers].map(([name, value]): [string, string] => [name.toLowerCase(), value]).sort();
}

describeOnEngines('a heavy query', (engine) => {
  let built: string;
  let store: Store;
  let heavyRequests: HeavyRequests;
  let here: App;
  let byWorker: App;
  let ran = 0;
  const lines: Record<'here' | 'byWorker', string[]> = { here: [], byWorker: [] };

  beforeAll(async () => {
    built = await buildService();
    const vocabulary = createVocabulary();
    store = await openSeeded(engine, vocabulary);
    heavyRequests = new HeavyRequests({
      settings: { store: store.settings, logLevel: 'info' },
      startWorker: () =>
        fork(join(built, 'worker.js'), {
          execArgv: [],
          serialization: 'advanced',
          stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
        }),
      writeLog: (line) => lines.byWorker.push(line),
    });
    const counted = Object.create(heavyRequests, {
      run: {
        value: (...args: Parameters<HeavyRequests['run']>) => {
          ran++;
          return heavyRequests.run(...args);
        },
      },
    }) as HeavyRequests;
    const loggerTo = (way: keyof typeof lines) =>
      pino({ base: null, timestamp: false }, { write: (line: string) => lines[way].push(line) });
    here = createApp({ store, vocabulary, logger: loggerTo('here'), measuring });
    byWorker = createApp({
      store,
      vocabulary,
      logger: loggerTo('byWorker'),
      heavyRequests: counted,
    });
  }, 240_000);

  afterAll(async () => {
    await heavyRequests.close();
    await store.close();
  });

  async function ask(app: App, query: string, headers = {}, more = {}) {
    const body = JSON.stringify({ query, ...more });
    const response = await app.fetch(
      new Request('http://kenes.example/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          ...headers,
        },
        body,
      }),
    );
    const { status } = response;
    return { status, headers: headersOf(response), text: await response.text() };
  }

  /** The lines of the log, without the times that they name. */
  function logOf(way: keyof typeof lines): object[] {
    return lines[way].map((line) => ({ ...(JSON.parse(line) as object), milliseconds: 0 }));
  }

  it.each(questions)('with %s is answered by the worker as here', async (_what, query, ...rest) => {
    lines.here.length = lines.byWorker.length = 0;
    const before = ran;
    const answer = await ask(byWorker, query, ...rest);
    expect(answer).toEqual(await ask(here, query, ...rest));
    expect(ran).toBe(before + 1);
    expect(logOf('byWorker')).toEqual(logOf('here'));
  });

  it('is answered by the worker from a GET request as well', async () => {
    const request = () =>
      new Request(`http://kenes.example/graphql?query=${encodeURIComponent(`{ ${around} }`)}`);
    const before = ran;
    const [one, other] = [await byWorker.fetch(request()), await here.fetch(request())];
    expect(await one.text()).toBe(await other.text());
    expect(ran).toBe(before + 1);
  });

  it('is the only kind of query that the worker answers', async () => {
    const before = ran;
    await ask(byWorker, '{ entity(slug: "npm") { slug } }');
    await ask(byWorker, '{ people(first: 100) { nodes { slug name } } }');
    expect(ran).toBe(before);
  });

  it('that has no turn in time is answered with status 503 and when to try again', async () => {
    const admitted = limits.heavyRequests.value + limits.waitingHeavyRequests.value;
    const answers = await Promise.all(
      Array.from({ length: admitted + 5 }, () => ask(byWorker, `{ ${dear} }`)),
    );
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]!.headers).toContainEqual(['retry-after', '5']);
    expect(JSON.parse(refused[0]!.text)).toMatchObject({
      errors: [{ extensions: { code: 'OVERLOADED' } }],
    });
  });
});
