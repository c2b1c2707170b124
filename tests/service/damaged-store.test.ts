import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Service, built, folder, run } from '../support/processes.js';
import { seededFile } from '../support/seeded.js';

const ROUNDS = 25;

/** Reads whole graphs in each way, and prints for each a line with the codes of its errors. */
const readAll = (): string => `
  import { pino } from '${resolve('node_modules/pino/pino.js')}';
  import { createApp } from '${built}/http/app.js';
  import { openStore } from '${built}/store/open-store.js';
  import { createVocabulary } from '${built}/vocabulary/vocabulary.js';
  const vocabulary = createVocabulary();
  const lists = {
    entities: '{ slug name names { text } aliases { text } relations(first: 5) { nodes { slug } } }',
    relations: '{ id sentence evidence(first: 5) { nodes { note source { slug title } } } }',
    sources: '{ slug title urls text publisher { name } }',
  };
  async function readAll(folder, codes) {
    const failed = (error) => codes.add(error.code ?? 'INTERNAL');
    const store = await openStore({ engine: 'SQLite', folder }, vocabulary).catch(failed);
    if (!store.read) return;
    const app = createApp({ store, vocabulary, logger: pino({ level: 'silent' }) });
    await store.check().catch(failed);
    for (const [list, nodes] of Object.entries(lists)) {
      for (let after = null, more = true; more;) {
        const query = 'query($after: String) { ' + list + '(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes ' + nodes + ' } }';
        const body = JSON.stringify({ query, variables: { after } });
        const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
        const response = await app.fetch(new Request('http://kenes/graphql', { method: 'POST', headers, body }));
        const { data, errors = [] } = await response.json();
        for (const { extensions } of errors) codes.add(extensions.code);
        const info = data?.[list]?.pageInfo;
        more = info?.hasNextPage === true;
        after = info?.endCursor;
      }
    }
    await store.snapshot(async (records) => {
      for (const kind of ['entities', 'relations', 'sources', 'evidence'])
        try { for await (const batch of records[kind]()) batch.length; } catch (error) { failed(error); }
    }).catch(failed);
    await store.close();
  }
  for (const folder of process.argv.slice(2)) {
    const codes = new Set();
    await readAll(folder, codes);
    console.log(JSON.stringify([...codes].sort()));
  }
`;

/** Numbers that are the same in each run: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Returns a copy of the file in which some bytes of pages after the first have other values. */
function damaged(file: Buffer, seed: number): Buffer {
  const random = numbers(seed);
  const copy = Buffer.from(file);
  for (let place = 0; place < 10; place++) {
    const offset = 4_096 + Math.floor(random.next().value * (copy.length - 4_096 - 16));
    for (let index = 0; index < 16; index++)
      copy[offset + index] = Math.floor(random.next().value * 256);
  }
  return copy;
}

describe('a store whose file is damaged', () => {
  let good: Buffer;

  beforeAll(async () => {
    good = readFileSync(await seededFile());
  });

  /** Writes a file in the place of the store, and returns its path. */
  function storeOf(bytes: Buffer): string {
    const file = join(folder, 'data', 'kenes.db');
    mkdirSync(join(folder, 'data'));
    writeFileSync(file, bytes);
    return file;
  }

  it('never ends the process that reads it, by queries or by an export', async () => {
    const reader = join(folder, 'read-all.mjs');
    writeFileSync(reader, readAll());
    const copies = Array.from({ length: ROUNDS }, (_, seed) => {
      const data = join(folder, `damaged-${seed}`);
      mkdirSync(data);
      writeFileSync(join(data, 'kenes.db'), damaged(good, seed));
      return data;
    });
    const { status, out } = await run(reader, copies);
    const lines = out.trim().split('\n');
    expect([status, lines.length]).toEqual([0, ROUNDS]);
    expect(lines.flatMap((line) => JSON.parse(line) as string[])).toContain('STORE_REFUSED');
  }, 300_000);

  it('is exported with a sentence instead, if what is damaged is part of it', async () => {
    const bytes = Buffer.from(good);
    const text = Buffer.from('"sameAs"');
    expect(bytes.includes(text)).toBe(true);
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text)) bytes[at + 1] = 0xff;
    storeOf(bytes);
    const { status, out, error } = await run('cli.js', ['export', '--merged']);
    expect([status, out]).toEqual([1, '']);
    expect(error).toBe(
      'The store’s file is damaged, or is not a Kenes store. Restore it from a backup, or use another folder.\n',
    );
  });

  it('makes the service not ready if its end is missing', async () => {
    const file = storeOf(good);
    const service = await Service.ready();
    expect((await service.get('/health/ready')).status).toBe(200);
    truncateSync(file, Math.floor(statSync(file).size / 4_096 / 2) * 4_096);
    expect((await service.get('/health/ready')).status).toBe(503);
    expect((await service.get('/health/live')).status).toBe(200);
  });
});
