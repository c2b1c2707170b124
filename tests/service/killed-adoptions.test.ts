import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/open-store.js';
import type { StoreSettings } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { forgetDocuments } from '../store/without-documents.js';
import { withStore } from '../store/kept-stores.js';
import { emptyNeo4j, testNeo4j } from '../support/engines.js';
import { fileOf, importAll } from '../support/importing.js';
import { environmentOf, recordsIn, runUntil } from '../support/killing.js';

const vocabulary = createVocabulary();
const folder = mkdtempSync(join(tmpdir(), 'kenes-adopted-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const slugs = Array.from({ length: 2_500 }, (_, index) => `person-${String(index)}`);
const world = fileOf({
  sources: [{ slug: 'paper', publisher: 'club' }],
  entities: [
    { slug: 'club', type: 'Organization', names: { en: 'Club' } },
    ...slugs.map((slug) => ({ slug, type: 'Person' as const, names: { en: slug } })),
  ],
  relations: slugs.map((from) => ({
    type: 'MEMBER_OF',
    from,
    to: 'club',
    since: 2011,
    evidence: [{ source: 'paper' }],
  })),
});

describe.each([
  { name: 'SQLite', kills: 8 },
  { name: 'Neo4j', kills: 4 },
] as const)('a store from before documents were kept, on $name,', ({ name, kills }) => {
  const isTested = name === 'SQLite' || testNeo4j !== null;
  const older: StoreSettings =
    name === 'SQLite'
      ? { engine: 'SQLite', folder: join(folder, 'older') }
      : { engine: 'Neo4j', ...testNeo4j! };

  /** Opens the store as `kenes` does, and kills the process after a time. */
  const openUntil = (settings: StoreSettings, waitMs: number): Promise<number> =>
    runUntil(environmentOf(settings), ['documents'], 'SIGKILL', waitMs);

  const makeOlder = async (attempt: number): Promise<StoreSettings> => {
    if (older.engine === 'Neo4j') {
      if (attempt > 0) await forgetDocuments(older);
      return older;
    }
    const copy = { ...older, folder: join(folder, `opened-${attempt}`) };
    cpSync(older.folder, copy.folder, { recursive: true });
    return copy;
  };

  (isTested ? it : it.skip)(
    'is as it was or has its document when the process that opens it is killed, and has it after the next',
    async () => {
      if (name === 'Neo4j') await emptyNeo4j(testNeo4j!);
      await withStore(openStore, older, vocabulary, (store) => importAll(store, [world]));
      await forgetDocuments(older);
      const first = await makeOlder(0);
      const before = await recordsIn(first);
      const duration = await openUntil(first, 240_000);
      const after = await recordsIn(first);
      expect(after).toContain('"slug":"before-documents","entryCount":5002');
      expect(before).not.toContain('before-documents');
      for (let kill = 1; kill <= kills; kill++) {
        const settings = await makeOlder(kill);
        await openUntil(settings, duration * (0.2 + (0.8 * (kill - Math.random())) / kills));
        const found = await recordsIn(settings);
        expect([before, after].indexOf(found)).toBeGreaterThanOrEqual(0);
        await openUntil(settings, 240_000);
        expect((await recordsIn(settings)) === after).toBe(true);
        if (settings.engine === 'SQLite') rmSync(settings.folder, { recursive: true });
      }
    },
    600_000,
  );
});
