import { afterEach, beforeEach, expect, it } from '@jest/globals';
import neo4j, { type Driver } from 'neo4j-driver';
import { stopping } from '../../../src/errors.js';
import { raw } from '../../../src/store/engine/query-text.js';
import { Neo4jConnection } from '../../../src/store/neo4j/connection.js';
import { testNeo4j } from '../../support/engines.js';
import { describeOnNeo4j } from './neo4j-graph.js';

describeOnNeo4j('a query that does not end by itself', () => {
  const options = { ...testNeo4j!, timeLimit: 60_000 };
  const endless = raw(
    'UNWIND range(1, 100000000) AS a UNWIND range(1, 100000) AS b WITH a + b AS c WHERE c < 0 RETURN collect(c)',
  );
  let connection: Neo4jConnection;
  let driver: Driver;

  beforeEach(() => {
    connection = new Neo4jConnection(options);
    driver = neo4j.driver(options.uri, neo4j.auth.basic(options.username, options.password));
  });

  afterEach(async () => {
    await connection.close();
    await driver.close();
  });

  /** Resolves once the server runs this number of such queries. */
  async function serverRuns(number: number): Promise<void> {
    const end = Date.now() + 20_000;
    for (;;) {
      const { records } = await driver.executeQuery(
        'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH "UNWIND range" RETURN count(*) AS number',
      );
      const running = Number(records[0]?.get('number'));
      if (running === number) return;
      if (Date.now() > end) throw new Error(`The server runs ${running} instead of ${number}.`);
    }
  }

  it('ends on the server when its request ends', async () => {
    const ending = new AbortController();
    const reason = new Error('The client left.');
    const queries = [1, 2, 3].map(() => connection.query(endless, ending.signal));
    const outcome = Promise.allSettled(queries);
    await serverRuns(3);
    ending.abort(reason);
    expect(await outcome).toEqual(queries.map(() => ({ status: 'rejected', reason })));
    await serverRuns(0);
    expect(await connection.query(raw('RETURN [1]'))).toEqual([1]);
  });

  it('is not sent if its request has ended', async () => {
    const reason = new Error('The client left.');
    await expect(connection.query(endless, AbortSignal.abort(reason))).rejects.toBe(reason);
    await serverRuns(0);
  });

  it('ends on the server when the connection is closed, also within a writing', async () => {
    const lock = raw('RETURN []');
    const all = [
      connection.query(endless),
      connection.startupQuery(endless),
      connection.write(lock, (query) => query(endless)),
    ];
    const outcome = Promise.allSettled(all);
    await serverRuns(3);
    await connection.close();
    expect(await outcome).toEqual(all.map(() => ({ status: 'rejected', reason: stopping() })));
    await serverRuns(0);
  });
});
