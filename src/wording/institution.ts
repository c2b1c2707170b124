import type { Named } from './named.js';
import type { TextPart } from './text-part.js';

/** An office with the institution that it is held in. */
export interface Office {
  readonly parts: readonly TextPart[];
  /** The institution, if it cannot stand in the sentence: it then goes into the parentheses. */
  readonly aside: readonly TextPart[];
}

/** The institution of an office as a sentence can name it. */
export interface Institution {
  readonly named: Named;
  /** Writes it in a case; without one, by its name alone. */
  readonly in: (form: string) => readonly TextPart[];
}

/** Returns whether a title contains one of the forms of a name. */
export function containsName(title: string, forms: readonly string[]): boolean {
  const text = title.toLowerCase();
  return forms.some((form) => text.includes(form.toLowerCase()));
}
