import { relatedLanguages, type Language, type LocalizedText } from '../vocabulary/languages.js';

/** A text with its language. */
export interface TextInLanguage {
  readonly text: string;
  readonly language: Language;
}

/** The names of an entity: one for each language, and other names. */
export interface Names {
  readonly names: LocalizedText;
  readonly aliases: Readonly<Partial<Record<Language, readonly string[]>>>;
}

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
 * Returns all languages in the order in which a text is looked for. A requested language is followed
 * by those related to it, whatever the client accepts. Without one, these are the accepted languages
 * in their order, then those related to the first of them, or to English.
 */
export function languagesFor(
  requested?: Language | null,
  accepted: readonly Language[] = [],
): readonly Language[] {
  const first = languageFor(requested, accepted);
  const others = requested ? [] : accepted;
  return [...new Set([first, ...others, ...relatedLanguages[first]])];
}

/** Returns the text in the first of `languagesFor` that has one. Returns null if there is no text. */
export function pickText(
  text: LocalizedText | undefined,
  requested?: Language | null,
  accepted?: readonly Language[],
): string | null {
  return textIn(text ?? {}, languagesFor(requested, accepted))?.text ?? null;
}

/** Returns the text in the first of the languages that has one, or null. */
export function textIn(text: LocalizedText, languages: readonly Language[]): TextInLanguage | null {
  return nameIn({ names: text, aliases: {} }, languages);
}

/**
 * Returns the name in the first of the languages that has a name, or else another name: the first of
 * them. Returns null if there is no name at all.
 */
export function nameIn(
  { names, aliases }: Names,
  languages: readonly Language[],
): TextInLanguage | null {
  for (const language of languages) {
    const text = names[language] ?? aliases[language]?.[0];
    if (text !== undefined) return { text, language };
  }
  return null;
}

/** Returns the requested language, else the first accepted one, else English. */
export function languageFor(
  requested: Language | null | undefined,
  accepted: readonly Language[],
): Language {
  return requested ?? accepted[0] ?? 'en';
}
