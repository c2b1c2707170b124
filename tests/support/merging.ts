import { afterAll, beforeAll, expect } from '@jest/globals';
import { importDocuments } from '../../src/documents/import.js';
import { printProblem } from '../../src/documents/problem.js';
import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
  Time,
} from '../../src/model/records.js';
import type { Store } from '../../src/store/store.js';
import { isoDay, NO_EARLIEST_DAY, NO_LATEST_DAY } from '../../src/values/partial-date.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import type { ImportSummary } from '../../src/writing/change-counts.js';
import type { TestEngine } from './engines.js';

/** The records of the store for a slug or key. */
export interface Found {
  readonly entity?: EntityRecord;
  readonly relation?: RelationRecord;
  readonly source?: SourceRecord;
  readonly evidence: readonly EvidenceRecord[];
}

const vocabulary = createVocabulary();

/** A store into which tests merge documents. Each test uses its own names, its world. */
export class Merging {
  private store!: Store;
  private worlds = 0;
  private documents = 0;

  /** Opens the store before the tests of a `describe`, and closes it after them. */
  constructor(engine: TestEngine) {
    beforeAll(async () => {
      this.store = await engine.open(vocabulary);
    });
    afterAll(async () => {
      await this.store.close();
    });
  }

  /** Returns a function that replaces the dollar signs of a text by the prefix of a new world. */
  newWorld(): (text: string) => string {
    const prefix = `w${++this.worlds}-`;
    return (text) => text.replaceAll('$', prefix);
  }

  /** Imports documents together; fails if they have any problem. */
  async merge(...documents: string[]): Promise<ImportSummary> {
    const files = documents.map((content) => ({
      name: `document-${++this.documents}`,
      read: () => Promise.resolve(content),
    }));
    const { problems, summary } = await importDocuments(this.store, vocabulary, files);
    expect(problems.map(printProblem)).toEqual([]);
    return summary;
  }

  find(key: string): Promise<Found> {
    return this.store.write(async (transaction) => {
      const [entity] = await transaction.entities([key]);
      const [relation] = await transaction.relations([key]);
      const [source] = await transaction.sources([key]);
      return {
        ...(entity ? { entity } : {}),
        ...(relation ? { relation } : {}),
        ...(source ? { source } : {}),
        evidence: await transaction.evidence([key]),
      };
    });
  }

  /**
   * Imports documents in their order, in the reverse order, and all at once, each time into a new
   * world. Fails unless the records for a slug or key are the same each time, and returns them
   * without the prefix of the world.
   */
  async settle(documents: readonly string[], key: string): Promise<Found> {
    const inOrder = await this.settleOnce(documents, key, 'one by one');
    const reversed = await this.settleOnce([...documents].reverse(), key, 'one by one');
    const together = await this.settleOnce(documents, key, 'together');
    expect(reversed).toEqual(inOrder);
    expect(together).toEqual(inOrder);
    return inOrder;
  }

  private async settleOnce(
    documents: readonly string[],
    key: string,
    way: 'one by one' | 'together',
  ): Promise<Found> {
    const at = this.newWorld();
    const texts = documents.map(at);
    if (way === 'together') await this.merge(...texts);
    else for (const text of texts) await this.merge(text);
    const text = JSON.stringify(await this.find(at(key)), (name, value: unknown) =>
      name === 'id' || name === 'version' ? undefined : value,
    );
    const found = JSON.parse(text.replaceAll(at('$'), '')) as Found;
    return { ...found, evidence: sorted(found.evidence) };
  }
}

/** Sorts evidence in an order that does not depend on ids. */
function sorted(evidence: readonly EvidenceRecord[]): EvidenceRecord[] {
  const keyOf = ({ property, sourceSlug, value }: EvidenceRecord): string =>
    [property ?? '', sourceSlug, value ?? ''].join(' ');
  return [...evidence].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Prints each piece as `PROPERTY: SOURCE STANCE VALUE`. */
export function printEvidence(evidence: readonly EvidenceRecord[]): string[] {
  return evidence.map(
    ({ property, sourceSlug, stance, value }) =>
      `${property ?? 'the whole'}: ${sourceSlug} ${stance}${value === null ? '' : ` ${value}`}`,
  );
}

/** Prints the first and the last day, each as `earliest..latest`. */
export function printTime({ startEarliest, startLatest, endEarliest, endLatest }: Time): string {
  const print = (day: number): string =>
    day === NO_EARLIEST_DAY || day === NO_LATEST_DAY ? '' : isoDay(day);
  const first = `${print(startEarliest)}..${print(startLatest)}`;
  const last = `${print(endEarliest)}..${print(endLatest)}`;
  return first === last ? first : `${first} to ${last}`;
}

/** Two papers whose informer is a ministry, one with its own informer, and two without any. */
const press = `
  - { slug: $gazette, publisher: $gazette-house, informers: [$ministry], publishedAt: 2025-03-03 }
  - { slug: $courier, publisher: $courier-house, informers: [$ministry], publishedAt: 2025-03-02 }
  - { slug: $herald, publisher: $herald-house, informers: [$herald-house], publishedAt: 2025-03-04 }
  - { slug: $letter, publisher: $letter-house, publishedAt: 2025-03 }
  - { slug: $mirror, publisher: $letter-house, publishedAt: 2025-03-01 }`;

const houses = ['gazette-house', 'courier-house', 'herald-house', 'letter-house', 'ministry']
  .map((slug) => `\n  - { slug: $${slug}, type: Organization }`)
  .join('');

/** The default evidence of documents that are not about the evidence of their relations. */
export const OURS = 'evidence: [{ source: kenes-editorial }]';

/** Returns a document with these papers, their publishers and further entries. */
export function pressDocument(entities: string, relations = ''): string {
  return `kenes: 1\n${OURS}\nsources:${press}\nentities:${houses}${entities}\nrelations:${relations || ' []'}\n`;
}

/**
 * Returns a document with a report and evidence for it. Each piece is the YAML of its fields, from
 * the value of `source` on.
 */
export function reportDocument(ordinal: number | null, ...evidence: string[]): string {
  const own = ordinal === null ? '' : `, ordinal: ${ordinal}`;
  const pieces = evidence.map((piece) => `{ source: ${piece} }`).join(', ');
  return pressDocument(`\n  - { slug: $report, type: Report${own}, evidence: [${pieces}] }`);
}
