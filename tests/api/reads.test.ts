import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createApp } from '../../src/http/app.js';
import { Bounds } from '../../src/store/bounds.js';
import type { Engine } from '../../src/store/answering/asks.js';
import type { Sql } from '../../src/store/engine/query-text.js';
import { textOf } from '../../src/store/engine/query-text.js';
import type { Reading } from '../../src/store/reading.js';
import { MainThreadConnection } from '../../src/store/sqlite/database.js';
import { createEngine } from '../../src/store/sqlite/engine.js';
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { readStepwise } from '../../src/store/answering/stepwise.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { importTexts } from '../support/app.js';
import { describeOnEngines, testNeo4j, type TestEngine } from '../support/engines.js';

const vocabulary = createVocabulary();
const TIME_LIMIT = 20_000;

/** Sizes of the organizations of the world: how many members each has. */
const sizes = [1, 7, 60];

/** Organizations of several sizes, whose members all spoke at three events, by two sources. */
function world(): string {
  const members = sizes.flatMap((size) =>
    Array.from({ length: size }, (_, index) => ({ slug: `p-${size}-${index}`, size, index })),
  );
  const evidence = [{ source: 'a' }, { source: 'b' }];
  return JSON.stringify({
    kenes: 1,
    sources: [
      { slug: 'a', publisher: 'paper-a', informers: ['org-1', 'org-7'] },
      { slug: 'b', publisher: 'paper-b', informers: ['org-60'] },
    ],
    entities: [
      ...['paper-a', 'paper-b', ...sizes.map((size) => `org-${size}`)].map((slug) => ({
        slug,
        type: 'Organization',
      })),
      ...[0, 1, 2].map((event) => ({ slug: `event-${event}`, type: 'Event' })),
      ...members.map(({ slug }) => ({ slug, type: 'Person', names: { en: slug } })),
    ],
    relations: members.flatMap(({ slug, size, index }) => [
      { type: 'MEMBER_OF', from: slug, to: `org-${size}`, title: 'Member', evidence },
      {
        type: 'PARTICIPATED_IN',
        from: slug,
        to: `event-${index % 3}`,
        role: 'SPEAKER',
        evidence,
      },
    ]),
  });
}

/** A store whose statements and readings are counted. */
interface CountedStore {
  readonly store: Store;
  readonly statements: string[];
  readonly readings: Reading[];
  close(): Promise<void>;
}

async function openCounted(engine: TestEngine): Promise<CountedStore> {
  const statements: string[] = [];
  const counting = <Q extends (statement: Sql) => Promise<unknown>>(query: Q): Q =>
    ((statement: Sql) => {
      statements.push(textOf(statement, () => '?'));
      return query(statement);
    }) as Q;
  const open = engine.name === 'SQLite' ? openSqlite : openNeo4j;
  const { store, inner, close } = await open(engine, counting);
  const readings: Reading[] = [];
  const counted = new Proxy(store, {
    get(target, name) {
      if (name === 'read') {
        return (reading: Reading, bounds = new Bounds()) => {
          readings.push(reading);
          return readStepwise(inner, reading, bounds);
        };
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { store: counted, statements, readings, close };
}

type Opened = Promise<{ store: Store; inner: Engine; close: () => Promise<void> }>;
type Counting = <Q extends (statement: Sql) => Promise<unknown>>(query: Q) => Q;

async function openSqlite(_engine: TestEngine, counting: Counting): Opened {
  const folder = mkdtempSync(join(tmpdir(), 'kenes-reads-'));
  const store = await SqliteStore.open({ folder, vocabulary, timeLimit: TIME_LIMIT });
  const connection = new MainThreadConnection(join(folder, 'kenes.db'));
  return {
    store,
    inner: createEngine({ vocabulary, query: counting(connection.query) }),
    close: async () => {
      connection.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openNeo4j(engine: TestEngine, counting: Counting): Opened {
  const store = await engine.open(vocabulary);
  const { Neo4jConnection } = await import('../../src/store/neo4j/connection.js');
  const { Neo4jEngine } = await import('../../src/store/neo4j/engine.js');
  const { EntryContext } = await import('../../src/store/neo4j/context.js');
  const connection = new Neo4jConnection({ ...testNeo4j!, timeLimit: TIME_LIMIT });
  return {
    store,
    inner: new Neo4jEngine(counting(connection.query), new EntryContext(vocabulary)),
    close: async () => {
      await connection.close();
      await store.close();
    },
  };
}

describeOnEngines('a question', (engine) => {
  let counted: CountedStore;
  let apps: { planned: ReturnType<typeof createApp>; unplanned: ReturnType<typeof createApp> };

  beforeAll(async () => {
    counted = await openCounted(engine);
    const { store } = counted;
    await importTexts(store, vocabulary, [world()]);
    const options = { store, vocabulary, logger: pino({ level: 'silent' }) };
    apps = {
      planned: createApp(options),
      unplanned: createApp({ ...options, planReadings: false }),
    };
  });

  afterAll(async () => {
    await counted.close();
  });

  /** How much one question costs, about the organization of that size. */
  async function costOf(
    way: keyof typeof apps,
    query: string,
    size: number,
  ): Promise<{ readings: number; statements: number; answer: string }> {
    const body = JSON.stringify({
      query: `query ($org: String!) ${query}`,
      variables: { org: `org-${size}` },
    });
    counted.readings.length = 0;
    counted.statements.length = 0;
    const response = await apps[way].fetch(
      new Request('http://kenes/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
        },
        body,
      }),
    );
    const answer = await response.text();
    expect(answer).not.toContain('"errors"');
    return { readings: counted.readings.length, statements: counted.statements.length, answer };
  }

  const org = (selection: string): string =>
    `{ entity(slug: $org) { ... on Organization { ${selection} } } }`;
  const questions: [what: string, query: string, statements: number, unplannedReadings: number][] =
    [
      ['an entity', org('slug name degree kind'), 1, 2],
      ['its details', org('aliases { text } description sameAs names { editorial }'), 1, 2],
      ['one connection', org('members(first: 100) { nodes { slug name } }'), 2, 2],
      ['its count alone', org('members { totalCount }'), 2, 2],
      ['one with its count', org('members(first: 100) { totalCount nodes { slug } }'), 3, 3],
      ['no rows and no count of it', org('members(first: 100) { __typename }'), 1, 1],
      [
        'two of one question',
        org('a: members(first: 5) { nodes { slug } } b: members(first: 5) { nodes { name } }'),
        2,
        2,
      ],
      [
        'two of different questions',
        org('members(first: 5) { nodes { slug } } b: members(first: 6) { nodes { slug } }'),
        3,
        3,
      ],
      [
        'the connections of each of many',
        org('members(first: 100) { nodes { participations { nodes { slug } } } }'),
        3,
        3,
      ],
      [
        'counts of each of many',
        org('members(first: 100) { nodes { degree(filter: { relationTypes: [MEMBER_OF] }) } }'),
        3,
        3,
      ],
      [
        'four levels',
        org(
          'members(first: 100) { nodes { participations { nodes { participants(first: 3) { nodes { ... on Person { memberships { nodes { slug } } } } } } } } }',
        ),
        5,
        5,
      ],
      [
        'the evidence of each relation with its source, publisher and informers',
        org(
          'members(first: 100) { edges { relation { evidence { nodes { property source { slug publisher { name } informers { name } } } } } } }',
        ),
        // The publishers and informers of a level are read together, for the same parts.
        5,
        5,
      ],
      [
        'both ends of each relation',
        org('members(first: 100) { edges { relation { from { slug } to { name } } } }'),
        // Each end has its own parts.
        4,
        3,
      ],
      [
        'a list',
        '{ people(first: 100, filter: { related: [{ entity: { slugs: [$org] } }] }) { nodes { slug } } }',
        2,
        2,
      ],
      [
        'a list with its count and what each entry is related to',
        '{ people(first: 100, filter: { related: [{ entity: { slugs: [$org] } }] }) { totalCount nodes { memberships { nodes { slug } } } } }',
        4,
        3,
      ],
      [
        'relations with their ends and evidence',
        '{ relations(first: 100, to: [$org]) { nodes { from { name } to { slug } evidence { totalCount } } } }',
        5,
        4,
      ],
      [
        'three root fields',
        '{ a: entity(slug: $org) { slug } b: people(first: 1) { nodes { slug } } c: sources { nodes { publisher { slug } } } }',
        4,
        5,
      ],
    ];

  describe('of whatever size costs', () => {
    it.each(questions)('for %s', async (_what, query, statements, unplannedReadings) => {
      // The slugs in the arguments of a list are looked up by one more reading.
      const roots = query.includes('c: sources') ? 3 : query.includes(': [$org]') ? 2 : 1;
      const costs = { planned: [] as unknown[], unplanned: [] as unknown[] };
      for (const size of sizes) {
        const planned = await costOf('planned', query, size);
        const unplanned = await costOf('unplanned', query, size);
        expect(unplanned.answer).toBe(planned.answer);
        costs.planned.push([planned.readings, planned.statements]);
        costs.unplanned.push(unplanned.readings);
      }
      // One reading a root field, and in it one statement for each shape of a level.
      expect(costs).toEqual({
        planned: sizes.map(() => [roots, statements]),
        unplanned: sizes.map(() => unplannedReadings),
      });
    });
  });
});
