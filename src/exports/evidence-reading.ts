import type { EvidenceRecord, SourceRecord } from '../model/records.js';
import type { Answers } from '../store/answers.js';
import type { Keyset } from '../store/page.js';
import { itemsOf } from '../store/page.js';
import type { EvidenceExpansion, SourceShape } from '../store/reading.js';
import type { Language } from '../vocabulary/languages.js';
import type { ExportedEvidence } from './exported-graph.js';
import { namedEntity, namedShape } from './named-entities.js';
import { wholeEvidence, wholeSources } from './whole-rows.js';

/** More evidence than most records have: what one has beyond it takes another reading. */
const PAGE = 50;

const sourceShape: SourceShape = { parts: null, publisher: namedShape, expansions: new Map() };

/** Returns the expansion of records to a page of their evidence, with its sources. */
function evidencePage(after?: Keyset): EvidenceExpansion {
  return {
    kind: 'evidence',
    onTypes: null,
    question: { of: 'target', properties: null },
    page: { limit: PAGE, backward: false, ...(after && { after }) },
    wantsRows: true,
    wantsCount: false,
    evidence: { parts: null, source: sourceShape },
  };
}

/** Reads some records with the expansions of a shape. */
export type ReadExpanded = (
  keys: readonly string[],
  expansions: ReadonlyMap<string, EvidenceExpansion>,
) => Promise<Answers>;

/** Returns whether the evidence of a source is exported. */
export type IsCounted = (source: SourceRecord) => boolean;

/**
 * Reads all evidence of some records, page by page, in the order of the store.
 * @returns the evidence by record, and the answers of the first reading.
 */
export async function readEvidence(
  keys: readonly string[],
  read: ReadExpanded,
  language: Language,
  isCounted: IsCounted,
): Promise<{
  readonly evidence: ReadonlyMap<string, readonly ExportedEvidence[]>;
  readonly answers: Answers;
}> {
  const first = evidencePage();
  const answers = await read(keys, new Map([['evidence', first]]));
  const evidence = new Map<string, readonly ExportedEvidence[]>();
  for (const key of keys) {
    const all: ExportedEvidence[] = [];
    let [expansion, found] = [first, answers];
    for (;;) {
      const page = found.of('evidence', expansion, key);
      if (!page) break;
      const pieces = wholeEvidence(itemsOf(page));
      all.push(...pieces.flatMap((piece) => withSource(piece, found, language) ?? []));
      if (!page.hasNextPage) break;
      expansion = evidencePage(page.rows.at(-1)?.keyset);
      found = await read([key], new Map([['evidence', expansion]]));
    }
    evidence.set(
      key,
      all.filter(({ source }) => isCounted(source)),
    );
  }
  return { evidence, answers };
}

/** Adds its source to a piece of evidence; null if the source was deleted since it was read. */
function withSource(
  evidence: EvidenceRecord,
  answers: Answers,
  language: Language,
): ExportedEvidence | null {
  const row = answers.source(sourceShape, evidence.sourceSlug);
  if (!row) return null;
  const [source] = wholeSources([row]);
  if (!source) return null;
  const publisher = answers.entity(namedShape, source.publisherSlug);
  const named = namedEntity(source.publisherSlug, 'Organization', publisher, language);
  return { evidence, source, publisher: named };
}
