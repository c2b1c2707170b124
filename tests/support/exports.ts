import { gunzipSync } from 'node:zlib';
import { expect } from '@jest/globals';
import type { TestApp } from './app.js';

/** A relation as GraphQL returns it, in the terms of exports. */
export interface ExpectedRelation {
  readonly key: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly sentence: string;
  readonly standing: string;
  readonly contested: boolean;
  readonly publisherCount: number;
  readonly originCount: number;
  /** As `source.property@start-end!~`. */
  readonly evidence: readonly string[];
  readonly period: Readonly<Record<string, string | null>> | null;
}

export interface ExpectedEntity {
  readonly slug: string;
  readonly type: string;
  /** Null if it has none. */
  readonly name: string | null;
  readonly degree: number;
}

/** Downloads an export; fails unless it succeeds. */
export async function download(app: Pick<TestApp, 'fetch'>, path: string): Promise<Uint8Array> {
  const response = await app.fetch(`/export/${path}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(new TextDecoder().decode(bytes));
  const isGzip = response.headers.get('content-encoding') === 'gzip';
  return isGzip ? gunzipSync(bytes) : bytes;
}

export async function downloadText(app: Pick<TestApp, 'fetch'>, path: string): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    await download(app, path),
  );
}

/** Reads all entities over GraphQL, by slug. */
export async function entitiesOfApi(
  app: TestApp,
  language = 'EN',
): Promise<ReadonlyMap<string, ExpectedEntity>> {
  const nodes = await allNodes<ExpectedEntity>(
    app,
    'entities(orderBy: { by: SLUG }, ',
    `slug type name(language: ${language}) degree`,
  );
  return new Map(nodes.map((node) => [node.slug, node]));
}

/** Reads the keys of all relations that match a filter over GraphQL, with their publishers' number. */
export async function countsOfApi(app: TestApp, filter: string) {
  const nodes = await allNodes<Pick<ExpectedRelation, 'key' | 'publisherCount'>>(
    app,
    `relations(filter: ${filter}, `,
    'key publisherCount',
  );
  return nodes.map(({ key, publisherCount }) => [key, publisherCount]);
}

/** Reads all relations over GraphQL, by key. */
export async function relationsOfApi(app: TestApp): Promise<ReadonlyMap<string, ExpectedRelation>> {
  const nodes = await allNodes<RelationNode>(
    app,
    'relations(',
    `key type from { slug } to { slug } sentence(language: EN) standing isContested
     publisherCount originCount
     period { startsEarliest startsLatest endsEarliest endsLatest }
     evidence(first: 100) { nodes {
       property stance inferred source { slug } selector { start end } } }`,
  );
  return new Map(nodes.map((node) => [node.key, expectedOf(node)]));
}

interface RelationNode extends Omit<ExpectedRelation, 'from' | 'to' | 'contested' | 'evidence'> {
  readonly from: { readonly slug: string };
  readonly to: { readonly slug: string };
  readonly isContested: boolean;
  readonly evidence: { readonly nodes: readonly EvidenceNode[] };
}

interface EvidenceNode {
  readonly property: string | null;
  readonly stance: string;
  readonly inferred: boolean;
  readonly source: { readonly slug: string };
  readonly selector: { readonly start: number; readonly end: number } | null;
}

function expectedOf({ from, to, isContested, evidence, ...same }: RelationNode): ExpectedRelation {
  return {
    ...same,
    from: from.slug,
    to: to.slug,
    contested: isContested,
    evidence: evidence.nodes.map(
      ({ property, stance, inferred, source, selector }) =>
        source.slug +
        (property === null ? '' : `.${property}`) +
        (selector === null ? '' : `@${selector.start}-${selector.end}`) +
        (stance === 'CONTRADICTS' ? '!' : '') +
        (inferred ? '~' : ''),
    ),
  };
}

async function allNodes<N>(app: TestApp, field: string, selection: string): Promise<readonly N[]> {
  const all: N[] = [];
  let after = '';
  for (;;) {
    const data = await app.data(
      `{ list: ${field}first: 100${after}) { nodes { ${selection} } pageInfo { endCursor hasNextPage } } }`,
    );
    all.push(...(data.list.nodes as N[]));
    if (!data.list.pageInfo.hasNextPage) break;
    after = `, after: ${JSON.stringify(data.list.pageInfo.endCursor)}`;
  }
  expect(all.length).toBeGreaterThan(0);
  return all;
}
