import { languages, type Language, type LocalizedText } from '../vocabulary/languages.js';

/**
 * Returns the language of a text by its letters: Kazakh if it has one that Kazakh alone has of these
 * languages, Russian if it is in Cyrillic otherwise, else English.
 */
export function languageOfText(text: string): Language {
  if (/[әғқңөұүһі]/iu.test(text)) return 'kk';
  return /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en';
}

/**
 * Returns text by language. Documents of earlier versions have plain text in its place, which is in
 * the language that its letters show. Anything else has no text.
 */
export function textByLanguage(value: unknown): LocalizedText {
  if (typeof value === 'string') return { [languageOfText(value)]: value };
  return typeof value === 'object' && value !== null ? value : {};
}

/** Returns a value as text; undefined if there is none, or if it is text by language. */
export function plainText(
  value: string | number | LocalizedText | null | undefined,
): string | undefined {
  return typeof value === 'object' ? undefined : value?.toString();
}

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
