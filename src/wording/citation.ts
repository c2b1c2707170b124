import type { Language } from '../vocabulary/languages.js';
import { quoted } from './quoted-text.js';
import { readableDate } from './readable-date.js';
import type { EvidenceRecord, SourceRecord } from '../model/records.js';

const characters: Readonly<Record<Language, (range: string) => string>> = {
  en: (range) => `characters ${range}`,
  ru: (range) => `символы ${range}`,
  kk: (range) => `${range}-таңбалар`,
};

/**
 * Where a piece of evidence is to be found, ready to paste: who published it, its title, date and
 * first address, and the characters of the passage. What was not seen is left out.
 */
export function citationOf(
  { position }: Pick<EvidenceRecord, 'position'>,
  { title, publishedAt, urls }: Pick<SourceRecord, 'title' | 'publishedAt' | 'urls'>,
  publisher: string,
  language: Language,
): string {
  const parts = [
    publisher,
    title === null ? null : quoted(title, language),
    publishedAt && readableDate(publishedAt, language),
    urls[0],
    position && characters[language](`${String(position.start)}–${String(position.end)}`),
  ];
  return parts.filter((part) => part != null).join(', ');
}
