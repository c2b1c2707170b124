import { afterAll, afterEach, beforeEach, expect, it } from '@jest/globals';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import type { KenesError } from '../../../src/errors.js';
import { limits } from '../../../src/limits.js';
import { Neo4jConnection } from '../../../src/store/neo4j/connection.js';
import type { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { raw, sql } from '../../../src/store/engine/query-text.js';
import { testNeo4j } from '../../support/engines.js';
import { describeOnNeo4j, entityRecord, changes, Neo4jOfTests } from './neo4j-graph.js';

/** Stands between a store and Neo4j, to break what is between them. */
class Link {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;
  /** How many of the next requests are answered with the end of the connection. */
  breaks = 0;
  requests = 0;
  /** True if nothing passes any more, though the connections stay open. */
  isSilent = false;

  async start(): Promise<void> {
    const { hostname, port } = new URL(testNeo4j!.uri.replace(/^\w+/, 'http'));
    const server = createServer((client) => {
      const neo4j = connect(Number(port), hostname);
      for (const socket of [client, neo4j]) this.sockets.add(socket.on('error', () => undefined));
      neo4j.pipe(client);
      client.on('data', (data) => {
        this.requests++;
        if (this.isSilent) return;
        if (this.breaks > 0) {
          this.breaks--;
          client.destroy();
          neo4j.destroy();
        } else neo4j.write(data);
      });
      client.on('close', () => neo4j.destroy());
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  get uri(): string {
    return `bolt://127.0.0.1:${this.port}`;
  }
}

describeOnNeo4j('a store whose Neo4j', () => {
  const server = new Neo4jOfTests();
  const link = new Link();
  let store: Neo4jStore;

  beforeEach(async () => {
    await link.start();
    store = await server.open({ uri: link.uri });
  });

  afterEach(async () => {
    await store.close();
    await link.stop();
  });

  afterAll(() => server.close());

  it('breaks a connection reads again on another one', async () => {
    const counts = await store.counts();
    link.breaks = 2;
    expect(await store.counts()).toEqual(counts);
    expect(link.breaks).toBe(0);
  });

  it('breaks a connection before anything is written begins again', async () => {
    link.breaks = 1;
    const entity = entityRecord('Person', 'written-again');
    await store.write((transaction) => transaction.apply(changes({ entities: [entity] })));
    expect(await server.run('MATCH (n:Entity {slug: "written-again"}) RETURN n.type')).toEqual([
      'Person',
    ]);
    await server.run('MATCH (n:Entity {slug: "written-again"}) DELETE n');
  });

  it('falls silent is given up within eight seconds, and is used again once it answers', async () => {
    const patient = await server.open({ uri: link.uri, timeLimit: limits.queryTime.value });
    const counts = await patient.counts();
    link.isSilent = true;
    const start = performance.now();
    const outcomes = await Promise.allSettled([patient.counts(), patient.check()]);
    expect(performance.now() - start).toBeLessThan(8_000);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ reason: { code: 'STORE_UNAVAILABLE' } });
    link.isSilent = false;
    await link.stop();
    await link.start();
    expect(await patient.counts()).toEqual(counts);
    await patient.close();
  });

  it('is away says so within ten seconds, and is used again once it is back', async () => {
    const counts = await store.counts();
    await link.stop();
    const start = Date.now();
    for (const ask of [
      store.counts(),
      store.check(),
      store.write((transaction) => transaction.sources([])),
    ]) {
      await expect(ask).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        fullMessage: 'The store does not answer. Try again in a few seconds.',
        ownMessage: `Neo4j does not answer at ${link.uri}. Start it, or correct its address.`,
      });
    }
    expect(Date.now() - start).toBeLessThan(10_000);
    await link.start();
    expect(await store.counts()).toEqual(counts);
  });
});

describeOnNeo4j('a connection to Neo4j', () => {
  const options = {
    ...(testNeo4j ?? { uri: 'bolt://127.0.0.1:7687', username: 'neo4j', password: 'secret-word' }),
    timeLimit: 1_000,
  };
  let connection: Neo4jConnection;

  beforeEach(() => {
    connection = new Neo4jConnection(options);
  });

  afterEach(() => connection.close());

  it('ends a query at its time limit', async () => {
    const endless = raw(
      'UNWIND range(1, 100000000) AS a UNWIND range(1, 100000) AS b WITH a + b AS c WHERE c < 0 RETURN collect(c)',
    );
    await expect(connection.query(endless)).rejects.toMatchObject({ code: 'TIMED_OUT' });
  });

  it('sends whole numbers as integers and the rest as it is', async () => {
    const types = await connection.query(
      sql`RETURN [valueType(${1}), valueType(${1.5}), valueType(${'text'}), valueType(${true})]`,
    );
    expect(types).toEqual([
      'INTEGER NOT NULL',
      'FLOAT NOT NULL',
      'STRING NOT NULL',
      'BOOLEAN NOT NULL',
    ]);
  });

  it.each([
    [
      'no Neo4j listens',
      { uri: 'bolt://neo4j:secret-word@127.0.0.1:1' },
      'STORE_UNAVAILABLE',
      'Neo4j does not answer at bolt://127.0.0.1:1.',
    ],
    [
      'the password is wrong',
      { password: 'secret-word' },
      'STORE_REFUSED',
      'refuses the user or the password',
    ],
    [
      'the database is not there',
      { database: 'nowhere' },
      'STORE_REFUSED',
      'has no database of this name',
    ],
    [
      'the database is that of Neo4j itself',
      { database: 'system' },
      'STORE_REFUSED',
      'Name another database',
    ],
  ])('says it where %s, and never the password', async (_what, wrong, code, message) => {
    const other = new Neo4jConnection({ ...options, ...wrong });
    const failure = await other.check().then(
      () => null,
      (error: unknown) => error as Error,
    );
    await other.close();
    expect(failure).toMatchObject({
      code,
      ownMessage: expect.stringContaining(message) as unknown,
    });
    const { fullMessage, ownMessage } = failure as KenesError;
    expect(String(ownMessage)).not.toContain('secret-word');
    expect(fullMessage).toMatch(
      /^The store (does not answer\. Try again in a few seconds|refuses the service\. The operator of the service has to correct its settings)\.$/,
    );
    expect(failure?.cause).toBeInstanceOf(Error);
  });

  it('refuses an address of another kind', () => {
    expect(() => new Neo4jConnection({ ...options, uri: 'http://127.0.0.1:7474' })).toThrow(
      expect.objectContaining({
        ownMessage: expect.stringContaining('is not the address of a Neo4j server') as unknown,
      }),
    );
  });
});
