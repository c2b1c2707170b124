/** The languages of names, texts and labels. Their order is the last fallback for a missing text. */
export const languages = ['en', 'ru', 'kk'] as const;

export type Language = (typeof languages)[number];

/** Text by language, of any number of languages. */
export type LocalizedText = Readonly<Partial<Record<Language, string>>>;

/** A label in every language of the vocabulary. */
export type Label = Readonly<Record<Language, string>>;

export const languageNames: Label = { en: 'English', ru: 'Russian', kk: 'Kazakh' };
