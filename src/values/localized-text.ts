import { languages, type Language, type LocalizedText } from '../vocabulary/languages.js';

/**
 * Picks the text in the first language that has one: the asked language, then the accepted ones in
 * their order, then all in the order of `languages`. Null if there is no text in any.
 */
export function pickText(
  text: LocalizedText | undefined,
  asked?: Language | null,
  accepted: readonly Language[] = [],
): string | null {
  if (!text) return null;
  if (asked && text[asked] !== undefined) return text[asked];
  for (const language of accepted) if (text[language] !== undefined) return text[language];
  for (const language of languages) if (text[language] !== undefined) return text[language];
  return null;
}

/** The language to write in: the one that is asked for, else the first accepted one, else English. */
export function languageFor(
  asked: Language | null | undefined,
  accepted: readonly Language[],
): Language {
  return asked ?? accepted[0] ?? 'en';
}
