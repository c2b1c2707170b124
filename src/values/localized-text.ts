import { languages, type Language, type LocalizedText } from '../vocabulary/languages.js';

/**
 * The text in the first language that has it: the asked one, then the accepted ones in their
 * order, then the order of `languages`. Null where there is no text in any.
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

/**
 * The languages of an `Accept-Language` header that we have, best first. A header that cannot be
 * read accepts none. https://www.rfc-editor.org/rfc/rfc9110#field.accept-language
 */
export function acceptedLanguages(header: string | null | undefined): readonly Language[] {
  if (!header) return [];
  const ranges = header
    .split(',')
    .slice(0, 32)
    .map((range, index) => {
      const [tag = '', ...parameters] = range.toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      const weight = quality === undefined ? 1 : Number(quality.trim().slice(2));
      return { language: tag.trim().split('-')[0], weight, index };
    });
  const named = new Set(ranges.map((range) => range.language));
  const found = ranges
    .filter((range) => range.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .flatMap((range) =>
      range.language === '*'
        ? languages.filter((language) => !named.has(language))
        : languages.filter((language) => language === range.language),
    );
  return [...new Set(found)];
}
