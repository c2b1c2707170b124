import type { Language } from '../vocabulary/languages.js';
import { languageFor, pickText } from '../values/localized-text.js';
import type { EntityRecord, EvidenceRecord, SourceRecord } from '../model/records.js';
import { quoted } from './quoted-text.js';
import { readableDate } from './readable-date.js';

/** A piece of evidence with the records that a citation of it names. */
export interface CitedEvidence {
  readonly evidence: Pick<EvidenceRecord, 'position' | 'inferred'>;
  readonly source: Pick<SourceRecord, 'title' | 'publishedAt' | 'urls' | 'publisherSlug'>;
  /** Null if the graph does not have the publisher. */
  readonly publisher: Pick<EntityRecord, 'names'> | null;
}

const characters: Readonly<Record<Language, (range: string) => string>> = {
  en: (range) => `characters ${range}`,
  ru: (range) => `символы ${range}`,
  kk: (range) => `${range}-таңбалар`,
};

/**
 * Returns a citation of a piece of evidence: the publisher, title, date and first address of its
 * source, and the range of characters of the passage. Unknown parts are left out.
 */
export function citationOf(
  { evidence: { position }, source, publisher }: CitedEvidence,
  requested: Language | null | undefined,
  accepted: readonly Language[],
): string {
  const { title, publishedAt, urls, publisherSlug } = source;
  const language = languageFor(requested, accepted);
  const parts = [
    pickText(publisher?.names, requested, accepted) ?? publisherSlug,
    title === null ? null : quoted(title, language),
    publishedAt && readableDate(publishedAt, language),
    urls[0],
    position && characters[language](`${position.start}–${position.end}`),
  ];
  return parts.filter((part) => part != null).join(', ');
}

/** Returns the first piece of evidence of each publisher, in the given order. */
export function onePerPublisher(cited: readonly CitedEvidence[]): readonly CitedEvidence[] {
  const byPublisher = new Map<string, CitedEvidence>();
  for (const one of cited) {
    const { publisherSlug } = one.source;
    if (!byPublisher.has(publisherSlug)) byPublisher.set(publisherSlug, one);
  }
  return [...byPublisher.values()];
}
