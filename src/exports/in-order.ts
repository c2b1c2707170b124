import type { PropertyValue } from '../model/records.js';
import { languages, type LocalizedText } from '../vocabulary/languages.js';

// Engines return the same texts, but not in the same order.

/** Returns text by language in the order of the languages. */
export function textInOrder(text: LocalizedText): LocalizedText {
  return Object.fromEntries(
    languages.flatMap((language) =>
      text[language] === undefined ? [] : [[language, text[language]]],
    ),
  );
}

/** Returns properties by name, each with its texts in the order of the languages. */
export function propertiesInOrder(
  properties: Readonly<Record<string, PropertyValue>>,
): readonly (readonly [name: string, value: PropertyValue])[] {
  return Object.entries(properties)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => [name, typeof value === 'object' ? textInOrder(value) : value]);
}
