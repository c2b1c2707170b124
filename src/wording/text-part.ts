import type { Language } from '../vocabulary/languages.js';

/** A part of a text. The parts of a text, one after the other, are the text. */
export interface TextPart {
  readonly text: string;
  /** The slug of the entity that the part names; null if it names none. */
  readonly entity: string | null;
  /** The language of the part. Null if it is in none: a slug, or an address. */
  readonly language: Language | null;
}

/** Returns words of ours as a part. */
export function words(text: string, language: Language): TextPart {
  return { text, entity: null, language };
}

export function textOf(parts: readonly TextPart[]): string {
  return parts.map(({ text }) => text).join('');
}

/** Unites neighbours that differ in nothing but their text, and leaves out empty parts. */
export function united(parts: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.text === '') continue;
    if (last?.entity === null && part.entity === null && last.language === part.language)
      result[result.length - 1] = { ...last, text: last.text + part.text };
    else result.push(part);
  }
  return result;
}

/** Changes the text of the part at an index, counted from the end if it is negative. */
export function changedAt(
  parts: readonly TextPart[],
  index: number,
  change: (text: string) => string,
): TextPart[] {
  const at = index < 0 ? parts.length + index : index;
  return parts.map((part, place) => (place === at ? { ...part, text: change(part.text) } : part));
}

/** Joins lists of parts by a separator, the last two by another one: “a, b and c”. */
export function listed(
  items: readonly (readonly TextPart[])[],
  language: Language,
): readonly TextPart[] {
  const and = { en: ' and ', ru: ' и ', kk: ' және ' }[language];
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    return [words(index === items.length - 1 ? and : ', ', language), ...item];
  });
}
