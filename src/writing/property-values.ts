import type { PropertyDefinitions } from '../vocabulary/properties.js';
import { languages, type LocalizedText } from '../vocabulary/languages.js';
import type { Properties, PropertyValue } from '../model/records.js';

/** Values as text, by property. Claims are compared in this form. */
export type TextValues = Readonly<Record<string, string>>;

/** Returns the scalar values that a record or an entry has for the defined properties. */
export function textValues(
  owner: Readonly<Record<string, unknown>>,
  definitions: PropertyDefinitions,
): TextValues {
  const values: Record<string, string> = {};
  for (const name of Object.keys(definitions)) {
    const value = owner[name];
    if (typeof value === 'string' || typeof value === 'number') values[name] = String(value);
  }
  return values;
}

/** Returns properties with the types of their definitions, in the order of the definitions. */
export function typedProperties(values: TextValues, definitions: PropertyDefinitions): Properties {
  const properties: Record<string, PropertyValue> = {};
  for (const [name, { type }] of Object.entries(definitions)) {
    const value = values[name];
    if (value === undefined) continue;
    properties[name] = type === 'integer' || type === 'decimal' ? Number(value) : value;
  }
  return properties;
}

/** Turns `{ en: … }` into `{ 'description.en': … }`: each language has a value of its own. */
export function valuesOfText(name: string, text: LocalizedText): TextValues {
  return Object.fromEntries(
    Object.entries(text).map(([language, value]) => [`${name}.${language}`, value]),
  );
}

/** Turns `{ 'description.en': … }` into `{ en: … }`. */
export function textOfValues(name: string, values: TextValues): LocalizedText {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const value = values[`${name}.${language}`];
      return value === undefined ? [] : [[language, value]];
    }),
  );
}

/** Returns the elements of a list, each once, sorted by code unit. */
export function unite(all: readonly string[]): readonly string[] {
  return [...new Set(all)].sort();
}
