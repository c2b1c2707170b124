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

/** Institutions of one person, such as a commissioner or a president, by their names. */
const OFFICES: Readonly<Record<Language, RegExp>> = {
  en: /^(?:.* )?(?:Commissioner|Ombudsman|Ombudsperson|President|Rapporteur)(?: (?:for|of|on|under) .*)?$/,
  ru: /^(?:\S+[ыо]й )?(?:уполномоченный|омбудсмен|президент|докладчик|комиссар)(?: .*)?$/i,
  kk: /(?:^|\s)(?:уәкіл|уәкілі|омбудсмен|омбудсмені|президент|президенті|баяндамашы|баяндамашысы)$/i,
};

/**
 * Returns whether an institution is named as the person who heads it: others then work for it rather
 * than being parts of it.
 */
export function isOffice({ type, name, language }: Named): boolean {
  return type === 'Organization' && language !== null && OFFICES[language].test(name);
}
