import type { EntityType } from '../vocabulary/entity-types.js';
import type { Language } from '../vocabulary/languages.js';
import { quoted } from './quoted-text.js';
import { words, type TextPart } from './text-part.js';

/** An entity as a sentence names it. */
export interface Named {
  readonly slug: string;
  readonly type: EntityType;
  readonly kind: string | null;
  /** Its name, or its slug if it has none. */
  readonly name: string;
  /** The language of the name; null for a slug. */
  readonly language: Language | null;
  /** Of a statement: how it was said, and whether its text is the speaker’s own words. */
  readonly act: string | null;
  readonly form: string | null;
}

/** Returns the name of an entity as a part. */
export function nameOf({ name, slug, language }: Named): TextPart {
  return { text: name, entity: slug, language };
}

/** Returns the name of an entity in the quotation marks of the sentence. */
export function inQuotes(named: Named, language: Language): readonly TextPart[] {
  const marked = quoted(named.name, language);
  const name = nameOf({ ...named, name: marked.slice(1, -1) });
  return [words(marked.charAt(0), language), name, words(marked.slice(-1), language)];
}

/** Returns whether a name is the title of a paper or an agency that could be taken for a word. */
export function isPublication({ kind, name }: Named): boolean {
  return kind === 'MEDIA' && /\p{Script=Cyrillic}/u.test(name);
}
