import type { z } from 'zod';
import { languageNames, languages, type Language } from '../vocabulary/languages.js';
import { quoted } from '../values/shown-input.js';
import { strict } from './schema-forms.js';

/** Returns the schema of a mapping with a value in each language that it names. */
export function byLanguage(value: z.ZodType): z.ZodObject {
  return strict(
    Object.fromEntries(
      languages.map((language) => [
        language,
        value.optional().describe(`In ${languageNames[language]}.`),
      ]),
    ),
    (key, given) =>
      given === null
        ? `${unknownLanguage(key)} If it belongs to the text before it, put the whole text in quotes.`
        : unknownLanguage(key),
  );
}

/**
 * Says which languages there are. One language is never taken for another that is spelled like it:
 * only a tag of a language that there is, such as `ru-KZ`, is corrected.
 */
export function unknownLanguage(tag: string): string {
  const [primary = ''] = tag.toLowerCase().split(/[-_]/);
  const meant = languages.find((language) => language === primary);
  const correction = meant === undefined ? '' : ` Write “${meant}”.`;
  const known = languages.map((language) => `${language} (${languageNames[language]})`);
  return `Unknown language ${quoted(tag)}.${correction} There are ${known.join(', ')}. CONTRIBUTING.md says how another one is added.`;
}

export function isLanguage(tag: string): tag is Language {
  return languages.some((language) => language === tag);
}
