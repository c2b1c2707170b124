import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { createApp, type App } from '../../src/http/app.js';
import { bounded } from '../../src/store/answering/bounded.js';
import { Bounds } from '../../src/store/bounds.js';
import type { Engine, KeyedAsk } from '../../src/store/answering/asks.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import type { Answer } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { openSeeded } from '../support/seeded.js';

/** A Neo4j that was just started plans every statement of the import, on a busy machine. */
const COLD_START = 240_000;

const smaller = 'Request smaller pages with `first`, or fewer lists within lists.';
const tooManyEntries = `The answer would have more than 200,000 entries. ${smaller}`;
const tooManyValues =
  'The answer would have more than 500,000 values. Request smaller pages with `first`, fewer fields, or fewer lists within lists.';
const tooManyFields =
  'The query selects more than 5,000 fields. The fields of a fragment count at each of its spreads. Request less at once.';

/** Everything around the conference, so many steps far. */
function around(steps: number, leaf = 'slug'): string {
  const open = '{ relations(first: 100) { nodes '.repeat(steps);
  return `entity(slug: "conference-penitentiary-2025") ${open}{ ${leaf} }${' } }'.repeat(steps)}`;
}

function times(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(' ');
}

/** Fragments that each spread the next one under so many names. */
function fragments(depth: number, names: number): string {
  const each = (level: number): string =>
    `fragment F${level} on Entity { ${times(names, (name) => `a${name}: relations(first: ${name}) { nodes { ...F${level + 1} } }`)} }`;
  return `{ entity(slug: "npm") { ...F0 } } ${times(depth, each)} fragment F${depth} on Entity { slug }`;
}

describeOnEngines('an answer', (engine) => {
  let store: Store;
  const apps = new Map<string, App>();

  beforeAll(async () => {
    const vocabulary = createVocabulary();
    store = await openSeeded(engine, vocabulary);
    // What is counted while an answer is put together, if its cost did not refuse it before.
    const options = { store, vocabulary, logger: pino({ level: 'silent' }), maximumCost: Infinity };
    apps.set('planned', createApp(options));
    apps.set('planned and compiled', createApp({ ...options, compiling: 'always' }));
    apps.set('unplanned', createApp({ ...options, planReadings: false }));
  }, COLD_START);

  afterAll(async () => {
    await store.close();
  });

  /** What is counted while an answer is put together does not depend on the engine. */
  const itOnSqlite = engine.name === 'SQLite' ? it : it.skip;
  if (engine.name !== 'SQLite')
    console.warn('Entries, values and fields are counted on SQLite only: no engine counts them.');

  async function ask(way: string, query: string): Promise<Answer> {
    const body = JSON.stringify({ query });
    const response = await apps.get(way)!.fetch(
      new Request('http://kenes.example/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
        },
        body,
      }),
    );
    return (await response.json()) as Answer;
  }

  it.each(['planned', 'planned and compiled', 'unplanned'])(
    'of tens of thousands of entries comes whole, %s',
    async (way) => {
      const { data, errors } = await ask(way, `{ ${around(4)} }`);
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data).split('"slug"').length).toBeGreaterThan(50_000);
    },
  );

  it.each([
    ['planned', 8],
    ['planned', 30],
    ['planned and compiled', 8],
    ['planned and compiled', 30],
    ['unplanned', 5],
  ])('that multiplies is refused, %s, %d levels deep', async (way, levels) => {
    const { data, errors } = await ask(way, `{ ${around(levels)} }`);
    expect([data.entity === null, errors?.map(({ message }) => message)]).toEqual([
      true,
      [tooManyEntries],
    ]);
    expect(errors![0]!.extensions).toEqual({ code: 'TOO_LARGE', hint: smaller });
  });

  itOnSqlite('of more than half of the entries that are allowed comes each time', async () => {
    const query = `{ a: ${around(4)} b: ${around(4)} }`;
    const first = await ask('planned', query);
    expect(first.errors).toBeUndefined();
    expect(JSON.stringify(first).split('"slug"').length).toBeGreaterThan(100_000);
    for (let time = 2; time <= 5; time++) {
      const again = await ask('planned', query);
      expect([time, JSON.stringify(again) === JSON.stringify(first)]).toEqual([time, true]);
    }
  });

  itOnSqlite(
    'that is too large is refused at the same entry, compiled and interpreted',
    async () => {
      const query = `{ ${around(6)} }`;
      expect(await ask('planned and compiled', query)).toEqual(await ask('planned', query));
    },
  );

  itOnSqlite('with too many values of each is refused', async () => {
    const leaf = times(1_000, (index) => `a${index}: slug`);
    const { data, errors } = await ask('planned', `{ ${around(3, leaf)} }`);
    expect([data.entity === null, errors?.map(({ message }) => message)]).toEqual([
      true,
      [tooManyValues],
    ]);
  });

  itOnSqlite('counts a field for each name that it is asked by', async () => {
    const list = times(150, (index) => `a${index}: relations(first: 100) { nodes { slug } }`);
    const { data, errors } = await ask('planned', `{ ${around(2, list)} }`);
    expect([data.entity === null, errors?.map(({ extensions }) => extensions)]).toEqual([
      true,
      [{ code: 'TOO_LARGE', hint: smaller }],
    ]);
  });

  itOnSqlite('counts all that is asked for at the root', async () => {
    const query = `{ ${times(20, (index) => `a${index}: ${around(4)}`)} }`;
    const { data, errors } = await ask('planned', query);
    const answered = Object.values(data as object).filter((value) => value !== null);
    expect(answered.length).toBeLessThan(4);
    expect(errors!.length).toBe(20 - answered.length);
    expect(new Set(errors!.map(({ extensions }) => extensions!['code']))).toEqual(
      new Set(['TOO_LARGE']),
    );
  });

  itOnSqlite.each([
    ['by fragments within fragments', fragments(5, 10)],
    [
      'by fragments that are spread twice',
      `{ entity(slug: "npm") { ...F0 } } ${times(40, (level) => `fragment F${level} on Entity { ...F${level + 1} ...F${level + 1} }`)} fragment F40 on Entity { slug }`,
    ],
    [
      'of the schema itself',
      `{ __schema { types { ${times(20, (a) => `a${a}: fields { ${times(20, (b) => `b${b}: args { name }`)} }`)} } } }`,
    ],
  ])('to a query that selects too much %s is refused at once', async (_what, query) => {
    const start = performance.now();
    const answer = await ask('planned', query);
    expect(answer).toMatchObject({
      errors: [{ message: tooManyFields, extensions: { code: 'TOO_LARGE' } }],
    });
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('comes to the next who asks', async () => {
    expect(await ask('planned', '{ entity(slug: "npm") { slug } }')).toEqual({
      data: { entity: { slug: 'npm' } },
    });
  });
});

describe('what one request reads', () => {
  const ask: KeyedAsk<'page of evidence'> = {
    kind: 'page of evidence',
    question: { of: 'target', properties: null },
    page: { limit: 99, backward: false },
    parts: [],
  };
  const slugs = Array.from({ length: 5_000 }, (_, index) => `entity-${index}`);

  afterEach(() => {
    jest.useRealTimers();
  });

  /** An engine that finds so many rows for each key, and notes for how many it is asked at once. */
  function engineOf(each: number, asked: number[]): Engine {
    const rows = Array.from({ length: each }, () => ({}));
    return {
      each: (_ask, part) => {
        asked.push(part.length);
        return Promise.resolve(new Map(part.map((key) => [key, rows as never])));
      },
      one: () => Promise.reject(new Error('Only keyed asks are expected.')),
    };
  }

  it('is asked for in parts where one query could return too much', async () => {
    const asked: number[] = [];
    const engine = bounded(engineOf(3, asked), new Bounds());
    const found = await engine.each(ask, slugs.slice(0, 450));
    expect(asked).toEqual([200, 200, 50]);
    expect([...found.keys()]).toEqual(slugs.slice(0, 450));
  });

  it('is asked for by one query where that is little', async () => {
    const asked: number[] = [];
    await bounded(engineOf(3, asked), new Bounds()).each(ask, slugs.slice(0, 200));
    expect(asked).toEqual([200]);
  });

  it('ends as soon as it is too much', async () => {
    const asked: number[] = [];
    const engine = bounded(engineOf(100, asked), new Bounds());
    await expect(engine.each(ask, slugs)).rejects.toMatchObject({
      code: 'TOO_LARGE',
      fullMessage: tooManyEntries,
    });
    expect(asked).toEqual(Array.from({ length: 11 }, () => 200));
    await expect(engine.each(ask, slugs)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(asked.length).toBe(11);
  });

  it('is read by at most eight statements side by side, in their order', async () => {
    const bounds = new Bounds();
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const statements = Array.from({ length: 20 }, (_, index) =>
      bounds.run(
        () =>
          new Promise<number>((resolve) => {
            started.push(index);
            ends.push(() => {
              resolve(index);
            });
          }),
        () => 1,
      ),
    );
    const turns = async (): Promise<void> => {
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    };
    await turns();
    expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    ends[3]!();
    await turns();
    expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    while (started.length < 20) {
      for (const end of ends) end();
      await turns();
    }
    for (const end of ends) end();
    expect(await Promise.all(statements)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('goes on after a statement that failed', async () => {
    const bounds = new Bounds();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        bounds.run(
          () => (index % 2 === 0 ? Promise.reject(new Error('broken')) : Promise.resolve(index)),
          () => 1,
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(10);
  });

  it('starts no statement half a minute after the first one', async () => {
    jest.useFakeTimers();
    const bounds = new Bounds();
    jest.advanceTimersByTime(60_000);
    const read = (): Promise<number> =>
      bounds.run(
        () => Promise.resolve(7),
        () => 1,
      );
    expect(await read()).toBe(7);
    jest.advanceTimersByTime(29_000);
    expect(await read()).toBe(7);
    jest.advanceTimersByTime(2_000);
    await expect(read()).rejects.toMatchObject({ code: 'TIMED_OUT' });
  });
});
