import { badInput } from '../errors.js';
import { languages } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { nearestName } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';
import { evidenceProperties, evidenceTexts } from '../model/evidence.js';
import type { EvidenceQuestion } from '../store/reading.js';

/**
 * Returns the question for the evidence of a target: about the given properties, about the target as
 * a whole if the list is empty, or about both the whole and all properties if it is null or
 * undefined. The name of a text stands for the text in every language.
 * @throws KenesError BAD_USER_INPUT for a property that no entity and no relation has.
 */
export function evidenceQuestion(
  properties: readonly string[] | null | undefined,
  vocabulary: Vocabulary,
): EvidenceQuestion {
  if (properties == null) return { of: 'target', properties: null };
  const known = evidenceProperties(vocabulary);
  const inOneLanguage = evidenceTexts(vocabulary);
  for (const [index, property] of properties.entries()) {
    if (known.includes(property) || inOneLanguage.includes(property)) continue;
    throw badInput(`Unknown property ${quoted(property)}.`, {
      hint: `Allowed: ${known.join(', ')}.`,
      nearest: nearestName(property, known),
      argument: `properties[${index}]`,
    });
  }
  // A text has a value in each language, and evidence can be about one of them.
  const byLanguage = properties.flatMap((property) =>
    languages.map((language) => `${property}.${language}`),
  );
  return {
    of: 'target',
    properties: properties.length === 0 ? [''] : [...properties, ...byLanguage],
  };
}
