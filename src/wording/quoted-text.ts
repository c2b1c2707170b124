import type { Language } from '../vocabulary/languages.js';

interface Marks {
  readonly outer: readonly [open: string, close: string];
  readonly inner: readonly [open: string, close: string];
}

const guillemets: Marks = { outer: ['«', '»'], inner: ['„', '“'] };

const marks: Readonly<Record<Language, Marks>> = {
  en: { outer: ['“', '”'], inner: ['‘', '’'] },
  ru: guillemets,
  kk: guillemets,
};

/** Puts a text in the quotation marks of a language; the same marks inside it become inner ones. */
export function quoted(text: string, language: Language): string {
  const { outer, inner } = marks[language];
  const within = text.replaceAll(outer[0], inner[0]).replaceAll(outer[1], inner[1]);
  return outer[0] + within + outer[1];
}
