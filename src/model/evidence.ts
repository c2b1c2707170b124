import { entityTypeNames } from '../vocabulary/entity-types.js';
import { languages } from '../vocabulary/languages.js';
import type { PropertyDefinition } from '../vocabulary/properties.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { EvidenceRecord } from './records.js';

/** Returns whether evidence is about its target as a whole, not about one of its properties. */
export function isOnWhole({ property }: Pick<EvidenceRecord, 'property'>): boolean {
  return property === null;
}

/**
 * Returns the evidence to cite for a target: the evidence that confirms it explicitly, or the
 * evidence that implies it if no source confirms it explicitly.
 */
export function evidenceToCite<E extends Pick<EvidenceRecord, 'stance' | 'inferred'>>(
  evidence: readonly E[],
): readonly E[] {
  const confirming = evidence.filter(({ stance }) => stance === 'CONFIRMS');
  const explicit = confirming.filter(({ inferred }) => !inferred);
  return explicit.length > 0 ? explicit : confirming;
}

/** The properties that evidence can be about for entities of every type. */
const commonProperties = ['kind', 'names', 'aliases', 'description', 'sameAs'];

/** The common properties that have a value in each language. */
const commonTexts = ['names', 'aliases', 'description'];

/** Returns the names of all properties that evidence can be about. */
export function evidenceProperties(vocabulary: Vocabulary): string[] {
  return [
    ...new Set([
      ...commonProperties,
      ...entityTypeNames.flatMap((type) => Object.keys(vocabulary.entityTypes[type].properties)),
      ...Object.keys(vocabulary.relationProperties),
    ]),
  ];
}

/** Returns the names of texts in one language, as in `EvidenceRecord.property`: `names.en`. */
export function evidenceTexts(vocabulary: Vocabulary): string[] {
  const texts = [
    ...entityTypeNames.map((type) => vocabulary.entityTypes[type].properties),
    vocabulary.relationProperties,
  ].flatMap((properties) =>
    Object.entries<PropertyDefinition>(properties)
      .filter(([, definition]) => definition.type === 'localizedText')
      .map(([name]) => name),
  );
  return [...commonTexts, ...texts].flatMap((text) =>
    languages.map((language) => `${text}.${language}`),
  );
}
