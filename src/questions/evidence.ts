import { badInput } from '../errors.js';
import { entityTypeNames } from '../vocabulary/entity-types.js';
import { languages } from '../vocabulary/languages.js';
import type { PropertyDefinition } from '../vocabulary/properties.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { nearestName } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';
import type { EvidenceQuestion } from '../store/reading.js';

/** What of every entity evidence can be for, beside the own properties of its type. */
const describedProperties = ['kind', 'names', 'aliases', 'description', 'sameAs'];

/** Which of them have a value in each language. */
const describedTexts = ['names', 'aliases', 'description'];

/** All properties that evidence can be for. */
function evidenceProperties(vocabulary: Vocabulary): string[] {
  return [
    ...new Set([
      ...describedProperties,
      ...entityTypeNames.flatMap((type) => Object.keys(vocabulary.entityTypes[type].properties)),
      ...Object.keys(vocabulary.relationProperties),
    ]),
  ];
}

/** Text in one language, as `Evidence.property` names it: `names.en`. */
function textsByLanguage(vocabulary: Vocabulary): string[] {
  const texts = entityTypeNames.flatMap((type) =>
    Object.entries<PropertyDefinition>(vocabulary.entityTypes[type].properties)
      .filter(([, definition]) => definition.type === 'localizedText')
      .map(([name]) => name),
  );
  return [...describedTexts, ...texts].flatMap((text) =>
    languages.map((language) => `${text}.${language}`),
  );
}

/**
 * The evidence of a target on the given properties; on the whole and on all properties where none
 * are given, on the whole alone where the list is empty. A text stands for it in every language.
 * @throws KenesError BAD_USER_INPUT for a property that nothing has.
 */
export function evidenceQuestion(
  properties: readonly string[] | null | undefined,
  vocabulary: Vocabulary,
): EvidenceQuestion {
  if (properties == null) return { of: 'target', properties: null };
  const known = evidenceProperties(vocabulary);
  const inOneLanguage = textsByLanguage(vocabulary);
  for (const [index, property] of properties.entries()) {
    if (known.includes(property) || inOneLanguage.includes(property)) continue;
    throw badInput(`Unknown property ${quoted(property)}.`, {
      hint: `Allowed: ${known.join(', ')}.`,
      nearest: nearestName(property, known),
      argument: `properties[${index}]`,
    });
  }
  // Text has a value in each language, and evidence can be for one of them.
  const byLanguage = properties.flatMap((property) =>
    languages.map((language) => `${property}.${language}`),
  );
  return {
    of: 'target',
    properties: properties.length === 0 ? [''] : [...properties, ...byLanguage],
  };
}
