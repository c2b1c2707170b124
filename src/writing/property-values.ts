import type { PropertyDefinition, PropertyDefinitions } from '../vocabulary/properties.js';
import { languages, type LocalizedText } from '../vocabulary/languages.js';
import { textByLanguage } from '../values/localized-text.js';
import type { Properties, PropertyValue } from '../model/records.js';

/**
 * Values as text, by property. A text by language has a value for each language, such as `title.en`.
 * Claims are compared in this form.
 */
export type TextValues = Readonly<Record<string, string>>;

/** Returns the values that a record or an entry has for the defined properties. */
export function textValues(
  owner: Readonly<Record<string, unknown>>,
  definitions: PropertyDefinitions,
): TextValues {
  const values: Record<string, string> = {};
  for (const [name, { type }] of Object.entries(definitions)) {
    const value = owner[name];
    if (type === 'localizedText') Object.assign(values, valuesOfText(name, textByLanguage(value)));
    else if (typeof value === 'string' || typeof value === 'number') values[name] = String(value);
  }
  return values;
}

/**
 * Returns the definition of a property that has one value at a time, such as `since` or `title.en`;
 * undefined for other names. A text by language has a value for each language and none as a whole.
 */
export function definitionOfValue(
  property: string,
  definitions: PropertyDefinitions,
): PropertyDefinition | undefined {
  const [name = property, language] = property.split('.');
  const definition = definitions[name];
  if (definition?.type !== 'localizedText') return language === undefined ? definition : undefined;
  const isLanguage = languages.some((known) => known === language);
  return isLanguage ? { ...definition, type: 'text' } : undefined;
}

/** Returns the property that a value belongs to: `title` for `title.en`. */
export function propertyOfValue(name: string): string {
  return name.split('.', 1).join();
}

/** Returns properties with the types of their definitions, in the order of the definitions. */
export function typedProperties(values: TextValues, definitions: PropertyDefinitions): Properties {
  const properties: Record<string, PropertyValue> = {};
  for (const [name, { type }] of Object.entries(definitions)) {
    if (type === 'localizedText') {
      const text = textOfValues(name, values);
      if (Object.keys(text).length > 0) properties[name] = text;
      continue;
    }
    const value = values[name];
    if (value === undefined) continue;
    properties[name] = type === 'integer' || type === 'decimal' ? Number(value) : value;
  }
  return properties;
}

/** Turns `{ en: … }` into `{ 'description.en': … }`: each language has a value of its own. */
function valuesOfText(name: string, text: LocalizedText): TextValues {
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
