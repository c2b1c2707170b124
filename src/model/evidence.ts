import { entityTypeNames } from '../vocabulary/entity-types.js';
import { languages } from '../vocabulary/languages.js';
import type { PropertyDefinition } from '../vocabulary/properties.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { EvidenceRecord } from './records.js';

/** Whether evidence is for its target as a whole, not for one of its properties. */
export function isOnWhole({ property }: Pick<EvidenceRecord, 'property'>): boolean {
  return property === null;
}

/**
 * The evidence to cite a target by: what confirms it outright; what implies it only where no source
 * confirms it outright.
 */
export function evidenceToCite<E extends Pick<EvidenceRecord, 'stance' | 'inferred'>>(
  evidence: readonly E[],
): readonly E[] {
  const confirming = evidence.filter(({ stance }) => stance === 'CONFIRMS');
  const outright = confirming.filter(({ inferred }) => !inferred);
  return outright.length > 0 ? outright : confirming;
}

/** The properties of every entity that evidence can be for, beside the own ones of its type. */
const commonProperties = ['kind', 'names', 'aliases', 'description', 'sameAs'];

/** The common properties that have a value in each language. */
const commonTexts = ['names', 'aliases', 'description'];

/** The names of all properties that evidence can be for. */
export function evidenceProperties(vocabulary: Vocabulary): string[] {
  return [
    ...new Set([
      ...commonProperties,
      ...entityTypeNames.flatMap((type) => Object.keys(vocabulary.entityTypes[type].properties)),
      ...Object.keys(vocabulary.relationProperties),
    ]),
  ];
}

/** Texts in one language, as `EvidenceRecord.property` names them: `names.en`. */
export function evidenceTexts(vocabulary: Vocabulary): string[] {
  const texts = entityTypeNames.flatMap((type) =>
    Object.entries<PropertyDefinition>(vocabulary.entityTypes[type].properties)
      .filter(([, definition]) => definition.type === 'localizedText')
      .map(([name]) => name),
  );
  return [...commonTexts, ...texts].flatMap((text) =>
    languages.map((language) => `${text}.${language}`),
  );
}
