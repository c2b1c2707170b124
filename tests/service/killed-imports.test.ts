import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KenesDocument } from '../../src/documents/format.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store, StoreSettings } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { buildService } from '../support/build.js';
import { emptyNeo4j, testNeo4j } from '../support/engines.js';
import { fileOf, graphOf, importAll, type Graph } from '../support/importing.js';
import { environmentOf, recordsIn, runUntil } from '../support/killing.js';

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

let folder: string;
let files: string[];

beforeAll(async () => {
  await buildService();
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
function importUntil(data: string, signal: NodeJS.Signals, waitMs: number): Promise<number> {
  return runUntil({ KENES_DATA: data }, ['import', ...files], signal, waitMs);
}

function sqliteIn(folder: string): StoreSettings {
  return { engine: 'SQLite', folder };
}

async function filledStore(name: string): Promise<string> {
  const data = join(folder, name);
  await inStore(sqliteIn(data), (store) =>
    importAll(store, [fileOf({ entities: [{ slug: 'club', type: 'Organization' }] })]),
  );
  return data;
}

async function inStore<T>(settings: StoreSettings, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(settings, vocabulary);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** A document of which every second record is another one, and each other record is corrected. */
const small = slugs.slice(0, 600);
const replacing = (word: string, from: number): Omit<KenesDocument, 'kenes'> => ({
  document: 'large',
  sources: [{ slug: 'paper', publisher: 'club', title: word }],
  entities: [
    { slug: 'club', type: 'Organization' },
    ...small.map((slug, index) => ({
      slug: index % 2 === 0 ? slug : `${slug}-${word}`,
      type: 'Person' as const,
      names: { en: `${word} ${slug}` },
      evidence: [{ source: 'paper' }],
    })),
  ],
  relations: small.map((slug, index) => ({
    type: 'MEMBER_OF',
    from: index % 2 === 0 ? slug : `${slug}-${word}`,
    to: 'club',
    since: from,
    evidence: [{ source: 'paper' }],
  })),
});

describe.each([
  { name: 'SQLite', kills: 20 },
  { name: 'Neo4j', kills: 5 },
] as const)('a large document that is replaced, on $name,', ({ name, kills }) => {
  const isTested = name === 'SQLite' || testNeo4j !== null;

  (isTested ? it : it.skip)(
    'is the one before or the one after when the process is killed at any moment',
    async () => {
      const settings: StoreSettings =
        name === 'SQLite' ? sqliteIn(join(folder, 'replaced')) : { engine: 'Neo4j', ...testNeo4j! };
      if (name === 'Neo4j') await emptyNeo4j(testNeo4j!);
      const environment = environmentOf(settings);
      const states: string[] = [];
      const written = [replacing('old', 2011), replacing('new', 2012)].map((document, index) => {
        const file = join(folder, `replacing-${name}-${String(index)}.json`);
        writeFileSync(file, JSON.stringify({ kenes: 1, ...document }));
        return file;
      });
      let duration = 0;
      for (const file of [...written].reverse()) {
        duration = await runUntil(environment, ['import', file], 'SIGKILL', 240_000);
        states.unshift(await recordsIn(settings));
      }
      expect(states[0]).not.toEqual(states[1]);
      let now = 0;
      for (let kill = 0; kill < kills; kill++) {
        const next = written[1 - now]!;
        // From before anything is written to some time after its usual end.
        const wait = duration * (0.3 + (0.8 * (kill + Math.random())) / kills);
        await runUntil(environment, ['import', next], 'SIGKILL', wait);
        const found = await recordsIn(settings);
        const state = states.indexOf(found);
        expect(state).toBeGreaterThanOrEqual(0);
        now = state;
      }
    },
    600_000,
  );
});

describe('an import whose process ends by a signal', () => {
  it('leaves the graph as it was or as it is to be', async () => {
    const whole = await filledStore('whole');
    const before = await inStore(sqliteIn(whole), graphOf);
    const duration = await importUntil(whole, 'SIGKILL', 120_000);
    const after = await inStore(sqliteIn(whole), graphOf);
    expect(after.relations).toHaveLength(slugs.length);
    const found: Graph[] = [];
    for (let kill = 1; kill <= KILLS; kill++) {
      const data = await filledStore(`killed-${String(kill)}`);
      await importUntil(data, 'SIGKILL', (duration * kill) / (KILLS + 0.5));
      found.push(await inStore(sqliteIn(data), graphOf));
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
      const before = await inStore(sqliteIn(data), graphOf);
      await importUntil(data, signal, 700);
      expect(await inStore(sqliteIn(data), graphOf)).toEqual(before);
      await importUntil(data, signal, 120_000);
      expect((await inStore(sqliteIn(data), graphOf)).relations).toHaveLength(slugs.length);
    },
    240_000,
  );
});
