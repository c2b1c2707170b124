import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ListedChanges, printSummary } from '../src/cli/listed-changes.js';
import { importDocuments } from '../src/documents/import.js';
import { limits } from '../src/limits.js';
import { EDITORIAL_SOURCE } from '../src/model/attestation.js';
import { KENES_VERSION } from '../src/version.js';
import { createVocabulary } from '../src/vocabulary/vocabulary.js';
import { openApp, type TestApp } from './support/app.js';
import { describeOnEngines } from './support/engines.js';

const readme = readFileSync('README.md', 'utf8');

/** The blocks of code, each with its language. */
const allBlocks = [...readme.matchAll(/```(\w+)\n([^]*?)```/g)].map(
  ([, language = '', code = '']) => ({ language, code }),
);

/** The blocks of code of one language. */
function blocks(language: string): string[] {
  return allBlocks.filter((block) => block.language === language).map(({ code }) => code);
}

/** The queries that an answer follows, with it. */
const answered = allBlocks.flatMap(({ language, code }, index) => {
  const answer = allBlocks[index + 1];
  return language === 'graphql' && answer?.language === 'json'
    ? [[code, answer.code] as const]
    : [];
});

/** A value and all that is in it. */
function valuesIn(value: unknown): unknown[] {
  const parts = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return [value, ...parts.flatMap(valuesIn)];
}

interface Info {
  readonly sourceCount: number;
  readonly evidenceCount: number;
  readonly entityCounts: readonly { readonly count: number }[];
  readonly relationCounts: readonly { readonly count: number }[];
}

describeOnEngines('the README', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it.each(answered)('shows what is answered to %s', async (query, answer) => {
    const data = await app.data(query, { language: 'en' });
    expect(valuesIn(data)).toContainEqual(JSON.parse(answer));
  });

  it('shows an answer after each query that it has one for', () => {
    expect(answered).toHaveLength(blocks('json').length);
  });

  it.each(blocks('graphql').map((query, index) => [index, query] as const))(
    'holds a query (%i) that is answered with something',
    async (_index, query) => {
      const data = await app.data(query);
      const [root] = Object.values<Record<string, unknown>>(data);
      expect(JSON.stringify(root)).toMatch(/"(name|count|key|slug|act|value|sentence)":/);
    },
  );

  it('states the limits of cost, and the cost of a query as the service counts it', async () => {
    const numbers = [limits.queryCost.value, limits.heavyCost.value];
    for (const number of numbers) expect(readme).toContain(number.toLocaleString('en'));
    const [block = ''] = blocks('sh').filter((code) => code.includes('"cost": true'));
    const [, body = '', cost] = /-d '(.*)'[^]*"extensions":(\{.*\})\}/.exec(block) ?? [];
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    };
    const response = await app.fetch('/graphql', { method: 'POST', headers, body });
    const { extensions } = (await response.json()) as { extensions: unknown };
    expect(JSON.stringify(extensions)).toBe(cost);
  });

  it('names every code of an error that a client can see', () => {
    const source = readFileSync('src/errors.ts', 'utf8');
    const codes = [...source.matchAll(/^ {2}\| '(\w+)'/gm)].map(([, code]) => code);
    expect(codes).toContain('OVERLOADED');
    // Nobody waits for the answer of a cancelled request.
    const named = codes.filter((code) => code !== 'CANCELLED' && !readme.includes(`\`${code!}\``));
    expect(named).toEqual([]);
  });

  it('counts what the graph shipped has as graphInfo does', async () => {
    const { graphInfo } = (await app.data(
      '{ graphInfo { sourceCount evidenceCount entityCounts { count } relationCounts { count } } }',
    )) as { graphInfo: Info };
    const sum = (counts: Info['entityCounts']): number =>
      counts.reduce((all, { count }) => all + count, 0);
    const [entities, relations] = [graphInfo.entityCounts, graphInfo.relationCounts].map(sum);
    const { evidenceCount, sourceCount } = graphInfo;
    expect(readme).toContain(
      `${entities} entities and ${relations} relations, with ${evidenceCount.toLocaleString('en')} pieces of evidence from ${sourceCount} sources`,
    );
    const { sources } = (await app.data(
      '{ sources(first: 100) { nodes { slug publisher { slug } } } }',
    )) as { sources: { nodes: { slug: string; publisher: { slug: string } }[] } };
    const counted = sources.nodes.filter(({ slug }) => slug !== EDITORIAL_SOURCE);
    const publishers = new Set(counted.map(({ publisher }) => publisher.slug));
    expect(readme).toContain(`what ${publishers.size} publishers say`);
  });

  it('shows what a dry run of its document would change', async () => {
    const [document = ''] = blocks('yaml');
    const [shown = ''] = blocks('text');
    const file = { name: 'my-document.yaml', read: () => Promise.resolve(document) };
    const changes = new ListedChanges(false);
    const { summary, ...report } = await importDocuments(app.store, createVocabulary(), [file], {
      dryRun: true,
      onChanges: (changeSet) => changes.add(changeSet),
    });
    let printed = '';
    await changes.print({ out: (text) => { printed += String(text); } }); // prettier-ignore
    expect(printed + printSummary({ ...summary, ...report }, true)).toBe(shown);
  });

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
