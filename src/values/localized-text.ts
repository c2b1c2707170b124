import { languages, type Language, type LocalizedText } from '../vocabulary/languages.js';

/**
 * Returns the text in the first language that has one: the requested language, then the accepted
 * languages in their order, then all languages in the order of `languages`. Returns null if no
 * language has a text.
 */
export function pickText(
  text: LocalizedText | undefined,
  requested?: Language | null,
  accepted: readonly Language[] = [],
): string | null {
  if (!text) return null;
  if (requested && text[requested] !== undefined) return text[requested];
  for (const language of accepted) if (text[language] !== undefined) return text[language];
  for (const language of languages) if (text[language] !== undefined) return text[language];
  return null;
}

/** Returns the requested language, else the first accepted one, else English. */
export function languageFor(
  requested: Language | null | undefined,
  accepted: readonly Language[],
): Language {
  return requested ?? accepted[0] ?? 'en';
}
