/** The languages of names, texts and labels. */
export const languages = ['en', 'ru', 'kk'] as const;

export type Language = (typeof languages)[number];

/**
 * The languages in which a text is looked for if the requested language has none, the closest first:
 * one that readers of it also read, in the same script, before any other.
 */
export const relatedLanguages: Readonly<Record<Language, readonly Language[]>> = {
  en: ['ru', 'kk'],
  ru: ['kk', 'en'],
  kk: ['ru', 'en'],
};

/** Text by language, of any number of languages. */
export type LocalizedText = Readonly<Partial<Record<Language, string>>>;

/** A label in every language of the vocabulary. */
export type Label = Readonly<Record<Language, string>>;

export const languageNames: Label = { en: 'English', ru: 'Russian', kk: 'Kazakh' };
