import { afterAll, beforeAll } from '@jest/globals';
import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../../src/model/records.js';
import type { Changes, GraphRecords, Store } from '../../src/store/store.js';
import { UNDATED, compareTexts } from '../store/reference.js';
import type { TestEngine } from './engines.js';

export const nothing: Changes = {
  sources: [],
  entities: [],
  relations: [],
  evidence: [],
};

export function entity(slug: string, more: Partial<EntityRecord> = {}): EntityRecord {
  return {
    slug,
    type: 'Organization',
    kind: null,
    version: 1,
    names: {},
    properties: {},
    time: UNDATED,
    degree: 0,
    details: { aliases: {}, description: {}, sameAs: [], editorial: [] },
    ...more,
  };
}

export function relation(
  key: string,
  more: Partial<Omit<RelationRecord, 'key' | 'type'>> = {},
): RelationRecord {
  const [fromSlug = '', type = '', toSlug = ''] = key.split('~');
  return {
    key,
    type,
    fromSlug,
    toSlug,
    fromType: 'Organization',
    toType: 'Organization',
    version: 1,
    properties: {},
    time: UNDATED,
    sources: [],
    publisherCount: 0,
    originCount: 0,
    standing: 'EDITORIAL',
    isContested: false,
    ...more,
  };
}

export function source(
  slug: string,
  publisherSlug: string,
  more: Partial<SourceRecord> = {},
): SourceRecord {
  return {
    slug,
    publisherSlug,
    title: null,
    urls: [],
    language: null,
    publishedAt: null,
    kind: null,
    informerSlugs: [],
    text: null,
    ...more,
  };
}

export function evidence(
  id: string,
  target: string,
  sourceSlug: string,
  more: Partial<EvidenceRecord> = {},
): EvidenceRecord {
  return {
    id,
    target,
    sourceSlug,
    property: null,
    position: null,
    stance: 'CONFIRMS',
    value: null,
    preferred: false,
    inferred: false,
    note: null,
    ...more,
  };
}

/** Texts with characters that an engine could interpret as syntax. */
const strangeTexts = [
  "O'Neil",
  '"quoted"',
  'back\\slash \\n \\u0041',
  '`tick` $1 {x} [y] (z)',
  '%_*? -- ; // /* */ #',
  '\t tab and\nline',
  '  space  ',
  '😀 👩‍👩‍👧 \u{20000}',
  'e\u0301 é',
  'Қазақстан Ёлка',
  'null',
  '\u2028\u2029\ufeff',
  '',
];

export const strangeKeys = [
  '',
  "' OR 1=1 --",
  '"',
  '\\',
  '`',
  '\u0000',
  'a\u0000',
  '😀',
  '\ud83d',
  '~',
  'a~b~c',
];

export const bySlug = (a: { slug: string }, b: { slug: string }): number =>
  compareTexts(a.slug, b.slug);
export const byKey = (a: { key: string }, b: { key: string }): number => compareTexts(a.key, b.key);
export const byId = (a: { id: string }, b: { id: string }): number => compareTexts(a.id, b.id);

async function all<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const batch of batches) found.push(...batch);
  return found;
}

export async function everything(records: GraphRecords) {
  return {
    entities: await all(records.entities()),
    relations: await all(records.relations()),
    sources: await all(records.sources()),
    evidence: await all(records.evidence()),
  };
}

export const someTime = {
  startEarliest: -719162,
  startLatest: 0,
  endEarliest: 1,
  endLatest: 2932896,
};
const digest = 'f'.repeat(64);
export const entities = strangeTexts.map((text, index) =>
  entity(`e-${index}`, {
    kind: text === '' ? null : text,
    version: index + 1,
    degree: index,
    time: index % 2 === 0 ? UNDATED : someTime,
    names: { en: text, ...(index % 3 === 0 ? { ru: `${text}!`, kk: text } : {}) },
    details: {
      aliases: index % 2 === 0 ? {} : { kk: [text, `${text} 2`], en: ['b', 'a'] },
      description: index % 2 === 0 ? { ru: text } : {},
      sameAs: [text, 'https://example.org/'],
      editorial: index % 3 === 0 ? ['ru', 'kk'] : [],
    },
  }),
);
export const typedEntities = [
  entity('event', { type: 'Event', properties: { startDate: '2024', endDate: '2025/..' } }),
  entity('place', { type: 'Place', properties: { latitude: -0.5, longitude: 180 } }),
  entity('report', { type: 'Report', properties: { ordinal: 3, identifier: "R'3" } }),
  entity('statement', { type: 'Statement', properties: { act: 'NOTED', form: 'QUOTATION' } }),
];
export const sources = [
  source('full', 'e-0', {
    title: 'It\'s \\ "here"',
    urls: ['https://b.example/', 'https://a.example/?q=%27'],
    language: 'kk-KZ',
    publishedAt: '2025-12-11?',
    kind: 'NEWS',
    informerSlugs: ['e-1', 'e-2'],
    text: { length: 3513, sha256: digest },
  }),
  source('bare', 'e-1'),
];
export const relations = [
  relation('e-0~BELONGS_TO~e-1', {
    properties: { title: { kk: 'Төраға', en: "Chair's \\" }, since: '2020', until: '2021-05' },
    time: someTime,
    sources: ['bare', 'full'],
    publisherCount: 2,
    originCount: 3,
    standing: 'STATED',
    isContested: true,
    version: 7,
  }),
  relation('e-0~BELONGS_TO~e-1~2'),
  relation('e-1~BELONGS_TO~e-1'),
  relation('e-0~PARTICIPATED_IN~event~ORGANIZER', {
    toType: 'Event',
    properties: { role: 'ORGANIZER' },
  }),
  relation('e-1~SUPPORTS~e-2~FUNDING', { properties: { kind: 'FUNDING' } }),
];
export const pieces = [
  evidence('v1', 'e-0', 'full', {
    property: 'names.en',
    position: { start: 0, end: 5, sha256: digest },
    stance: 'CONTRADICTS',
    value: "it's \\",
    preferred: true,
    inferred: true,
    note: '😀',
  }),
  evidence('v2', 'e-0', 'bare'),
  evidence('v3', 'e-0~BELONGS_TO~e-1', 'full', { property: 'title', value: 'x' }),
  evidence('v4', 'e-0~BELONGS_TO~e-1', 'bare'),
  evidence('v5', 'e-1', 'bare', { position: { start: 30, end: 31, sha256: digest } }),
  evidence('v6', 'e-1', 'bare', { position: { start: 4, end: 31, sha256: digest } }),
];

/** The number of records of each kind in the graph. */
export const graphNumbers = { entities: 17, relations: 5, sources: 2, evidence: 6 };

/**
 * A store that the tests of a file write to one after the other. Each builds on those before it.
 */
export class WrittenStore {
  private opened!: Store;

  /**
   * Opens the store before the tests of a `describe`, and writes the graph unless `content` is
   * `nothing`.
   */
  constructor(engine: TestEngine, content: 'graph' | 'nothing' = 'graph') {
    beforeAll(async () => {
      this.opened = await engine.open();
      if (content === 'graph') await this.applyGraph();
    });
    afterAll(async () => {
      await this.opened.close();
    });
  }

  get store(): Store {
    return this.opened;
  }

  apply(changes: Partial<Changes>): Promise<void> {
    return this.store.write((transaction) => transaction.apply({ ...nothing, ...changes }));
  }

  applyGraph(): Promise<void> {
    return this.apply({
      entities: [...entities, ...typedEntities],
      sources,
      relations,
      evidence: pieces,
    });
  }

  everything(): ReturnType<typeof everything> {
    return this.store.snapshot(everything);
  }

  /** Counts the records of each kind. */
  async numbers(): Promise<typeof graphNumbers> {
    const counts = await this.store.counts();
    const sum = (list: readonly { count: number }[]): number =>
      list.reduce((total, { count }) => total + count, 0);
    return {
      entities: sum(counts.entities),
      relations: sum(counts.relations),
      sources: counts.sources,
      evidence: counts.evidence,
    };
  }
}
