import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { KENES_VERSION } from '../src/graph/graph-info.schema.js';
import { importDocuments } from '../src/documents/import.js';
import { createVocabulary } from '../src/vocabulary/vocabulary.js';
import { openApp, type TestApp } from './support/app.js';
import { describeOnEngines } from './support/engines.js';

const readme = readFileSync('README.md', 'utf8');

/** The blocks of code of one language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(/```(\w+)\n([^]*?)```/g)].flatMap(([, name, code]) =>
    name === language && code !== undefined ? [code] : [],
  );
}

describeOnEngines('the README', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it('shows the answer that its first query has', async () => {
    const [query = ''] = blocks('graphql');
    const { entity } = await app.data(query, { language: 'en' });
    expect(entity.participants.edges).toEqual(JSON.parse(blocks('json')[0] ?? ''));
  });

  it.each(blocks('graphql').map((query, index) => [index, query] as const))(
    'holds a query (%i) that is answered with something',
    async (_index, query) => {
      const data = await app.data(query);
      const [root] = Object.values<Record<string, unknown>>(data);
      expect(JSON.stringify(root)).toMatch(/"(name|count|key|slug|act)":/);
    },
  );

  it('holds a document that can be imported', async () => {
    const [document = ''] = blocks('yaml');
    const file = { name: 'my-document.yaml', read: () => Promise.resolve(document) };
    const { problems } = await importDocuments(app.store, createVocabulary(), [file], {
      dryRun: true,
    });
    expect(problems).toEqual([]);
  });

  it('belongs to the version that the service names', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(KENES_VERSION).toBe(version);
  });
});
