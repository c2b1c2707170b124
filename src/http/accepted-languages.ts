import Negotiator from 'negotiator';
import { languages, type Language } from '../vocabulary/languages.js';

/**
 * The languages of Kenes that an `Accept-Language` header accepts, best first; none without a
 * header, and none of a header that is malformed.
 */
export function acceptedLanguages(header: string | null): readonly Language[] {
  const accepted = new Negotiator({ headers: { 'accept-language': header ?? '' } });
  return accepted.languages(languages).filter(isLanguage);
}

function isLanguage(tag: string): tag is Language {
  return languages.some((language) => language === tag);
}
