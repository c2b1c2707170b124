import { badInput } from '../errors.js';
import { languages } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { nearestName } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';
import { evidenceProperties, evidenceTexts } from '../model/evidence.js';
import type { Stance } from '../model/records.js';
import type { EvidenceQuestion } from '../store/reading.js';
import { limitSlugs } from './limit-slugs.js';
import { setAsideOf, type SetAsideInput } from './set-aside.js';

export interface EvidenceFilter extends SetAsideInput {
  readonly properties?: readonly string[] | null | undefined;
  readonly stance?: Stance | null | undefined;
  readonly inferred?: boolean | null | undefined;
  readonly sources?: readonly string[] | null | undefined;
}

/**
 * Returns the question for evidence.
 * @throws KenesError BAD_USER_INPUT for an unknown property or too many sources.
 */
export function evidenceQuestion(
  { properties, stance, inferred, sources, ...others }: EvidenceFilter,
  of: EvidenceQuestion['of'],
  vocabulary: Vocabulary,
): EvidenceQuestion {
  return {
    of,
    properties: namedProperties(properties, vocabulary),
    ...(stance == null ? {} : { stance }),
    ...(inferred == null ? {} : { inferred }),
    ...(sources == null ? {} : { sources: limitSlugs(sources, 'sources') }),
    ...setAsideOf(others),
  };
}

/**
 * Returns the properties that evidence is about: the given ones, an empty one for the target as a
 * whole if the list is empty, or null for the whole and all properties. The name of a text stands
 * for the text in every language.
 * @throws KenesError BAD_USER_INPUT for a property that no entity and no relation has.
 */
function namedProperties(
  properties: readonly string[] | null | undefined,
  vocabulary: Vocabulary,
): EvidenceQuestion['properties'] {
  if (properties == null) return null;
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
  return properties.length === 0 ? [''] : [...properties, ...byLanguage];
}
