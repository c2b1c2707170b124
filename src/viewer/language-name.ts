import type { View } from './view.js';

/** Returns the name of a language, such as `ru`, in the language of the page. */
export function languageName(tag: string, { tag: shown }: Pick<View, 'tag'>): string {
  try {
    return new Intl.DisplayNames(shown, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // Sources may have a tag that no standard knows.
  }
}
