import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KenesDocument } from '../../src/documents/format.js';
import { openStore } from '../../src/store/open-store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { buildService } from '../support/build.js';
import { fileOf, graphOf, importAll, type Graph } from '../support/importing.js';

const vocabulary = createVocabulary();
const KILLS = 4;

/** Documents that are written in several slices; the first ones refer to the last one. */
const slugs = Array.from({ length: 2_500 }, (_, index) => `person-${String(index)}`);
const documents: readonly Omit<KenesDocument, 'kenes'>[] = [
  {
    relations: slugs.map((from) => ({
      type: 'MEMBER_OF',
      from,
      to: 'club',
      evidence: [{ source: 'paper' }],
    })),
  },
  { entities: slugs.map((slug) => ({ slug, type: 'Person', names: { en: slug } })) },
  {
    sources: [{ slug: 'paper', publisher: 'club' }],
    entities: [{ slug: 'club', type: 'Organization', names: { en: 'New' } }],
  },
];

let built: string;
let folder: string;
let files: string[];

beforeAll(() => {
  built = buildService();
  folder = mkdtempSync(join(tmpdir(), 'kenes-killed-'));
  files = documents.map((document, index) => {
    const file = join(folder, `${String(index)}.json`);
    writeFileSync(file, JSON.stringify({ kenes: 1, ...document }));
    return file;
  });
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Imports the documents by a process that a signal ends. Returns how long it ran. */
async function importUntil(data: string, signal: NodeJS.Signals, waitMs: number): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [join(built, 'cli.js'), 'import', ...files], {
    env: { PATH: process.env['PATH'], KENES_DATA: data },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  await Promise.race([ended, delay(waitMs, undefined, { ref: false })]);
  child.kill(signal);
  await ended;
  return performance.now() - start;
}

async function filledStore(name: string): Promise<string> {
  const data = join(folder, name);
  await inStore(data, (store) =>
    importAll(store, [fileOf({ entities: [{ slug: 'club', type: 'Organization' }] })]),
  );
  return data;
}

async function inStore<T>(
  data: string,
  work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>,
): Promise<T> {
  const store = await openStore({ engine: 'SQLite', folder: data }, vocabulary);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe('an import whose process ends by a signal', () => {
  it('leaves the graph as it was or as it is to be', async () => {
    const whole = await filledStore('whole');
    const before = await inStore(whole, graphOf);
    const duration = await importUntil(whole, 'SIGKILL', 120_000);
    const after = await inStore(whole, graphOf);
    expect(after.relations).toHaveLength(slugs.length);
    const found: Graph[] = [];
    for (let kill = 1; kill <= KILLS; kill++) {
      const data = await filledStore(`killed-${String(kill)}`);
      await importUntil(data, 'SIGKILL', (duration * kill) / (KILLS + 0.5));
      found.push(await inStore(data, graphOf));
    }
    // The first kill is early enough that nothing is written yet.
    expect(found[0]).toEqual(before);
    for (const graph of found) {
      expect(graph).toEqual(graph.relations?.length === 0 ? before : after);
    }
  }, 240_000);

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'leaves nothing after %s, and can be made again',
    async (signal) => {
      const data = await filledStore(signal);
      const before = await inStore(data, graphOf);
      await importUntil(data, signal, 700);
      expect(await inStore(data, graphOf)).toEqual(before);
      await importUntil(data, signal, 120_000);
      expect((await inStore(data, graphOf)).relations).toHaveLength(slugs.length);
    },
    240_000,
  );
});
