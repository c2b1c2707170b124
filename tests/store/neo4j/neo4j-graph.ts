import { describe } from '@jest/globals';
import neo4j, { type Config, type Driver, type ResultSummary } from 'neo4j-driver';
import { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../../../src/model/records.js';
import { textOf, type Sql } from '../../../src/store/engine/query-text.js';
import type { Changes } from '../../../src/store/store.js';
import type { EntityType } from '../../../src/vocabulary/entity-types.js';
import { createVocabulary, type Vocabulary } from '../../../src/vocabulary/vocabulary.js';
import { testNeo4j } from '../../support/engines.js';

/** Describes what holds only of Neo4j; skipped where the tests have none. */
export const describeOnNeo4j = testNeo4j ? describe : describe.skip;

/** Where tests have no Neo4j they are skipped; what describes them is read all the same. */
const nowhere = { uri: 'bolt://127.0.0.1:1', username: 'neo4j', password: '' };

const config: Partial<Config> = { disableLosslessIntegers: true };

/** The Neo4j of the tests, looked at as a person would in Neo4j Browser. */
export class Neo4jOfTests {
  private readonly driver: Driver;
  readonly uri: string;

  constructor() {
    const { uri, username, password } = testNeo4j ?? nowhere;
    this.uri = uri;
    this.driver = neo4j.driver(uri, neo4j.auth.basic(username, password), config);
  }

  /** Opens a store on it, in another way than usual where that is said. */
  open(options: Partial<Parameters<typeof Neo4jStore.open>[0]> = {}): Promise<Neo4jStore> {
    return Neo4jStore.open({
      ...(testNeo4j ?? nowhere),
      vocabulary: createVocabulary(),
      timeLimit: 20_000,
      ...options,
    });
  }

  async openEmpty(vocabulary?: Vocabulary): Promise<Neo4jStore> {
    await this.run('MATCH (n) DETACH DELETE n');
    return this.open(vocabulary && { vocabulary });
  }

  async run(text: string, parameters: Record<string, unknown> = {}): Promise<unknown[]> {
    const { records } = await this.driver.executeQuery(text, parameters);
    return records.map((record) => record.get(0) as unknown);
  }

  /** How a query was run: the operators of its plan, and how often it accessed the store. */
  async profile(query: Sql): Promise<{ operators: string[]; hits: number }> {
    const { profile } = await this.summaryOf('PROFILE', query);
    return { operators: operatorsOf(profile), hits: hitsOf(profile) };
  }

  /** The operators of the plan of a query that is not run. */
  async explain(query: Sql): Promise<string[]> {
    return operatorsOf((await this.summaryOf('EXPLAIN', query)).plan);
  }

  close(): Promise<void> {
    return this.driver.close();
  }

  private async summaryOf(how: 'EXPLAIN' | 'PROFILE', query: Sql): Promise<ResultSummary> {
    const values = query.values.map((value) =>
      typeof value === 'number' ? neo4j.int(value) : value,
    );
    const text = `${how} ${textOf(query, (index) => `$p[${index}]`)}`;
    return (await this.driver.executeQuery(text, { p: values })).summary;
  }
}

function operatorsOf(plan: ResultSummary['plan'] | ResultSummary['profile']): string[] {
  return plan ? [plan.operatorType.replace(/@.*/, ''), ...plan.children.flatMap(operatorsOf)] : [];
}

function hitsOf(plan: ResultSummary['profile']): number {
  return plan ? plan.children.reduce((sum, part) => sum + hitsOf(part), plan.dbHits) : 0;
}

const undated = {
  startEarliest: -9_999_999,
  startLatest: 9_999_999,
  endEarliest: -9_999_999,
  endLatest: 9_999_999,
};

export function entityRecord(
  type: EntityType,
  slug: string,
  more: Partial<EntityRecord> = {},
): EntityRecord {
  const details = { aliases: {}, description: {}, sameAs: [], editorial: [] };
  return {
    slug, type, kind: null, version: 1, names: { en: slug }, properties: {}, time: undated, degree: 0, details, ...more,
  }; // prettier-ignore
}

export function relationRecord(
  type: string,
  from: EntityRecord,
  to: EntityRecord,
  more: Partial<RelationRecord> = {},
): RelationRecord {
  return {
    key: `${from.slug}~${type}~${to.slug}`, type, fromSlug: from.slug, toSlug: to.slug, fromType: from.type,
    toType: to.type, version: 1, properties: {}, time: undated, sources: [], publisherCount: 0, originCount: 0,
    standing: 'EDITORIAL', isContested: false, ...more,
  }; // prettier-ignore
}

export function sourceRecord(slug: string, publisher: EntityRecord): SourceRecord {
  return {
    slug, title: 'A report', urls: ['https://news.example/1'], language: 'ru', publishedAt: '2025-12-11', kind: 'NEWS',
    publisherSlug: publisher.slug, informerSlugs: [], text: { length: 4000, sha256: 'ab'.repeat(32) },
  }; // prettier-ignore
}

export function changes(part: Partial<Changes>): Changes {
  return { sources: [], entities: [], relations: [], evidence: [], ...part };
}

export function evidenceRecord(
  id: string,
  target: { slug: string } | { key: string },
  sourceSlug: string,
  more: Partial<EvidenceRecord> = {},
): EvidenceRecord {
  return {
    id, target: 'key' in target ? target.key : target.slug, property: null, sourceSlug, position: null, stance: 'CONFIRMS',
    value: null, preferred: false, inferred: false, note: null, ...more,
  }; // prettier-ignore
}
