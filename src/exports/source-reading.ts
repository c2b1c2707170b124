import type { SourceShape } from '../store/reading.js';
import type { Language } from '../vocabulary/languages.js';
import type { ExportedEvidence, ExportedSource } from './exported-graph.js';
import type { ExportReads } from './export-reads.js';
import { namedEntity, namedShape } from './named-entities.js';
import { wholeSources } from './whole-rows.js';

const BATCH = 500;

const shape: SourceShape = { parts: null, publisher: namedShape, expansions: new Map() };

/** Notes which sources the evidence of an export has, and reads them. */
export class SourceReading {
  private readonly slugs = new Set<string>();

  constructor(
    private readonly reads: ExportReads,
    private readonly language: Language,
  ) {}

  /** Notes the sources of some records, and returns the records. */
  note<R extends { readonly evidence: readonly ExportedEvidence[] }>(
    records: readonly R[],
  ): readonly R[] {
    for (const { evidence } of records)
      for (const { source } of evidence) this.slugs.add(source.slug);
    return records;
  }

  /** Notes a source by its slug. */
  add(slug: string): void {
    this.slugs.add(slug);
  }

  async *read(): AsyncGenerator<readonly ExportedSource[]> {
    const all = [...this.slugs].sort();
    for (let start = 0; start < all.length; start += BATCH) {
      const slugs = all.slice(start, start + BATCH);
      const { found, answers } = await this.reads.read({ start: 'sources by slug', slugs, shape });
      yield wholeSources(found).map((record) => {
        const publisher = answers.entity(namedShape, record.publisherSlug);
        const named = namedEntity(record.publisherSlug, 'Organization', publisher, this.language);
        return { record, publisher: named.name };
      });
    }
  }
}
