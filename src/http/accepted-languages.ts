import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { languages, type Language } from '../vocabulary/languages.js';

/** Headers that browsers send are among these few; a longer one is read anew each time. */
const MAX_KNOWN_HEADERS = 100;
const MAX_KNOWN_LENGTH = 200;

const known = new LRUCache<string, readonly Language[]>({
  max: MAX_KNOWN_HEADERS,
  memoMethod: readHeader,
});

/**
 * Returns the supported languages that an `Accept-Language` header accepts, best first. Returns an
 * empty list if the header is missing or malformed.
 */
export function acceptedLanguages(header: string | null): readonly Language[] {
  const text = header ?? '';
  return text.length > MAX_KNOWN_LENGTH ? readHeader(text) : known.memo(text);
}

function readHeader(header: string): readonly Language[] {
  const accepted = new Negotiator({ headers: { 'accept-language': header } });
  return accepted.languages(languages).filter(isLanguage);
}

function isLanguage(tag: string): tag is Language {
  return languages.some((language) => language === tag);
}
