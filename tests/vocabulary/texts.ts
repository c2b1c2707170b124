import { isEnumerated, type PropertyDefinitions } from '../../src/vocabulary/properties.js';

/** A text of whole sentences. */
export const sentence = /^[A-Z“].*[.”]$/s;

/** The texts for people that properties and their values have. */
export const textsOf = (properties: PropertyDefinitions): string[] =>
  Object.values(properties).flatMap(({ type, description }) => [
    description,
    ...(isEnumerated(type) ? [type.description, ...Object.values(type.values)] : []),
  ]);
