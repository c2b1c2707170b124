import { languages, type LocalizedText } from '../vocabulary/languages.js';
import type { RequestContext } from './kit/context.js';
import type { MaybePromise } from './kit/items.js';
import type { SchemaParts, TextInLanguage } from './kit/types.js';

/** Returns the texts in the order of `languages`. */
export function textsInLanguages(
  texts: LocalizedText,
  isEditorial: (text: TextInLanguage, context: RequestContext) => MaybePromise<boolean>,
): TextInLanguage[] {
  return languages.flatMap((language) => {
    const text = texts[language];
    if (text === undefined) return [];
    return [{ language, text, isEditorial: (context) => isEditorial({ language, text }, context) }];
  });
}

export function defineLocalizedText({ localizedText, enums }: SchemaParts): void {
  localizedText.implement({
    description: 'A text in one language.',
    fields: (t) => ({
      language: t.field({
        type: enums.language,
        description: 'The language of the text.',
        resolve: ({ language }) => language,
      }),
      text: t.exposeString('text', { description: 'The text.' }),
      editorial: t.boolean({
        description:
          'Whether the editors chose the text because no source has one in this language.',
        resolve: ({ isEditorial }, _args, context) => isEditorial?.(context) ?? false,
      }),
    }),
  });
}
