import Negotiator from 'negotiator';
import { languages, type Language } from '../vocabulary/languages.js';

/**
 * Returns the supported languages that an `Accept-Language` header accepts, best first. Returns an
 * empty list if the header is missing or malformed.
 */
export function acceptedLanguages(header: string | null): readonly Language[] {
  const accepted = new Negotiator({ headers: { 'accept-language': header ?? '' } });
  return accepted.languages(languages).filter(isLanguage);
}

function isLanguage(tag: string): tag is Language {
  return languages.some((language) => language === tag);
}
