/** The languages that names, texts and labels come in, in the order of the last fallback. */
export const languages = ['en', 'ru', 'kk'] as const;

export type Language = (typeof languages)[number];

/** Text by language; a language that was not seen is left out. */
export type LocalizedText = Readonly<Partial<Record<Language, string>>>;

/** A label in every language of the vocabulary. */
export type Label = Readonly<Record<Language, string>>;

export const languageNames: Label = { en: 'English', ru: 'Russian', kk: 'Kazakh' };
