import { languages, type Language } from '../vocabulary/languages.js';
import type { EvidenceRecord, SourceRecord } from '../model/records.js';
import { nameOf, type Named } from './named.js';
import { quoted } from './quoted-text.js';
import { readableDate } from './readable-date.js';
import { textOf, united, words, type TextPart } from './text-part.js';

/** A piece of evidence with the records that a citation of it names. */
export interface CitedEvidence {
  readonly evidence: Pick<EvidenceRecord, 'position'>;
  readonly source: Pick<SourceRecord, 'title' | 'publishedAt' | 'urls' | 'language'>;
  readonly publisher: Named;
}

const characters: Readonly<Record<Language, (range: string) => string>> = {
  en: (range) => `characters ${range}`,
  ru: (range) => `символы ${range}`,
  kk: (range) => `${range}-таңбалар`,
};

/** Returns a citation as text. See `citationParts`. */
export function citationOf(cited: CitedEvidence, language: Language): string {
  return textOf(citationParts(cited, language));
}

/**
 * Returns a citation of a piece of evidence: the publisher, title, date and first address of its
 * source, and the range of characters of the passage. Unknown parts are left out.
 */
export function citationParts(
  { evidence: { position }, source, publisher }: CitedEvidence,
  language: Language,
): TextPart[] {
  const { title, publishedAt, urls } = source;
  const own = (text: string) => [words(text, language)];
  const items = [
    [nameOf(publisher)],
    title === null ? [] : titleParts(title, source.language, language),
    publishedAt === null ? [] : own(readableDate(publishedAt, language)),
    urls[0] === undefined ? [] : [{ text: urls[0], entity: null, language: null }],
    position ? own(characters[language](`${position.start}–${position.end}`)) : [],
  ].filter((item) => item.length > 0);
  return united(items.flatMap((item, index) => (index === 0 ? item : [...own(', '), ...item])));
}

/** Puts a title in the quotation marks of the citation, and marks the language of its source. */
function titleParts(title: string, tag: string | null, language: Language): TextPart[] {
  const marked = quoted(title, language);
  const titleLanguage = languages.find((one) => one === tag) ?? null;
  return [
    words(marked.charAt(0), language),
    { text: marked.slice(1, -1), entity: null, language: titleLanguage },
    words(marked.slice(-1), language),
  ];
}

/** Returns the first piece of evidence of each publisher, in the given order. */
export function onePerPublisher<E extends Pick<CitedEvidence, 'publisher'>>(
  cited: readonly E[],
): readonly E[] {
  const byPublisher = new Map<string, E>();
  for (const one of cited) {
    if (!byPublisher.has(one.publisher.slug)) byPublisher.set(one.publisher.slug, one);
  }
  return [...byPublisher.values()];
}
